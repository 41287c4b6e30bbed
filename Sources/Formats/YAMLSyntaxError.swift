import Diagnostics

/// A place as LibYAML counts: lines and columns (in Unicode scalars) from 0.
struct YAMLMark: Comparable {
    var line: Int
    var column: Int

    static func < (left: YAMLMark, right: YAMLMark) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// What LibYAML said about text that it could not read, turned into what its author probably did.
///
/// LibYAML names the rule of its grammar that broke, often a line after the mistake. The lines
/// themselves tell the usual mistakes apart.
struct YAMLSyntaxError {
    let problem: String
    let context: String
    let mark: YAMLMark
    let contextMark: YAMLMark
    /// The last scalar in quotes before the error.
    let lastQuoted: Range<YAMLMark>?
    let bytes: UnsafeBufferPointer<UInt8>

    func diagnostic(path: String, firstLine: Int) -> Diagnostic {
        let (mistake, mark) = diagnosis
        let place = SourcePlace(path: path, line: mark.line + firstLine, column: mark.column + 1)
        var diagnostic = Diagnostic(.error, mistake.code, mistake.message, at: place, remedy: mistake.remedy)
        if case .unknown = mistake {
            diagnostic.notes = [.init(Message(vi: "LibYAML báo: \(context) \(problem)", en: "LibYAML says: \(context) \(problem)"))]
        }
        return diagnostic
    }

    private var diagnosis: (YAMLMistake, at: YAMLMark) {
        switch context {
        case "while scanning a quoted scalar" where problem.hasPrefix("found unexpected"):
            return (.unclosedQuote, contextMark)
        case "while scanning a block scalar" where problem.contains("tab"): return (.tab, mark)
        case "while scanning an alias", "while scanning an anchor", "while scanning a block scalar", "while scanning a tag",
            "while parsing a tag", "while scanning a directive":
            return (.specialCharacter(character(at: contextMark)), contextMark)
        default: break
        }
        switch problem {
        case "mapping values are not allowed in this context": return strayColon
        case "could not find expected ':'":
            if let column = colonWithoutSpace(inLine: contextMark.line) {
                return (.colonWithoutSpace, YAMLMark(line: contextMark.line, column: column))
            }
            return (.lineWithoutKey, contextMark)
        case "did not find expected key", "did not find expected '-' indicator", "did not find expected <document start>":
            return strayText
        case "block sequence entries are not allowed in this context":
            return scalars(inLine: mark.line).prefix(mark.column).allSatisfy(\.isBlank) ? (.indentation, mark) : (.listBesideKey, mark)
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'", "did not find expected node content":
            // A colon on a later line ends the key after a list that was never closed.
            if character(at: mark) == ":", mark.line == contextMark.line || hasColon(before: mark) { return (.colonInValue, mark) }
            return (.bracket, mark.line == contextMark.line ? mark : contextMark)
        case "found character that cannot start any token", "mapping keys are not allowed in this context":
            let found = character(at: mark)
            return found == "\t" ? (.tab, mark) : (.specialCharacter(found), mark)
        case "found a tab character that violates indentation": return (.tab, mark)
        case "found undefined tag handle": return (.specialCharacter("!"), mark)
        case "found unknown escape character", "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            return (.escape, mark)
        case "control characters are not allowed": return (.controlCharacter, mark)
        default: return (.unknown, mark)
        }
    }

    /// A colon where no key may end: in a value, after a line whose own colon lacks its space, or in a
    /// line that is indented too far.
    private var strayColon: (YAMLMistake, at: YAMLMark) {
        if hasColon(before: mark) { return (.colonInValue, mark) }
        let indentation = scalars(inLine: mark.line).prefix(while: \.isBlank).count
        if mark.line > 0, let column = colonWithoutSpace(inLine: mark.line - 1) {
            return (.colonWithoutSpace, YAMLMark(line: mark.line - 1, column: column))
        }
        return (.indentation, YAMLMark(line: mark.line, column: indentation))
    }

    /// Whether a key's colon stands earlier on the line.
    private func hasColon(before mark: YAMLMark) -> Bool {
        let before = scalars(inLine: mark.line).prefix(mark.column)
        return zip(before, before.dropFirst()).contains { $0 == ":" && $1.isBlank }
    }

    /// Text where the next key should stand: behind a closing quote, which may be one that was never
    /// meant to close, or at an indentation that fits nothing above.
    private var strayText: (YAMLMistake, at: YAMLMark) {
        if let quoted = lastQuoted, quoted.upperBound.line == mark.line, quoted.upperBound <= mark {
            return quoted.lowerBound.line < mark.line ? (.unclosedQuote, quoted.lowerBound) : (.textAfterQuote, mark)
        }
        return (character(at: mark) == ":" ? .lineWithoutKey : .indentation, mark)
    }

    /// The column of the colon in a line such as `title:Dân vận khéo`.
    private func colonWithoutSpace(inLine number: Int) -> Int? {
        let line = scalars(inLine: number)
        guard let colon = line.firstIndex(of: ":"), colon + 1 < line.count, !line[colon + 1].isBlank else { return nil }
        let key = line[..<colon].drop { $0.isBlank || $0 == "-" }
        return !key.isEmpty && key.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-" }
            ? colon : nil
    }

    private func scalars(inLine number: Int) -> [Unicode.Scalar] {
        var lines = LineCursor(bytes)
        let start = lines.offset(ofLine: number + 1)
        return Array(String(decoding: bytes[start..<lines.end], as: UTF8.self).unicodeScalars)
    }

    private func character(at mark: YAMLMark) -> Unicode.Scalar? {
        let line = scalars(inLine: mark.line)
        return line.indices.contains(mark.column) ? line[mark.column] : nil
    }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}

/// The mistakes that people make in YAML, each with a code, a sentence and the usual remedy.
private enum YAMLMistake {
    case colonInValue, colonWithoutSpace, lineWithoutKey, indentation, listBesideKey
    case unclosedQuote, textAfterQuote, bracket, tab, escape, controlCharacter, unknown
    case specialCharacter(Unicode.Scalar?)

    var code: String {
        switch self {
        case .colonInValue: "yaml-colon-in-value"
        case .colonWithoutSpace: "yaml-colon-without-space"
        case .lineWithoutKey: "yaml-line-without-key"
        case .indentation: "yaml-indentation"
        case .listBesideKey: "yaml-list-beside-key"
        case .unclosedQuote: "yaml-unclosed-quote"
        case .textAfterQuote: "yaml-text-after-quote"
        case .bracket: "yaml-bracket"
        case .tab: "yaml-tab"
        case .escape: "yaml-escape"
        case .controlCharacter: "yaml-control-character"
        case .specialCharacter: "yaml-special-character"
        case .unknown: "yaml-syntax"
        }
    }

    var message: Message {
        switch self {
        case .colonInValue:
            Message(
                vi: "dấu hai chấm này nằm trong một giá trị chưa được đặt trong ngoặc kép",
                en: "this colon stands in a value that has no quotes around it")
        case .colonWithoutSpace:
            Message(vi: "thiếu dấu cách sau dấu hai chấm", en: "there is no space after the colon")
        case .lineWithoutKey:
            Message(vi: "dòng này không có dạng “khóa: giá trị”", en: "this line does not read “key: value”")
        case .indentation:
            Message(
                vi: "dòng này thụt lề không khớp với các dòng phía trên",
                en: "the indentation of this line does not fit the lines above it")
        case .listBesideKey:
            Message(
                vi: "dấu gạch đầu dòng của danh sách đứng cùng dòng với khóa",
                en: "the hyphen of a list stands on the same line as the key")
        case .unclosedQuote:
            Message(vi: "dấu ngoặc kép mở ở đây không được đóng lại", en: "the quote that opens here is not closed")
        case .textAfterQuote:
            Message(
                vi: "sau dấu ngoặc kép đóng còn có chữ",
                en: "there is text behind the closing quote")
        case .bracket:
            Message(
                vi: "danh sách trong ngoặc thiếu dấu phẩy, thừa dấu phẩy hoặc chưa đóng ngoặc",
                en: "the list in brackets lacks a comma, has one too many, or is not closed")
        case .tab:
            Message(vi: "dòng được thụt lề bằng phím Tab", en: "the line is indented with a tab")
        case .escape:
            Message(
                vi: "dấu gạch chéo ngược (\\) trong ngoặc kép có nghĩa riêng và không dùng như vậy được",
                en: "a backslash (\\) within double quotes has a meaning of its own and can't be used like this")
        case .controlCharacter:
            Message(vi: "có ký tự điều khiển không nhìn thấy được", en: "there is an invisible control character")
        case .specialCharacter(let character):
            Message(
                vi: "giá trị bắt đầu bằng ký tự có nghĩa riêng trong YAML\(Self.quoted(character))",
                en: "the value starts with a character that has a meaning of its own in YAML\(Self.quoted(character))")
        case .unknown:
            Message(vi: "không đọc được phần này: sai cú pháp YAML", en: "this can't be read: the YAML syntax is wrong")
        }
    }

    var remedy: Message {
        switch self {
        case .colonInValue, .specialCharacter:
            Message(
                vi: "đặt cả giá trị trong ngoặc kép, ví dụ: title: \"Dân vận khéo: việc nhỏ, nghĩa lớn\"",
                en: "put the whole value in quotes, such as title: \"Dân vận khéo: việc nhỏ, nghĩa lớn\"")
        case .colonWithoutSpace:
            Message(vi: "thêm một dấu cách, ví dụ: “year: 2024”", en: "add a space, as in “year: 2024”")
        case .lineWithoutKey:
            Message(
                vi: "thêm khóa và dấu hai chấm; nếu dòng này viết tiếp dòng trên thì thụt lề hoặc đặt cả giá trị trong ngoặc kép",
                en: "add the key and a colon; if the line carries on the one above, indent it or put the whole value in quotes")
        case .indentation:
            Message(
                vi: "các khóa cùng cấp phải thẳng cột với nhau; mỗi cấp con thụt vào hai dấu cách",
                en: "keys of one level start in the same column; each level below is indented by two spaces")
        case .listBesideKey:
            Message(
                vi: "xuống dòng sau khóa, rồi ghi mỗi mục của danh sách trên một dòng “- …”",
                en: "start a new line after the key and write each item on a line “- …”")
        case .unclosedQuote:
            Message(
                vi: "thêm dấu ngoặc kép ở cuối giá trị; bên trong giá trị hãy dùng ngoặc kép cong “…”",
                en: "add a quote at the end of the value; within the value, use curly quotes “…”")
        case .textAfterQuote:
            Message(
                vi: "đặt cả giá trị trong một cặp ngoặc kép; bên trong dùng ngoặc kép cong “…”",
                en: "put the whole value in one pair of quotes; within it, use curly quotes “…”")
        case .bracket:
            Message(
                vi:
                    "ngăn các mục bằng một dấu phẩy, đóng ngoặc ] hoặc }; đặt trong ngoặc kép mục nào có dấu phẩy, hai chấm hay ngoặc",
                en: "separate the items with one comma and close with ] or }; quote items that hold commas, colons or brackets")
        case .tab: Message(vi: "thay Tab bằng dấu cách", en: "use spaces instead of the tab")
        case .escape:
            Message(
                vi: "dùng dấu gạch chéo xuôi (/), hoặc viết hai dấu (\\\\)",
                en: "use a forward slash (/), or write two backslashes (\\\\)")
        case .controlCharacter:
            Message(vi: "xóa ký tự này rồi gõ lại chỗ đó", en: "delete the character and type the place anew")
        case .unknown:
            Message(
                vi: "so sánh với một tệp đã dùng được; kiểm tra dấu hai chấm, ngoặc kép và thụt lề ở dòng này và dòng trên",
                en: "compare it with a file that works; look at colons, quotes and indentation here and a line above")
        }
    }

    private static func quoted(_ character: Unicode.Scalar?) -> String {
        character.map { " (\($0))" } ?? ""
    }
}
