/// Looks through texts for what they tell of people.
///
/// What it finds depends on the text alone; the scanner is there to use its memory for one text after the other.
/// A finding is a reason to look, never a proof: each kind says in its own file what it looks for, where that
/// comes from, and what it is known to take for it wrongly.
///
/// Four steps, each on less text than the one before: `Sieve` finds the paragraphs of the source that may tell
/// something at all; `TextRenderer` makes of these what readers see, since a number that is broken by a line end or
/// by emphasis is one number to them; that is parted into words, numbers and marks, and the words that mean
/// something are marked; there the kinds look. What they find is told where it stands in the source.
package struct PersonalDataScanner {
    private var tokens: [Token] = []

    package init() {}

    /// What a text tells, in its order.
    ///
    /// - Parameter bytes: valid UTF-8 in NFC.
    package mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, as form: TextForm) -> [PersonalDataFinding] {
        var sieve = Sieve(bytes, form)
        var findings: [PersonalDataFinding] = []
        while let paragraph = sieve.next() { read(bytes, paragraph, form, sieve.isMarked, into: &findings) }
        return findings
    }

    /// What a text tells, in its order.
    package mutating func scan(_ text: String, as form: TextForm = .prose) -> [PersonalDataFinding] {
        var text = text
        return text.withUTF8 { scan($0, as: form) }
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>, _ form: TextForm, _ isMarked: Bool,
        into all: inout [PersonalDataFinding]
    ) {
        if TextRenderer.isPlain(bytes, paragraph, as: form) {
            search(
                UnsafeBufferPointer(rebasing: bytes[paragraph]), as: form, isMarked: isMarked, into: &all,
                source: { $0.lowerBound + paragraph.lowerBound..<$0.upperBound + paragraph.lowerBound })
            return
        }
        var renderer = TextRenderer(bytes, paragraph, as: form)
        renderer.run()
        var findings: [PersonalDataFinding] = []
        search(renderer.output, as: form, isMarked: isMarked, isTable: renderer.isTable, into: &findings)
        for destination in renderer.destinations {
            var address = TextRenderer(bytes, destination, as: .name)
            address.run()
            search(address.output, as: .name, isMarked: isMarked, from: .path, into: &findings)
        }
        if renderer.isTable {
            for cell in TableCells.underHeadings(of: renderer.output) {
                search(cell, as: .prose, isMarked: isMarked, into: &findings)
            }
        }
        findings.sort { $0.range.lowerBound < $1.range.lowerBound }
        all += findings
    }

    private mutating func search(
        _ rendered: RenderedText, as form: TextForm, isMarked: Bool, isTable: Bool = false,
        from zone: Token.Zone = .text,
        into findings: inout [PersonalDataFinding]
    ) {
        rendered.bytes.withUnsafeBufferPointer { bytes in
            search(bytes, as: form, isMarked: isMarked, isTable: isTable, from: zone, into: &findings) {
                rendered.source(of: $0)
            }
        }
    }

    /// - Parameter source: where rendered bytes come from.
    private mutating func search(
        _ bytes: UnsafeBufferPointer<UInt8>, as form: TextForm, isMarked: Bool, isTable: Bool = false,
        from zone: Token.Zone = .text, into findings: inout [PersonalDataFinding], source: (Range<Int>) -> Range<Int>
    ) {
        let hasMarks = Tokenizer.read(bytes, from: zone, into: &tokens)
        (hasMarks || isMarked ? Lexicon.marked : Lexicon.unmarked).annotate(&tokens)
        tokens.withUnsafeBufferPointer { tokens in
            let text = ReadText(bytes: bytes, tokens: tokens, form: form, isTable: isTable)
            for finding in Search.findings(in: text) {
                var finding = finding
                finding.range = source(finding.range)
                let isKnown = findings.contains { $0.kind == finding.kind && $0.range.overlaps(finding.range) }
                if !isKnown { findings.append(finding) }
            }
        }
    }
}
