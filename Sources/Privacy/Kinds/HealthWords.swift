/// The words of `Health`, as people say them.
extension Health {
    static let words: [Sign.Words] =
        illnesses + treatments + impairments + [
            (
                .suffering,
                [
                    "bị", "mắc", "mắc phải", "nhiễm", "bị nhiễm", "dương tính", "dương tính với", "điều trị", "chữa",
                    "chữa bệnh", "chẩn đoán", "phát hiện", "phát hiện mắc", "phát hiện bị", "chống chọi", "vật lộn",
                    "di chứng", "qua đời vì", "mất vì", "sống chung với", "mang", "căn bệnh", "lâm", "ngã bệnh",
                    "lâm bệnh",
                    "mang trong mình", "phẫu thuật", "vì", "đang điều trị", "lại bị", "từng bị", "bị chẩn đoán",
                    "được chẩn đoán", "lên cơn", "có khối", "biến chứng", "chiến đấu với", "đối mặt với", "chống lại",
                    "đau đớn vì", "khổ vì", "phát", "tái phát", "di căn", "chung sống với", "đánh bại", "chiến thắng",
                    "vượt qua", "vượt lên", "nằm viện vì", "nghỉ việc vì", "uống thuốc", "tiền sử",
                ]
            ),
            (
                .prevention,
                [
                    "phòng", "phòng chống", "phòng bệnh", "khám", "sàng lọc", "tầm soát", "tuyên truyền", "tư vấn",
                    "tiêm",
                    "hỗ trợ", "giúp", "giúp đỡ", "thăm", "thăm hỏi", "ủng hộ", "trao", "tặng", "chăm sóc", "vận động",
                    "dạy nghề", "nguy cơ", "không bị", "khỏi bị", "tránh bị", "đón", "giúp người", "chở",
                    "đưa đón", "cảm hóa", "cảm hoá", "giáo dục", "quản lý", "tiếp nhận", "kèm cặp", "dìu dắt",
                    "hòa giải",
                    "xử lý", "đấu tranh", "bắt giữ", "phát hiện và", "tố giác", "ngăn chặn", "phối hợp",
                ]
            ),
            (
                .addiction,
                [
                    "nghiện ma túy", "nghiện ma tuý", "nghiện hút", "nghiện heroin", "nghiện rượu",
                    "nghiện thuốc phiện",
                    "nghiện ngập", "cai nghiện", "cai ma túy", "cai ma tuý", "methadone", "cai rượu", "nghiện cờ bạc",
                    "nghiện thuốc lắc", "sử dụng ma túy", "sử dụng ma tuý", "hút thuốc phiện", "sa vào ma túy",
                    "chơi ma túy",
                    "dính vào ma túy", "dính ma túy", "nghiện game", "nghiện ma túy đá", "bạn nghiện", "chích choác",
                    "làm bạn với ma túy", "bập vào ma túy", "nghiện thuốc",
                ]
            ),
            (
                .healthLabel,
                [
                    "tình trạng sức khỏe", "tình trạng sức khoẻ", "tình trạng bệnh", "bệnh nền", "bệnh lý nền",
                    "tiền sử bệnh", "tiền sử bệnh lý", "tiền sử bệnh tật", "bệnh đang mắc", "bệnh mắc phải", "sức khỏe",
                    "sức khoẻ", "dạng khuyết tật", "dạng tật", "khuyết tật", "chẩn đoán bệnh",
                ]
            ),
            (.doctor, ["bác sĩ", "bác sỹ", "y sĩ", "y sỹ", "thầy thuốc", "y tá", "điều dưỡng", "lương y"]),
            (
                .injuryRate,
                [
                    "tỷ lệ thương tật", "tỉ lệ thương tật", "tỷ lệ tổn thương", "thương tật",
                    "mức suy giảm khả năng lao động",
                    "mất sức lao động", "tỷ lệ tổn thương cơ thể", "suy giảm khả năng lao động", "tỷ lệ mất sức",
                ]
            ),
            (
                .other,
                [
                    "hội người khuyết tật", "hội người mù", "mắc nối", "mắc điện", "mắc võng", "liệt sĩ", "liệt sỹ",
                    "liệt kê",
                    "u ám", "tự lẫn", "lẫn nhau", "cả lẫn", "hen suyển", "viêm màng", "bệnh viện", "bệnh nhân",
                    "bệnh xá",
                    "dịch bệnh", "bệnh binh", "mổ lợn", "mổ bò", "mổ trâu", "mổ heo", "mổ xẻ", "gãy đổ", "liệt vào",
                    "mổ gà",
                ]
            ),
        ]

    /// What somebody has, told by itself only where the sentence says who has it.
    private static let illnesses: [Sign.Words] = [
        (
            .disease,
            [
                // Tumours and blood.
                "ung thư", "ung bướu", "u não", "u tuyến giáp", "u xơ", "u ác", "u ác tính", "u lành", "khối u",
                "u nang",
                "u máu", "u phổi", "u gan", "u vú", "hạch ác tính", "máu trắng", "bạch cầu cấp", "bệnh bạch cầu",
                "tan máu bẩm sinh", "tan máu", "máu khó đông", "thiếu máu", "bệnh máu", "suy tủy", "suy tuỷ",
                "thalassemia",
                "đa u tủy", "xuất huyết giảm tiểu cầu", "bướu cổ", "bướu", "basedow", "cường giáp", "suy giáp",
                // Heart, vessels, metabolism.
                "tiểu đường", "đái tháo đường", "cao huyết áp", "huyết áp cao", "tăng huyết áp", "huyết áp thấp",
                "tai biến", "tai biến mạch máu não", "đột quỵ", "đột quị", "bệnh tim", "tim bẩm sinh", "suy tim",
                "nhồi máu cơ tim", "nhồi máu não", "hở van tim", "hẹp van tim", "bệnh tim mạch", "rối loạn nhịp tim",
                "mỡ máu",
                "máu nhiễm mỡ", "suy giãn tĩnh mạch", "giãn tĩnh mạch", "xơ vữa động mạch", "phình động mạch",
                "hẹp mạch vành",
                "xuất huyết não", "thiếu máu não", "gút", "gout", "béo phì", "gan nhiễm mỡ",
                // Kidneys, liver, lungs, stomach.
                "suy thận", "thận hư", "hội chứng thận hư", "sỏi thận", "sỏi mật", "viêm cầu thận", "bệnh thận",
                "viêm gan", "viêm gan b", "viêm gan c", "xơ gan", "suy gan", "bệnh gan", "lao phổi", "bệnh lao",
                "lao hạch",
                "lao xương", "viêm phổi", "phổi tắc nghẽn", "bệnh phổi", "hen suyễn", "hen phế quản", "hen", "bệnh hen",
                "tràn dịch màng phổi", "xơ phổi", "bụi phổi", "suy hô hấp", "viêm loét dạ dày", "bệnh dạ dày",
                "đau dạ dày",
                "loét dạ dày", "viêm đại tràng", "trĩ", "thủng dạ dày", "viêm tụy", "viêm tuỵ", "viêm màng não",
                "viêm não",
                "viêm", "viêm xoang", "viêm tai giữa", "viêm đa khớp", "viêm khớp dạng thấp", "viêm khớp",
                "viêm cột sống",
                // Infections.
                "hiv", "hiv/aids", "aids", "bệnh phong", "phong cùi", "cùi", "hủi", "giang mai", "lậu", "covid",
                "sốt xuất huyết",
                "sốt rét", "uốn ván", "thương hàn", "nhiễm trùng máu", "nhiễm khuẩn huyết", "thủy đậu", "sởi",
                "bạch hầu",
                // Nerves and mind.
                "tâm thần", "tâm thần phân liệt", "trầm cảm", "rối loạn lo âu", "rối loạn lưỡng cực", "hoang tưởng",
                "động kinh",
                "parkinson", "alzheimer", "sa sút trí tuệ", "mất trí nhớ", "lẫn", "tự kỷ", "tăng động", "bại não",
                "bại liệt",
                "sốt bại liệt", "chậm phát triển", "thiểu năng trí tuệ", "thiểu năng", "hội chứng down", "bệnh down",
                "down",
                "bệnh thần kinh", "co giật", "rối loạn tiền đình", "tiền đình", "đau nửa đầu", "xơ cứng teo cơ",
                "teo cơ", "nhược cơ",
                "loạn dưỡng cơ", "mất ngủ kinh niên", "chấn thương sọ não", "đa chấn thương", "rối loạn tâm thần",
                "khủng hoảng tâm lý",
                "không bình thường", "ngáo đá", "thần kinh tọa", "đau thần kinh tọa", "liệt dây thần kinh",
                // Bones, skin, eyes, ears.
                "thoát vị đĩa đệm", "thoái hóa cột sống", "thoái hoá cột sống", "thoái hóa khớp", "thoái hoá khớp",
                "gai cột sống",
                "xương khớp", "loãng xương", "thấp khớp", "lao cột sống", "xương thủy tinh", "cong vẹo cột sống",
                "gù lưng", "lupus",
                "vảy nến", "bạch biến", "bỏng nặng", "đục thủy tinh thể", "glôcôm", "thoái hóa võng mạc", "cườm",
                "mù lòa", "hỏng mắt",
                "cận thị nặng", "điếc", "lãng tai", "nặng tai", "nghễnh ngãng",
                // Others, and words that name none.
                "vô sinh", "hiếm muộn", "lạc nội mạc", "bệnh phụ khoa", "sứt môi", "hở hàm ếch", "não úng thủy",
                "nhiễm độc",
                "nhiễm chất độc da cam", "chất độc da cam", "dioxin", "bệnh hiểm nghèo", "bệnh nan y", "hiểm nghèo",
                "nan y",
                "bệnh nặng", "trọng bệnh", "bạo bệnh", "bệnh quái ác", "bệnh mãn tính", "bệnh mạn tính", "bệnh mạn",
                "bệnh tật",
                "bệnh lý", "bệnh trọng", "bệnh lạ", "bệnh hiếm", "liệt nửa người", "liệt hai chân", "liệt toàn thân",
                "liệt giường",
                "liệt tứ chi", "liệt", "bán thân bất toại", "sống thực vật", "đau ốm triền miên", "ốm liệt giường",
            ]
        ),
        (.illness, ["bệnh", "chứng bệnh", "hội chứng"]),
    ]

    /// What is done to one who is ill.
    private static let treatments: [Sign.Words] = [
        (
            .treatment,
            [
                "cắt một bên", "cắt một phần", "cắt thận", "cắt phổi", "chạy thận", "lọc máu", "xạ trị", "hóa trị",
                "hoá trị",
                "ghép thận", "ghép gan", "ghép tủy", "ghép tuỷ", "ghép tim", "mổ tim", "mổ não", "mổ u", "đặt stent",
                "cắt bỏ",
                "cắt dạ dày", "tiêm insulin", "truyền hóa chất", "truyền hoá chất", "truyền máu", "thuốc tim mạch",
                "thuốc tim",
                "thuốc huyết áp", "thuốc thần kinh", "uống thuốc an thần", "bệnh nhân ung thư", "phẫu thuật tim",
                "đặt máy trợ tim", "vào viện hằng tháng", "thay khớp", "mổ cột sống", "mổ ruột thừa", "mổ sỏi",
                "mổ mắt",
                "đặt ống thở", "thở máy", "thở oxy", "thuốc arv", "arv", "thuốc chống trầm cảm", "thuốc tiểu đường",
                "thuốc động kinh", "thuốc ức chế", "đeo máy trợ thính", "máy trợ thính", "máy tạo nhịp",
                "đặt máy tạo nhịp",
                "lắp chân giả", "lắp tay giả", "phục hồi chức năng", "vật lý trị liệu", "nằm viện", "nhập viện",
                "ra viện",
                "xuất viện", "cấp cứu vì", "hóa chất", "hoá chất", "lọc thận", "thẩm phân", "chọc dịch", "sinh thiết",
                "thắt búi",
                "cắt tử cung", "cắt lá lách", "cắt túi mật", "cắt ruột", "cắt một quả thận", "cắt chân",
                "cắt bàng quang",
                "cắt thanh quản", "cắt đại tràng", "cắt buồng trứng", "ghép da", "ghép giác mạc", "thay van tim",
                "thay máu", "cắt amidan",
                "cắt tuyến giáp", "cắt cụt", "đoạn chi", "tháo khớp", "bó bột", "đóng đinh",
                "thụ tinh nhân tạo", "thụ tinh trong ống nghiệm", "sảy thai", "sẩy thai", "thai lưu",
                "bệnh viện tâm thần",
                "trại phong", "viện k", "bệnh viện k", "bệnh viện ung bướu", "khoa tâm thần", "viện tim",
            ]
        ),
        (
            .organAilment,
            [
                "mổ", "phẫu thuật", "teo", "gãy", "vỡ", "dập", "thủng", "liệt", "cụt",
                "thoái hóa", "thoái hoá", "chấn thương", "bỏng", "vẹo", "co rút", "suy", "phù", "nứt", "mất hẳn",
                "tràn dịch",
            ]
        ),
    ]

    /// What an illness or a wound has left, and what one is born with.
    private static let impairments: [Sign.Words] = [
        (
            .impairment,
            [
                "cụt", "cụt chân", "cụt tay", "cụt một chân", "cụt một tay", "cụt hai chân", "cụt hai tay",
                "mù hai mắt",
                "mù cả hai mắt", "mù một mắt", "mù lòa", "mù loà", "bị mù", "mù bẩm sinh", "hỏng mắt", "hỏng một mắt",
                "hỏng một bên mắt", "hỏng cả hai mắt", "mắt đã hỏng", "mắt lòa", "mắt loà", "mắt mờ", "mắt kém",
                "lòa hai mắt",
                "mắt phải", "mắt trái", "ngồi xe lăn", "xe lăn", "nằm liệt", "nằm liệt giường", "nằm một chỗ", "bị lẫn",
                "bị câm",
                "bị điếc", "điếc bẩm sinh", "điếc cả hai tai", "điếc một tai", "mất một chân", "mất một tay",
                "mất hai chân",
                "mất hai tay", "mất một mắt", "mất một cánh tay", "mất cánh tay", "mất bàn tay", "mất chân phải",
                "mất chân trái",
                "mất tay phải", "mất tay trái", "mất thị lực", "mất thính lực", "huyết áp lúc nào cũng cao", "đi nạng",
                "bằng nạng",
                "chống nạng", "chân giả", "tay giả", "tật nguyền", "bị tật", "dị tật", "dị dạng", "liệt nửa người",
                "liệt hai chân",
                "liệt giường", "liệt một tay", "liệt một chân", "liệt một bên", "chân teo", "teo cơ", "teo chân",
                "teo tóp",
                "chân thấp chân cao", "chân cao chân thấp", "đi tập tễnh", "tập tễnh", "khập khiễng", "đi cà nhắc",
                "gù lưng",
                "lưng gù", "tay co quắp", "co quắp", "không nghe được", "không nói được", "không nhìn thấy",
                "không nhìn được",
                "không đi lại được", "không tự đi lại", "không còn nhìn thấy", "không còn nhìn", "không còn thấy đường",
                "không thấy đường", "không còn nghe", "không nghe thấy", "không còn đi lại", "không thể đi lại",
                "không thể nhìn thấy",
                "không còn nói được", "mù dần", "lòa dần", "loà dần", "bị lao", "mắc lao", "lao kháng thuốc",
                "mảnh đạn", "mảnh pháo",
                "mảnh bom", "bị hen", "mắc lậu", "bị trĩ", "mất khả năng đi lại", "mất khả năng nói",
                "nói ngọng bẩm sinh",
                "không còn đôi chân", "không còn đôi tay", "nhớ nhớ quên quên", "ngớ ngẩn", "đãng trí",
                "khờ khạo bẩm sinh",
                "bị khờ", "còn mảnh đạn trong", "sống thực vật", "kém trí",
            ]
        ),
        (
            .disability,
            [
                "khuyết tật", "tàn tật", "người khuyết tật", "người tàn tật", "khuyết tật nặng", "câm điếc",
                "khiếm thị",
                "khiếm thính", "người khiếm thị", "người khiếm thính", "người mù", "người câm", "người điếc",
                "khuyết tật bẩm sinh", "tàn tật từ nhỏ", "khuyết tật vận động", "khuyết tật trí tuệ",
                "khuyết tật nghe nói",
                "khuyết tật đặc biệt nặng", "khiếm thính bẩm sinh", "khiếm thị bẩm sinh", "nạn nhân chất độc da cam",
                "nạn nhân da cam", "bệnh nhân phong", "bệnh nhân chạy thận", "bệnh nhân tim", "bệnh nhân lao",
                "bệnh nhân tâm thần",
            ]
        ),
    ]
}
