import Diagnostics

/// Runs a program over one record.
struct TemplateInterpreter<Frames: RenderFrames> {
    /// How many templates and blocks may be open in each other: far more than layouts and trees of
    /// places need, and few enough for a thread's stack.
    static var depthLimit: Int { 100 }

    private let program: TemplateProgram<Frames>
    private var frames: Frames
    private var depth = 0
    /// The indentation of all calls that are open; in force is what follows `marginStart`.
    private var margin: [UInt8] = []
    private var marginStart = 0

    init(_ program: TemplateProgram<Frames>, root: TemplateValue) {
        self.program = program
        self.frames = Frames(root: root, table: program.table)
    }

    mutating func run(into output: inout [UInt8]) throws(TemplateError) {
        try execute(program.routines[0], &output)
    }

    private mutating func execute(_ range: Range<Int>, _ output: inout [UInt8]) throws(TemplateError) {
        var index = range.lowerBound
        while index < range.upperBound {
            let next = index + 1
            switch program.instructions[index] {
            case .literal(let piece):
                write(piece, &output)
            case .escaped(let address):
                if case .text(let text) = frames.value(at: address) { HTMLEscape.append(text, to: &output) }
            case .address(let address, let isWhole, let site):
                guard case .text(let text) = frames.value(at: address) else { break }
                guard Self.isHarmless(text, isWhole: isWhole) else {
                    throw TemplateError(.unsafeAddress, at: program.sites[Int(site)])
                }
                HTMLEscape.append(text, to: &output)
            case .raw(let address):
                // Text is printed so by lenient templates only; strict ones don't compile.
                switch frames.value(at: address) {
                case .html(let bytes): output.append(contentsOf: bytes)
                case .text(let text): output.append(contentsOf: text.utf8)
                default: break
                }
            case .margin:
                output.append(contentsOf: margin[marginStart...])
            case .section(let address, let frame, let end, let site):
                try repeatSection(next..<Int(end), over: frames.value(at: address), frame, site, &output)
                index = Int(end)
                continue
            case .inverted(let address, let end):
                if frames.value(at: address).isTrue {
                    index = Int(end)
                    continue
                }
            case .call(let routine, let callMargin, let site):
                try call(Int(routine), callMargin, site, &output)
            }
            index = next
        }
    }

    /// Whether a value may begin an address, or go on with one.
    private static func isHarmless(_ text: String, isWhole: Bool) -> Bool {
        // Nearly all addresses are paths, or begin as those of the web do.
        switch text.utf8.first {
        case nil, UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "."): return true
        default: break
        }
        guard isWhole else {
            let head = text.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
            return !head.contains(UInt8(ascii: ":"))
        }
        return text.utf8.starts(with: "https://".utf8) || LinkScheme.refused(in: text) == nil
    }

    // MARK: Sections

    private mutating func repeatSection(
        _ body: Range<Int>, over value: TemplateValue, _ frame: TemplateFrame, _ site: Int32, _ output: inout [UInt8]
    ) throws(TemplateError) {
        guard value.isTrue else { return }
        let saved = frames.save(frame)
        defer { frames.restore(saved, frame) }
        switch value {
        case .records(let records):
            for record in records {
                guard frames.enter(record, frame) else { throw wrongShape(site) }
                try execute(body, &output)
            }
        case .list(let values):
            for value in values {
                guard frames.enter(value, frame) else { throw wrongShape(site) }
                try execute(body, &output)
            }
        default:
            guard frames.enter(value, frame) else { throw wrongShape(site) }
            try execute(body, &output)
        }
    }

    private func wrongShape(_ site: Int32) -> TemplateError {
        TemplateError(.wrongShape, at: program.sites[Int(site)])
    }

    // MARK: Calls

    private mutating func call(
        _ routine: Int, _ callMargin: TemplateProgram<Frames>.Margin, _ site: Int32, _ output: inout [UInt8]
    ) throws(TemplateError) {
        guard depth < Self.depthLimit else { throw TemplateError(.tooDeep(limit: Self.depthLimit), at: program.sites[Int(site)]) }
        let (outerStart, outerEnd) = (marginStart, margin.count)
        switch callMargin {
        case .none: marginStart = outerEnd
        case .further(let piece): margin.append(contentsOf: program.literals[piece.range])
        }
        depth += 1
        defer {
            depth -= 1
            margin.removeSubrange(outerEnd...)
            marginStart = outerStart
        }
        try execute(program.routines[routine], &output)
    }

    // MARK: Literals

    private func write(_ piece: TemplateProgram<Frames>.Piece, _ output: inout [UInt8]) {
        program.literals.withUnsafeBufferPointer { literals in
            let bytes = UnsafeBufferPointer(rebasing: literals[piece.range])
            if margin.count == marginStart {
                output.append(contentsOf: bytes)
            } else {
                writeIndented(bytes, startsLine: piece.startsLine, &output)
            }
        }
    }

    /// Empty lines stay empty.
    private func writeIndented(_ bytes: UnsafeBufferPointer<UInt8>, startsLine: Bool, _ output: inout [UInt8]) {
        var atLineStart = startsLine
        var rest = bytes[...]
        while let first = rest.first {
            if atLineStart, first != .newline, first != .carriageReturn { output.append(contentsOf: margin[marginStart...]) }
            let lineEnd = rest.firstIndex(of: .newline).map { $0 + 1 } ?? rest.endIndex
            output.append(contentsOf: rest[..<lineEnd])
            rest = rest[lineEnd...]
            atLineStart = true
        }
    }
}
