/// Why the browser did not do what a test asked for.
package enum BrowserFailure: Error, CustomStringConvertible {
    /// There is none on this machine.
    case absent
    /// It could not be started; the reason in the system's or its own words.
    case notStarted(String)
    /// It ended, or closed the channel.
    case gone(String)
    /// It refused a command of the protocol.
    case refused(command: String, reason: String)
    /// A command, a page or a condition took too long.
    case late(what: String, seconds: Double)
    /// A script of the test threw in the page.
    case threw(String)
    /// Nothing, or nothing that a pointer can reach, stands where a test wants to click.
    case unreachable(selector: String, reason: String)

    package var description: String {
        switch self {
        case .absent: ChromiumProgram.absence
        case .notStarted(let reason): "Chromium did not start: \(reason)"
        case .gone(let words): "Chromium is gone: \(words)"
        case .refused(let command, let reason): "Chromium refused \(command): \(reason)"
        case .late(let what, let seconds): "\(what) took more than \(seconds) s"
        case .threw(let words): "the page threw: \(words)"
        case .unreachable(let selector, let reason): "\(selector) cannot be clicked: \(reason)"
        }
    }
}
