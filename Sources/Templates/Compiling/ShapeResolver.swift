import Diagnostics

/// Resolves names against shapes: whatever isn't offered, or is used for what it can't do, is an error.
struct ShapeResolver: NameResolver {
    typealias Frames = ShapeFrames

    /// The frame of each shape that the program enters.
    private var registers: [ObjectIdentifier: UInt16] = [:]
    /// The rest of dotted names: the slots after the first.
    private var tails: [[Int]] = []
    private var shapes: [Shape] = []

    init(root: Shape) {
        _ = register(of: root)
    }

    let isStrict = true

    /// What the finished program needs to read its addresses.
    var table: ShapeFrames.Table { .init(shapes: shapes, tails: tails) }

    mutating func value(of variable: TemplateNode.Variable, in scope: ShapeScope) -> Resolution<ShapeAddress> {
        switch find(variable.name, in: scope, at: variable.place) {
        case .refused(let diagnostic):
            return .refused(diagnostic)
        case .found(let found):
            switch (found.kind, variable.isEscaped) {
            case (.text, true), (.html, false): return .found(found.address)
            case (.text, false): return .refused(.unescapedText(variable.name, at: variable.place))
            case (.html, true): return .refused(.escapedHTML(variable.name, at: variable.place))
            case (.flag, _), (.record, _), (.list, _), (.texts, _):
                return .refused(.notPrintable(variable.name, found.kind, at: variable.place))
            }
        }
    }

    mutating func section(_ section: TemplateNode.Section, in scope: ShapeScope) -> Resolution<SectionTarget<ShapeResolver>> {
        switch find(section.name, in: scope, at: section.place) {
        case .refused(let diagnostic):
            return .refused(diagnostic)
        case .found(let found) where section.isInverted:
            return .found(.init(address: found.address, frame: .none, inside: scope, descends: false))
        case .found(let found):
            var (frame, inside, descends) = (TemplateFrame.none, scope, false)
            switch found.kind {
            case .flag:
                break
            case .text, .texts:
                (frame, inside) = (.plain, scope.entering(.text))
            case .html:
                (frame, inside) = (.plain, scope.entering(.html))
            case .record, .list:
                if let nested = found.nested {
                    (frame, inside, descends) = (.record(register(of: nested)), scope.entering(nested), true)
                }
            }
            return .found(.init(address: found.address, frame: frame, inside: inside, descends: descends))
        }
    }

    // MARK: Finding

    private struct Found {
        let address: ShapeAddress
        let kind: Shape.Kind
        let nested: Shape?
    }

    private mutating func find(_ name: NamePath, in scope: ShapeScope, at place: SourcePlace) -> Resolution<Found> {
        guard let first = name.components.first else {
            guard let plain = scope.plain else { return .refused(.nothingPlain(in: scope.shapes[0], at: place)) }
            return .found(Found(address: .plain, kind: plain == .text ? .text : .html, nested: nil))
        }
        for shape in scope.shapes {
            guard let slot = shape.slot(named: first) else { continue }
            var field = shape.fields[slot]
            var tail: [Int] = []
            for (component, before) in zip(name.components.dropFirst(), name.components) {
                guard field.kind == .record, let nested = field.nested else {
                    return .refused(.noNamesWithin(before, field.kind, name, at: place))
                }
                guard let next = nested.slot(named: component) else {
                    return .refused(.unknownName(component, of: name, in: [nested], at: place))
                }
                field = nested.fields[next]
                tail.append(next)
            }
            let address = ShapeAddress(register: register(of: shape), slot: UInt16(slot), tail: index(ofTail: tail))
            return .found(Found(address: address, kind: field.kind, nested: field.nested))
        }
        return .refused(.unknownName(first, of: name, in: scope.shapes, at: place))
    }

    private mutating func register(of shape: Shape) -> UInt16 {
        if let register = registers[ObjectIdentifier(shape)] { return register }
        let register = UInt16(shapes.count)
        registers[ObjectIdentifier(shape)] = register
        shapes.append(shape)
        return register
    }

    private mutating func index(ofTail tail: [Int]) -> Int32 {
        if tail.isEmpty { return ShapeAddress.noTail }
        tails.append(tail)
        return Int32(tails.count - 1)
    }
}
