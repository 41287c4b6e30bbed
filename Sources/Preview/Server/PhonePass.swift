import Glibc
import Synchronization

/// Lets telephones in the same local network see a preview, for as long as it runs and for who was told the code.
///
/// A preview shows drafts and private data, and plain HTTP can be read by whoever shares the network. So a
/// pass exists only where staff ask for it; every request from another machine needs the secret that a browser gets
/// for the code, in a cookie; and after some wrong codes nobody new is let in.
package final class PhonePass: Sendable {
    /// What stands in the address that is typed into the telephone: 9 letters and digits that can't be taken for
    /// one another, 44 bits.
    package let code: String
    /// What the browser keeps: 128 bits.
    private let secret: String
    private let wrongCodes = Mutex(0)

    /// How many wrong codes are taken before the door stays shut.
    static let patience = 20
    static let cookie = "bangvang-xem-thu"
    /// The address that takes the code: `/__bangvang/vao/<code>`.
    static let folder = LiveReload.folder + "vao/"

    package init() {
        var random = SystemRandomNumberGenerator()
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        code = String((0..<9).map { _ in letters.randomElement(using: &random)! })
        secret = (0..<2).map { _ in String(UInt64.random(in: .min ... .max, using: &random), radix: 36) }.joined()
    }

    /// What to open on the telephone, for each address of this machine in a local network.
    package func addresses(port: UInt16) -> [String] {
        SocketAddress.ofThisMachineInLocalNetworks().map { "http://\($0.host):\(port)\(Self.folder)\(code)" }
    }

    /// Whether a request's cookies hold the secret.
    func admits(cookies: String?) -> Bool {
        (cookies ?? "").split(separator: ";").contains { cookie in
            let parts = cookie.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            return parts.count == 2 && parts[0] == Self.cookie && Self.isSame(String(parts[1]), secret)
        }
    }

    /// Whether there were so many wrong codes that the right one is taken no more either.
    var isShut: Bool { wrongCodes.withLock { $0 >= Self.patience } }

    /// The cookie for a path that holds the right code; nil for all others.
    func cookie(for path: String) -> String? {
        guard path.hasPrefix(Self.folder) else { return nil }
        return wrongCodes.withLock { wrong in
            guard wrong < Self.patience else { return nil }
            guard Self.isSame(String(path.dropFirst(Self.folder.count)).lowercased(), code) else {
                wrong += 1
                return nil
            }
            // Lax, not strict: the address may be opened from a message.
            return "\(Self.cookie)=\(secret); Path=/; HttpOnly; SameSite=Lax"
        }
    }

    /// Takes as long for a near miss as for a far one.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
