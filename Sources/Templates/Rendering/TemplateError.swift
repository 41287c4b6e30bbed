import Diagnostics

/// Why a template, though compiled, could not be rendered: a fault of the site's templates or of
/// the program, never of an entry.
package struct TemplateError: Error, Equatable {
    /// What went wrong.
    package enum Reason: Sendable, Equatable {
        /// More than `limit` templates and blocks are open in each other: an inclusion without end.
        case tooDeep(limit: Int)
        /// A record isn't of the shape that the template was compiled for: a view's accessor gave
        /// records of another view.
        case wrongShape
        /// A value at the beginning of an address has a scheme that may not be linked to (`LinkScheme`).
        case unsafeAddress
    }

    package let reason: Reason
    /// The tag at which rendering stopped.
    package let place: SourcePlace

    init(_ reason: Reason, at place: SourcePlace) {
        self.reason = reason
        self.place = place
    }

    /// The error as users read it.
    package var diagnostic: Diagnostic {
        switch reason {
        case .tooDeep(let limit):
            Diagnostic(
                .error, "template-too-deep",
                Message(vi: "Các mẫu gọi nhau quá \(limit) tầng.", en: "Templates include each other more than \(limit) deep."), at: place,
                remedy: Message(
                    vi: "Kiểm tra xem mẫu này có gọi lại chính nó mãi không.", en: "See whether this template includes itself for ever."))
        case .unsafeAddress:
            Diagnostic(
                .error, "template-unsafe-address",
                Message(
                    vi: "Giá trị ở đầu địa chỉ này mở đầu bằng một giao thức không được dẫn tới.",
                    en: "The value at the beginning of this address has a scheme that may not be linked to."), at: place,
                remedy: Message(
                    vi: "Chỉ dùng https:, http:, mailto:, tel: hoặc đường dẫn của trang.",
                    en: "Use https:, http:, mailto:, tel: or a path of the site."))
        case .wrongShape:
            Diagnostic(
                .error, "template-wrong-shape",
                Message(
                    vi: "Dữ liệu đưa vào thẻ này không đúng loại mà mẫu được biên dịch cho.",
                    en: "The data at this tag is not of the kind that the template was compiled for."), at: place,
                remedy: Message(
                    vi: "Đây là lỗi của chương trình, không phải của mẫu; xin báo cho người phát triển.",
                    en: "This is a fault of the program, not of the template; please report it."))
        }
    }
}
