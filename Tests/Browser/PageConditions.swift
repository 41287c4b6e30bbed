/// What a page is looked at with: a screen, colours, a processor, a network; what is switched off.
package struct PageConditions: Sendable {
    package var viewport: Viewport
    package var isDark: Bool
    package var reducesMotion: Bool
    package var hasScripts: Bool
    /// Addresses that are never fetched, with `*` for anything: `*.css`.
    package var blocked: [String]
    package var network: NetworkSpeed?
    /// How many times slower the processor is.
    package var slowdown: Double

    package init(
        _ viewport: Viewport = .desktop, dark isDark: Bool = false, reducedMotion reducesMotion: Bool = false,
        scripts hasScripts: Bool = true,
        blocking blocked: [String] = [], network: NetworkSpeed? = nil, slowdown: Double = 1
    ) {
        self.viewport = viewport
        self.isDark = isDark
        self.reducesMotion = reducesMotion
        self.hasScripts = hasScripts
        self.blocked = blocked
        self.network = network
        self.slowdown = slowdown
    }
}

/// A screen, measured in CSS pixels.
package struct Viewport: Sendable, Hashable {
    package var name: String
    package var width: Int
    package var height: Int
    /// Pixels of the screen to a CSS pixel.
    package var scale: Double
    /// Whether it is touched rather than pointed at.
    package var isPhone: Bool

    package static let phone = Viewport(name: "phone", width: 360, height: 740, scale: 2, isPhone: true)
    package static let desktop = Viewport(name: "desktop", width: 1280, height: 900, scale: 1, isPhone: false)
    /// The narrowest screen on which pages must not scroll sideways (WCAG 1.4.10).
    package static let narrow = Viewport(name: "narrow", width: 320, height: 640, scale: 2, isPhone: true)
    /// The desktop's window at 200 %: half as many CSS pixels, each twice as wide (WCAG 1.4.4).
    package static let zoomed = Viewport(name: "zoomed", width: 640, height: 450, scale: 2, isPhone: false)

}

/// How fast a network is.
package struct NetworkSpeed: Sendable {
    package var isOffline: Bool
    /// Milliseconds from request to first byte.
    package var latency: Double
    /// Bytes a second.
    package var download: Double
    package var upload: Double

    /// 150 ms, 1.6 Mbit/s down, 750 kbit/s up, as page speed is usually measured.
    package static let slow4G = NetworkSpeed(isOffline: false, latency: 150, download: 1.6e6 / 8, upload: 750e3 / 8)
    package static let offline = NetworkSpeed(isOffline: true, latency: 0, download: 0, upload: 0)
}
