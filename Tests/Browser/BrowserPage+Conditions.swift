/// Screens, colours, networks.
extension BrowserPage {
    func apply(_ conditions: PageConditions) async throws {
        try await show(on: conditions.viewport)
        try await setColours(dark: conditions.isDark, reducedMotion: conditions.reducesMotion)
        if !conditions.hasScripts { try await setScripts(running: false) }
        if !conditions.blocked.isEmpty { try await send("Network.setBlockedURLs", ["urls": .array(conditions.blocked.map(JSON.string))]) }
        if let network = conditions.network { try await setNetwork(network) }
        if conditions.slowdown != 1 { try await send("Emulation.setCPUThrottlingRate", ["rate": .number(conditions.slowdown)]) }
    }

    package func show(on viewport: Viewport) async throws {
        try await send(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .number(Double(viewport.width)), "height": .number(Double(viewport.height)),
                "deviceScaleFactor": .number(viewport.scale), "mobile": .bool(viewport.isPhone),
            ])
        try await send("Emulation.setTouchEmulationEnabled", ["enabled": .bool(viewport.isPhone)])
    }

    /// What the visitor's system asks of pages.
    package func setColours(dark isDark: Bool, reducedMotion: Bool = false) async throws {
        try await send(
            "Emulation.setEmulatedMedia",
            [
                "media": "",
                "features": [
                    ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"],
                    ["name": "prefers-reduced-motion", "value": reducedMotion ? "reduce" : "no-preference"],
                ],
            ])
    }

    /// Switches the scripts of pages that are opened from now on; what tests evaluate runs all the same.
    package func setScripts(running: Bool) async throws {
        try await send("Emulation.setScriptExecutionDisabled", ["value": .bool(!running)])
    }

    package func setNetwork(_ speed: NetworkSpeed) async throws {
        try await send(
            "Network.emulateNetworkConditions",
            [
                "offline": .bool(speed.isOffline), "latency": .number(speed.latency), "downloadThroughput": .number(speed.download),
                "uploadThroughput": .number(speed.upload),
            ])
    }
}
