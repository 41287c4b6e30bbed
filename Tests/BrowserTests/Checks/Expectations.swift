import Testing

/// Expects that a check found nothing, and says what it found otherwise: an `#expect` around an `await` does not.
func expectNone(_ found: [String], _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(found == [], comment, sourceLocation: sourceLocation)
}
