import TestSupport
import Testing

@testable import InspectorCore

/// Facts through pages of any size and order, refreshes, and listings that fail: always what the newest row said.
@Suite struct ScanFactsPropertyTests {
    /// What a listing of the coverage shows, and how it ends.
    private struct Listing {
        var pages: [[ProjectDetails]]
        var isComplete: Bool
    }

    private static func details(_ number: Int, _ random: inout SeededRandom) -> ProjectDetails {
        let times: [ScanTime] = [.never, .unknown, .at(Int64(random.int(0..<2_000_000_000)))]
        let commits = [nil, "main", String(repeating: random.pick(["0", "a", "F", "7"]), count: 40)]
        var words: [ScanFact: String] = [:]
        for fact in ScanFact.allCases where random.oneIn(2) {
            words[fact] = random.pick(["", "SUCCESSFUL", "Ünï\u{1B}", random.text(upTo: 3)])
        }
        return ProjectDetails(
            projectId: MadePlan.projectId(number), projectName: random.oneIn(3) ? nil : "acme/\(number)", words: words,
            lastScan: random.pick(times), lastCommit: random.pick(commits), onDemandScan: random.pick(times),
            onDemandCommit: random.pick(commits))
    }

    private static func listing(_ random: inout SeededRandom) -> Listing {
        var numbers = (0..<random.int(0..<30)).filter { _ in !random.oneIn(4) }
        numbers.shuffle(using: &random)
        var pages: [[ProjectDetails]] = [[]]
        for number in numbers {
            if random.oneIn(5) { pages.append([]) }
            pages[pages.count - 1].append(details(number, &random))
        }
        return Listing(pages: pages, isComplete: !random.oneIn(3))
    }

    /// What is known of a project, put together again.
    private static func known(_ inventory: Inventory, _ number: ResourceNumber, name: String?) -> ProjectDetails {
        let facts = inventory.facts
        var words: [ScanFact: String] = [:]
        for fact in ScanFact.allCases { words[fact] = facts.text(fact, of: number) }
        return ProjectDetails(
            projectId: inventory.resources[number].projectId ?? "", projectName: name, words: words, lastScan: facts.scanTime(of: number),
            lastCommit: facts.lastCommit(of: number), onDemandScan: facts.onDemandScanTime(of: number),
            onDemandCommit: facts.onDemandCommit(of: number))
    }

    private static func difference(_ inventory: Inventory, _ truth: [String: ProjectDetails]) -> String? {
        for number in 0..<ResourceNumber(inventory.resources.count) {
            let expected = truth[inventory.resources[number].projectId ?? ""]
            guard inventory.facts.isCovered(number) == (expected != nil) else { return "\(number) is covered or not" }
            guard let expected else {
                let empty = known(inventory, number, name: nil)
                if !empty.words.isEmpty || empty.lastCommit != nil || empty.lastScan != .unknown { return "\(empty) is left" }
                continue
            }
            let known = known(inventory, number, name: expected.projectName)
            if known != expected { return "\(known) instead of \(expected)" }
            if let name = expected.projectName, inventory.projectName(of: number) != name { return "the name \(name) is lost" }
        }
        let covered = truth.keys.allSatisfy { inventory.resources.knownNumber(of: .projectId($0)) != nil }
        return covered ? nil : "a project is missing"
    }

    @Test func factsAreThoseOfTheNewestRowWhateverTheOrderOfPages() {
        let broken = Property.counterexample(300) { random in
            var (inventory, truth) = (Inventory(), [String: ProjectDetails]())
            for round in 0..<random.int(1..<5) {
                if round > 0 { inventory.beginRefresh() }
                let listing = Self.listing(&random)
                for page in listing.pages {
                    inventory.apply(.coverage(page))
                    for row in page { truth[row.projectId] = row }
                    if random.oneIn(3), let words = Self.difference(inventory, truth) { return words }
                }
                if listing.isComplete {
                    let shown = Set(listing.pages.joined().map(\.projectId))
                    truth = truth.filter { shown.contains($0.key) }
                } else {
                    inventory.apply(.coverageFailed(.repeatedToken(operation: "ListCoverage")))
                }
                inventory.apply(.finished)
                if inventory.knowsAllFacts != listing.isComplete { return "it knows all facts, or does not" }
                if let words = Self.difference(inventory, truth) { return words }
            }
            return nil
        }
        #expect(broken == nil)
    }
}
