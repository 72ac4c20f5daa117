import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

/// Somebody else changes associations while a client looks.
struct OtherOperatorTests {
    private static let one = SimulatorOptions(seed: 7, configurations: 1, projects: 60)

    @Test func rowsSlidePastThePageBorderWhenTokensCountRows() async throws {
        try await withSimulator(Self.one, faults: ["tokens=positional"]) { simulator, client async throws in
            let items = await simulator.associations(of: 0)
            let arn = items[0].scanConfigurationArn
            await simulator.otherOperator(at: .afterPage(1, of: arn), disassociates: Array(items.prefix(5)))
            let (ids, pages) = try await client.allProjectIds(arn, maxResults: 20)
            #expect(ids == (items.prefix(20) + items.dropFirst(25)).compactMap(\.resource.projectId))
            #expect(pages == 3)
            #expect((await simulator.state()).associationCount == 55)
        }
    }

    @Test func rowsAreListedTwiceWhenOthersAreMadeBeforeThem() async throws {
        try await withSimulator(Self.one, faults: ["tokens=positional"]) { simulator, client async throws in
            let items = await simulator.associations(of: 0)
            let arn = items[0].scanConfigurationArn
            await simulator.otherOperator(disassociates: Array(items.prefix(3)))
            await simulator.otherOperator(at: .afterPage(2, of: arn), associates: Array(items.prefix(3)))
            let ids = try await client.allProjectIds(arn, maxResults: 20).ids
            #expect(ids.count == 60 && Set(ids).count == 57)
        }
    }

    @Test func noRowSlidesWhenTokensAreStable() async throws {
        try await withSimulator(Self.one) { simulator, client async throws in
            let items = await simulator.associations(of: 0)
            let arn = items[0].scanConfigurationArn
            await simulator.otherOperator(at: .afterPage(1, of: arn), disassociates: Array(items.prefix(5)))
            #expect(try await client.allProjectIds(arn, maxResults: 20).ids == items.compactMap(\.resource.projectId))
        }
    }

    @Test func aListingKeepsTheKindOfTokensItBeganWith() async throws {
        try await withSimulator(Self.one) { simulator, client async throws in
            let items = await simulator.associations(of: 0)
            let arn = items[0].scanConfigurationArn
            let first = try await client.page(arn, maxResults: 20)
            await simulator.setFaults(try FaultPlan(parsing: ["tokens=positional"]))
            let second = try await client.page(arn, maxResults: 20, token: first.token)
            #expect(first.ids + second.ids == items.prefix(40).compactMap(\.resource.projectId))
        }
    }

    @Test func itActsOnceAfterSoManyListingsOfTheConfiguration() async throws {
        try await withSimulator { simulator, client async throws in
            let (first, second) = (await simulator.associations(of: 0), await simulator.associations(of: 1))
            let arn = first[0].scanConfigurationArn
            await simulator.otherOperator(at: .afterListings(2, of: arn), disassociates: [first[3]])
            _ = try await client.allProjectIds(second[0].scanConfigurationArn, maxResults: 100)
            var counts: [Int] = []
            for _ in 0..<4 { counts.append(try await client.allProjectIds(arn, maxResults: 15).ids.count) }
            #expect(counts == [40, 40, 39, 39])
        }
    }

    @Test func itActsAfterSoManyBatchCalls() async throws {
        try await withSimulator { simulator, client async throws in
            let items = await simulator.associations(of: 0)
            await simulator.otherOperator(at: .afterBatches(2), disassociates: [items[9]], associates: [items[0]])
            _ = try await client.disassociate([items[0]])
            #expect((await simulator.state()).associationCount == 119)
            _ = try await client.disassociate([items[1]])
            let state = await simulator.state()
            #expect([items[0], items[1], items[9]].map { state.contains($0) } == [true, false, false])
            #expect(await simulator.history().changes.map(\.actor) == [.call(1), .call(2), .otherOperator, .otherOperator])
        }
    }

    @Test(arguments: [1, 2, 3])
    func ofTwoListingsThatArriveWholeOneIsLeftAloneHoweverOftenItBegins(restarts: Int) async throws {
        try await withSimulator(Self.one, faults: ["operator-between-pages=1", "operator-changes=1"]) { simulator, client async throws in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            var changes: [Int] = []
            for listing in 0..<6 {
                let before = await simulator.history().changes.count
                if listing % 2 == 1 {
                    for _ in 0..<restarts { _ = try await client.page(arn, maxResults: 20) }
                }
                _ = try await client.allProjectIds(arn, maxResults: 20)
                changes.append(await simulator.history().changes.count - before)
            }
            #expect(changes.enumerated().allSatisfy { ($0.offset % 2 == 0) == ($0.element > 0) })
        }
    }

    @Test func aListingWhoseEndWasLostIsFollowedByOneThatIsLeftAlone() async throws {
        try await withSimulator(Self.one, faults: ["operator-between-pages=1"]) { simulator, client async throws in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            let pages = try await client.allProjectIds(arn, maxResults: 20).pages
            var token: String?
            for page in 1..<pages {
                token = try await client.page(arn, maxResults: 20, token: token).token
                if page == pages - 1 { await simulator.setFaults(try FaultPlan(parsing: ["operator-between-pages=1", "truncate=1"])) }
            }
            _ = try? await client.page(arn, maxResults: 20, token: token)
            await simulator.setFaults(try FaultPlan(parsing: ["operator-between-pages=1"]))
            let before = await simulator.history().changes.count
            _ = try await client.allProjectIds(arn, maxResults: 20)
            #expect(await simulator.history().changes.count == before)
            _ = try await client.allProjectIds(arn, maxResults: 20)
            #expect(await simulator.history().changes.count > before)
        }
    }

    @Test func chanceActsAtEachOfItsMomentsTheSameWayAgain() async throws {
        for word in ["operator-between-pages", "operator-between-listings", "operator-after-batch"] {
            var seen: [[Association]] = []
            for seed in [4, 4, 5] as [UInt64] {
                let options = SimulatorOptions(seed: seed, configurations: 2, projects: 60)
                seen.append(
                    try await withSimulator(options, faults: ["\(word)", "operator-changes=4"]) { simulator, client async throws in
                        let items = await simulator.associations(of: 0)
                        _ = try await client.allProjectIds(items[0].scanConfigurationArn, maxResults: 20)
                        _ = try await client.disassociate([items[30]])
                        let others = await simulator.history().changes.filter { !$0.actor.isClient }
                        #expect((1...8).contains(others.count), "\(word)")
                        return others.map(\.association)
                    })
            }
            #expect(seen[0] == seen[1], "\(word)")
            #expect(seen[0] != seen[2], "\(word)")
        }
    }

    @Test func ofTwoListingsInARowOneIsLeftInPeace() async throws {
        try await withSimulator(Self.one, faults: ["operator-between-pages"]) { simulator, client async throws in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            var sequences: [Int] = []
            for _ in 0..<4 {
                _ = try await client.allProjectIds(arn, maxResults: 20)
                sequences.append(await simulator.history().lastSequence)
            }
            #expect(0 < sequences[0] && sequences[0] == sequences[1])
            #expect(sequences[1] < sequences[2] && sequences[2] == sequences[3])
        }
    }

    @Test func tokensCountRowsWhileItActsByChanceUnlessToldOtherwise() throws {
        #expect(try !FaultPlan(parsing: []).countsRows)
        #expect(try FaultPlan(parsing: ["operator-between-pages=0.1"]).countsRows)
        #expect(try !FaultPlan(parsing: ["operator-between-pages=0.1", "tokens=stable"]).countsRows)
        #expect(try FaultPlan(parsing: ["tokens=positional"]).countsRows)
    }

    @Test func whatCannotBeStaysAsItIs() async throws {
        try await withSimulator(SimulatorOptions(configurations: 5, projects: 2)) { simulator, _ in
            let (first, fifth) = (await simulator.associations(of: 0), await simulator.associations(of: 4))
            let fifthOfOne = Association(scanConfigurationArn: fifth[0].scanConfigurationArn, resource: first[0].resource)
            let nowhere = Association(scanConfigurationArn: "arn", resource: .projectId("project"))
            await simulator.otherOperator(disassociates: [nowhere], associates: [fifthOfOne, first[0]])
            #expect(await simulator.history().changes.isEmpty)
        }
    }

    /// Pages of counted rows over a set that changes between them, against a plain array.
    @Test func positionsAreThoseOfAnArray() {
        let broken = Property.counterexample(300) { random in
            var set = ProjectSet()
            for _ in 0..<random.int(0..<200) { set.insert(random.int(100..<600)) }
            let members = Array(set)
            let ranks = (-1...members.count).filter { set.member(at: $0) != (members.indices.contains($0) ? members[$0] : nil) }
            return ranks.isEmpty ? nil : "\(members): \(ranks)"
        }
        #expect(broken == nil)
    }
}
