import Privacy

// Nobody in these phrases exists, nor do their numbers and addresses.

extension MarkedPhrase {
    static let numbers =
        all(
            .phone,
            [
                "Mọi ý kiến xin gửi ông Lê Văn Mẫu, điện thoại ⟦0912 345 678⟧.",
                "Liên hệ: ⟦0987.654.321⟧ (gặp chị Mẫu)",
                "SĐT: ⟦0351000567⟧",
                "Số điện thoại của ông là ⟦0786 000 456⟧, ai cần cứ gọi.", "ĐT ⟦091-234-5678⟧", "Zalo ⟦0569000456⟧",
                "Bà đọc số ⟦0888000456⟧ cho mọi người ghi.",
                "Ông Mẫu (⟦0977 000 456⟧) là người đầu tiên hiến đất.", "gọi ⟦+84 912 345 678⟧",
                "Tel: ⟦+84 (0)912 345 678⟧",
                "ĐT: (⟦+84) 24 3000 1234⟧",
                "Máy bàn ⟦0204 3000 123⟧", "ĐT: (⟦024) 3000 1234⟧", "điện thoại ⟦02043.000.123⟧",
                "Liên hệ ⟦0912345678⟧/⟦0987654321⟧.",
                "Trước đây số của ông là ⟦01689 000 456⟧.", "ĐT: ⟦09 12 34 56 78⟧", "Điện thoại: ⟦3000 123⟧",
                "Fax: ⟦3.000.124⟧",
                "Hotline cá nhân: ⟦0868 000 868⟧.",
                "số ⟦84912345678⟧", "Whatsapp ⟦0084912345678⟧", "ai cũng thuộc số ⟦0912\u{A0}345\u{A0}678⟧ của chị",
                "Gọi cho anh Mẫu theo số ⟦0333 000 555⟧ trước 17 giờ",
                "ĐTDĐ: ⟦0903–000–456⟧",
            ])
        + all(
            .identityNumber,
            [
                "Ông Lê Văn Mẫu, số CCCD ⟦024070001234⟧", "căn cước công dân số ⟦001 085 012 345⟧ cấp ngày 12/3/2021",
                "CMND: ⟦121234567⟧",
                "Giấy chứng minh nhân dân số ⟦121 234 567⟧ do Công an cấp", "mang hộ chiếu ⟦B1234567⟧",
                "Mã định danh: ⟦0240 7000 1234⟧",
                "Số sổ BHXH: ⟦2412345678⟧", "thẻ BHYT ⟦GD 4 24 2412345678⟧", "giấy phép lái xe số ⟦240123456789⟧",
                "Lê Thị Mẫu, ⟦038185012345⟧, thôn Mẫu An",
                "Danh sách kèm theo: ⟦024170005678⟧", "ông Mẫu (⟦121345678⟧)",
                "số định danh cá nhân ⟦079085001234⟧ đã được cập nhật",
                "CMT ⟦060123456⟧",
                "mã số thuế cá nhân ⟦8412345678⟧",
            ])
        + all(
            .bankAccount,
            [
                "Số tài khoản: ⟦1234 5678 9012⟧ tại ngân hàng", "STK ⟦8200205123456⟧ Agribank chi nhánh Mẫu",
                "Ủng hộ qua tài khoản ⟦0123456789012⟧ của bà Mẫu",
                "Số tài khoản của Chi hội tại Vietcombank: ⟦0011001234567⟧",
                "chuyển vào ⟦19031234567890⟧ Techcombank, chủ tài khoản Lê Thị Mẫu",
                "TK: ⟦711012345678⟧", "Số TK ⟦1234567⟧ ngân hàng Mẫu", "số thẻ ATM ⟦9704 1234 5678 9012⟧",
                "tài khoản ngân hàng số ⟦106.8712.34567⟧",
            ])
        + all(
            .birthDate,
            [
                "Ông Lê Văn Mẫu sinh ngày ⟦12/3/1970⟧ tại thôn Mẫu An.", "Ngày sinh: ⟦12/03/1970⟧",
                "Bà Mẫu (sinh ngày ⟦5-9-1965⟧)",
                "SN ⟦12.3.1970⟧",
                "Ông sinh ngày ⟦12 tháng 3 năm 1970⟧ trong một gia đình nghèo.", "sinh vào ngày ⟦1.3.1970⟧",
                "Ngày, tháng, năm sinh: ⟦12/3/1970⟧",
                "| Ngày sinh | ⟦12/3/1970⟧ |", "chị sinh ngày ⟦8/3⟧ nên cả xóm hay trêu",
                "anh chào đời ngày ⟦30/4/1975⟧",
                "Năm sinh: ⟦1970-03-12⟧",
                "sinh ngày mùng ⟦2 tháng 9 năm 1975⟧", "Lê Thị Mẫu, sinh ⟦02/9/75⟧, chi hội trưởng",
            ])

    static let addresses =
        all(
            .propertyNumber,
            [
                "Anh Mẫu chạy xe máy biển số ⟦98B1-345.67⟧ đi phát thuốc",
                "ô tô của gia đình ông Mẫu (BKS ⟦98C-345.67⟧)",
                "chiếc xe tải ⟦98C 34567⟧ của bà Mẫu", "Ông Mẫu mang sổ đỏ số ⟦BK 345678⟧ ra xã",
                "giấy chứng nhận quyền sử dụng đất mang tên bà, số vào sổ ⟦CH 03456⟧",
            ])
        + all(
            .email,
            [
                "Thư gửi về ⟦levanmau@example.com⟧.", "E-mail: ⟦le.van_mau-70@example.vn⟧",
                "bà Mẫu <⟦mau.le+thon@example.com.vn⟧>",
                "(⟦mau@example.com⟧)",
                "Liên hệ ⟦0912345678@example.vn⟧ để nhận tài liệu", "⟦MAU@EXAMPLE.VN⟧, ⟦thu.ky@example.vn⟧",
            ])
        + all(
            .homeAddress,
            [
                "Nhà bà ở ⟦số nhà 12⟧, thôn Mẫu An.", "⟦số nhà 12A⟧ phố Mẫu", "hiện trú tại ⟦số 45/6, đường⟧ Mẫu Giang",
                "ngụ tại ⟦số 7 ngõ⟧ 12, phố Mẫu",
                "Địa chỉ: ⟦ngõ 45⟧, phường Mẫu Tân", "Nhà riêng: ⟦12 đường⟧ Mẫu Lâm",
                "Hộ khẩu thường trú: ⟦số 3 phố⟧ Chợ Mẫu, thị trấn Mẫu Lâm",
                "Hộ khẩu thường trú: ⟦tổ 4⟧, khu 2, phường Mẫu Minh", "HKTT: ⟦tổ 12⟧, phường Mẫu",
                "Nơi thường trú: khu 3, ⟦tổ 5⟧, thị trấn Mẫu",
                "bà sống một mình tại ⟦căn hộ 1205⟧, chung cư Mẫu", "gia đình ông tạm trú ở ⟦hẻm 12/3⟧ phường Mẫu Minh",
                "⟦Số nhà: 08⟧, tổ 5",
                "hộ khẩu ⟦16/4B⟧ tổ 7, khu phố Mẫu (ông Mẫu)", "Anh Mẫu ở ⟦lô B7-12⟧ khu tái định cư Mẫu",
                "Cụ Mẫu sống ở ⟦căn nhà thứ hai bên trái cổng⟧ chùa Mẫu, đội 9",
                "Ông Mẫu, trú tại ⟦số 15, ngách⟧ 2, phường Mẫu", "Địa chỉ liên hệ của chị: ⟦số 102 quốc lộ⟧ 31",
            ])

    static let sensitive =
        all(
            .offence,
            [
                "Anh Mẫu ⟦mãn hạn tù⟧ năm 2015", "đồng chí Mẫu ⟦bị kỷ luật⟧ năm 2018",
                "Ông từng ⟦trộm xe⟧ để lấy tiền hút chích",
                "Từng có ⟦tiền án⟧, anh Mẫu làm lại từ đầu",
            ])
        + all(
            .finance,
            ["Với ⟦lương hưu 6.100.000 đồng⟧ mỗi tháng, bà Mẫu nuôi hai cháu", "Anh Mẫu ⟦nợ ngân hàng 300 triệu⟧ đồng"])
        + all(
            .health,
            [
                "Năm 2019, ông phát hiện mắc ⟦ung thư⟧ nhưng vẫn đi họp.",
                "Chồng chị bị ⟦tai biến⟧ nằm một chỗ đã ba năm.",
                "Bà Mẫu mắc bệnh ⟦tiểu đường⟧ nhiều năm nay",
                "con trai anh bị ⟦bại não⟧ từ nhỏ", "chị từng điều trị ⟦trầm cảm⟧",
                "Anh Mẫu, ⟦người khuyết tật⟧ vận động, mở lớp dạy nghề.",
                "ông là ⟦người khuyết tật⟧ nặng", "cụ bị ⟦liệt nửa người⟧", "bác Mẫu có ⟦tỷ lệ thương tật⟧ 61%",
                "vợ ông nhiễm ⟦HIV⟧ từ chồng trước",
                "Mẹ anh bị ⟦suy thận⟧, tuần ba lần lọc máu ở bệnh viện.", "Ông mang ⟦trọng bệnh⟧ mà vẫn đến từng nhà.",
                "Anh sống chung với ⟦viêm gan⟧ đã mười năm", "cháu bé bị ⟦tim bẩm sinh⟧, được bà con góp tiền mổ",
            ])
        + all(
            .ethnicity,
            [
                "Chị Hoàng Thị Mẫu, ⟦dân tộc Tày⟧, là chi hội trưởng.", "⟦Dân tộc: Dao⟧",
                "Bí thư chi bộ Lò Văn Mẫu, ⟦dân tộc Thái⟧",
                "ông là ⟦người dân tộc Mông⟧",
                "cô giáo ⟦người Mường⟧ ấy", "Anh Mẫu là ⟦người Nùng⟧", "bà Y Mẫu, ⟦người Ba Na⟧, dệt thổ cẩm",
                "anh Mẫu, ⟦dân tộc Ê-đê⟧",
                "đồng chí Giàng A Mẫu, ⟦dân tộc H’Mông⟧",
                "già làng ⟦người Xơ Đăng⟧", "Ông Mẫu (⟦dân tộc Sán Dìu⟧)", "chị là con gái ⟦dân tộc Cao Lan⟧",
                "| ⟦Dân tộc | Kinh⟧ |",
                "nữ trưởng bản ⟦người Thái⟧ đầu tiên", "anh Mẫu, ⟦dân tộc K’Ho⟧,",
            ])
        + all(
            .religion,
            [
                "Ông Mẫu ⟦theo đạo⟧ Thiên Chúa, làm trưởng thôn đã mười năm.", "⟦Tôn giáo: Phật giáo⟧",
                "⟦Tôn giáo: Không⟧",
                "bà là ⟦tín đồ⟧ Cao Đài",
                "⟦Linh mục⟧ Trần Văn Mẫu cùng bà con làm đường.", "⟦Đại đức⟧ Thích Mẫu Tâm trao quà",
                "anh là ⟦người Công giáo⟧",
                "chị là ⟦phật tử⟧ của chùa Mẫu",
                "⟦Mục sư⟧ Mẫu vận động tín hữu", "ông là ⟦giáo dân⟧ xứ Mẫu An",
            ])
        + all(
            .minor,
            [
                "⟦cháu Lê Văn Mẫu, 8 tuổi⟧, nhặt được của rơi trả lại",
                "⟦em Lê Thị Mẫu, học sinh lớp 5⟧A Trường Tiểu học",
                "⟦bé An (4 tháng tuổi⟧)",
                "⟦con gái Mẫu Chi mới 6 tuổi⟧", "⟦em Mẫu, tám tuổi⟧", "⟦học sinh Lê Văn Mẫu (12 tuổi⟧)",
                "⟦em Mẫu đang học lớp 3⟧",
                "⟦8 tuổi, cháu⟧ Lê Văn Mẫu đã biết",
                "Hai đứa trẻ mồ côi, trong đó có ⟦cháu Lê Mẫu Anh, mười hai tuổi⟧", "⟦con trai Lê Mẫu Bình, học lớp 7⟧",
            ])

    static let names =
        all(
            .phone,
            ["⟦0912345678⟧.jpg", "chan-dung-⟦0912345678⟧", "ong-mau_⟦0987654321⟧_2.jpg", "anh-⟦84912345678⟧.png"],
            as: .name)
        + all(
            .identityNumber, ["cccd-⟦024070001234⟧.jpg", "⟦024070001234⟧-mat-truoc.png", "CMND_⟦121234567⟧.jpg"],
            as: .name)
        + all(.email, ["⟦thu-mau@example.vn.pdf⟧"], as: .name)
        + all(.birthDate, ["le-van-mau-sinh-⟦12-3-1970⟧.jpg"], as: .name)
        + all(
            .phone,
            [
                "Gọi [số này](tel:⟦0912345678⟧)", "ĐT: **⟦0912** 345 678⟧", "[Zalo](https://zalo.me/⟦0912345678⟧)",
                "![Ông Mẫu](anh/⟦0912345678⟧.jpg)",
                "`⟦0912345678⟧`", "- ⟦0912 345 678⟧ (ông Mẫu)", "<https://wa.me/⟦84912345678⟧>",
            ], as: .markdown)
}
