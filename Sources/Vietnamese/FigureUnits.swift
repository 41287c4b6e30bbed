/// The units by which a text's figures are known: a number without one of them counts nothing.
package struct FigureUnits: Sendable {
    /// What a unit measures.
    package enum Kind: String, Sendable, CaseIterable {
        case money, area, weight, length, output, households, heads, percent
        /// A unit that a caller added.
        case other
    }

    /// A unit as a text may name it.
    struct Unit: Sendable {
        /// The name under which figures carry it.
        let name: String
        let kind: Kind
        /// The scalars of the name, in small letters.
        let scalars: [UInt32]
        /// Words that make something else of it: “5 đồng chí” is no money.
        let notBefore: [[UInt32]]
    }

    /// By the first scalar of the name, the longest name first.
    private var units: [UInt32: [Unit]] = [:]

    private init() {}

    /// Units in which economic gain is stated: money, land, weight, length, output, households, livestock,
    /// shares.
    package static let economic: FigureUnits = {
        var units = FigureUnits()
        units.add(
            .money, ["đồng"], notBefore: ["chí", "đội", "bào", "thời", "ý", "hồ", "nghiệp", "tình", "thuận", "ruộng", "cỏ", "bộ", "lòng"])
        units.add(.money, ["đ", "vnđ", "vnd", "usd", "đô la", "đô-la"])
        units.add(.area, ["ha", "héc-ta", "héc ta", "hecta", "m2", "m²", "mét vuông", "km2", "km²", "sào", "công đất", "công ruộng"])
        units.add(.weight, ["kg", "ki-lô-gam", "gam", "yến", "tạ", "tấn"])
        units.add(.length, ["km", "ki-lô-mét", "m", "mét", "cây số"])
        units.add(.output, ["sản phẩm", "lít", "m3", "m³", "mét khối", "kwh"])
        units.add(.households, ["hộ"], notBefore: ["khẩu", "chiếu", "tịch", "sinh", "lý"])
        units.add(
            .heads, ["con"],
            notBefore: [
                "đường", "sông", "suối", "kênh", "mương", "rạch", "ngõ", "hẻm", "phố", "dốc", "đê", "đập", "đò", "tàu", "thuyền", "số",
                "người",
                "em", "cháu", "gái", "trai", "dâu", "rể", "nhỏ", "thơ", "đẻ", "nuôi", "dấu", "mắt",
            ])
        units.add(.percent, ["%", "phần trăm"])
        return units
    }()

    /// These units and further ones, by their names.
    package func adding(_ names: [String]) -> FigureUnits {
        var units = self
        units.add(.other, names)
        return units
    }

    private mutating func add(_ kind: Kind, _ names: [String], notBefore: [String] = []) {
        for name in names {
            let scalars = Self.scalars(of: name)
            guard let first = scalars.first else { continue }
            let unit = Unit(name: name, kind: kind, scalars: scalars, notBefore: notBefore.map(Self.scalars))
            // A unit that is added again stands before the one that had the name.
            units[first, default: []].insert(unit, at: 0)
            units[first]!.sort { $0.scalars.count > $1.scalars.count }
        }
    }

    private static func scalars(of name: String) -> [UInt32] { name.unicodeScalars.map { SmallLetter.of($0.value) } }

    /// The longest unit that a text names at an index, and where its name ends.
    func unit(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> (unit: Unit, end: Int)? {
        guard index < text.count, let candidates = units[SmallLetter.of(UTF8Scalar(text, at: index).value)] else { return nil }
        for unit in candidates {
            guard let end = TextWords.end(of: unit.scalars, at: index, in: text) else { continue }
            if !unit.notBefore.contains(where: { TextWords.follows($0, at: end, in: text) }) { return (unit, end) }
        }
        return nil
    }
}

/// Words that multiply a number: “36,6 triệu đồng”.
enum FigureMultiplier {
    private static let words: [(scalars: [UInt32], power: Int)] = [
        ("nghìn", 3), ("ngàn", 3), ("vạn", 4), ("triệu", 6), ("tỷ", 9), ("tỉ", 9),
    ].map { word, power in (word.unicodeScalars.map(\.value), power) }

    /// What a million of these is, is no money: “3 triệu lượt người”.
    private static let countedThings = ["người", "lượt", "dân", "cây", "cuốn", "bản", "tin", "hội", "đoàn", "cổ", "tờ", "viên", "phiếu"]
        .map { $0.unicodeScalars.map(\.value) }

    /// The power of ten of the multipliers at an index, one after the other, and where they end.
    static func power(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> (power: Int, end: Int)? {
        var (power, end) = (0, index)
        while let word = words.lazy.compactMap({ word in
            TextWords.end(of: word.scalars, at: power == 0 ? end : TextWords.afterBlanks(end, in: text), in: text).map { (word.power, $0) }
        }).first {
            power += word.0
            end = word.1
        }
        return power == 0 ? nil : (power, end)
    }

    /// Whether a bare million or milliard before this index is one of đồng, as people write.
    static func isMoney(_ power: Int, endingAt index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        power >= 6 && !countedThings.contains { TextWords.follows($0, at: index, in: text) }
    }
}
