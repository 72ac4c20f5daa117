import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

/// Listings that show what was.
struct ListingLagTests {
    @Test func aChangeShowsAfterSoManyListings() async throws {
        try await withSimulator(faults: ["lag-listings=2"]) { simulator, client in
            let items = await simulator.associations(of: 0)
            let arn = items[0].scanConfigurationArn
            _ = try await client.allProjectIds(arn, maxResults: 100)
            _ = try await client.disassociate(Array(items.prefix(2)))
            var counts: [Int] = []
            for _ in 0..<4 { counts.append(try await client.allProjectIds(arn, maxResults: 15).ids.count) }
            #expect(counts == [40, 40, 38, 38])
            #expect((await simulator.state()).projectIds(of: arn).count == 38)
        }
    }

    @Test(arguments: ["lag-listings=2", "lag=60000"])
    func aLagThatBeginsHidesNothingThatWasShown(word: String) async throws {
        try await withSimulator { simulator, client in
            let items = await simulator.associations(of: 0)
            let arn = items[0].scanConfigurationArn
            _ = try await client.disassociate([items[0]])
            #expect(try await client.allProjectIds(arn, maxResults: 100).ids.count == 39)
            await simulator.setFaults(try FaultPlan(parsing: [word]))
            #expect(try await client.allProjectIds(arn, maxResults: 100).ids.count == 39)
            _ = try await client.disassociate([items[1]])
            #expect(try await client.allProjectIds(arn, maxResults: 100).ids.count == 39)
        }
    }

    @Test func whatIsListedElsewhereDoesNotCount() async throws {
        try await withSimulator(faults: ["lag-listings=1"]) { simulator, client in
            let (first, second) = (await simulator.associations(of: 0), await simulator.associations(of: 1))
            _ = try await client.disassociate([first[0]])
            for _ in 0..<3 { _ = try await client.allProjectIds(second[0].scanConfigurationArn, maxResults: 100) }
            #expect(try await client.allProjectIds(first[0].scanConfigurationArn, maxResults: 100).ids.count == 40)
            #expect(try await client.allProjectIds(first[0].scanConfigurationArn, maxResults: 100).ids.count == 39)
        }
    }

    @Test func aChangeShowsAfterItsTime() async throws {
        let clock = ManualClock()
        try await withSimulator(faults: ["lag=1000"], clock: clock.simulatorClock) { simulator, client in
            let items = await simulator.associations(of: 0)
            let arn = items[0].scanConfigurationArn
            _ = try await client.disassociate([items[0]])
            clock.advance(by: .milliseconds(600))
            _ = try await client.disassociate([items[1]])
            _ = try await client.associate([items[0]])
            #expect(try await client.allProjectIds(arn, maxResults: 100).ids.count == 40)
            clock.advance(by: .milliseconds(400))
            let first = try await client.allProjectIds(arn, maxResults: 100).ids
            #expect(first == items.dropFirst().compactMap(\.resource.projectId))
            clock.advance(by: .milliseconds(600))
            let second = try await client.allProjectIds(arn, maxResults: 100).ids
            #expect(second == (items.prefix(1) + items.dropFirst(2)).compactMap(\.resource.projectId))
        }
    }

    @Test func batchCallsSeeTheTruth() async throws {
        try await withSimulator(faults: ["lag-listings=9"]) { simulator, client in
            let item = await simulator.associations(of: 0)[0]
            _ = try await client.disassociate([item])
            let again = try await client.disassociate([item]).decoded(BatchAssociationResponse.self)
            #expect(again.failedAssociations?.map(\.statusCode) == [.resourceNotFound])
        }
    }

    @Test func theCoverageLagsByItsOwnListings() async throws {
        let options = SimulatorOptions(configurations: 1, projects: 3)
        try await withSimulator(options, faults: ["lag-listings=1"]) { simulator, client in
            let items = await simulator.associations(of: 0)
            _ = try await client.disassociate([items[1]])
            for isShown in [false, true] {
                let rows = try await client.listCoverage().decoded(ListCoverageResponse.self).coveredResources ?? []
                let isUnconfigured = rows.map { $0.scanStatus?.reason == "NO_SCAN_CONFIGURATION_ASSOCIATED" }
                #expect(isUnconfigured == [false, isShown, false])
            }
        }
    }

    /// Whatever happens, a listing shows the account as it was after some change, or as it is.
    @Test func aListingIsTheTruthOfAnEarlierMoment() {
        let broken = Property.counterexample(60) { random in
            var account = SimulatedAccount(SimulatorOptions(seed: random.next(), configurations: 2, projects: 30))
            let lag = ListingLag(time: .milliseconds(random.int(0..<40)), listings: 0)
            var past: [(time: Duration, projects: [Int])] = [(.zero, Array(account.configurations[0].projects))]
            for step in 1...60 {
                let (now, project) = (Duration.milliseconds(step * 2), random.int(0..<30))
                let key = AssociationKey(configuration: 0, project: project)
                account.change(key, to: random.int(0..<2) == 0, by: .otherOperator, sequence: step, at: now)
                past.append((now, Array(account.configurations[0].projects)))
                let expected = past.last { lag.time == .zero || $0.time + lag.time <= now || $0.time == .zero }?.projects
                guard Array(account.listedProjects(of: 0, lag: lag, at: now)) == expected else { return "step \(step), lag \(lag)" }
            }
            return nil
        }
        #expect(broken == nil)
    }
}
