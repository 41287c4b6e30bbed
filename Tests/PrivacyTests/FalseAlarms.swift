/// What must not be taken for personal data. Written as such pages are; nobody in it exists.
enum FalseAlarms {
    static let numbers = [
        // Decisions, plans, papers.
        "Quyết định số 096-QĐ/HU ngày 14/9/2021 của Ban Thường vụ Huyện ủy", "Kế hoạch số 29-KH/HU ngày 02/6/2021",
        "Quyết định số 2871/QĐ-UBND ngày 22/9/2023",
        "Công văn số 0912/UBND-NC ngày 05/3/2024", "Luật số 91/2025/QH15", "Nghị định 356/2025/NĐ-CP ngày 31/12/2025",
        "Thông tư 22/2014/TT-BTTTT",
        "Nghị quyết số 1191/NQ-UBTVQH15", "theo các văn bản số 0345, 0346, 0347",
        "Giấy chứng nhận số 0912345678 do Sở cấp",
        "GCN số CH 0123456789",
        "biên lai số 0987654321", "Hóa đơn số 0351000567",
        // Codes of offices and goods.
        "Mã số thuế 0101234567", "MST: 0312345678-001", "Mã số hợp tác xã 0912345678", "mã số vùng trồng VN-BGOR-0123",
        "mã vạch 8931234567890", "mã hồ sơ 024070001234",
        "ISBN 978-604-12-3456-7", "mã số doanh nghiệp: 2400123456", "Số đăng ký kinh doanh 0987654321",
        // Hotlines.
        "Gọi 113 khi có việc gấp", "Tổng đài 111 bảo vệ trẻ em", "cấp cứu 115, cứu hỏa 114", "Hotline 1900 9068",
        "đường dây nóng 1800 1091", "Điện thoại: 18001567",
        "tổng đài 1022", "gọi 112", "Zalo OA 1900 636 888",
        // Areas, lengths, yields.
        "hiến 1.150 m² đất", "4.860 m2", "dài 3,796 km", "7.347 m", "rộng 0,85 ha", "2.350.000 m3 nước", "1.234,5 ha",
        "trồng 12.500.000 cây keo", "khoảng 300 - 500 hộ",
        "1.548 hộ, 6.120 khẩu", "từ 1.200 đến 1.500 con", "0912 hộ", "3.500.000 lượt người",
        // Money.
        "thu nhập 150000000 đồng", "1.250.000.000 đồng", "hỗ trợ 310.000 đồng/tấn",
        "vay 150 000 000 đồng của ngân hàng",
        "mua điện thoại 1.500.000 đồng", "36,6 triệu đồng",
        "tổng kinh phí 12.345.678.000đ", "1.500.000 VNĐ", "Doanh thu 912.345.678 đồng", "quỹ có 121000000",
        "vay 50000000 ngân hàng chính sách", "5,3 tỷ", "3.456.789 USD",
        // Years, dates, hours, ranges.
        "giai đoạn 2021-2025", "nhiệm kỳ 2020 - 2025", "các năm 2021, 2022, 2023, 2024", "6 tháng đầu năm 2021",
        "ngày 05/12/2023, Chủ tịch UBND xã tặng Giấy khen", "từ 01/7/2025 đến 31/12/2026",
        "lúc 7 giờ 30 ngày 12/3/2024", "08.30 - 11.30", "tháng 11/2023", "ngày 30/4 và 1/5", "T6, 9.2019", "2018-09-28",
        "đợt 1: 09/7/2021; đợt 2: 15.11.2024",
        // Figures one after the other.
        "tỷ lệ 98,75%", "đạt 57/62 hộ", "05 thuyền với 14 người", "01 xe sách, 24 điểm dừng, 300 góc đọc",
        "| 12 | 345 | 678 |",
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "tọa độ 21.0285, 105.8542",
        "(01) 02 03", "xếp thứ 3/12", "phiên bản 1.0.25", "điểm 9,5; 9,25; 8,75", "lớp 12A1", "hạng 2/4",
        "02 tập thể, 05 cá nhân",
        // Birth, but of nobody's private day.
        "kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2024)",
        "chào mừng ngày sinh nhật Bác Hồ 19/5/2024",
        "bà sinh năm 1970", "ông sinh 1965 tại Mẫu An", "(SN 1957)",
        "học sinh nghỉ từ ngày 25/5/2024", "ra quân vệ sinh ngày 05/6/2024", "sinh hoạt chi bộ ngày 03/02/2024",
        "chi phí phát sinh ngày 12/3/2024", "liệt sĩ hy sinh ngày 27/7/1972",
        "buổi sinh hoạt ngày 12 tháng 3 năm 2024", "đăng ký khai sinh 12/3/2024 tại bộ phận một cửa",
        "mô hình sinh kế, ngày 12/3/2024",
        // Identity papers, spoken of.
        "cấp 1.250 thẻ căn cước", "làm căn cước công dân cho 215 người cao tuổi",
        "bộ phận một cửa nhận hồ sơ BHYT của 1.234.567 người",
        "đổi giấy phép lái xe", "vận động 312 hộ tham gia BHXH tự nguyện",
        "mở 450 tài khoản định danh điện tử mức 2", "tài khoản 1.250.000 đồng",
        "quỹ có tài khoản riêng, thu chi công khai",
        "100% hội viên có tài khoản ngân hàng",
        // Articles on the web.
        "xem https://baomau.example.vn/tin-0912345678.htm", "https://www.example.com/posts/024070001234",
        "www.example.vn/bai/121234567.html",
    ]

    static let addresses = [
        // An office's own contacts, plates and land.
        "Văn phòng Đảng ủy xã Mẫu: điện thoại 0204-3-000-123", "số trực của UBND xã Mẫu An: 0204 3000 123",
        "Ban Xây dựng Đảng xã, hộp thư bxdd.mauan@tinh.gov.vn",
        "tài khoản Quỹ “Vì người nghèo” tỉnh, số 3751.0.1234567 tại Kho bạc",
        "xe cứu thương do Tỉnh đoàn trao tặng có biển kiểm soát 98A-345.67", "nhà văn hóa thôn có sổ đỏ số AB 345678",
        "mẫu đọc biển số (ví dụ 00A-000.00)",
        "theo dõi trang @bangvang", "lên mạng bằng @ ngay đầu ngõ", "giá 10.000đ @ kg", "user@localhost",
        "https://example.vn/@mauan",
        "Trụ sở: số 5, đường Mẫu Lâm", "Địa chỉ: Văn phòng Đảng ủy, số 12 đường Mẫu",
        "UBND xã đặt tại số 3 phố Chợ Mẫu",
        "Công ty Mẫu, địa chỉ số 45 đường Mẫu Giang",
        "tuyến đường số 12", "đường số 5 được đổ bê tông", "ngõ 12 tự quản về rác",
        "hai tuyến ngõ 45 và 47 phường Mẫu Tân",
        "thắp sáng ngõ 12 dài 350 m", "gắn biển số nhà cho 120 hộ",
        "đánh số nhà 218 hộ", "dãy nhà số 3 của khu tập thể", "nhà văn hóa số 2", "xóa 12 căn nhà tạm",
        "120 căn hộ đã có chủ",
        "căn hộ 70 m2", "trú tại thôn 6, xã Mẫu An",
        "cư trú tại tổ 5, khu phố 3, phường Mẫu Minh", "Đội thu gom số 2", "tổ dân phố số 7", "quốc lộ 31 đi qua xã",
        "tỉnh lộ 289",
        "hộ số 12 trong danh sách", "thửa đất số 123, tờ bản đồ số 5",
        "ở xóm 4, bản Mẫu", "Nơi thường trú: thôn Mẫu An, xã Mẫu", "Địa chỉ: tổ 4, khu 2, phường Mẫu",
        "người dân cư trú ở 12 thôn dọc đường tỉnh", "họp ở nhà số lượng người đông",
    ]

    static let sensitive = [
        // Offences and money of others, or of nobody.
        "Ông Mẫu cảm hóa 5 người từng có tiền án", "chi bộ không có đảng viên bị kỷ luật",
        "Ông Mẫu hai lần bắt trộm xe máy",
        "cụ Mẫu từng bị địch bắt tù đày", "thôn không có trộm cắp, cờ bạc", "làng không có nợ xấu",
        "Ông còn nợ làng món nợ ân tình",
        "xưởng của chị Mẫu trả lương 7 triệu đồng một tháng", "Ông Mẫu thu nhập 300 triệu đồng mỗi năm",
        // People of history.
        "Nhà thơ Trần Mẫu bị mù cả hai mắt vẫn dạy học", "liệt sĩ Lê Văn Mẫu, dân tộc Tày, hy sinh năm 1972",
        // Illness of many, prevented, of crops.
        "khám sàng lọc ung thư cho 250 phụ nữ", "Bà Mẫu tuyên truyền chị em đi khám ung thư vú",
        "giúp 12 bệnh nhân chạy thận",
        "phòng, chống bệnh tiểu đường", "thăm các cháu mắc bệnh tim bẩm sinh",
        "hỗ trợ hộ có người mắc bệnh hiểm nghèo", "lúa bị bệnh đạo ôn", "đàn lợn bị dịch tả",
        "cây vải mắc bệnh thán thư",
        "Ông vận động khám sàng lọc bệnh tiểu đường", "Hội Người khuyết tật huyện Mẫu",
        "Bà Hậu giúp người khuyết tật học nghề", "ngày hội hiến máu nhân đạo",
        "nhiều người bị tai biến vì không đo huyết áp",
        "thương binh hạng 2/4", "Ông là thương binh, vẫn hăng hái", "sức khỏe của ông còn tốt",
        "đường lao động, lao vào việc làng", "trẻ em khuyết tật đến trường",
        "Các hộ có người tàn tật được miễn đóng góp",
        "ông mắc võng dưới gốc cây", "chị bị mất ngủ vì lo việc",
        // Peoples.
        "đồng bào dân tộc Tày", "các dân tộc Tày, Nùng, Dao cùng sinh sống", "bà con dân tộc Mông ở bản Mẫu",
        "90% là người Dao",
        "tiếng Thái", "trang phục dân tộc Dao", "Ban Dân tộc HĐND tỉnh",
        "khối đại đoàn kết dân tộc", "Trường Phổ thông Dân tộc nội trú Mẫu", "dân tộc Việt Nam",
        "người Kinh và người Mường cùng họp",
        "vùng đồng bào dân tộc thiểu số", "văn hóa người Thái", "người Mẫu An hiếu khách",
        "thôn có 52 hộ, đều là người Tày", "chị Hoa là trưởng thôn", "người hoa mắt vì nắng", "con dao của người thợ",
        "lễ hội của người Mường", "hội viên người dân tộc thiểu số", "chị em phụ nữ dân tộc Dao",
        // Faiths.
        "đồng bào có đạo sống tốt đời, đẹp đạo", "bà con giáo dân xứ Mẫu", "Ủy ban Đoàn kết Công giáo tỉnh",
        "công tác tôn giáo",
        "Giáo hội Phật giáo Việt Nam huyện Mẫu", "lãnh đạo, chỉ đạo", "đạo đức cách mạng",
        "các tôn giáo trên địa bàn", "chùa Mẫu tổ chức nấu cơm từ thiện", "theo đạo lý uống nước nhớ nguồn",
        "vùng có đông tín đồ",
        "các linh mục, tu sĩ trong vùng",
        // Children without a name, people who once were children, ages of things.
        "các em học sinh lớp 5 trồng cây", "312 học sinh lớp 9", "chị Mẫu, giáo viên lớp 5",
        "em Mẫu là giáo viên dạy lớp 3",
        "năm 12 tuổi, ông theo cha đi biển", "từ năm 15 tuổi em Mẫu đã đi làm", "ông Mẫu, 68 tuổi",
        "anh Mẫu 35 tuổi", "keo bốn năm tuổi", "30 năm tuổi Đảng", "tuổi thơ của chị",
        "trẻ em dưới 6 tuổi được tiêm chủng",
        "em Mẫu, 19 tuổi, bí thư chi đoàn", "lớp tập huấn cho 24 người", "chị em lớp 2 xóa mù chữ",
        "trẻ từ 11 đến 15 tuổi", "người cao tuổi", "cây vải 12 năm tuổi", "cháu ngoan Bác Hồ", "3 cháu dưới 10 tuổi",
    ]

    static let names = [
        "chan-dung.jpg", "hoat-dong-1.jpg", "IMG_20210709_123456.jpg", "IMG-20210709-WA0012.jpg",
        "z4567890123456_abcdef0123456789.jpg",
        "DSC_0912.JPG",
        "218437856_1234567890123456_987654321098765432_n.jpg", "screenshot_2024-03-05-09-12-34-567_com.example.jpg",
        "1626098765432.jpg",
        "le-trao-giay-khen-2024.jpg", "quyet-dinh-096-qd-hu.pdf",
        "20240912_081530.mp4", "anh-so-12.png", "phu-de.vtt", "dang-bo-xa-mau-an-2021", "GOPR0123.MP4", "anh-1.2.3.jpg",
        "thon-6-2024-09-20.webp", "202109141234.jpg", "cap-can-cuoc-luu-dong.jpg",
    ]
}
