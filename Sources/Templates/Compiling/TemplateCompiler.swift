import Diagnostics

/// Turns a page's template, with all that it includes, into one program.
///
/// A body (a template, or what fills a block) becomes a routine once for each scope and set of
/// filled blocks that it is met in. Routines wait in a queue, so a partial that includes itself
/// finds its own routine.
struct TemplateCompiler<Resolver: NameResolver> {
    typealias Program = TemplateProgram<Resolver.Frames>

    /// What a routine is compiled for. Equal settings share one routine.
    private struct Setting: Hashable {
        let body: TemplateBody
        let scope: Resolver.Scope
        let overrides: BlockOverrides
        /// Where in HTML it begins; empty where nobody asks.
        let contexts: MarkupContexts

        static func == (left: Setting, right: Setting) -> Bool {
            left.body === right.body && left.scope == right.scope && left.overrides == right.overrides
                && left.contexts == right.contexts
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(ObjectIdentifier(body))
            hasher.combine(scope)
            hasher.combine(overrides)
            hasher.combine(contexts)
        }
    }

    private let templates: TemplateLibrary
    private(set) var resolver: Resolver
    private var instructions: [Program.Instruction] = []
    private var literals: [UInt8] = []
    private var sites: [SourcePlace] = []
    private var settings: [Setting] = []
    private var routineIndices: [Setting: Int] = [:]
    private var routines: [Range<Int>] = []
    private var calls = CallGraph()
    /// Names of the templates that took part.
    private(set) var used: Set<String> = []
    private(set) var diagnostics: [Diagnostic] = []

    // Of the routine at hand:
    private var setting: Setting { settings[routines.count] }
    /// How many sections that descend stand around the tag at hand.
    private var descents = 0
    /// Whether the last instruction may not grow, because a section or routine ends or begins there.
    private var isSealed = true
    /// Where in HTML the node at hand stands.
    private var contexts: MarkupContexts = []
    private var flow: MarkupFlow

    init(templates: TemplateLibrary, resolver: Resolver) {
        self.templates = templates
        self.resolver = resolver
        flow = MarkupFlow(templates)
    }

    /// Compiles `page`, and everything that it leads to.
    mutating func compile(_ page: TemplateLibrary.Entry, in scope: Resolver.Scope) {
        used.insert(page.file.name)
        // A template whose names are looked up when it is rendered may print anything, not only HTML.
        let contexts: MarkupContexts = resolver.isStrict ? [.text] : []
        _ = routine(for: Setting(body: page.body, scope: scope, overrides: BlockOverrides(), contexts: contexts))
        while routines.count < settings.count {
            let start = instructions.count
            isSealed = true
            self.contexts = setting.contexts
            emit(setting.body.nodes, in: setting.scope)
            routines.append(start..<instructions.count)
        }
        for place in calls.endlessCalls() { diagnostics.append(.endlessInclusion(at: place)) }
    }

    /// The program, once compiled; `table` is the resolver's.
    func program(table: Resolver.Frames.Table) -> Program {
        Program(instructions: instructions, literals: literals, routines: routines, sites: sites, table: table)
    }

    private mutating func routine(for setting: Setting) -> Int {
        if let index = routineIndices[setting] { return index }
        let index = settings.count
        settings.append(setting)
        routineIndices[setting] = index
        return index
    }

    // MARK: Nodes

    private mutating func emit(_ nodes: [TemplateNode], in scope: Resolver.Scope) {
        for node in nodes {
            switch node {
            case .text(let text): emit(text)
            case .variable(let variable): emit(variable, in: scope)
            case .section(let section): emit(section, in: scope)
            case .partial(let partial): emit(partial, in: scope)
            case .parent(let parent): emit(parent, in: scope)
            case .block(let block): emit(block, in: scope)
            }
        }
    }

    private mutating func emit(_ text: TemplateNode.Text) {
        guard !text.bytes.isEmpty else { return }
        contexts = contexts.advanced(over: text.bytes)
        // The interpreter takes a line end within a literal for the end of a line of the template.
        if !isSealed, case .literal(var piece)? = instructions.last, text.startsLine == (literals.last == .newline) {
            piece.count += Int32(text.bytes.count)
            literals += text.bytes
            instructions[instructions.count - 1] = .literal(piece)
        } else {
            append(.literal(piece(text.bytes, startsLine: text.startsLine)))
        }
    }

    private mutating func emit(_ variable: TemplateNode.Variable, in scope: Resolver.Scope) {
        switch resolver.value(of: variable, in: scope) {
        case .refused(let diagnostic):
            report(diagnostic)
        case .found(let address):
            if variable.startsLine { append(.margin) }
            switch contexts.need(isHTML: !variable.isEscaped) {
            case .escaped: append(variable.isEscaped ? .escaped(address) : .raw(address))
            case .address: append(.address(address, isWhole: true, site: site(variable.place)))
            case .addressPart: append(.address(address, isWhole: false, site: site(variable.place)))
            case .refused(let refusal): report(.wrongContext(refusal, variable.name, at: variable.place))
            }
        }
        contexts = contexts.afterValue
    }

    private mutating func emit(_ section: TemplateNode.Section, in scope: Resolver.Scope) {
        guard case .found(let target) = reported(resolver.section(section, in: scope)) else {
            contexts = contexts.joined(with: flow.end(of: section.nodes, from: contexts, setting.overrides))
            return
        }
        if case .leading = section.placement { append(.margin) }
        // The head is put in place once it is known where the section ends.
        let head = instructions.count
        append(.margin)
        isSealed = true
        descents += target.descends ? 1 : 0
        let start = flow.start(of: section, from: contexts, setting.overrides)
        contexts = start
        emit(section.nodes, in: target.inside)
        contexts = start.joined(with: contexts)
        descents -= target.descends ? 1 : 0
        let end = Int32(instructions.count)
        instructions[head] =
            section.isInverted
            ? .inverted(target.address, end: end)
            : .section(target.address, target.frame, end: end, site: site(section.place))
        isSealed = true
    }

    private mutating func emit(_ partial: TemplateNode.Partial, in scope: Resolver.Scope) {
        guard let entry = entry(named: partial.name, at: partial.place) else { return }
        call(
            Setting(body: entry.body, scope: scope, overrides: setting.overrides, contexts: contexts), partial.placement, at: partial.place)
    }

    private mutating func emit(_ parent: TemplateNode.Parent, in scope: Resolver.Scope) {
        guard let entry = entry(named: parent.name, at: parent.place) else { return }
        let offered = templates.blockNames(reachableFrom: entry.body, and: parent.overrides.map(\.body))
        if resolver.isStrict {
            for override in parent.overrides where !offered.contains(override.name) {
                report(.unknownBlock(override, parent: parent.name, offered: offered.sorted()))
            }
        }
        let overrides = setting.overrides.adding(parent.overrides)
        call(Setting(body: entry.body, scope: scope, overrides: overrides, contexts: contexts), parent.placement, at: parent.place)
    }

    private mutating func emit(_ block: TemplateNode.Block, in scope: Resolver.Scope) {
        guard let body = setting.overrides[block.name] else {
            // The line's indentation was left to the tag.
            switch block.placement {
            case .leading([]): append(.margin)
            case .leading(let indentation): emit(.init(bytes: indentation, startsLine: true))
            case .midLine, .standalone: break
            }
            emit(block.nodes, in: scope)
            return
        }
        var placement = block.placement
        if case .standalone(let own) = placement { placement = .standalone(block.nodes.intrinsicIndentation ?? own) }
        // What begins a line of its own brings its indentation with its first line.
        call(
            Setting(body: body, scope: scope, overrides: setting.overrides, contexts: contexts), placement, at: block.place,
            indentsFirstLine: true)
    }

    // MARK: Calls

    private mutating func call(
        _ callee: Setting, _ placement: TemplateNode.Placement, at place: SourcePlace, indentsFirstLine: Bool = false
    ) {
        let index = routine(for: callee)
        calls.add(from: routines.count, to: index, descends: descents > 0, at: place)
        let margin: Program.Margin
        switch placement {
        case .midLine:
            margin = .none
        case .leading(let indentation) where indentsFirstLine:
            margin = .further(piece(indentation, startsLine: false))
        case .leading:
            append(.margin)
            margin = .none
        case .standalone(let indentation):
            margin = .further(piece(indentation, startsLine: false))
        }
        append(.call(Int32(index), margin, site: site(place)))
        contexts = flow.end(of: callee.body, from: contexts, callee.overrides)
    }

    private mutating func entry(named name: String, at place: SourcePlace) -> TemplateLibrary.Entry? {
        guard let entry = templates.entry(named: name) else {
            if resolver.isStrict { report(.unknownTemplate(name, at: place, known: templates.names)) }
            return nil
        }
        used.insert(name)
        return entry
    }

    // MARK: Output

    private mutating func append(_ instruction: Program.Instruction) {
        instructions.append(instruction)
        isSealed = false
    }

    private mutating func piece(_ bytes: [UInt8], startsLine: Bool) -> Program.Piece {
        defer { literals += bytes }
        return Program.Piece(start: Int32(literals.count), count: Int32(bytes.count), startsLine: startsLine)
    }

    private mutating func site(_ place: SourcePlace) -> Int32 {
        sites.append(place)
        return Int32(sites.count - 1)
    }

    private mutating func reported<Found>(_ resolution: Resolution<Found>) -> Resolution<Found> {
        if case .refused(let diagnostic) = resolution { report(diagnostic) }
        return resolution
    }

    /// One tag may be compiled in many settings: it is reported once for each thing wrong with it.
    private mutating func report(_ diagnostic: Diagnostic) {
        if !diagnostics.contains(where: { $0.place == diagnostic.place && $0.code == diagnostic.code }) { diagnostics.append(diagnostic) }
    }
}
