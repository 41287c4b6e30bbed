/// What a word, or a few words together, stand for. The kinds of personal data declare their own words,
/// each in its own file; those that several of them ask for stand here.
enum Sign: UInt8 {
    case none
    /// Looks like one of the others, but is none: `vệ sinh`, `bà con`, `thành phố`.
    case other

    // Who is spoken of.
    /// Somebody in particular: `ông`, `chị`, `người con`.
    case person
    /// A child, where a name and an age or a class follow.
    case child
    /// Many at once: `các`, `đồng bào`.
    case group
    /// A body that has an address, a telephone and an account of its own.
    case office
    /// A person whose life is history.
    case publicFigure
    case commemoration

    // Small words between a label and what it names.
    case filler
    /// `số`.
    case number
    /// What is counted or measured: a number before it is nobody's.
    case unit
    case day, month, year
    /// `khi`, `hồi`: an age behind it is that of long ago.
    case past

    // Labels, and words that make a number or a name tell something.
    case birth
    /// A letter of `s.n`, `N/S`.
    case birthInitial
    case birthday, emergence, birthCertificate
    case identityLabel
    /// A code of something that is no person: a tax code, a file.
    case codeLabel
    case phoneLabel, phoneHint
    /// The first digits of a mobile number in words.
    case spelledPhone
    case atWord, dotWord
    case plateLabel, landLabel
    case bankLabel, bankHint, bankName
    case houseNumber, residence, street, alley
    /// `sống`, `trọ`: a home where its parts follow.
    case dwelling
    case house, building, flat, blockCode, hamlet
    /// What is called by a proper name that may be a person's.
    case placeWord
    /// `bệnh`: an illness, whatever word follows.
    case illness
    /// `mổ`, `gãy`: an illness or a wound where a part of the body follows.
    case organAilment
    case disease, suffering, prevention, disability, injuryRate
    /// What is done to, or has become of, one who is ill: tells by itself.
    case treatment, impairment
    /// What somebody depends on, or has left behind.
    case addiction
    /// The name of a form's field: `bệnh nền`.
    case healthLabel
    case doctor
    case nation, people, ethnonym
    /// A name of baptism, where a surname follows.
    case saintName
    case religionLabel, faith, religion, cleric, devotion
    /// A young person of a people: `cô gái Nùng`.
    case youngPerson
    /// What a person was punished for, or how; `nợ`; `lương`.
    case offence, deed, debt, pay
    case age, monthsOfAge, schoolClass, school, pupil, teacher, smallNumber
    /// What befalls children: `mồ côi`, `bỏ học`.
    case childhood
}

extension Sign {
    typealias Words = (sign: Sign, words: [String])

    /// Words that several kinds ask for. A capital first letter asks for one in the text.
    static let shared: [Words] = [
        (
            .person,
            [
                "ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "vợ", "chồng", "vợ chồng", "mẹ", "bố", "cha",
                "dì", "cậu", "mợ",
                "thím",
                "người con", "đứa con", "người mẹ", "người cha", "đồng chí", "thầy", "thầy giáo", "cô giáo",
                "chàng trai", "cô gái",
                "già làng", "mẹ con", "con dâu", "con rể", "nghệ nhân", "thanh niên ấy", "bản thân", "tôi",
                "người đàn ông", "người phụ nữ", "ông nội", "bà nội", "bà ngoại", "ông ngoại", "em trai", "em gái",
                "anh trai", "chị gái",
                "con út", "con cả", "ông lão", "bà lão", "ông cụ", "bà cụ", "cụ ông", "cụ bà", "mẹ già", "mẹ chồng",
                "bố chồng", "mẹ vợ", "bố vợ", "người vợ", "người chồng", "cha già", "bố già", "anh rể", "chị dâu",
                "người thầy", "cô gái trẻ", "chàng kỹ sư", "nữ bí thư", "bà má",
            ]
        ),
        (
            .child,
            [
                "em", "cháu", "bé", "cháu bé", "em bé", "con trai", "con gái", "cháu ngoại", "cháu nội", "trò",
                "em học sinh", "cậu bé",
                "cô bé", "bé trai", "bé gái", "nam sinh", "nữ sinh", "em tên là", "cháu tên là",
                "con tên là", "em tên", "cháu tên", "con tên", "đứa bé", "đứa trẻ",
            ]
        ),
        (
            .group,
            [
                "các", "những", "nhiều", "mọi", "bà con", "đồng bào", "nhân dân", "người dân", "cộng đồng", "chị em",
                "anh em",
                "anh chị em",
                "các em", "các cháu", "con em", "trẻ em", "vùng", "hộ dân", "hội viên", "đoàn viên", "bệnh nhân",
                "trường hợp", "nhóm",
                "đa số", "phần lớn", "chủ yếu", "toàn", "đều", "hầu hết", "phụ nữ", "thanh niên", "người già",
                "người cao tuổi", "tổ",
                "đội",
            ]
        ),
        (
            .office,
            [
                "trụ sở", "cơ quan", "văn phòng", "công ty", "doanh nghiệp", "cửa hàng", "trường", "trạm",
                "nhà văn hóa", "nhà văn hoá",
                "hội trường", "trung tâm", "hợp tác xã", "htx", "chi nhánh", "bưu điện", "ubnd", "ủy ban", "uỷ ban",
                "ban biên tập",
                "đảng ủy", "đảng uỷ", "công an", "quỹ", "sở", "ban quản lý", "bệnh viện", "nhà máy", "xưởng",
            ]
        ),
        (.publicFigure, ["Bác Hồ", "Hồ Chí Minh"]),
        (.commemoration, ["kỷ niệm", "kỉ niệm", "chào mừng", "mừng", "ngày hội"]),
        (
            .filler,
            [
                "là", "vào", "ra", "lúc", "có", "của", "qua", "theo", "tại", "ở", "được", "cấp", "no", "đúng", "nhằm",
                "thuộc",
            ]
        ),
        (.number, ["số"]),
        (
            .unit,
            [
                "đồng", "vnđ", "vnd", "đ", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "usd", "m", "km", "kg", "ha", "tấn",
                "tạ", "lượt", "cây",
                "căn",
                "bộ", "suất", "phần", "cái", "chiếc", "giờ", "phút", "điểm", "lít", "kwh", "cuốn", "con", "bản",
                "mét", "hộ",
                "hồ sơ", "khẩu", "đô", "sào", "mẫu", "thành viên", "nhân khẩu", "ngày công", "quả", "gốc", "viên",
                "lá", "tờ", "mô hình",
            ]
        ),
        (.day, ["ngày", "mùng", "mồng", "hôm"]), (.month, ["tháng"]), (.year, ["năm"]),
        (.past, ["từ", "khi", "hồi", "lúc mới", "thuở", "lên", "ngày còn"]),
        (
            .other,
            [
                "bác học", "anh hùng", "tiếng anh", "nước anh", "cô đơn", "cô lập", "chú trọng",
                "chú ý", "chú thích",
                "cụ thể", "công bố", "phân bố", "tuyên bố", "bố trí", "khủng bố", "cha mẹ", "bố mẹ", "chú giải",
                "ông bà", "cha ông",
                "ông cha", "bà mẹ", "cháu ngoan", "dân phố", "con người", "năm nay", "cô bác",
                "bác nông dân", "mẹ đỡ đầu",
                "mẹ việt nam", "nhiều năm", "nhiều lần", "nhiều tháng", "nhiều ngày", "nhiều đợt", "nhiều phen",
                "nhiều bận",
                "nhiều đêm", "nhiều đời",
            ]
        ),
    ]
}
