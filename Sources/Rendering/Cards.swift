import Board
import Parallel
import Synchronization
import Templates

/// The rendered cards of honours, by index into the plan's honours.
final class Cards: Sendable {
    private let honours: [Honour]
    private let template: Template
    private let addresses: Addresses
    private let made = Mutex<[Record]>([])
    /// Those that were made one by one.
    private let few = Mutex<(cards: [Int: Record], failure: TemplateError?)>(([:], nil))

    init(_ honours: [Honour], _ template: Template, _ addresses: Addresses) {
        (self.honours, self.template, self.addresses) = (honours, template, addresses)
    }

    /// Makes all cards, on all cores.
    func makeAll() async throws {
        let all = try await mapInParallel(honours) { [template, addresses] honour in try Self.card(of: honour, template, addresses) }
        made.withLock { $0 = all }
    }

    /// The card of an honour; made now, where not all of them were.
    subscript(index: Int) -> Record {
        if let card = made.withLock({ $0.isEmpty ? nil : $0[index] }) { return card }
        if let card = few.withLock({ $0.cards[index] }) { return card }
        do {
            let card = try Self.card(of: honours[index], template, addresses)
            few.withLock { $0.cards[index] = card }
            return card
        } catch {
            few.withLock { $0.failure = $0.failure ?? error }
            return RenderedCardView.view.record(of: [])
        }
    }

    /// Why a card could not be made that was asked for.
    var failure: TemplateError? { few.withLock { $0.failure } }

    private static func card(of honour: Honour, _ template: Template, _ addresses: Addresses) throws(TemplateError) -> Record {
        var html: [UInt8] = []
        html.reserveCapacity(1536)
        try template.render(CardView.view.record(of: CardModel(honour: honour, addresses: addresses)), into: &html)
        // A copy without the room that was kept to grow: the cards stay until the last page is written.
        return RenderedCardView.view.record(of: html.withUnsafeBufferPointer { Array($0) })
    }
}
