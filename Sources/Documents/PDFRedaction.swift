/// How a PDF is published: its own bytes, those overwritten that tell of who made it and with what.
///
/// Author, programs, days, XMP, remarks' authors, programs' private data, what cameras wrote into its photos. Nothing
/// moves, so all of its tables stay true. What lies packed can't be overwritten and is said (`remains`); a document
/// that bears a digital signature is left as it is, since another byte would break it.
package struct PDFRedaction: Sendable {
    /// What is published of a document's making all the same.
    package struct Remains: Sendable, Equatable {
        /// It is signed, and therefore left as it is.
        package var isSigned = false
        /// The properties by their keys, such as `Author`: those that lie packed, or all of a signed one.
        package var properties: [String] = []
        /// Parts are packed in a way that can't be looked into.
        package var hasUnreadParts = false

        package init(isSigned: Bool = false, properties: [String] = [], hasUnreadParts: Bool = false) {
            self.isSigned = isSigned
            self.properties = properties
            self.hasUnreadParts = hasUnreadParts
        }
    }

    private struct Edit {
        var range: Range<Int>
        var byte: UInt8
    }

    package private(set) var remains = Remains()
    private var edits: [Edit] = []

    /// - Throws: ``PDFError`` where it can't be published.
    package init(of pdf: [UInt8]) throws(PDFError) {
        let file = try PDFObjects(pdf)
        guard !file.trailers.contains(where: { $0["Encrypt"] != nil }) else { throw .encrypted }
        var survey = PDFSurvey()
        for object in file.objects { survey.look(at: object.value) }
        for trailer in file.trailers { survey.look(at: .dictionary(trailer)) }
        if let danger = PDFError.Danger.allCases.first(where: survey.dangers.contains) { throw .holds(danger) }
        remains.hasUnreadParts = file.hasUnreadParts
        remains.isSigned = survey.isSigned
        clean(file, pdf)
        if remains.isSigned { edits = [] }
    }

    /// The document as it is published.
    package func applied(to pdf: [UInt8]) -> [UInt8] {
        var result = pdf
        for edit in edits {
            for index in edit.range.clamped(to: result.indices) { result[index] = edit.byte }
        }
        return result
    }

    // MARK: What is overwritten

    private mutating func clean(_ file: PDFObjects, _ pdf: [UInt8]) {
        let numbers = Set(
            file.trailers.compactMap { trailer -> Int? in if case .reference(let number)? = trailer["Info"] { number } else { nil } })
        for object in file.objects where numbers.contains(object.number) { cleanProperties(object, file) }
        let isPacked = numbers.contains { file.all($0).contains(where: \.isPacked) }
        for trailer in file.trailers {
            if let information = trailer["Info"]?.dictionary {
                cleanProperties(PDFObjects.Object(number: 0, value: .dictionary(information), source: pdf), file)
            }
            // Who asks for the properties of a file whose own lie packed is told of none.
            for entry in trailer.entries where entry.key == "Info" && isPacked { blank(entry.range) }
        }
        for object in file.objects where !object.isPacked {
            cleanStream(object, pdf)
            for dictionary in object.value.dictionaries { cleanAnnotation(dictionary) }
        }
        for comment in file.comments {
            if file.isEndMark(comment) {
                blank(comment.dropFirst(PDFObjects.endMark.count))
            } else if !Self.isNeeded(comment, pdf) {
                blank(comment)
            }
        }
    }

    private mutating func blank(_ range: Range<Int>, with byte: UInt8 = 0x20) {
        if !range.isEmpty { edits.append(Edit(range: range, byte: byte)) }
    }

    /// Empties a string and keeps its brackets.
    private mutating func blankString(_ range: Range<Int>) {
        if range.count > 2 { blank(range.lowerBound + 1..<range.upperBound - 1) }
    }

    private mutating func cleanProperties(_ object: PDFObjects.Object, _ file: PDFObjects) {
        for entry in object.value.dictionary?.entries ?? [] {
            switch entry.value {
            case .string(let range):
                if !object.isPacked { blankString(range) }
                if object.isPacked || remains.isSigned { note(entry.key, object.source[range]) }
            case .reference(let number):
                for target in file.all(number) {
                    guard case .string(let range) = target.value else { continue }
                    if !target.isPacked { blankString(range) }
                    if target.isPacked || remains.isSigned { note(entry.key, target.source[range]) }
                }
            default: break
            }
        }
    }

    /// So many properties that stay are named.
    private static let named = 20

    /// Notes a property that stays, unless it is empty.
    private mutating func note(_ key: String, _ string: ArraySlice<UInt8>) {
        // Programs make up keys of their own: what is no plain word is not repeated.
        let key = key.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & ~0x20) } ? key : "…"
        let says = string.dropFirst().dropLast().contains { !PDFParser.isBlank($0) }
        if says, remains.properties.count < Self.named, !remains.properties.contains(key) { remains.properties.append(key) }
    }

    private mutating func cleanStream(_ object: PDFObjects.Object, _ pdf: [UInt8]) {
        guard let stream = object.stream, let dictionary = object.value.dictionary else { return }
        if dictionary["Type"]?.name == "Metadata" || dictionary["Subtype"]?.name == "XML" {
            blank(stream)
            // Blanks are nothing that could be unpacked.
            for entry in dictionary.entries where ["Filter", "DecodeParms"].contains(entry.key) { blank(entry.range) }
        } else if ["DCTDecode", "DCT"].contains(dictionary.names("Filter").joined()) {
            for segment in JPEGRemarks.ranges(in: pdf[stream]) { blank(segment, with: 0) }
        }
    }

    /// What people write beside a text bears their names.
    private static let remarks: Set = [
        "Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Line", "Square", "Circle",
        "Polygon", "PolyLine", "Popup",
    ]

    private mutating func cleanAnnotation(_ dictionary: PDFDictionary) {
        let isRemark = dictionary["Subtype"]?.name.map(Self.remarks.contains) ?? false
        for entry in dictionary.entries {
            switch (entry.key, entry.value) {
            case ("T", .string(let range)) where isRemark: blankString(range)
            case ("M", .string(let range)) where isRemark: blankString(range)
            case ("CreationDate", .string(let range)), ("LastModified", .string(let range)): blankString(range)
            case ("PieceInfo", _): blank(entry.range)
            default: break
            }
        }
    }

    /// The first line, and the line of high bytes that says that the file is not text.
    private static func isNeeded(_ comment: Range<Int>, _ pdf: [UInt8]) -> Bool {
        let text = pdf[comment]
        return comment.lowerBound == 1
            || comment.lowerBound < 64 && text.count <= 16 && text.prefix(4).allSatisfy { $0 >= 0x80 }
    }
}

/// Looks through the values of a PDF for what a document for reading has no need of.
private struct PDFSurvey {
    var dangers: Set<PDFError.Danger> = []
    var isSigned = false

    mutating func look(at value: PDFValue) {
        for dictionary in value.dictionaries { look(at: dictionary) }
    }

    private mutating func look(at dictionary: PDFDictionary) {
        switch dictionary["S"]?.name {
        case "JavaScript": dangers.insert(.javaScript)
        case "Launch": dangers.insert(.launch)
        case "SubmitForm", "ImportData": dangers.insert(.submission)
        default: break
        }
        if dictionary["JS"] != nil || dictionary["JavaScript"] != nil { dangers.insert(.javaScript) }
        if dictionary["EF"] != nil || dictionary["EmbeddedFiles"] != nil || dictionary["Type"]?.name == "EmbeddedFile"
            || dictionary["Subtype"]?.name == "FileAttachment"
        {
            dangers.insert(.attachment)
        }
        if dictionary["ByteRange"] != nil, dictionary["Contents"] != nil { isSigned = true }
    }
}

/// What cameras and programs write into a JPEG besides the picture, found without taking it apart.
private enum JPEGRemarks {
    /// The contents of EXIF, XMP, Photoshop's and plain remarks.
    static func ranges(in jpeg: ArraySlice<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var position = jpeg.startIndex + 2
        while position + 4 <= jpeg.endIndex, jpeg[position] == 0xFF {
            let marker = jpeg[position + 1]
            if marker == 0xFF {
                position += 1
                continue
            }
            let length = Int(jpeg[position + 2]) << 8 | Int(jpeg[position + 3])
            guard marker != 0xDA, length >= 2, length <= jpeg.endIndex - position - 2 else { break }
            if [0xE1, 0xED, 0xFE].contains(marker) { ranges.append(position + 4..<position + 2 + length) }
            position += 2 + length
        }
        return ranges
    }
}
