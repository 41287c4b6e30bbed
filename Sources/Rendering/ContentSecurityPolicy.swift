/// What a page of the board may load and do (W3C Content Security Policy Level 3): nothing but its own files, no script or
/// style within a page, no frame, no form that sends anything elsewhere. Should a text ever get through as markup, it can't
/// run, and can't tell anybody who reads.
package enum ContentSecurityPolicy {
    /// What every page says itself, whatever server it lies on.
    package static let ofPages = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "media-src 'self'", "connect-src 'self'",
        "base-uri 'none'", "form-action 'self'",
    ].joined(separator: "; ")
}
