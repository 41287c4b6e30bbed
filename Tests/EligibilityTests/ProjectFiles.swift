import Glibc

/// Files of this very project that tests read: the vocabulary and the programmes are data, and it is the
/// data as delivered that must hold.
enum ProjectFiles {
    static let lucNganPath = "content/programmes/lucngan-2021.yaml"
    static let vocabulary = read("content/vocabulary.yaml")
    static let lucNgan = read(lucNganPath)
    static let yenBaiPath = "content/programmes/yenbai-khoi-2024.yaml"
    static let yenBai = read(yenBaiPath)
    static let vanNinhPath = "content/programmes/vanninh-2023.yaml"
    static let vanNinh = read(vanNinhPath)

    /// A file by its path from the package's root.
    static func read(_ path: String) -> String {
        let root = String(describing: #filePath).split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        guard let file = fopen(root + "/" + path, "rb") else { preconditionFailure("no file \(path) in the package") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
