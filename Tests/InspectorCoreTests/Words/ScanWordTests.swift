import Testing

@testable import InspectorCore

@Suite struct ScanWordTests {
    static let words: [(reason: String?, statusCode: String?, word: String, meaning: ScanWord.Meaning)] = [
        ("SUCCESSFUL", "ACTIVE", "ok", .ok), ("SUCCESSFUL", nil, "ok", .ok), ("SUCCESSFUL", "INACTIVE", "inactive", .off),
        ("PENDING_INITIAL_SCAN", "INACTIVE", "pending", .waiting), ("PENDING_REVIVAL_SCAN", nil, "pending", .waiting),
        ("SCAN_IN_PROGRESS", "ACTIVE", "scanning", .waiting), ("ACCESS_DENIED", "INACTIVE", "no access", .failing),
        ("ACCESS_DENIED_TO_ENCRYPTION_KEY", nil, "no key access", .failing),
        ("INTEGRATION_CONNECTION_LOST", "INACTIVE", "disconnected", .failing), ("INTERNAL_ERROR", nil, "error", .failing),
        ("UNSUPPORTED_LANGUAGE", nil, "unsupported", .failing), ("UNSUPPORTED_CODE_ARTIFACTS", nil, "unsupported", .failing),
        ("NO_RESOURCES_FOUND", nil, "nothing found", .failing),
        ("NO_SCAN_CONFIGURATION_ASSOCIATED", "INACTIVE", "unconfigured", .off), ("EXCLUDED_BY_TAG", nil, "excluded", .off),
        ("SCAN_FREQUENCY_MANUAL", nil, "manual", .off), ("SCAN_ELIGIBILITY_EXPIRED", nil, "expired", .off),
        ("QUANTUM_FLUX", "INACTIVE", "quantum flux", .unknown), ("Ünknown\u{1B}[31m", nil, "ünknown\u{FFFD}[31m", .unknown),
        (nil, "ACTIVE", "active", .unknown), (nil, nil, "", .unknown), ("", nil, "", .unknown),
    ]

    @Test(arguments: words) func aStateIsAWordWithAMeaning(
        reason: String?, statusCode: String?, word: String, meaning: ScanWord.Meaning
    ) {
        let scan = ScanWord(reason: reason, statusCode: statusCode)
        #expect(scan.word == word && scan.meaning == meaning)
    }
}
