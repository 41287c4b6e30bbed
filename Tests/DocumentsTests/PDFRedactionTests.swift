import TestSupport
import Testing

@testable import Documents

/// A PDF is published without what tells of its making, and with nothing moved (faults: R3).
@Suite struct PDFRedactionTests {
    private static let secret = "Phạm Thị Thư Ký"

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var pdf: [UInt8]
        var testDescription: String { name }
        init(_ name: String, _ pdf: PDFBuilder) { self.init(name, "/Root 1 0 R", pdf) }
        init(_ name: String, _ trailer: String, _ pdf: PDFBuilder) {
            (self.name, self.pdf) = (name, pdf.bytes(trailer: trailer))
        }
    }

    private static func with(_ page: PDFBuilder = .page("Bai"), _ change: (inout PDFBuilder) -> Void) -> PDFBuilder {
        var pdf = page
        change(&pdf)
        return pdf
    }

    private static let hexadecimal = "<" + secret.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + ">"

    static let cleaned: [Case] = [
        Case("the author", "/Root 1 0 R /Info 6 0 R", with { $0.add("<< /Author (\(secret)) /Producer (Writer) >>") }),
        Case(
            "brackets and backslashes", "/Root 1 0 R /Info 6 0 R",
            with { $0.add("<< /Author (a \\) ( b ) \\\\\(secret)) /Trapped /False >>") }),
        Case("properties in the trailer", "/Root 1 0 R /Info << /Author (\(secret)) >>", with { _ in }),
        Case(
            "a string of its own", "/Root 1 0 R /Info 6 0 R",
            with {
                $0.add("<< /Author 7 0 R >>"); $0.add("(\(secret))")
            }),
        Case(
            "XMP",
            with(.page("Bai", catalogue: "/Metadata 6 0 R")) {
                $0.addStream("/Type /Metadata /Subtype /XML", Array("<x>\(secret)</x>".utf8))
            }),
        Case(
            "packed XMP",
            with(.page("Bai", catalogue: "/Metadata 6 0 R")) {
                $0.addStream("/Type /Metadata /Subtype /XML /Filter /FlateDecode", PDFBuilder.stored("<x>\(secret)</x>"))
            }),
        Case(
            "XMP whose length stands elsewhere",
            with { pdf in
                pdf.add("<< /Type /Metadata /Subtype /XML /Length 7 0 R >>\nstream\n<x>\(secret)</x>\nendstream")
                pdf.add("27")
            }),
        Case(
            "who wrote a remark",
            with(.page("Bai", page: "/Annots [6 0 R]")) {
                $0.add("<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Sua) /T (\(secret)) /M (D:20240605) >>")
            }),
        Case("a program's own data", with(.page("Bai", page: "/PieceInfo << /App << /Private (\(secret)) >> >>")) { _ in }),
        Case("Ghostscript's command", with { $0.remark = "%%Invocation: gs -sOutputFile=/home/\(secret)/qd.pdf\n" }),
        Case(
            "what a camera wrote",
            with {
                let exif = Array("Exif\0\0MM\(secret)".utf8)
                $0.addStream(
                    "/Type /XObject /Subtype /Image /Width 16 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode",
                    [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + SamplePicture.jpeg.dropFirst(2))
            }),
    ]

    @Test(arguments: cleaned) func itIsGoneAndNothingMoved(_ sample: Case) throws {
        let secret = Array(Self.secret.utf8)
        #expect(sample.pdf.contains(run: secret), "the sample must hold it")
        let redaction = try PDFRedaction(of: sample.pdf)
        #expect(redaction.remains == PDFRedaction.Remains())
        let clean = redaction.applied(to: sample.pdf)
        #expect(clean.count == sample.pdf.count)
        #expect(!clean.contains(run: secret))
        // What is shown stays, every object is where the table says, and nothing is left to do.
        #expect(clean.contains(run: Array("(Bai) Tj".utf8)))
        let before = try PDFObjects(sample.pdf), after = try PDFObjects(clean)
        #expect(before.objects.map(\.number) == after.objects.map(\.number))
        #expect(before.objects.map(\.stream) == after.objects.map(\.stream))
        #expect(try PDFRedaction(of: clean).applied(to: clean) == clean)
    }

    /// What an earlier version of the file said lies in it still.
    @Test func propertiesOfAnEarlierVersionGoToo() throws {
        let first = Self.with { $0.add("<< /Author (\(Self.secret)) >>") }.bytes(trailer: "/Root 1 0 R /Info 6 0 R")
        let pdf =
            first
            + Array("7 0 obj\n<< /Author () >>\nendobj\nxref\n0 0\ntrailer\n<< /Root 1 0 R /Info 7 0 R >>\nstartxref\n0\n%%EOF\n".utf8)
        let clean = try PDFRedaction(of: pdf).applied(to: pdf)
        #expect(!clean.contains(run: Array(Self.secret.utf8)) && clean.count == pdf.count)
    }

    @Test func hexadecimalStringsAreEmptiedToo() throws {
        let pdf = Self.with { $0.add("<< /Author \(Self.hexadecimal) >>") }.bytes(trailer: "/Root 1 0 R /Info 6 0 R")
        let clean = try PDFRedaction(of: pdf).applied(to: pdf)
        #expect(!clean.contains(run: Array(Self.hexadecimal.utf8.dropFirst().prefix(6))) && clean.count == pdf.count)
    }

    /// What lies packed can't be overwritten: it is named, and readers are no longer led there.
    @Test func packedPropertiesAreNamed() throws {
        let packed = "6 0 << /Author (\(Self.secret)) /Producer () /Creator (Word) >>"
        let pdf = Self.with {
            $0.add("null")
            $0.addStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", PDFBuilder.stored(packed))
        }.bytes(trailer: "/Root 1 0 R /Info 6 0 R")
        let redaction = try PDFRedaction(of: pdf)
        #expect(redaction.remains == PDFRedaction.Remains(properties: ["Author", "Creator"]))
        #expect(!redaction.applied(to: pdf).contains(run: Array("/Info".utf8)))
    }

    @Test func whatIsPackedOtherwiseIsSaid() throws {
        let pdf = Self.with { $0.addStream("/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode", [1, 2, 3]) }.bytes(trailer: "/Root 1 0 R")
        #expect(try PDFRedaction(of: pdf).remains.hasUnreadParts)
    }

    /// Another byte would break the signature.
    @Test func aSignedDocumentStaysAsItIs() throws {
        let pdf = Self.with {
            $0.add("<< /Author (\(Self.secret)) >>")
            $0.add("<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00ff> >>")
        }.bytes(trailer: "/Root 1 0 R /Info 6 0 R")
        let redaction = try PDFRedaction(of: pdf)
        #expect(redaction.remains == PDFRedaction.Remains(isSigned: true, properties: ["Author"]))
        #expect(redaction.applied(to: pdf) == pdf)
    }

    static let refused: [(String, [UInt8], PDFError)] = [
        ("text", Array("Không phải PDF".utf8), .notAPDF),
        ("half a PDF", Array(cleaned[0].pdf.prefix(cleaned[0].pdf.count / 2)), .truncated),
        ("no end", Array(cleaned[0].pdf.dropLast(8)), .truncated),
        // Readers look for the mark; cleaning would overwrite these, and the copy would have none.
        ("an end within a remark", replacingEnd("% x%%EOF"), .truncated),
        ("an end within a string", replacingEnd("(%%EOF)"), .truncated),
        (
            "a root in a packed table",
            with {
                $0.addStream("/Type /ObjStm /N 1 /First 4", Array("9 0 << /Type /XRef /Root 1 0 R >>".utf8))
            }.bytes(trailer: ""), .malformed(what: "no root")
        ),
        ("no root", PDFBuilder.page("Bai").bytes(trailer: ""), .malformed(what: "no root")),
        ("a password", PDFBuilder.page("Bai").bytes(trailer: "/Root 1 0 R /Encrypt << /Filter /Standard >>"), .encrypted),
        ("JavaScript", with { $0.add("<< /S /JavaScript /JS (app.alert\\(1\\)) >>") }.bytes(trailer: "/Root 1 0 R"), .holds(.javaScript)),
        (
            "JavaScript under another spelling", with { $0.add("<< /S /J#61vaScript >>") }.bytes(trailer: "/Root 1 0 R"),
            .holds(.javaScript)
        ),
        (
            "JavaScript in a packed object",
            with {
                $0.addStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", PDFBuilder.stored("9 0 << /S /JavaScript /JS (1) >>"))
            }.bytes(trailer: "/Root 1 0 R"), .holds(.javaScript)
        ),
        ("a program to start", with { $0.add("<< /S /Launch /F (cmd.exe) >>") }.bytes(trailer: "/Root 1 0 R"), .holds(.launch)),
        ("a form that is sent", with { $0.add("<< /S /SubmitForm /F (x) >>") }.bytes(trailer: "/Root 1 0 R"), .holds(.submission)),
        (
            "a file within", with { $0.add("<< /Type /Filespec /F (ds.xlsx) /EF << /F 7 0 R >> >>") }.bytes(trailer: "/Root 1 0 R"),
            .holds(.attachment)
        ),
    ]

    private static func replacingEnd(_ end: String) -> [UInt8] {
        Array(cleaned[0].pdf.dropLast("%%EOF\n".utf8.count)) + Array("\(end)\n".utf8)
    }

    /// Places in what is unpacked mean nothing in the file.
    @Test func aPackedTableIsNoTrailer() throws {
        let packed = Array("9 0 << /Type /XRef /Info << /Author (\(String(repeating: "x", count: 60))) >> >>".utf8)
        let pdf = Self.with { $0.addStream("/Type /ObjStm /N 1 /First 4", packed) }.bytes(trailer: "/Root 1 0 R")
        #expect(try PDFRedaction(of: pdf).applied(to: pdf) == pdf)
    }

    /// Only the mark itself is kept of its line.
    @Test func whatStandsBehindTheEndIsBlanked() throws {
        let pdf = Self.replacingEnd("%%EOF \(Self.secret)")
        let clean = try PDFRedaction(of: pdf).applied(to: pdf)
        #expect(!clean.contains(run: Array(Self.secret.utf8)) && clean.contains(run: Array("\n%%EOF ".utf8)))
    }

    @Test(arguments: refused) func whatIsNoPlainDocumentIsRefused(_ name: String, _ pdf: [UInt8], _ error: PDFError) throws {
        #expect(throws: error) { try PDFRedaction(of: pdf) }
    }

    /// No byte of a hostile file is an index that is trusted: any change is answered, and what comes out is as long.
    @Test func changedDocumentsAreAnswered() throws {
        for sample in [Self.cleaned[0], Self.cleaned[5]] {
            for index in sample.pdf.indices {
                for value in [UInt8(ascii: "("), UInt8(ascii: "9"), 0xFF] {
                    var changed = sample.pdf
                    changed[index] = value
                    guard let redaction = try? PDFRedaction(of: changed) else { continue }
                    let clean = redaction.applied(to: changed)
                    #expect(clean.count == changed.count)
                    // A cleaned document is taken again, and nothing is left to do.
                    #expect(try PDFRedaction(of: clean).applied(to: clean) == clean, "\(value) at \(index)")
                }
            }
        }
    }

    @Test func deepValuesAreRefusedAndLongOnesTakeNoSquareOfTime() throws {
        let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
        #expect(throws: PDFError.malformed(what: "values too deep in one another")) {
            try PDFRedaction(of: Self.with { $0.add(deep) }.bytes(trailer: "/Root 1 0 R"))
        }
        for filler in ["1 0 R ", "1 % x\n", "(a) ", "/A ", "[1 2] "] {
            let long = "[" + String(repeating: filler, count: 10_000) + "]"
            _ = try PDFRedaction(of: Self.with { $0.add(long) }.bytes(trailer: "/Root 1 0 R"))
        }
    }
}

extension [UInt8] {
    /// Whether `part` stands anywhere in these bytes.
    fileprivate func contains(run part: [UInt8]) -> Bool {
        guard part.count <= count else { return false }
        return (0...count - part.count).contains { self[$0] == part[0] && self[$0..<$0 + part.count].elementsEqual(part) }
    }
}
