import Diagnostics
import Entries
import Formats
import Places
import Programmes

extension Explainer {
    /// One place then and now: its days, what it lay in, what it came from, what became of it, and the honours
    /// that stand on its page.
    func place(_ place: Place) -> Explanation {
        let gazetteer = corpus.gazetteer
        var page = Explanation(Message(place.fullName))
        page.add("kind", Message(vi: "Loại", en: "Kind"), code: "place", Message(vi: "địa bàn", en: "a place"))
        page.add("id", Message(vi: "Mã", en: "Id"), Message(place.id), at: place.source)
        page.add("place_kind", Message(vi: "Loại địa bàn", en: "Kind of place"), code: place.kind, term(.placeKinds, place.kind))
        page.add("official_code", Message(vi: "Mã hành chính lúc ấy", en: "Official code then"), Message(place.officialCode))
        page.add("days", Message(vi: "Thời gian tồn tại", en: "Existed"), days(of: place))
        page.add("decree", Message(vi: "Nghị quyết", en: "Decree"), Message(place.decree))
        page.add(
            "tags", Message(vi: "Diện", en: "Tags"), place.tags.map { term(.placeTags, $0) }.joined(Message(vi: ", ", en: ", ")))
        page.add(
            "chain", Message(vi: "Nằm trong", en: "Lay in"),
            Message(gazetteer.chain(from: place.id).dropFirst().map(\.fullName).joined(separator: ", ")))
        page.add(
            "predecessors", Message(vi: "Hình thành từ", en: "Came from"),
            gazetteer.links.filter { $0.to == place.id }.map { link($0, other: $0.from) })
        page.add(
            "successors", Message(vi: "Sau đó", en: "Afterwards"),
            gazetteer.links.filter { $0.from == place.id }.map { link($0, other: $0.to) })
        if !place.exists(on: asOf) {
            page.add(
                "today", Message(vi: "Nay là", en: "Today"),
                gazetteer.today(for: place, on: asOf).map { Explanation(words(for: $0)) })
        }
        addHonours(place, &page)
        return page
    }

    private func days(of place: Place) -> Message {
        let from = place.validFrom.map { Message(vi: "từ ngày \($0.vietnamese)", en: "from \($0.iso)") }
        let to = place.validTo.map { Message(vi: "đến hết ngày \($0.vietnamese)", en: "to \($0.iso)") }
        let words = [from, to].compactMap { $0 }
        return words.isEmpty ? Message(vi: "đến nay", en: "to this day") : words.joined(Message(vi: " ", en: " "))
    }

    private func link(_ link: PlaceLink, other: String) -> Explanation {
        let name = corpus.gazetteer[other].map { words(for: $0) } ?? Message(other)
        let relation: Message =
            switch link.relation {
            case .mergedInto: Message(vi: "nhập", en: "merged")
            case .splitInto: Message(vi: "tách", en: "split")
            case .renamedTo: Message(vi: "đổi tên", en: "renamed")
            }
        let part = link.isWhole ? Message(vi: "toàn bộ", en: "whole") : Message(vi: "một phần", en: "in part")
        return Explanation(
            name
                + Message(
                    vi: " (\(relation.vi) \(part.vi), từ ngày \(link.effective.vietnamese))",
                    en: " (\(relation.en) \(part.en), from \(link.effective.iso))"))
    }

    /// The honours of the place itself and of those that it came from.
    private func addHonours(_ place: Place, _ page: inout Explanation) {
        let own = Set([place.id] + corpus.gazetteer.predecessors(of: place.id).map(\.id))
        let honours = zip(corpus.entries, report.entries).filter { source, _ in
            guard let entry = source.entry else { return false }
            return corpus.gazetteer.chain(from: entry.placeID.value).contains { own.contains($0.id) }
        }
        page.add(
            "entries", Message(vi: "Bài về nơi này và những nơi hợp thành", en: "Entries of this place and of those it came from"),
            honours.map { source, report in
                var item = Explanation(Message(source.id))
                item.add("fate", Message(vi: "Kết cục", en: "Fate"), code: report.fate.rawValue, report.fate.name)
                return item
            })
    }
}
