import Glibc

/// A socket that listens: the port is taken from here on, before anything else is done for a preview.
package final class PreviewListener: Sendable {
    /// Where to listen.
    package enum Reach: Sendable, Equatable {
        /// 127.0.0.1: this machine only.
        case thisMachine
        /// All of this machine's IPv4 addresses. Who asks from another machine needs a ``PhonePass``.
        case localNetwork
    }

    let descriptor: Int32
    /// The port that was really taken, where any was asked for.
    package let port: UInt16
    let reach: Reach

    /// - Parameter port: 0 for any free port.
    package init(port: UInt16, reach: Reach = .thisMachine) throws(PreviewServerError) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw PreviewServerError(errno: errno, port: port) }
        var isOn: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, size)
        // The head of an answer and its body are sent one after the other; without this the kernel holds the second
        // back until the browser has acknowledged the first (40 ms). Connections inherit it.
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, size)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = reach == .thisMachine ? INADDR_LOOPBACK.bigEndian : INADDR_ANY.bigEndian
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard isBound == 0, listen(descriptor, SOMAXCONN) == 0, let taken = SocketAddress(ofSocket: descriptor) else {
            let error = PreviewServerError(errno: errno, port: port)
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.port = taken.port
        self.reach = reach
    }

    deinit { close(descriptor) }
}

/// One end of an IPv4 connection.
struct SocketAddress: Equatable {
    /// In the order of reading: 0x7F000001 is 127.0.0.1.
    var address: UInt32
    var port: UInt16

    /// The own end of a socket.
    init?(ofSocket descriptor: Int32) {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        guard result == 0 else { return nil }
        self.init(address)
    }

    init(_ address: sockaddr_in) {
        self.address = UInt32(bigEndian: address.sin_addr.s_addr)
        port = UInt16(bigEndian: address.sin_port)
    }

    init(address: UInt32, port: UInt16) {
        (self.address, self.port) = (address, port)
    }

    /// 127.0.0.0/8.
    var isThisMachine: Bool { address >> 24 == 127 }

    /// The ranges of local networks: RFC 1918, RFC 3927 (link-local), RFC 6598 (behind a carrier's NAT).
    var isPrivate: Bool {
        address >> 24 == 10 || address >> 20 == 0xAC1 || address >> 16 == 0xC0A8 || address >> 16 == 0xA9FE || address >> 22 == 0x191
    }

    /// The address in four numbers, without the port.
    var host: String { [24, 16, 8, 0].map { String(address >> $0 & 0xFF) }.joined(separator: ".") }

    /// The addresses that this machine has in local networks, in the order of the system.
    static func ofThisMachineInLocalNetworks() -> [SocketAddress] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var found: [SocketAddress] = []
        var next = list
        while let interface = next?.pointee {
            next = interface.ifa_next
            guard interface.ifa_flags & UInt32(IFF_UP) != 0, let address = interface.ifa_addr,
                Int32(address.pointee.sa_family) == AF_INET
            else { continue }
            let own = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { SocketAddress($0.pointee) }
            if own.isPrivate { found.append(own) }
        }
        return found
    }
}
