import Digests
import Entries
import Glibc
import Pictures

// The manifest as a text file: a line for each thing, its kind first, fields parted by tabs (`TabbedLine`). What was made
// from a picture names it by its number among those. The last line counts the others: a manifest that was cut short is none.

extension OutputManifest {
    private static let header = "bangvang manifest 4"

    /// Nil where there is none, or where it can't be understood: then the build looks at every file.
    package init?(at path: String) throws(DiskError) {
        guard let bytes = try Disk.readIfPresent(path) else { return nil }
        self.init(bytes)
        var status = stat()
        if lstat(path, &status) == 0 { written = status.timeOfChange }
    }

    init?(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
        guard let header = lines.first else { return nil }
        if header.elementsEqual(Self.header.utf8) {
            guard let last = lines.last, String(decoding: last, as: UTF8.self) == "end\t\(lines.count - 2)" else { return nil }
            self.init(lines: lines[1..<(lines.count - 1)])
        } else {
            self.init(version3: bytes)
        }
    }

    private init?(lines: ArraySlice<ArraySlice<UInt8>>) {
        self.init()
        files.reserveCapacity(lines.count)
        var numbered: [String] = []
        for line in lines {
            let fields = TabbedLine.fields(line)
            switch (fields[0], fields.count) {
            case ("draft", 2): drafts.insert(fields[1])
            case ("retired", 2): retired.insert(fields[1])
            case ("picture", 8):
                guard let stamp = FileStamp(fields[2...5]), let fact = FileFact(manifest: fields[6]), let digest = SHA256(hex: fields[7])
                else { return nil }
                numbered.append(fields[1])
                pictures[fields[1]] = Picture(stamp: stamp, fact: fact, digest: digest)
            case ("page", 3), ("gone", 4), ("made", 5), ("copy", 9):
                guard let stamp = UInt64(fields[2], radix: 16), add(fields, stamp, numbered) else { return nil }
            default: return nil
            }
        }
    }

    /// Takes in a line about a file of the output folder; false where it can't be.
    private mutating func add(_ fields: [String], _ stamp: UInt64, _ numbered: [String]) -> Bool {
        files[fields[1]] = stamp
        switch fields[0] {
        case "gone": tombstones[fields[1]] = fields[3]
        case "made":
            guard let number = Int(fields[3]), numbered.indices.contains(number) else { return false }
            pictures[numbered[number]]?.files[fields[4]] = fields[1]
        case "copy":
            guard let version = FileStamp(fields[4...7]), let fact = FileFact(manifest: fields[8]) else { return false }
            copies[fields[1]] = Copy(source: fields[3], stamp: version, fact: fact)
        default: break
        }
        return true
    }

    package var bytes: [UInt8] {
        var text = Self.header + "\n"
        var count = 0
        text.reserveCapacity(files.count * 64)
        func write(_ fields: [String]) {
            text += TabbedLine.line(fields)
            count += 1
        }
        for id in drafts.sorted() { write(["draft", id]) }
        for file in retired.sorted() { write(["retired", file]) }
        var made: [String: (number: Int, name: String)] = [:]
        for (number, path) in pictures.keys.sorted().enumerated() {
            guard let picture = pictures[path] else { continue }
            write(["picture", path] + picture.stamp.manifest + [picture.fact.manifest, picture.digest.hex])
            for (name, file) in picture.files { made[file] = (number, name) }
        }
        for (file, stamp) in files.sorted(by: { $0.key < $1.key }) {
            let stamp = String(stamp, radix: 16)
            if let copy = copies[file] {
                write(["copy", file, stamp, copy.source] + copy.stamp.manifest + [copy.fact.manifest])
            } else if let made = made[file] {
                write(["made", file, stamp, String(made.number), made.name])
            } else if let fingerprint = tombstones[file] {
                write(["gone", file, stamp, fingerprint])
            } else {
                write(["page", file, stamp])
            }
        }
        text += "end\t\(count)\n"
        return Array(text.utf8)
    }

    // MARK: Version 3

    /// The manifest of versions before November 2026: a line for each file, the number of its fields says what it is; a line
    /// whose first field is empty says something of the build. A take-down after an update of the program needs it.
    private init?(version3 bytes: [UInt8]) {
        self.init()
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.first == "bangvang manifest 3" else { return nil }
        var numbered: [String] = []
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields[0].isEmpty else {
                files[fields[0]] = 0
                switch fields.count {
                case 2: tombstones[fields[0]] = fields[1]
                case 3:
                    guard let number = Int(fields[1]), numbered.indices.contains(number) else { return nil }
                    pictures[numbered[number]]?.files[fields[2]] = fields[0]
                case 7:
                    guard let stamp = FileStamp(fields[2...5]), let fact = FileFact(manifest: fields[6]) else { return nil }
                    copies[fields[0]] = Copy(source: fields[1], stamp: stamp, fact: fact)
                default: break
                }
                continue
            }
            switch (fields.count > 1 ? fields[1] : "", fields.count) {
            case ("draft", 3): drafts.insert(fields[2])
            case ("retired", 3): retired.insert(fields[2])
            case ("picture", 9):
                guard let stamp = FileStamp(fields[3...6]), let fact = FileFact(manifest: fields[7]), let digest = SHA256(hex: fields[8])
                else { return nil }
                numbered.append(fields[2])
                pictures[fields[2]] = Picture(stamp: stamp, fact: fact, digest: digest)
            default: break
            }
        }
    }
}

/// A line of fields parted by tabs. A tab, an end of line or a backslash within a field is written `\t`, `\n`, `\\`: names
/// of files may hold anything.
enum TabbedLine {
    static func line(_ fields: [String]) -> String {
        fields.map(escaped).joined(separator: "\t") + "\n"
    }

    private static func escaped(_ field: String) -> String {
        guard field.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x5C }) else { return field }
        return field.reduce(into: "") { text, character in
            for scalar in character.unicodeScalars {
                switch scalar {
                case "\t": text += "\\t"
                case "\n": text += "\\n"
                case "\\": text += "\\\\"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
    }

    /// The fields of a line without its end; at least one.
    static func fields(_ line: ArraySlice<UInt8>) -> [String] {
        line.withUnsafeBufferPointer { bytes in
            var fields: [String] = []
            var start = 0
            for index in bytes.indices where bytes[index] == 0x09 {
                fields.append(text(of: bytes[start..<index]))
                start = index + 1
            }
            fields.append(text(of: bytes[start...]))
            return fields
        }
    }

    private static func text(of field: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        guard field.contains(0x5C) else { return String(decoding: UnsafeBufferPointer(rebasing: field), as: UTF8.self) }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in field {
            if !isEscaped, byte == 0x5C {
                isEscaped = true
                continue
            }
            bytes.append(isEscaped && byte == UInt8(ascii: "t") ? 0x09 : isEscaped && byte == UInt8(ascii: "n") ? 0x0A : byte)
            isEscaped = false
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension FileStamp {
    fileprivate var manifest: [String] { ["\(size)", "\(seconds)", "\(nanoseconds)", "\(inode)"] }

    fileprivate init?(_ fields: ArraySlice<String>) {
        self.init()
        let numbers = fields.compactMap { Int64($0) }
        guard numbers.count == 4, let inode = fields.last.flatMap({ UInt64($0) }) else { return nil }
        (size, seconds, nanoseconds, self.inode) = (numbers[0], numbers[1], numbers[2], inode)
    }
}
