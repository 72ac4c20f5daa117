import Testing

@testable import InspectorCore

/// Facts in packed columns: each as it came, for as long as its row is listed.
@Suite struct ScanFactsTests {
    private static func details(
        _ number: Int = 1, _ words: [ScanFact: String] = [:], lastScan: ScanTime = .never, commit: String? = nil
    ) -> ProjectDetails {
        ProjectDetails(projectId: MadePlan.projectId(number), projectName: nil, words: words, lastScan: lastScan, lastCommit: commit)
    }

    @Test func aWordIsKeptOnceAndFoundByItsNumber() {
        var facts = ScanFacts()
        for (number, provider) in ["GITHUB", "GITLAB_SELF_MANAGED", "GITHUB", nil, "GITHUB"].enumerated() {
            facts.record(Self.details(number, provider.map { [.provider: $0] } ?? [:]), for: ResourceNumber(number))
        }
        #expect(facts.values(.provider) == ["GITHUB", "GITLAB_SELF_MANAGED"])
        #expect((0..<6).map { facts.value(.provider, of: $0) } == [1, 2, 1, 0, 1, 0])
        #expect(facts.column(.provider) == [1, 2, 1, 0, 1] && facts.column(.reason) == [])
        #expect(facts.text(.provider, 2) == "GITLAB_SELF_MANAGED" && facts.text(.provider, 0) == "")
        #expect(facts.text(.provider, of: 0) == "GITHUB" && facts.text(.provider, of: 3) == nil)
        #expect(facts.value(.provider, text: "GITHUB") == 1 && facts.value(.provider, text: "github") == nil)
    }

    @Test func neverScannedIsNotTheSameAsUnknown() {
        var facts = ScanFacts()
        #expect(facts.scanTime(of: 0) == .unknown && !facts.isCovered(0))
        facts.record(Self.details(), for: 3)
        #expect(facts.scanTime(of: 3) == .never && facts.onDemandScanTime(of: 3) == .never && facts.isCovered(3))
        #expect(facts.scanTime(of: 2) == .unknown && facts.scanTime(of: 4) == .unknown)
        for time in [ScanTime.at(0), .at(1_700_000_000), .at(ScanTime.end - 1), .unknown, .never] {
            facts.record(Self.details(lastScan: time), for: 3)
            #expect(facts.scanTime(of: 3) == time && facts.lastScan(of: 3) == time.seconds)
        }
    }

    @Test(arguments: [
        "0123456789abcdef0123456789abcdef01234567", "0123456789ABCDEF0123456789abcdef01234567", "0000000000000000000000000000000000000000",
        "0123456789abcdef0123456789abcdef0123456", "", "0123456789abcdef0123456789abcdef0123456g", "v1.0", "ß", nil,
    ]) func aCommitIsKeptAsItCame(commit: String?) {
        var facts = ScanFacts()
        for before in ["ffffffffffffffffffffffffffffffffffffffff", "main", nil] {
            facts.record(Self.details(commit: before), for: 7)
            facts.record(Self.details(commit: commit), for: 7)
            #expect(facts.lastCommit(of: 7) == commit)
        }
        #expect(facts.lastCommit(of: 6) == nil && facts.lastCommit(of: 8) == nil)
    }

    @Test func wordsBeyondTheRoomForThemAreKnownToBeMissing() {
        var facts = ScanFacts()
        for number in 0..<ResourceNumber(65_535) {
            facts.record(Self.details(1, [.account: "\(number)"]), for: number)
        }
        #expect(!facts.lacksWords && facts.text(.account, of: 65_534) == "65534")
        facts.record(Self.details(1, [.account: "one more"]), for: 3)
        #expect(facts.lacksWords && facts.text(.account, of: 3) == nil && facts.text(.account, of: 4) == "4")
        facts.record(Self.details(1, [.account: "4"]), for: 3)
        #expect(facts.text(.account, of: 3) == "4")
    }

    @Test func aProjectWithAllFactsTakesNinetyBytesHoweverOftenItIsListed() {
        var facts = ScanFacts()
        let words = Dictionary(uniqueKeysWithValues: ScanFact.allCases.map { ($0, "WORD_\($0)") })
        let commit = "0123456789abcdef0123456789abcdef01234567"
        for _ in 0..<2 {
            facts.beginListing()
            for number in 0..<ResourceNumber(10_000) {
                var details = Self.details(1, words, lastScan: .at(1_700_000_000 + Int64(number)), commit: commit)
                (details.onDemandScan, details.onDemandCommit) = (.at(1_600_000_000), commit)
                facts.record(details, for: number)
            }
            facts.endListing()
            #expect(facts.size < 10_000 * 90)
        }
    }

    /// An inventory of one configuration with projects 1 and 2.
    private static func inventory(_ rows: [ProjectDetails]) -> Inventory {
        var inventory = InventoryTests.listed()
        inventory.beginRefresh()
        inventory.apply(.coverage(rows))
        return inventory
    }

    @Test func whatIsKnownStaysUntilItIsReplaced() throws {
        var inventory = Self.inventory([Self.details(1, [.reason: "SUCCESSFUL"]), Self.details(2, [.reason: "ACCESS_DENIED"])])
        inventory.apply(.finished)
        let numbers = try (1...2).map { try #require(inventory.resources.knownNumber(of: .projectId(MadePlan.projectId($0)))) }
        #expect(inventory.knowsAllFacts)
        inventory.beginRefresh()
        #expect(!inventory.knowsAllFacts && inventory.facts.text(.reason, of: numbers[0]) == "SUCCESSFUL")
        inventory.apply(.coverage([Self.details(1, [.reason: "INTERNAL_ERROR"])]))
        #expect(numbers.map { inventory.facts.text(.reason, of: $0) } == ["INTERNAL_ERROR", "ACCESS_DENIED"])
        inventory.apply(.finished)
        #expect(inventory.knowsAllFacts)
        #expect(numbers.map(inventory.facts.isCovered) == [true, false])
        #expect(inventory.facts.text(.reason, of: numbers[1]) == nil && inventory.facts.scanTime(of: numbers[1]) == .unknown)
    }

    @Test func aListingThatFailsTakesNothingAway() throws {
        var inventory = Self.inventory([Self.details(1, [.reason: "SUCCESSFUL"]), Self.details(2, [.reason: "ACCESS_DENIED"])])
        inventory.apply(.finished)
        inventory.beginRefresh()
        inventory.apply(.coverage([Self.details(2, [.reason: "SUCCESSFUL"])]))
        inventory.apply(.coverageFailed(.repeatedToken(operation: "ListCoverage")))
        inventory.apply(.finished)
        #expect(!inventory.knowsAllFacts)
        let numbers = try (1...2).map { try #require(inventory.resources.knownNumber(of: .projectId(MadePlan.projectId($0)))) }
        #expect(numbers.map { inventory.facts.text(.reason, of: $0) } == ["SUCCESSFUL", "SUCCESSFUL"])
    }
}
