/// The contexts that a place of a template may be in: one, but where sections part ways.
typealias MarkupContexts = Set<MarkupContext>

extension MarkupContexts {
    /// More than so many ways come from templates that nobody could read; the further ones are not followed.
    private static let limit = 32

    func advanced(over bytes: [UInt8]) -> MarkupContexts { Set(map { $0.advanced(over: bytes) }) }
    var afterValue: MarkupContexts { Set(map(\.afterValue)) }
    func joined(with others: MarkupContexts) -> MarkupContexts { count >= Self.limit ? self : union(others) }

    /// What a value needs that is printed in any of them: the most careful of all needs.
    func need(isHTML: Bool) -> ValueContext {
        var need = ValueContext.escaped
        for context in self {
            switch (context.need(isHTML: isHTML), need) {
            case (.refused(let refusal), _): return .refused(refusal)
            case (.addressPart, _): need = .addressPart
            case (.address, .escaped): need = .address
            case (.address, _), (.escaped, _): break
            }
        }
        return need
    }
}

/// Follows HTML through templates: which contexts stand behind a run of nodes, whatever they include.
struct MarkupFlow {
    private struct Key: Hashable {
        let body: ObjectIdentifier
        let contexts: MarkupContexts
        let overrides: BlockOverrides
    }

    private let templates: TemplateLibrary
    private var known: [Key: MarkupContexts] = [:]

    init(_ templates: TemplateLibrary) {
        self.templates = templates
    }

    mutating func end(of body: TemplateBody, from contexts: MarkupContexts, _ overrides: BlockOverrides) -> MarkupContexts {
        let key = Key(body: ObjectIdentifier(body), contexts: contexts, overrides: overrides)
        if let end = known[key] { return end }
        // What includes itself ends, for the outer one, as it began.
        known[key] = contexts
        let end = end(of: body.nodes, from: contexts, overrides)
        known[key] = end
        return end
    }

    mutating func end(of nodes: [TemplateNode], from contexts: MarkupContexts, _ overrides: BlockOverrides) -> MarkupContexts {
        nodes.reduce(contexts) { contexts, node in
            switch node {
            case .text(let text): return contexts.advanced(over: text.bytes)
            case .variable: return contexts.afterValue
            case .section(let section):
                let start = start(of: section, from: contexts, overrides)
                return start.joined(with: end(of: section.nodes, from: start, overrides))
            case .partial(let partial):
                guard let entry = templates.entry(named: partial.name) else { return contexts }
                return end(of: entry.body, from: contexts, overrides)
            case .parent(let parent):
                guard let entry = templates.entry(named: parent.name) else { return contexts }
                return end(of: entry.body, from: contexts, overrides.adding(parent.overrides))
            case .block(let block):
                if let body = overrides[block.name] { return end(of: body, from: contexts, overrides) }
                return end(of: block.nodes, from: contexts, overrides)
            }
        }
    }

    /// The contexts in which a section's inside begins: those before it, and, where it repeats, those behind its inside.
    mutating func start(of section: TemplateNode.Section, from contexts: MarkupContexts, _ overrides: BlockOverrides) -> MarkupContexts {
        guard !section.isInverted else { return contexts }
        let end = end(of: section.nodes, from: contexts, overrides)
        return end.isSubset(of: contexts) ? contexts : contexts.joined(with: end)
    }
}
