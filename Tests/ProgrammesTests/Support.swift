import Diagnostics

/// Findings as tests compare them: `code line:column`.
func summary(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
        guard let position = diagnostic.place?.position else { return diagnostic.code }
        return "\(diagnostic.code) \(position.line):\(position.column)"
    }
}
