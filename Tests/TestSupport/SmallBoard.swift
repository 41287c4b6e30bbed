/// The files of the small board, by their paths. Everything in them is invented.
enum SmallBoard {
    static let pictures = [
        "content/entries/2024/chi-bo-mau-a-2024/chan-dung.jpg",
        "content/entries/2024/chi-bo-mau-a-2024/hoat-dong.jpg",
    ]

    static let texts = [
        "content/site.yaml": """
        title: "Bảng Vàng thử nghiệm"
        tagline: "Dữ liệu đặt ra để thử"
        description: "Một bảng vàng nhỏ, mọi điều trên đó đều do người viết chương trình đặt ra."
        base_url: "https://bangvang.example.vn/"
        sample: true
        page_size: 50
        publisher:
          name: "Ban Biên tập thử nghiệm"
          email: "lienhe@bangvang.example.vn"

        """,
        "content/places.csv": """
        place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree
        tinh-mau,01,Mẫu,Tỉnh Mẫu,province,,,,
        huyen-mau,001,Mẫu,Huyện Mẫu,district,tinh-mau,,2025-06-30,
        xa-mau-a,00001,Mẫu A,Xã Mẫu A,commune,huyen-mau,,2025-06-30,
        xa-mau-b,00002,Mẫu B,Xã Mẫu B,commune,huyen-mau,,2025-06-30,
        xa-mau-moi,00003,Mẫu Mới,Xã Mẫu Mới,commune,tinh-mau,2025-07-01,,

        """,
        "content/place_links.csv": """
        from_place_id,to_place_id,effective,relation,part
        xa-mau-a,xa-mau-moi,2025-07-01,merged_into,whole
        xa-mau-b,xa-mau-moi,2025-07-01,merged_into,whole

        """,
        "content/registers/subjects.csv": """
        subject_id,kind,name,sort_name,organisation_type,position,position_text,organisation_id,birth_year,from,to
        chi-bo-mau-a,collective,Chi bộ thôn Mẫu A,,grassroots_party_cell,,,,,,
        tran-thi-vi-du,individual,Trần Thị Ví Dụ,,,hamlet_head,Trưởng thôn Mẫu B,chi-bo-mau-a,1980,,
        ho-le-van-mau,household,Hộ ông Lê Văn Mẫu,,,,,,,,

        """,
        "content/registers/awards.csv": """
        award_id,subject_id,programme_id,campaign,level,form,year,place_id,decision_no,decision_date,authority,signer,reason,status,revoked_on,revoked_by,public_from
        KT-001,chi-bo-mau-a,mau-2024,periodic,base,certificate_of_merit,2024,xa-mau-a,10/QĐ-UBND,2024-11-20,Chủ tịch UBND xã Mẫu A,,Có thành tích trong phong trào “Dân vận khéo”,valid,,,
        KT-002,tran-thi-vi-du,mau-2024,periodic,base,certificate_of_merit,2024,xa-mau-b,11/QĐ-UBND,2024-11-20,Chủ tịch UBND xã Mẫu B,,,valid,,,
        KT-003,ho-le-van-mau,mau-2024,periodic,base,certificate_of_merit,2023,xa-mau-b,12/QĐ-UBND,2023-11-21,Chủ tịch UBND xã Mẫu B,,,valid,,,

        """,
        "content/registers/ratings.csv": """
        subject_id,period,scale,rating,decision_no,rated_by,rated_on
        chi-bo-mau-a,2024,party-4,good,05-QĐ/ĐU,Đảng ủy xã Mẫu A,2024-12-20

        """,
        "content/registers/dossiers.csv": """
        programme_id,subject_id,year,document,submitted_on,confirmed_by,copies,file
        mau-2024,chi-bo-mau-a,2024,official_letter,2024-10-10,commune_committee,1,

        """,
        "content/registers/registrations.csv": """
        registration_id,programme_id,year,subject_id,organisation_id,model_title,quantity,place_id,place_text,lead,field,scale,status,registered_on,maintained_since,confirmed_by
        DK-001,mau-2024,2024,chi-bo-mau-a,,Đường hoa thôn Mẫu A,1,xa-mau-a,,,new_rural,,new,2024-02-01,,
        DK-002,mau-2024,2024,tran-thi-vi-du,,Tổ phụ nữ giữ ngõ sạch,1,xa-mau-b,,,new_rural,,new,2024-02-02,,

        """,
        "content/programmes/mau-2024.yaml": programme,
        "content/pages/gioi-thieu.md": """
        ---
        title: "Giới thiệu"
        slug: gioi-thieu
        ---

        Bảng này chỉ để thử. Xem [danh sách vinh danh](/vinh-danh/).

        """,
        "content/entries/2024/chi-bo-mau-a-2024/index.md": collective,
        "content/entries/2024/tran-thi-vi-du-2024.md": individual,
        "content/entries/2023/ho-le-van-mau-2023.md": household,
    ]

    private static let programme = """
        id: mau-2024
        title: "Kế hoạch thử nghiệm năm 2024"
        short_title: "Mẫu 2024"
        document:
          name: "Kế hoạch"
          number: "01-KH/TN"
          date: 2023-01-05
          issuer: "Ban Thường vụ Huyện ủy Mẫu"
        validity: {from: 2023-01-05, to: 2025-12-31}
        place: huyen-mau
        rests_on: award
        campaigns: [periodic]
        levels: [base, district]
        subject_kinds: [collective, individual, household]
        fields:
          - {id: new_rural, name: "Xây dựng nông thôn mới"}
          - {id: culture_society, name: "Văn hóa - xã hội"}
        rating_scale: party-4
        rules:
          - {id: MA-01, kind: statement, scope: programme, cite: "I", severity: notice, text: "Kế hoạch để thử chương trình."}
          - id: MA-02
            kind: rating_at_least
            scope: entry
            cite: "II.1"
            severity: error
            text: "Tập thể được xếp loại hoàn thành tốt nhiệm vụ trở lên trong năm."
            when: {subject_kind: collective}
            period: year
            minimum: good
          - id: MA-03
            kind: photos
            scope: entry
            cite: "II.2"
            severity: error
            text: "Bài về tập thể có một ảnh chân dung và một ảnh hoạt động."
            when: {subject_kind: collective}
            roles: {portrait: 1, activity: 1}
          - id: MA-04
            kind: word_limit
            scope: entry
            cite: "II.3"
            severity: error
            text: "Phần thành tích của tập thể không quá 60 chữ."
            when: {subject_kind: collective}
            part: achievements
            maximum: 60
          - id: MA-05
            kind: dossier_document
            scope: entry
            cite: "III.1"
            severity: error
            text: "Hồ sơ tập thể có công văn đề nghị, Đảng ủy xã xác nhận."
            when: {subject_kind: collective}
            document: official_letter
            confirmed_by: [commune_committee]
          - id: MA-06
            kind: deadline
            scope: entry
            cite: "III.2"
            severity: error
            text: "Hồ sơ tập thể gửi trước ngày 15/11 hằng năm."
            when: {subject_kind: collective}
            what: dossier
            before: "11-15"
          - id: MA-07
            kind: quota
            scope: batch
            cite: "IV"
            severity: error
            text: "Mỗi năm không quá một cá nhân."
            when: {subject_kind: individual}
            at_most: 1
            per: year
        score_sheets:
          - id: bang-diem
            name: "Bảng điểm thử"
            applies_to: {subject_kind: collective}
            max_total: 10
            criteria:
              - {number: 1, max: 6, text: "Đăng ký đúng hạn"}
              - {number: 2, max: 4, text: "Có số liệu"}

        """

    private static let collective = """
        ---
        id: chi-bo-mau-a-2024
        title: "Chi bộ thôn Mẫu A: con đường hoa"
        programme: mau-2024
        campaign: periodic
        level: base
        subject: chi-bo-mau-a
        award: KT-001
        place: xa-mau-a
        year: 2024
        field: new_rural
        registration: DK-001
        summary: "Cả thôn trồng hoa hai bên đường."
        achievements_section: "Thành tích đạt được"
        photos:
          - {file: chan-dung.jpg, role: portrait, alt: "Chi bộ thôn Mẫu A trước nhà văn hóa"}
          - {file: hoat-dong.jpg, role: activity, alt: "Bà con trồng hoa ven đường"}
        publish: {status: ready}
        ---
        Thôn Mẫu A có con đường dài nhất xã.

        ## Thành tích đạt được

        Bốn mươi hộ trồng hoa trên 2 km đường, mỗi hộ một đoạn.

        """

    private static let individual = """
        ---
        title: "Bà Trần Thị Ví Dụ: giữ ngõ sạch"
        programme: mau-2024
        campaign: periodic
        level: base
        subject: tran-thi-vi-du
        award: KT-002
        place: xa-mau-b
        year: 2024
        field: culture_society
        summary: "Mỗi sáng thứ bảy bà gõ cửa từng nhà."
        publish: {status: ready, consent: {given_by: "Bà Trần Thị Ví Dụ", on: 2024-11-01, covers: [name, photos]}}
        ---
        Bà làm việc ấy đã sáu năm; xem [các năm khác](/nam/).

        """

    private static let household = """
        ---
        title: "Hộ ông Lê Văn Mẫu: lùi hàng rào"
        programme: mau-2024
        campaign: periodic
        level: base
        subject: ho-le-van-mau
        award: KT-003
        place: xa-mau-b
        year: 2023
        field: new_rural
        summary: "Gia đình hiến 120 m² đất vườn."
        publish: {status: ready, consent: {given_by: "Ông Lê Văn Mẫu", on: 2023-11-01, covers: [name, photos]}}
        ---
        Cả nhà cùng dỡ hàng rào trong một buổi chiều.

        """
}
