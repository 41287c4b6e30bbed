import Foundation

/// Pictures and prints of a page.
extension BrowserPage {
    /// The whole page as PNG, down to so many CSS pixels.
    package func screenshot(downTo limit: Double = 5000) async throws -> Data {
        let size = try await send("Page.getLayoutMetrics")["cssContentSize"]
        let answer = try await send(
            "Page.captureScreenshot",
            [
                "format": "png", "captureBeyondViewport": true, "optimizeForSpeed": true,
                "clip": [
                    "x": 0, "y": 0, "width": .number(Double(conditions.viewport.width)),
                    "height": .number(min(size["height"].number ?? limit, limit)), "scale": 1,
                ],
            ])
        return try data(answer)
    }

    /// The page as printers get it, on A4.
    package func pdf() async throws -> Data {
        try data(
            try await send(
                "Page.printToPDF", ["printBackground": false, "paperWidth": 8.27, "paperHeight": 11.69, "generateTaggedPDF": true]))
    }

    private func data(_ answer: JSON) throws -> Data {
        guard let data = answer["data"].string.flatMap({ Data(base64Encoded: $0) }) else {
            throw BrowserFailure.refused(command: "to show the page", reason: answer.text)
        }
        return data
    }
}
