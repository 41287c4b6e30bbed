import Foundation
import TestSupport

/// A web server of the system, run by a test on a port of its own until the test lets go of it.
final class WebServer: @unchecked Sendable {
    /// A kind of server.
    struct Kind: Sendable {
        let program: String
        /// The whole configuration, given the root, the rules, the folder for the server's own files, and the port.
        let configuration: @Sendable (_ root: String, _ rules: String, _ folder: String, _ port: Int) -> String
        let arguments: @Sendable (_ configuration: String) -> [String]

        var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

        func start(root: String, rules: String) throws -> WebServer { try WebServer(self, root, rules) }
    }

    struct Answer {
        var status: Int
        /// By their names in small letters.
        var headers: [String: String]
        var body: String
    }

    private let process = Process()
    private let folder: TestFolder
    private let port: Int

    private init(_ kind: Kind, _ root: String, _ rules: String) throws {
        folder = try TestFolder()
        port = try Self.freePort()
        let file = folder.path + "/server.conf"
        try kind.configuration(root, rules, folder.path, port).write(toFile: file, atomically: true, encoding: .utf8)
        // The server runs as another user where the test runs as root.
        for path in [folder.path, (root as NSString).deletingLastPathComponent] { chmod(path, 0o755) }
        let check = Process()
        check.executableURL = URL(fileURLWithPath: kind.program)
        check.arguments = kind.arguments(file) + ["-t"]
        let pipe = Pipe()
        (check.standardError, check.standardOutput) = (pipe, FileHandle.nullDevice)
        try check.run()
        let words = pipe.fileHandleForReading.readDataToEndOfFile()
        check.waitUntilExit()
        guard check.terminationStatus == 0 else { throw SiteFixture.Mistake(words: String(decoding: words, as: UTF8.self)) }

        process.executableURL = URL(fileURLWithPath: kind.program)
        process.arguments = kind.arguments(file) + (kind.program.hasSuffix("nginx") ? [] : ["-X"])
        (process.standardError, process.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
    }

    deinit {
        // One process each, and one that may have been started with signals held back.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks for a path, waiting for the server to listen; redirects are not followed.
    ///
    /// - Parameter compressed: whether to ask as browsers do, which take compressed answers.
    func get(_ path: String, compressed: Bool = false) async throws -> Answer {
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.union(["%"])) ?? path
        let request =
            compressed
            ? "GET \(escaped) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
            : "GET \(escaped) HTTP/1.0\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
        for _ in 0..<200 {
            if let bytes = Self.exchange(request, port) { return try Self.answer(bytes) }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw SiteFixture.Mistake(words: "the server does not answer")
    }

    private static func answer(_ bytes: [UInt8]) throws -> Answer {
        let parts = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")
        let lines = parts[0].components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count > 1, let status = Int(words[1]) else { throw SiteFixture.Mistake(words: "no answer: \(lines[0])") }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            let name = line[..<colon].lowercased()
            headers[name] = headers[name].map { "\($0) AND \(value)" } ?? value
        }
        return Answer(status: status, headers: headers, body: parts.dropFirst().joined(separator: "\r\n\r\n"))
    }

    // MARK: Sockets

    private static func local(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        return address
    }

    /// The whole answer to a request; nil where nobody listens.
    private static func exchange(_ request: String, _ port: Int) -> [UInt8]? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = local(port)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard connected == 0, send(descriptor, request, request.utf8.count, Int32(MSG_NOSIGNAL)) == request.utf8.count else { return nil }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return bytes.isEmpty ? nil : bytes }
            bytes += buffer[..<count]
        }
    }

    /// A port that nobody listens on.
    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = local(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard result else { throw SiteFixture.Mistake(words: "no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

extension WebServer {
    static let nginx = Kind(
        program: "/usr/sbin/nginx",
        configuration: { root, rules, folder, port in
            """
            daemon off;
            master_process off;
            pid \(folder)/pid;
            error_log \(folder)/errors;
            events { }
            http {
                include /etc/nginx/mime.types;
                access_log off;
                gzip_static on;
                client_body_temp_path \(folder)/1; proxy_temp_path \(folder)/2; fastcgi_temp_path \(folder)/3;
                uwsgi_temp_path \(folder)/4; scgi_temp_path \(folder)/5;
                server {
                    listen 127.0.0.1:\(port);
                    root \(root);
                    include \(rules);
                }
            }

            """
        },
        arguments: { ["-c", $0, "-e", ($0 as NSString).deletingLastPathComponent + "/errors"] })

    static let apache = Kind(
        program: "/usr/sbin/apache2",
        configuration: { root, rules, folder, port in
            let modules = ["mpm_event", "authz_core", "alias", "dir", "headers", "mime"].map {
                "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so\n"
            }
            return """
                ServerName 127.0.0.1
                ServerRoot \(folder)
                DefaultRuntimeDir \(folder)
                PidFile \(folder)/pid
                ErrorLog \(folder)/errors
                Listen 127.0.0.1:\(port)
                User www-data
                Group www-data
                \(modules.joined())
                TypesConfig /etc/mime.types
                <VirtualHost *:\(port)>
                    DocumentRoot \(root)
                    <Directory \(root)>
                        Require all granted
                    </Directory>
                    Include \(rules)
                </VirtualHost>

                """
        },
        arguments: { ["-f", $0] })
}
