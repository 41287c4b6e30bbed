import Diagnostics
import Registers

/// A column of a registration that a plan can require to be filled in.
enum RegistrationColumn: String, Sendable, CaseIterable {
    case organisation = "organisation_id"
    case modelTitle = "model_title"
    case quantity
    case place = "place_id"
    case placeText = "place_text"
    case lead, field, scale, status
    case registeredOn = "registered_on"
    case maintainedSince = "maintained_since"
    case awardRequest = "award_request"
    case implementationPeriod = "implementation_period"
    case confirmedBy = "confirmed_by"

    func isFilled(in row: Registration) -> Bool {
        switch self {
        case .organisation: row.organisationID != nil
        case .modelTitle: row.modelTitle != nil
        case .quantity: row.quantity != nil
        case .place: row.placeID != nil
        case .placeText: row.placeText != nil
        case .lead: row.lead != nil
        case .field: row.field != nil
        case .scale: row.scale != nil
        case .status: row.status != nil
        case .registeredOn: row.registeredOn != nil
        case .maintainedSince: row.maintainedSince != nil
        case .awardRequest: row.awardRequest != nil
        case .implementationPeriod: row.implementationPeriod != nil
        case .confirmedBy: !row.confirmedBy.isEmpty
        }
    }

    var name: Message {
        switch self {
        case .organisation: Message(vi: "tổ chức đăng ký", en: "the organisation")
        case .modelTitle: Message(vi: "tên mô hình, điển hình", en: "the model's name")
        case .quantity: Message(vi: "số lượng", en: "the quantity")
        case .place: Message(vi: "địa bàn", en: "the place")
        case .placeText: Message(vi: "địa điểm thực hiện", en: "where it is carried out")
        case .lead: Message(vi: "chủ trì", en: "who leads it")
        case .field: Message(vi: "lĩnh vực", en: "the field")
        case .scale: Message(vi: "quy mô", en: "the scale")
        case .status: Message(vi: "xây dựng mới hay duy trì", en: "whether it is new or maintained")
        case .registeredOn: Message(vi: "ngày đăng ký", en: "the date")
        case .maintainedSince: Message(vi: "năm bắt đầu duy trì", en: "since when it is maintained")
        case .awardRequest: Message(vi: "đề nghị khen thưởng", en: "the award that is asked for")
        case .implementationPeriod: Message(vi: "thời gian triển khai", en: "when it is carried out")
        case .confirmedBy: Message(vi: "cơ quan xác nhận", en: "who confirmed it")
        }
    }
}
