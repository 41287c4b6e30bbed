import Diagnostics

/// What can be wrong with a table, whatever it is about.
enum CSVProblem {
    static func noHeader(path: String) -> Diagnostic {
        Diagnostic(
            .error, "csv-no-header", Message(vi: "tệp trống, không có hàng tiêu đề", en: "the file is empty: it has no header row"),
            at: SourcePlace(path: path, line: 1),
            remedy: Message(vi: "ghi tên các cột ở hàng đầu tiên", en: "name the columns in the first row"))
    }

    static func tooManyColumns(_ count: Int, limit: Int, path: String, line: Int) -> Diagnostic {
        Diagnostic(
            .error, "csv-too-many-columns",
            Message(vi: "hàng tiêu đề có \(count) cột, nhiều hơn \(limit)", en: "the header has \(count) columns, more than \(limit)"),
            at: SourcePlace(path: path, line: line),
            remedy: Message(
                vi: "kiểm tra xem đây có phải tệp CSV không; xóa các cột trống trong bảng tính rồi lưu lại",
                en: "see whether this is a CSV file; delete empty columns in the spreadsheet and save again"))
    }

    /// What spreadsheets write in the place of a value that a formula could not give.
    static let errorValues: Set<String> = [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!",
    ]

    static func errorValue(_ text: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "csv-error-value",
            Message(
                vi: "ô này chỉ có “\(text)”: bảng tính không tính được công thức",
                en: "the cell holds only “\(text)”: a formula of the spreadsheet failed"),
            at: place,
            remedy: Message(
                vi: "mở bảng tính, sửa công thức hoặc ghi giá trị vào ô (cột hẹp hiện ##### thì nới rộng), rồi lưu lại",
                en: "open the spreadsheet, mend the formula or write the value (widen a column that shows #####), and save again"))
    }

    static func rowInOneCell(_ separator: String, at place: SourcePlace) -> Diagnostic {
        let name = separator == "\t" ? "Tab" : separator
        return Diagnostic(
            .error, "csv-row-in-one-cell",
            Message(
                vi: "cả hàng tiêu đề nằm trong một ô: dấu ngăn cách (\(name)) ở bên trong ngoặc kép",
                en: "the whole header is one cell: the separators (\(name)) stand within quotes"),
            at: place,
            remedy: Message(
                vi: "mở tệp bằng bảng tính, dùng Dữ liệu > Văn bản thành cột (Text to Columns) để tách ô, rồi lưu lại kiểu “CSV UTF-8”",
                en: "open it in a spreadsheet, part the cells with Data > Text to Columns, and save it as “CSV UTF-8”"))
    }

    static func emptyColumnName(number: Int, at place: SourcePlace, holding cell: SourcePlace? = nil) -> Diagnostic {
        Diagnostic(
            .error, "csv-empty-column-name",
            Message(vi: "cột thứ \(number) không có tên ở hàng tiêu đề", en: "column \(number) has no name in the header row"),
            at: place,
            remedy: Message(
                vi: "đặt tên cho cột, hoặc xóa hẳn cột trống trong bảng tính rồi lưu lại",
                en: "name the column, or delete the empty column in the spreadsheet and save again"),
            notes: cell.map { [.init(Message(vi: "ô đầu tiên có chữ của cột ấy", en: "its first cell that holds something"), at: $0)] }
                ?? [])
    }

    static func duplicateColumn(_ name: Located<String>, earlier: Located<String>, path: String) -> Diagnostic {
        Diagnostic(
            .error, "csv-duplicate-column",
            Message(vi: "có hai cột cùng tên “\(name.value)”", en: "two columns are named “\(name.value)”"),
            at: name.place(in: path),
            remedy: Message(vi: "đổi tên hoặc xóa một trong hai cột", en: "rename or delete one of them"),
            notes: [.init(Message(vi: "cột thứ nhất ở đây", en: "the first one is here"), at: earlier.place(in: path))])
    }

    static func raggedRow(found: Int, width: Int, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "csv-row-width",
            Message(
                vi: "hàng này có \(found) ô, tiêu đề có \(width) cột", en: "this row has \(found) cells, the header \(width) columns"),
            at: place,
            remedy: Message(
                vi: "đặt trong ngoặc kép những ô có dấu ngăn cách bên trong; thêm ô trống cho những cột thiếu",
                en: "put cells that hold the separator in quotes; add empty cells for missing columns"))
    }

    static func furtherRaggedRows(_ count: Int, path: String) -> Diagnostic {
        Diagnostic(
            .error, "csv-row-width",
            Message(
                vi: "còn \(count) hàng nữa có số ô khác số cột", en: "\(count) more rows have not as many cells as there are columns"),
            at: SourcePlace(path: path),
            remedy: Message(
                vi: "có lẽ tệp được lưu với dấu ngăn cách khác; mở bằng bảng tính rồi lưu lại kiểu “CSV UTF-8”",
                en: "the file may have been saved with another separator: open it in a spreadsheet and save it as “CSV UTF-8”"))
    }

    static func blankBehindComma(_ whole: String, at place: SourcePlace) -> Diagnostic {
        let quoted = "\"" + whole.replacing("\"", with: "\"\"") + "\""
        return Diagnostic(
            .warning, "csv-blank-behind-comma",
            Message(
                vi: "ô này bắt đầu bằng dấu cách: có thể “\(whole)” vốn là một ô, bị dấu phẩy tách làm hai",
                en: "the cell begins with a blank: “\(whole)” may have been one cell, which its comma parted"),
            at: place,
            remedy: Message(
                vi: "nếu là một ô thì viết \(quoted) và thêm lại ô trống đã mất; nếu là hai ô thì xóa dấu cách sau dấu phẩy",
                en: "if it is one cell, write \(quoted) and add the empty cell that went; if it is two, delete the blank"))
    }

    /// - Parameter end: the quote that would close it, where there is text behind that one.
    static func unclosedQuote(at place: SourcePlace, closedAt end: SourcePlace? = nil) -> Diagnostic {
        Diagnostic(
            .error, "csv-unclosed-quote",
            Message(
                vi: "dấu ngoặc kép mở ở đây không được đóng lại, nên không đọc được phần còn lại của bảng",
                en: "the quote that opens here is never closed, so the rest of the table can't be read"),
            at: place,
            remedy: Message(
                vi: "thêm dấu ngoặc kép ở cuối ô; dấu ngoặc kép nằm trong ô phải viết hai lần (\"\")",
                en: "add a quote at the cell's end; a quote within a cell is written twice (\"\")"),
            notes: end.map {
                [
                    .init(
                        Message(
                            vi: "dấu ngoặc kép tiếp theo ở đây, mà sau nó còn có chữ: ô này chắc là của hàng khác",
                            en: "the next quote is here, with text behind it: this is most probably a cell of another row"), at: $0)
                ]
            } ?? [])
    }

    static func textAfterQuote(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "csv-text-after-quote",
            Message(vi: "sau dấu ngoặc kép đóng còn có chữ", en: "there is text behind the closing quote"),
            at: place,
            remedy: Message(
                vi: "đặt cả ô trong một cặp ngoặc kép; dấu ngoặc kép nằm trong ô phải viết hai lần (\"\")",
                en: "put the whole cell in one pair of quotes; a quote within a cell is written twice (\"\")"))
    }

    static func missingColumn(_ name: String, nearest: String?, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "csv-missing-column", Message(vi: "thiếu cột “\(name)”", en: "the column “\(name)” is missing"),
            at: place,
            remedy: nearest.map {
                Message(
                    vi: "đổi tên cột “\($0)” thành “\(name)” nếu đó là cột này",
                    en: "rename the column “\($0)” to “\(name)” if that is it")
            } ?? Message(vi: "thêm cột này vào bảng", en: "add it to the table"))
    }

    static func unknownColumn(_ name: Located<String>, known: [String], path: String) -> Diagnostic {
        Diagnostic(
            .error, "csv-unknown-column",
            Message(vi: "không có cột nào tên là “\(name.value)”", en: "there is no column “\(name.value)”"),
            at: name.place(in: path),
            remedy: ValueReading.nearestAndKnown(name.value, among: known, Message(vi: "các cột dùng được", en: "known columns")))
    }
}
