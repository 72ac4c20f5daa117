import InspectorCore
import TestSupport
import Testing

/// What Tab offers at the end of a filter.
struct FilterCompletionTests {
    private let completion = FilterCompletion { field in
        switch field {
        case .scan: ["SUCCESSFUL", "SCAN_IN_PROGRESS", "ACCESS_DENIED"]
        case .configuration: ["payments nightly"]
        case .name, .id, .status, .reason, .provider, .visibility, .account, .integration, .region, .profile, .membership, .scanned: []
        }
    }

    @Test(
        arguments: [
            ("ledger sca", ["ledger scan:", "ledger scanned>90d", "ledger scanned<7d", "ledger scanned:never"]), ("!mar", ["!marked"]),
            ("scan:s", ["scan:SUCCESSFUL", "scan:SCAN_IN_PROGRESS"]), ("scan:denied", ["scan:ACCESS_DENIED"]),
            ("x !scan:AC", ["x !scan:ACCESS_DENIED"]), ("config:", ["config:\"payments nightly\""]), ("scanned:", ["scanned:never"]),
            ("config:\"payments ni", ["config:\"payments nightly\""]), ("scanned>", ["scanned>90d"]),
            ("in", ["integration:", "in:1", "in>1", "in<3"]),
            ("zzz", []), ("scan:zzz", []), ("\"acme", []), ("config:\"payments nightly\"x", []), ("scan>", []),
        ])
    func offersFieldsFlagsAndKnownValues(text: String, candidates: [String]) {
        #expect(Set(completion.candidates(for: text)) == Set(candidates))
    }

    @Test func afterABlankEverythingIsPossible() {
        let offered = completion.candidates(for: "ledger ")
        #expect(offered.contains("ledger name:") && offered.contains("ledger in:1") && offered.contains("ledger failed"))
    }

    @Test func onlyWhatSaysSomethingHereIsOffered() {
        #expect(FilterCompletion(in: .configurations) { _ in [] }.candidates(for: "") == ["config:", "failed", "marked"])
        let commands = FilterCompletion(in: .commandLine) { _ in ["x"] }
        #expect(commands.candidates(for: "m") == [] && commands.candidates(for: "status:") == [])
    }

    /// What is offered can be read, or lacks a field's value and nothing else.
    @Test func whatIsOfferedCanBeRead() {
        let broken = Property.counterexample(2_000) { random in
            let values = random.list(upTo: 3) { $0.text(upTo: 6) }
            let place = random.pick(FilterPlace.allCases)
            let text = random.list(upTo: 6) { $0.pick(["sc", "in", "config", "status", ":", ">", "!", "\"", " ", "a", "é", "f"]) }.joined()
            if FilterParser.parse(text + " x", in: place).mistake != nil { return nil }
            return FilterCompletion(in: place) { _ in values }.candidates(for: text).first { candidate in
                let whole = candidate.hasSuffix(":") ? candidate + "x" : candidate
                return FilterParser.parse(whole, in: place).mistake != nil
            }
        }
        #expect(broken == nil)
    }
}
