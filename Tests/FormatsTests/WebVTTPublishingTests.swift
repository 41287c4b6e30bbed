import Foundation
import Testing

@testable import Formats

/// Captions are shown as they were written, whatever a browser takes for markup (faults: P2; ffmpeg 5.1 escapes nothing).
@Suite struct WebVTTPublishingTests {
    struct Line: Sendable, CustomTestStringConvertible {
        var written: String
        var published: String
        var testDescription: String { written }
        init(_ written: String, _ published: String? = nil) {
            (self.written, self.published) = (written, published ?? written)
        }
    }

    static let lines = [
        Line("Cả thôn trồng hoa."),
        Line("còn <5 hộ nghèo", "còn &lt;5 hộ nghèo"),
        Line("từ <5 xuống >3", "từ &lt;5 xuống >3"),
        Line("1 < 2 và 3 > 2", "1 &lt; 2 và 3 > 2"),
        Line("a<b và c>d", "a&lt;b và c>d"),
        Line("<Đi làm thôi>", "&lt;Đi làm thôi>"),
        Line("<tiếng vỗ tay>", "&lt;tiếng vỗ tay>"),
        Line("<>", "&lt;>"), Line("<", "&lt;"), Line("<<i>nhỏ</i>", "&lt;<i>nhỏ</i>"),
        Line("việc 1 --> việc 2", "việc 1 --&gt; việc 2"),
        Line("<v a-->b", "&lt;v a--&gt;b"),
        Line("Tom & Jerry", "Tom &amp; Jerry"), Line("R&D;", "R&amp;D;"), Line("&lt;5 hộ, &amp; &#7843; &#x1EA3;"),
        Line("&copy 2024", "&amp;copy 2024"),
        Line("<i>nghiêng</i>, <b.to>đậm</b>, <u>gạch</u>, <c.vang>màu</c>"),
        Line("<v Bà Lan>Xin chào</v> <lang vi>ạ</lang>"), Line("<00:01.500>từng <00:00:02.000>chữ"), Line("<ruby>漢<rt>Hán</rt></ruby>"),
        Line("<v>không ai</v>", "&lt;v>không ai</v>"),
        Line("<font color=\"#ffff00\">vàng</font>", "vàng"), Line("<em>nhấn</em>", "nhấn"),
        Line("Một<br>hai", "Một\nhai"), Line("Một<br/><br />hai", "Một\nhai"), Line("<br>Một<br>", "Một"),
    ]

    @Test(arguments: lines) func aLineIsShownAsItWasWritten(_ line: Line) throws {
        let head = "WEBVTT - Phụ đề & <lời>\n\nNOTE <5 --- &\n\n1\n00:00:00.000 --> 00:00:03.000\n"
        let tail = "\n\n00:00:03.000 --> 00:00:04.000\nHết.\n"
        let published = WebVTT.published(Array((head + line.written + tail).utf8))
        #expect(String(decoding: published, as: UTF8.self) == head + line.published + tail)
        // As a browser reads it: no caption lost, none emptied.
        let captions = try WebVTT(published)
        #expect(captions.cues.map(\.text) == [line.published, "Hết."])
        #expect(WebVTT.published(published) == published, "what is published is never escaped twice")
    }

    /// Whatever needs no escaping stays, byte for byte: order marks, line ends, remarks, styles.
    @Test(arguments: ["\n", "\r\n", "\r"]) func aSoundFileStaysAsItIs(end: String) {
        let lines = ["WEBVTT", "Kind: captions", "", "STYLE", "::cue(b) { color: white }", "", "00:01.000 --> 00:02.000", "<b>Một</b>", ""]
        let bytes = [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: end).utf8)
        #expect(WebVTT.published(bytes) == bytes)
        let other = [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: end).replacing("<b>Một</b>", with: "Một <2").utf8)
        #expect(
            WebVTT.published(other) == [0xEF, 0xBB, 0xBF]
                + Array(lines.joined(separator: end).replacing("<b>Một</b>", with: "Một &lt;2").utf8))
    }

    /// Browsers begin a caption at every line of times, with or without an empty line before it.
    @Test func aCaptionMayFollowAtOnce() throws {
        let captions = try WebVTT(Array("WEBVTT\n00:01.000 --> 00:02.000\nMột\n00:02.000 --> 00:03.000\nHai\n".utf8))
        #expect(captions.cues.map(\.text) == ["Một", "Hai"])
        #expect(captions.textLines.map(\.number) == [3, 5])
    }

    @Test func captionsWithoutWordsAreKnown() throws {
        let captions = try WebVTT(Array("WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\nHai\n".utf8))
        #expect(captions.cues.map(\.text) == ["", "Hai"] && captions.emptyCueLines == [3])
    }
}
