import Formats
import Testing

/// Captions as browsers read them, and what is said of those that they don't.
@Suite struct WebVTTTests {
    @Test func captionsHaveTheirTimesAndWords() throws {
        let captions = try WebVTT(
            Array(
                """
                WEBVTT - Phụ đề minh họa
                Kind: captions

                NOTE Một ghi chú
                hai dòng

                STYLE
                ::cue { color: white }

                1
                00:00:00.000 --> 00:00:03.300
                127 hộ hiến đất.

                01:03.300 --> 100:00:07.000 align:start position:0%
                Nghe đủ rồi mới bàn,
                bàn kỹ rồi mới làm.

                """.utf8))
        #expect(
            captions.cues == [
                WebVTT.Cue(start: 0, end: 3300, text: "127 hộ hiến đất."),
                WebVTT.Cue(start: 63_300, end: 360_007_000, text: "Nghe đủ rồi mới bàn,\nbàn kỹ rồi mới làm."),
            ])
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func linesEndAnyWay(end: String) throws {
        let lines = ["WEBVTT", "", "00:01.000 --> 00:02.000", "Một", "", "00:02.000 --> 00:03.000", "Hai"]
        let captions = try WebVTT([0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: end).utf8))
        #expect(captions.cues.map(\.text) == ["Một", "Hai"])
    }

    static let broken: [(String, WebVTT.Problem.Kind, Int)] = [
        ("", .noSignature, 1),
        ("Phụ đề\n\n00:01.000 --> 00:02.000\nMột\n", .noSignature, 1),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nMột\n", .noSignature, 1),
        ("1\r\n00:00:01,000 --> 00:00:02,000\r\nMột\r\n", .isSubRip, 1),
        ("WEBVTT\n", .noCues, 1),
        ("WEBVTT\n\nNOTE chỉ có ghi chú\n", .noCues, 1),
        ("WEBVTT\n\n1\n00:00:01,000 --> 00:00:02.000\nMột\n", .timing("00:00:01,000 --> 00:00:02.000"), 4),
        ("WEBVTT\n\n00:01.000 -->\nMột\n", .timing("00:01.000 -->"), 3),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\nMột\n", .timing("00:61.000 --> 00:62.000"), 3),
        ("WEBVTT\n\n1:01.000 --> 1:02.000\nMột\n", .timing("1:01.000 --> 1:02.000"), 3),
        ("WEBVTT\n\n00:01.00 --> 00:02.00\nMột\n", .timing("00:01.00 --> 00:02.00"), 3),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nMột\n", .endsBeforeItBegins, 3),
        ("WEBVTT\n\n00:02.000 --> 00:03.000\nMột\n\n\n00:01.000 --> 00:03.000\nHai\n", .outOfOrder, 7),
        ("WEBVTT\n\n00:02.000 --> 00:03.000\nMột\n\nHai\nba\n", .noTiming, 6),
    ]

    @Test(arguments: broken) func whatIsWrongHasALine(_ text: String, _ kind: WebVTT.Problem.Kind, _ line: Int) {
        do throws(WebVTT.Problem) {
            _ = try WebVTT(Array(text.utf8))
            Issue.record("nothing was wrong with \(text)")
        } catch {
            #expect(error.kind == kind)
            #expect(error.line == line)
        }
    }

    @Test func oldEncodingsAreNoCaptions() {
        #expect(throws: WebVTT.Problem.self) { try WebVTT(Array("WEBVTT\n\n00:01.000 --> 00:02.000\n".utf8) + [0xE0, 0x20, 0x41]) }
    }
}
