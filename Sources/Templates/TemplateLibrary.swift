import Diagnostics

/// A template file.
package struct TemplateFile: Sendable {
    /// What templates call it, such as `partials/card`.
    package let name: String
    /// Where it stands, as diagnostics say it.
    package let path: String
    package let bytes: [UInt8]

    package init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
    }
}

/// All templates of a site, parsed; pages are compiled from it.
package struct TemplateLibrary: Sendable {
    /// A template and what was read from its file.
    struct Entry: Sendable {
        let file: TemplateFile
        let body: TemplateBody
        let diagnostics: [Diagnostic]
    }

    private let entries: [String: Entry]
    /// What is wrong with the form of the files, used or not, in reading order.
    package let syntaxDiagnostics: [Diagnostic]

    /// - Parameter isMinified: whether white space that no browser shows is left out (`MarkupMinifier`).
    package init(_ files: [TemplateFile], isMinified: Bool = false) {
        var entries: [String: Entry] = [:]
        var diagnostics: [Diagnostic] = []
        for file in files {
            let parsed = TemplateParser.parse(file.bytes, path: file.path)
            diagnostics += parsed.diagnostics
            if let first = entries[file.name] {
                diagnostics.append(.duplicateTemplate(file, first: first.file))
            } else {
                let body = isMinified ? TemplateBody(MarkupMinifier.minify(parsed.value.nodes)) : parsed.value
                entries[file.name] = Entry(file: file, body: body, diagnostics: parsed.diagnostics)
            }
        }
        self.entries = entries
        self.syntaxDiagnostics = diagnostics.inReadingOrder()
    }

    /// The names of all templates, sorted.
    package var names: [String] { entries.keys.sorted() }

    /// The files of all templates, in the order of their names.
    package var files: [TemplateFile] { entries.sorted { $0.key < $1.key }.map(\.value.file) }

    /// Compiles a page's template against the shape of what it shows.
    ///
    /// The diagnostics are all that is wrong with the template and with those that it includes, the
    /// form of these files among it. With an error there is no template.
    package func compile(_ name: String, _ shape: Shape) -> Diagnosed<Template?> {
        guard let page = entries[name] else {
            return Diagnosed(nil, [.unknownTemplate(name, at: nil, known: names)])
        }
        var compiler = TemplateCompiler(templates: self, resolver: ShapeResolver(root: shape))
        compiler.compile(page, in: ShapeScope(shape))
        let syntax = compiler.used.flatMap { entries[$0]?.diagnostics ?? [] }
        let diagnostics = (syntax + compiler.diagnostics).inReadingOrder()
        guard !diagnostics.hasErrors else { return Diagnosed(nil, diagnostics) }
        let program = compiler.program(table: compiler.resolver.table)
        return Diagnosed(Template(path: page.file.path, shape: shape, program: program), diagnostics)
    }

    /// Compiles several pages and reports each finding once, with those on the form of all files.
    ///
    /// The templates are in the order of `pages`; where one has errors there is none.
    package func compile(_ pages: [(name: String, shape: Shape)]) -> Diagnosed<[Template?]> {
        var diagnostics = syntaxDiagnostics
        let templates = pages.map { page in
            let compiled = compile(page.name, page.shape)
            for diagnostic in compiled.diagnostics
            where !diagnostics.contains(where: {
                $0.place == diagnostic.place && $0.code == diagnostic.code && $0.message == diagnostic.message
            }) {
                diagnostics.append(diagnostic)
            }
            return compiled.value
        }
        return Diagnosed(templates, diagnostics.inReadingOrder())
    }

    /// Compiles a template whose names are looked up when it is rendered. Only its form can be wrong.
    package func compileLeniently(_ name: String) -> Diagnosed<LenientTemplate?> {
        guard let page = entries[name] else {
            return Diagnosed(nil, [.unknownTemplate(name, at: nil, known: names)])
        }
        var compiler = TemplateCompiler(templates: self, resolver: DynamicResolver())
        compiler.compile(page, in: DynamicResolver.Scope())
        let diagnostics = (compiler.used.flatMap { entries[$0]?.diagnostics ?? [] } + compiler.diagnostics).inReadingOrder()
        return Diagnosed(diagnostics.hasErrors ? nil : LenientTemplate(program: compiler.program(table: ())), diagnostics)
    }

    // MARK: For the compiler

    func entry(named name: String) -> Entry? { entries[name] }

    /// The blocks that a parent tag can fill: those of the parent, of all that it includes, and of
    /// what its own blocks are filled with.
    func blockNames(reachableFrom parent: TemplateBody, and overrides: [TemplateBody]) -> Set<String> {
        var names: Set<String> = []
        var seen: Set<ObjectIdentifier> = []
        var queue = [parent] + overrides
        while let body = queue.popLast() {
            guard seen.insert(ObjectIdentifier(body)).inserted else { continue }
            collect(body.nodes, into: &names, following: &queue)
        }
        return names
    }

    private func collect(_ nodes: [TemplateNode], into names: inout Set<String>, following queue: inout [TemplateBody]) {
        for node in nodes {
            switch node {
            case .text, .variable:
                break
            case .section(let section):
                collect(section.nodes, into: &names, following: &queue)
            case .partial(let partial):
                if let entry = entries[partial.name] { queue.append(entry.body) }
            case .parent(let parent):
                if let entry = entries[parent.name] { queue.append(entry.body) }
                queue += parent.overrides.map(\.body)
            case .block(let block):
                names.insert(block.name)
                collect(block.nodes, into: &names, following: &queue)
            }
        }
    }
}
