/// What somebody in particular was punished for, or how: a conviction (`mãn hạn tù`), an offence (`từng trộm cắp`), the
/// discipline of the Party or an office (`bị kỷ luật khiển trách`).
///
/// Source: data on crimes and offences are sensitive personal data (Nghị định 356/2025/NĐ-CP, Điều 4); discipline is
/// private life (Bộ luật Dân sự 91/2015/QH13, Điều 38). Stories of people who came back tell it often: then with a reason
/// and their consent, like health.
///
/// Told apart: work with offenders (`cảm hóa 5 người từng có tiền án`), what nobody did (`không có tiền án`), what a body
/// decided on many, and the prisons of the wars. Known misses: circumlocutions (`một thời lầm lỡ`, where nothing is named).
enum Offence {
    static let words: [Sign.Words] = [
        (
            .offence,
            [
                "tiền án", "tiền sự", "án tích", "mãn hạn tù", "mãn hạn", "ra tù", "đi tù", "ngồi tù", "ở tù", "vào tù",
                "tù về",
                "tù treo", "án treo", "án tù", "lĩnh án", "lãnh án", "năm tù", "tháng tù", "chấp hành án",
                "chấp hành xong án",
                "chấp hành xong án phạt", "chấp hành xong hình phạt", "thụ án", "trại giam", "trại cải tạo",
                "cải tạo không giam giữ",
                "bị kết án", "bị phạt tù", "bị tuyên phạt", "bị khởi tố", "bị bắt", "bị tạm giam", "bị tạm giữ",
                "bị truy tố",
                "bị truy nã", "bị xử phạt", "bị phạt", "bị xử lý hành chính", "xử phạt hành chính", "đặc xá", "tha tù",
                "hoàn lương",
                "buôn ma túy", "buôn bán ma túy", "vận chuyển ma túy", "mua bán ma túy",

                "bị kỷ luật", "bị kỉ luật", "kỷ luật khiển trách", "kỷ luật cảnh cáo", "kỉ luật cảnh cáo",
                "hình thức kỷ luật",
                "bị cách chức", "cách chức", "bị khai trừ", "khai trừ khỏi đảng", "khai trừ", "bị khiển trách",
                "bị cảnh cáo",
                "bị giáng chức", "bị buộc thôi việc", "buộc thôi việc", "bị sa thải", "bị đình chỉ",
                "bị đình chỉ công tác",
                "xóa tên đảng viên", "bị xóa tên", "bị thu hồi thẻ đảng", "trại giáo dưỡng", "trường giáo dưỡng",
                "phạm nhân",
                "bị can", "bị cáo", "vòng lao lý", "lao lý", "hầu tòa", "hầu toà", "bóc lịch", "xộ khám",
                "tra tay vào còng", "nhập trại",
                "vào tù ra tội", "từng đi tù", "thi hành kỷ luật", "bị kiểm điểm",
            ]
        ),
        (
            .deed,
            [
                "trộm cắp", "trộm", "ăn trộm", "cướp giật", "lừa đảo", "đánh bạc", "cờ bạc", "cá độ", "lô đề",
                "cố ý gây thương tích", "gây thương tích", "bạo lực gia đình", "vi phạm nồng độ cồn", "gây tai nạn",
                "buôn lậu",
                "giang hồ", "phạm tội", "đánh vợ", "bạo hành vợ", "trộm chó", "trộm xe", "đâm chém", "bảo kê",
                "tàng trữ ma túy",
            ]
        ),
        (
            .other,
            [
                "kỷ luật lao động", "kỷ luật quân đội", "tiền sự kiện", "trộm vía", "tù đọng", "ao tù", "nước tù",
                "tù chính trị",
            ]
        ),
    ]

    private static let nobody = PhraseSet([
        "không", "chưa", "không ai", "chẳng", "không có", "chưa từng", "không còn", "không bị", "chống", "phòng", "tệ",
        "nạn",
        "vụ", "các vụ", "tội phạm", "người", "những người", "đối tượng", "số người", "các đối tượng", "kẻ", "tên",
        "nhóm",
        "thanh niên", "đảng viên", "cán bộ", "học sinh", "em", "hộ", "trường hợp", "phòng ngừa", "đẩy lùi", "ai",
        "băng nhóm",
        "xảy ra", "để xảy ra", "thôi", "bỏ", "tránh", "xóa", "bọn", "tiền", "giảm", "hết", "sạch", "bắt",
    ])
    private static let own = PhraseSet(["là", "từng", "một", "đã", "cũng", "vốn", "trở thành"])
    private static let wars = PhraseSet([
        "địch", "giặc", "côn đảo", "phú quốc", "cách mạng", "kháng chiến", "thực dân", "mỹ ngụy", "ngụy", "pháp",
        "hỏa lò",
        "sơn la", "khởi nghĩa", "hoạt động bí mật", "tù chính trị", "lao bảo", "đế quốc", "trao trả",
    ])
    private static let works = PhraseSet([
        "cảm hóa", "cảm hoá", "giáo dục", "giúp đỡ", "giúp", "tiếp nhận", "quản lý", "hòa giải", "hoà giải",
        "tuyên truyền",
        "phòng chống", "phòng ngừa", "đấu tranh", "bắt giữ", "phát hiện", "tố giác", "vận động", "ngăn chặn", "kèm cặp",
        "dìu dắt", "xử lý", "ủy ban kiểm tra", "tòa án", "viện kiểm sát", "luật sư", "khuyên", "nhắc nhở", "trình báo",
        "tham gia",
        "dẫn giải", "truy bắt", "khống chế", "chống", "tổ giác", "theo dõi", "can ngăn", "bị hại", "nạn nhân",
        "triệt phá",
    ])

    private static let doing = PhraseSet([
        "từng", "đã", "hay", "chuyên", "vì", "tội", "về tội", "lần", "đi", "nghề", "mê", "máu", "dính", "dính vào",
        "lao vào",
        "sa vào", "ham", "con bạc", "trót", "do", "vụ", "hành vi", "về hành vi", "thói", "thua", "nợ", "ra", "một thời",
        "bạn",
    ])

    private static func isDone(_ index: Int, _ last: Int, in text: ReadText) -> Bool {
        // Deeds that stories tell of a place as often as of a person: somebody must be said to do them.
        guard text.sign(index) == .deed else { return true }
        return doing.start(endingAt: index - 1, in: text) != nil
            || text.isOnePerson(text.startOfWords(endingAt: index - 1)) || text.name(endingAt: index - 1) != nil
    }

    static func find(at index: Int, in text: ReadText) -> Match? {
        let last = index + Int(text[index].span) - 1
        let tokens = index...last
        let sentence = text.sentence(around: index)
        guard !isOfNobody(index, in: text), wars.first(in: sentence, of: text) == nil, !text.isOfHistory(index),
            isDone(index, last, in: text),
            text.first(
                from: last + 1, within: 1,
                where: { text.sign($0) == .group || text.isNumber($0) && isMany($0, in: text) })
                == nil
        else { return nil }
        // “bà hòa giải cho …”, “ông cảm hóa 5 người”: who works with offenders is none.
        let somebody = text.last(before: index, within: 18) {
            text.isOnePerson($0) || text.isCapital($0) && text.name(endingAt: $0) != nil
        }
        if let work = text.last(before: index, within: 14, where: { works.end(beginningAt: $0, in: text) != nil }),
            work > (somebody ?? -1)
        {
            return nil
        }
        if text.isTold(of: tokens) { return Match(kind: .offence, tokens: tokens) }
        return nil
    }

    /// `3 đảng viên`
    private static func isMany(_ number: Int, in text: ReadText) -> Bool {
        text.isWord(number + 1) && nobody.end(beginningAt: number + 1, in: text) != nil
    }

    private static func isOfNobody(_ index: Int, in text: ReadText) -> Bool {
        for place in max(0, index - 3)..<index {
            guard let end = nobody.end(beginningAt: place, in: text), end < index, !text.isMark(place + 1, Mark.comma)
            else {
                continue
            }
            // “anh là đối tượng từng …”, “một cán bộ bị kỷ luật”
            if own.start(endingAt: place - 1, in: text) != nil { continue }
            if end == index - 1 || text.isSomeWord(end + 1, passive) { return true }
        }
        return false
    }

    private static let passive = Set(["bị", "từng", "có", "đã", "mới", "vừa", "bao", "một"].map { Token.key(of: $0) })
}
