"""The parts of the benchmark's board that are the same for every corpus: settings, vocabulary, plan."""

# The corpus's levels and ours, low to high.
LEVELS = {"Cấp xã": "base", "Cấp huyện": "district", "Cấp tỉnh": "province", "Cấp trung ương": "central"}

SITE = """\
title: "Bảng Vàng (bộ dữ liệu đo tốc độ)"
tagline: "Mọi người, đơn vị và địa danh đều hư cấu"
description: "Dữ liệu sinh tự động để đo tốc độ dựng trang; không có người thật, việc thật."
base_url: "https://bangvang.example.vn/"
sample: true
page_size: 50
publisher:
  name: "Ban Biên tập Bảng Vàng (minh họa)"
  address: "Số 0, đường Minh Họa, xã Thí Dụ (địa chỉ không có thật)"
  phone: "024 0000 0000"
  email: "lienhe@bangvang.example.vn"
  contact: {name: "Trần Thị Thí Dụ (minh họa)", position: "Cán bộ phụ trách nội dung"}
"""

VOCABULARY = """\
fields:
  - {id: giao-duc, name: "Giáo dục và khuyến học"}
  - {id: y-te, name: "Y tế và chăm sóc cộng đồng"}
  - {id: nong-nghiep, name: "Nông nghiệp và nông thôn mới"}
  - {id: van-hoa, name: "Văn hóa, thể thao"}
  - {id: an-ninh, name: "An ninh trật tự"}
  - {id: khoi-nghiep, name: "Lao động sáng tạo, khởi nghiệp"}
levels:
  - {id: base, name: "Cấp cơ sở"}
  - {id: district, name: "Cấp huyện"}
  - {id: province, name: "Cấp tỉnh"}
  - {id: central, name: "Cấp trung ương"}
subject_kinds:
  - {id: collective, name: "Tập thể"}
  - {id: individual, name: "Cá nhân"}
  - {id: household, name: "Hộ gia đình"}
organisation_types:
  - {id: enterprise, name: "Doanh nghiệp"}
  - {id: agency, name: "Cơ quan, đơn vị"}
  - {id: hamlet, name: "Thôn, tổ dân phố"}
  - {id: commune_government, name: "Ủy ban nhân dân cấp xã"}
  - {id: front_association, name: "Mặt trận Tổ quốc, đoàn thể cấp xã"}
  - {id: cooperative_group, name: "Tổ hợp tác, hợp tác xã"}
positions:
  - {id: hamlet_head, name: "Trưởng thôn, tổ trưởng tổ dân phố"}
  - {id: member, name: "Đoàn viên, hội viên"}
  - {id: official, name: "Cán bộ, công chức, viên chức"}
  - {id: worker, name: "Người lao động"}
campaigns:
  - {id: periodic, name: "Khen thưởng định kỳ"}
  - {id: unscheduled, name: "Khen thưởng đột xuất"}
model_statuses:
  - {id: new, name: "Xây dựng mới"}
  - {id: maintained, name: "Duy trì"}
award_forms:
  - {id: certificate_of_merit, name: "Giấy khen"}
  - {id: diploma_of_merit, name: "Bằng khen"}
recognition_titles:
  - {id: dan-van-kheo-exemplar, name: "Điển hình “Dân vận khéo”"}
documents:
  - {id: achievement_report, name: "Báo cáo thành tích"}
  - {id: submission_letter, name: "Tờ trình đề nghị khen thưởng"}
bodies:
  - {id: unit, name: "Cơ quan, đơn vị"}
  - {id: emulation_council, name: "Hội đồng Thi đua - Khen thưởng"}
  - {id: commune_government, name: "Ủy ban nhân dân cấp xã"}
place_kinds:
  - {id: province, name: "Tỉnh, thành phố"}
  - {id: district, name: "Huyện, thị xã, thành phố thuộc tỉnh"}
  - {id: commune, name: "Xã, phường, thị trấn"}
rating_scales:
  - id: party-4
    name: "Xếp loại chất lượng bốn mức"
    grades:
      - {id: excellent, name: "Hoàn thành xuất sắc nhiệm vụ"}
      - {id: good, name: "Hoàn thành tốt nhiệm vụ"}
      - {id: fair, name: "Hoàn thành nhiệm vụ"}
      - {id: poor, name: "Không hoàn thành nhiệm vụ"}
"""

# PROVINCE stands for the id of a province of the corpus.
BENCHMARK_PROGRAMME = """\
id: benchmark
title: "Kế hoạch thi đua của bộ dữ liệu đo tốc độ (hư cấu)"
short_title: "Kế hoạch đo tốc độ"
summary: "Kế hoạch hư cấu với mười hai quy định mà chương trình kiểm tra được, để đo tốc độ."
document: {name: "Kế hoạch", issuer: "một cơ quan hư cấu", gaps: ["văn bản hư cấu nên không có số và ngày"]}
validity: {from: 2018-01-01, to: 2030-12-31}
place: PROVINCE
rests_on: award
campaigns: [periodic, unscheduled]
levels: [base, district, province, central]
subject_kinds: [collective, individual]
fields:
  - {id: giao-duc, name: "Giáo dục và khuyến học"}
  - {id: y-te, name: "Y tế và chăm sóc cộng đồng"}
  - {id: nong-nghiep, name: "Nông nghiệp và nông thôn mới"}
  - {id: van-hoa, name: "Văn hóa, thể thao"}
  - {id: an-ninh, name: "An ninh trật tự"}
  - {id: khoi-nghiep, name: "Lao động sáng tạo, khởi nghiệp"}
rating_scale: party-4
word_rule: syllables
rules:
  - id: BM-01
    kind: organisation_type
    scope: entry
    cite: "I.1"
    severity: error
    text: "Tập thể được xét là cơ quan, doanh nghiệp, đoàn thể, tổ hợp tác hoặc thôn, tổ dân phố."
    when: {subject_kind: collective}
    values: [agency, enterprise, front_association, cooperative_group, hamlet]
  - id: BM-02
    kind: position
    scope: entry
    cite: "I.2"
    severity: error
    text: "Cá nhân được xét là người lao động, hội viên, cán bộ hoặc trưởng thôn do Ủy ban nhân dân cấp xã đề nghị."
    when: {subject_kind: individual}
    values: [worker, member, official, hamlet_head]
    organisation_types: [commune_government]
  - id: BM-03
    kind: rating_at_least
    scope: entry
    cite: "II.1"
    severity: error
    text: "Năm trước được xếp loại hoàn thành tốt nhiệm vụ trở lên."
    period: year-1
    minimum: good
  - id: BM-04
    kind: photos
    scope: entry
    cite: "II.2"
    severity: error
    text: "Bài kèm một ảnh chân dung và hai ảnh hoạt động."
    roles: {portrait: 1, activity: 2}
  - id: BM-05
    kind: video
    scope: entry
    cite: "II.3"
    severity: notice
    text: "Khuyến khích kèm ít nhất một video."
    minimum: 1
  - id: BM-06
    kind: word_limit
    scope: entry
    cite: "II.4"
    severity: error
    text: "Tóm tắt thành tích không quá 120 chữ."
    part: summary
    maximum: 120
  - id: BM-07
    kind: dossier_document
    scope: entry
    cite: "III.1.a"
    severity: error
    text: "Hồ sơ có báo cáo thành tích được Ủy ban nhân dân cấp xã xác nhận."
    document: achievement_report
    confirmed_by: [commune_government]
  - id: BM-08
    kind: dossier_document
    scope: entry
    cite: "III.1.b"
    severity: error
    text: "Hồ sơ có hai bộ tờ trình được đơn vị và Ủy ban nhân dân cấp xã xác nhận."
    document: submission_letter
    confirmed_by: [unit, commune_government]
    copies: 2
  - id: BM-09
    kind: deadline
    scope: entry
    cite: "III.2"
    severity: error
    text: "Hồ sơ gửi trước ngày 31 tháng 12 hằng năm."
    what: dossier
    before: "12-31"
  - id: BM-10
    kind: deadline
    scope: entry
    cite: "III.3"
    severity: error
    text: "Tờ trình gửi chậm nhất ngày 31 tháng 12 hằng năm."
    what: submission_letter
    before: "12-31"
    inclusive: true
  - id: BM-11
    kind: human_review
    scope: entry
    cite: "III.4"
    severity: error
    text: "Hội đồng Thi đua - Khen thưởng nhận xét thành tích nổi bật, có sức lan tỏa."
    topic: "thành tích nổi bật, có sức lan tỏa"
    body: emulation_council
  - id: BM-12
    kind: quota
    scope: batch
    cite: "IV"
    severity: error
    text: "Mỗi năm, mỗi cấp không quá 100.000 điển hình."
    at_most: 100000
    per: level_year
"""

# With --every-kind: the remaining kinds of entry rules, and a sheet of fifteen criteria.
EVERY_KIND = """\
  - {id: BM-20, kind: attribute_in_list, scope: entry, cite: "V.1", severity: error, text: "Thuộc sáu lĩnh vực.", attribute: field, values: [giao-duc, y-te, nong-nghiep, van-hoa, an-ninh, khoi-nghiep]}
  - {id: BM-21, kind: registered, scope: entry, cite: "V.2", severity: error, text: "Có đăng ký.", requires: [model_title, registered_on]}
  - {id: BM-22, kind: registration_confirmed, scope: entry, cite: "V.3", severity: error, text: "Đăng ký có xác nhận.", confirmed_by_one_of: [commune_government, unit]}
  - {id: BM-23, kind: deadline, scope: entry, cite: "V.4", severity: error, text: "Đăng ký trước ngày 15 tháng 02.", what: registration, before: "02-15"}
  - {id: BM-24, kind: award_form, scope: entry, cite: "V.5", severity: error, text: "Giấy khen hoặc Bằng khen.", forms: [certificate_of_merit, diploma_of_merit]}
  - {id: BM-25, kind: score_sheet_complete, scope: entry, cite: "VI.1", severity: error, text: "Chấm đủ mười lăm tiêu chí."}
  - {id: BM-26, kind: score_total, scope: entry, cite: "VI.2", severity: error, text: "Tổng điểm từ 75.", minimum: 75}
  - {id: BM-27, kind: criteria_at_maximum, scope: entry, cite: "VI.3", severity: error, text: "Năm tiêu chí đạt tối đa.", criteria: [2, 7, 9, 11, 15]}
  - {id: BM-28, kind: criterion_percentage, scope: entry, cite: "VI.4", severity: error, text: "Mỗi tiêu chí từ 60%.", minimum_percent: 60}
  - {id: BM-29, kind: criterion_evidence, scope: entry, cite: "VI.5", severity: error, text: "Có tài liệu kiểm chứng.", criteria: [1, 2, 3]}
  - id: BM-30
    kind: any_of
    scope: entry
    cite: "VI.6"
    severity: error
    text: "Được xếp loại xuất sắc, hoặc hoàn thành tốt và có nhận xét."
    rules:
      - {kind: rating_at_least, period: year-1, minimum: excellent}
      - {kind: all_of, rules: [{kind: rating_at_least, period: year-1, minimum: good}, {kind: video, minimum: 1}]}
  - {id: BM-31, kind: quantified_results, scope: entry, cite: "VI.7", severity: notice, text: "Nêu kết quả bằng số.", when: {field: nong-nghiep}}
score_sheets:
  - id: bang-diem
    name: "Bảng điểm đo tốc độ (hư cấu)"
    max_total: 100
    criteria:
""" + "".join(f'      - {{number: {n}, max: {10 if n <= 5 else 5}, text: "Tiêu chí {n}"}}\n' for n in range(1, 16))
