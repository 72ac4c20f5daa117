import InspectorCore
import Testing

/// What Tab offers at the end of a filter.
struct FilterCompletionTests {
    private let completion = FilterCompletion { field in
        switch field {
        case .scan: ["SUCCESSFUL", "SCAN_IN_PROGRESS", "ACCESS_DENIED"]
        case .configuration: ["payments nightly"]
        case .name, .id, .status, .reason, .provider, .visibility, .account, .integration, .membership, .scanned: []
        }
    }

    @Test(
        arguments: [
            ("ledger sca", ["ledger scan:", "ledger scanned"]), ("!mar", ["!marked"]),
            ("scan:s", ["scan:SUCCESSFUL", "scan:SCAN_IN_PROGRESS"]),
            ("x !scan:AC", ["x !scan:ACCESS_DENIED"]), ("config:", ["config:\"payments nightly\""]), ("scanned:", ["scanned:never"]),
            ("zzz", []), ("scan:zzz", []),
        ])
    func offersFieldsFlagsAndKnownValues(text: String, candidates: [String]) {
        #expect(completion.candidates(for: text) == candidates)
    }

    @Test func whatIsOfferedCanBeRead() {
        for text in ["scan:", "config:", "m", "f", "scanned:"] {
            for candidate in completion.candidates(for: text) { #expect(FilterParser.parse(candidate).mistakes.isEmpty) }
        }
    }
}
