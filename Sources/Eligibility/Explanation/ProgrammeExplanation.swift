import Diagnostics
import Entries
import Formats
import Programmes
import Registers

extension Explainer {
    /// One programme: its document and every rule with the outcomes that it has on this board.
    func programme(_ programme: Programme) -> Explanation {
        var page = Explanation(Message(programme.title))
        page.add("kind", Message(vi: "Loại", en: "Kind"), code: "programme", Message(vi: "kế hoạch", en: "a programme"))
        page.add("id", Message(vi: "Mã", en: "Id"), Message(programme.id), at: SourcePlace(path: programme.path))
        page.add("citation", Message(vi: "Văn bản", en: "Document"), Message(programme.document.citation))
        page.add(
            "validity", Message(vi: "Hiệu lực", en: "Validity"),
            Message(
                vi: "từ \(programme.validFrom.vietnamese) đến \(programme.validTo.vietnamese)",
                en: "\(programme.validFrom.iso) to \(programme.validTo.iso)"))
        page.add("gaps", Message(vi: "Chỗ văn bản để trống", en: "Gaps"), programme.document.gaps.map { Explanation(Message($0)) })
        let entries = zip(corpus.entries, report.entries).filter { $0.0.entry?.programmeID.value == programme.id }.map(\.1)
        page.add("entries", Message(vi: "Số bài", en: "Entries"), number: entries.count)
        page.add(
            "rules", Message(vi: "Từng quy định", en: "Every rule"),
            programme.rules.indices.map { index in
                let rule = programme.rules[index]
                var item = Explanation(Message(rule.id + ", ") + Clause.section(rule.cite))
                item.add("rule", Message(vi: "Mã", en: "Rule"), code: rule.id, Message(rule.id))
                item.add("text", Message(vi: "Quy định", en: "Text"), Message(rule.text))
                item.add("required", Message(vi: "Máy hiểu là", en: "Read as"), rules[programme.id]?[index].requirement?.asSentence)
                let statuses = entries.compactMap { $0.outcomes.indices.contains(index) ? $0.outcomes[index].status : nil }
                let targets = report.targets.filter { $0.programmeID == programme.id && $0.rule == index }.map(\.status)
                let own = rule.scope == .entry || rule.scope == .batch && targets.isEmpty ? statuses : targets
                item.add("counts", Message(vi: "Kết quả", en: "Outcomes"), counts(own))
                return item
            })
        return page
    }

    /// One of the plan's lists, in the plan's order and with its sums; nil where the programme has no such form.
    package func list(_ formID: String, of programmeID: String, year: Int) -> Explanation? {
        guard let programme = corpus.programme(programmeID), let compiled = rules[programme.id],
            let list = programme.modelList(formID, year: year, rules: compiled, registers: corpus.registers)
        else { return nil }
        var page = Explanation(Message(vi: "\(list.form.name), năm \(year)", en: "\(list.form.name), \(year)"))
        page.add("kind", Message(vi: "Loại", en: "Kind"), code: "list", Message(vi: "danh sách theo biểu mẫu", en: "a list by a form"))
        page.add("programme", Message(vi: "Kế hoạch", en: "Programme"), Message(programme.document.citation))
        page.add("rows", Message(vi: "Các mô hình", en: "Models"), list.rows.map(row))
        for key in ReportedTotal.Key.allCases {
            let totals = list.totals(by: key).sorted { rank(key, $0.value) < rank(key, $1.value) }.map { total in
                Explanation(
                    Message(
                        vi: "\(name(of: key, total.value)): \(total.count)",
                        en: "\(total.value.isEmpty ? "all" : total.value): \(total.count)"))
            }
            page.add("totals_\(key.rawValue)", label(of: key), totals)
        }
        return page
    }

    private func row(_ row: ModelList.Row) -> Explanation {
        let registration = row.registration
        var item = Explanation(Message(registration.modelTitle ?? registration.id))
        item.add("organisation", Message(vi: "Đơn vị", en: "Organisation"), Message(row.organisation))
        item.add("quantity", Message(vi: "Số lượng", en: "Quantity"), number: row.quantity)
        item.add("place", Message(vi: "Địa điểm", en: "Place"), registration.placeText.map { Message($0) })
        item.add("lead", Message(vi: "Chủ trì", en: "Lead"), registration.lead.map { Message($0) })
        item.add("field", Message(vi: "Lĩnh vực", en: "Field"), registration.field.map { term(.fields, $0) })
        item.add("scale", Message(vi: "Quy mô", en: "Scale"), registration.scale.map { Message($0) })
        item.add("status", Message(vi: "Tình trạng", en: "Status"), registration.status.map { term(.modelStatuses, $0) })
        item.add("subject_kind", Message(vi: "Chủ thể", en: "Subject"), row.subjectKind.map { term(.subjectKinds, $0.rawValue) })
        item.add("recorded", Message(vi: "Nơi ghi", en: "Recorded in"), Message(corpus.registers.place(of: registration.row).description))
        return item
    }

    /// Sums stand in the official order of their codes.
    private func rank(_ key: ReportedTotal.Key, _ value: String) -> Int {
        switch key {
        case .all: 0
        case .field: vocabulary[.fields].rank(of: value)
        case .subjectKind: vocabulary[.subjectKinds].rank(of: value)
        case .status: vocabulary[.modelStatuses].rank(of: value)
        }
    }

    private func label(of key: ReportedTotal.Key) -> Message {
        switch key {
        case .all: Message(vi: "Tổng số", en: "Total")
        case .field: Message(vi: "Tổng số theo lĩnh vực", en: "By field")
        case .subjectKind: Message(vi: "Tổng số theo chủ thể", en: "By subject kind")
        case .status: Message(vi: "Tổng số theo tình trạng", en: "By status")
        }
    }

    private func name(of key: ReportedTotal.Key, _ value: String) -> String {
        switch key {
        case .all: "Mô hình"
        case .field: vocabulary[.fields].name(of: value)
        case .subjectKind: vocabulary[.subjectKinds].name(of: value)
        case .status: vocabulary[.modelStatuses].name(of: value)
        }
    }
}
