/// A PDF made object by object, with a table of where each stands.
package struct PDFBuilder {
    private var objects: [[UInt8]] = []
    /// Remarks between the head and the first object.
    package var remark = ""

    package init() {}

    /// Adds an object. Returns its number.
    @discardableResult package mutating func add(_ text: String) -> Int {
        objects.append(Array(text.utf8))
        return objects.count
    }

    @discardableResult package mutating func addStream(_ entries: String, _ bytes: [UInt8]) -> Int {
        objects.append(Array("<< \(entries) /Length \(bytes.count) >>\nstream\n".utf8) + bytes + Array("\nendstream".utf8))
        return objects.count
    }

    /// The file.
    ///
    /// - Parameter trailer: entries besides the number of objects; `/Root` must be among them.
    package func bytes(trailer: String) -> [UInt8] {
        var file = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A] + Array(remark.utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let digits = String(file.count)
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = file.count
        return file + Array("\(table)trailer\n<< /Size \(objects.count + 1) \(trailer) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    }

    /// A page with one line of ASCII on it, objects 1 to 5, the catalogue first.
    ///
    /// - Parameters:
    ///   - words: what stands on the page; none where it is nil.
    ///   - catalogue: further entries of the catalogue.
    ///   - page: further entries of the page.
    package static func page(_ words: String?, catalogue: String = "", page: String = "") -> PDFBuilder {
        var pdf = PDFBuilder()
        pdf.add("<< /Type /Catalog /Pages 2 0 R \(catalogue) >>")
        pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        pdf.add(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> \(page) >>")
        pdf.addStream("", Array((words.map { "BT /F1 12 Tf 72 720 Td (\($0)) Tj ET" } ?? "0 0 m").utf8))
        pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        return pdf
    }

    /// Bytes in zlib's wrapping, not packed at all.
    package static func stored(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let (low, high) = (UInt8(bytes.count & 0xFF), UInt8(bytes.count >> 8))
        return [0x78, 0x01, 1, low, high, ~low, ~high] + bytes
    }
}
