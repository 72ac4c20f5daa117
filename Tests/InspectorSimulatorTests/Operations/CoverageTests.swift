import Foundation
import InspectorCore
import Testing

@testable import InspectorSimulator

/// What the coverage says of projects' scans.
struct CoverageTests {
    private func rows(_ client: SignedClient) async throws -> [CoveredResource] {
        var (rows, token): ([CoveredResource], String?) = ([], nil)
        repeat {
            let page = try await client.listCoverage(token: token).decoded(ListCoverageResponse.self)
            rows += page.coveredResources ?? []
            token = page.nextToken
        } while token != nil
        return rows
    }

    private func scan(_ project: Int, start: Int64, seed: UInt64 = 3) -> RepositoryScan {
        let directory = Population.demo(SimulatorOptions(seed: seed)).directory
        return RepositoryScan(project: project, team: directory.team(of: project), seed: seed, start: start)
    }

    @Test func agesAreCountedFromTheStart() {
        for project in 0..<941 {
            let (early, late) = (scan(project, start: 1_700_000_000), scan(project, start: 1_800_000_000))
            #expect(early.reason == late.reason && early.commit == late.commit)
            #expect(early.lastScan.map { $0 + 100_000_000 } == late.lastScan)
            #expect(early.lastScan.map { $0 <= 1_700_000_000 } ?? true)
        }
    }

    @Test func teamsAreScannedAsOftenAsTheirConfigurationSays() {
        let (start, day): (Int64, Int64) = (1_800_000_000, 86_400)
        let directory = Population.demo(SimulatorOptions(seed: 3)).directory
        func recent(_ name: String, days: Int64) -> Double {
            let projects = (0..<941).filter { directory.team(of: $0).configuration == name }
            let fresh = projects.count { scan($0, start: start).lastScan.map { $0 >= start - days * day } ?? false }
            return Double(fresh) / Double(projects.count)
        }
        #expect(recent("payments-nightly", days: 7) > 0.6)
        #expect(recent("mobile", days: 31) > 0.6)
        #expect(recent("legacy-quarterly", days: 90) < 0.2)
    }

    @Test func aStateAndItsDateBelongTogether() async throws {
        try await withSimulator(SimulatorOptions()) { _, client in
            let rows = try await rows(client)
            #expect(rows.count == 941)
            for row in rows {
                let repository = try #require(row.resourceMetadata?.codeRepository)
                let isWaiting = ["PENDING_INITIAL_SCAN", "UNSUPPORTED_LANGUAGE"].contains(row.scanStatus?.reason)
                #expect(!isWaiting || row.lastScannedAt == .never)
                #expect((row.lastScannedAt == .never) == (repository.lastScannedCommitId == nil))
                #expect(repository.integrationArn.map { row.resourceId?.hasPrefix($0) == true } == true)
                #expect(repository.integrationArn?.contains(":\(row.accountId ?? ""):") == true)
                #expect(repository.projectName?.hasPrefix("acme-oss/") != true || repository.providerTypeVisibility == "PUBLIC")
            }
        }
    }

    @Test func aProjectThatLosesItsLastConfigurationIsNotScannedAnyMore() async throws {
        try await withSimulator(SimulatorOptions(configurations: 1, projects: 3)) { simulator, client in
            let item = await simulator.associations(of: 0)[0]
            let before = try await rows(client)
            _ = try await client.disassociate([item])
            let after = try await rows(client)
            let place = try #require(after.firstIndex { $0.projectId == item.resource.projectId })
            #expect(after[place].scanStatus == ScanStatus(statusCode: "INACTIVE", reason: "NO_SCAN_CONFIGURATION_ASSOCIATED"))
            #expect(after[place].lastScannedAt == before[place].lastScannedAt)
        }
    }

    @Test func aCoverageThatIsLateTakesThatLongAndOtherListingsDoNot() async throws {
        try await withSimulator(faults: ["coverage-latency=300"]) { _, client in
            let start = ContinuousClock.now
            let page = try await client.listCoverage()
            #expect(page.status == 200 && ContinuousClock.now - start >= .milliseconds(300))
        }
        try await withSimulator(faults: ["coverage-latency=3600000"]) { _, client in
            let page = try await client.listConfigurations()
            #expect(page.status == 200)
        }
    }
}
