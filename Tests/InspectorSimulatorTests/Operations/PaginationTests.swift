import AWSClient
import HTTPTypes
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

struct PaginationTests {
    @Test func deletingBetweenPagesSkipsNothing() async throws {
        try await withSimulator(SimulatorOptions(configurations: 1, projects: 60)) { simulator, client in
            let all = await simulator.associations(of: 0)
            let arn = all[0].scanConfigurationArn
            var (seen, token): ([String], String?) = ([], nil)
            repeat {
                let page = try await client.listAssociations(arn, maxResults: 10, token: token)
                    .decoded(ListCodeSecurityScanConfigurationAssociationsResponse.self)
                let ids = page.associations?.compactMap(\.resource?.projectId) ?? []
                seen += ids
                let gone = ids.map { Association(scanConfigurationArn: arn, resource: .projectId($0)) }
                if !gone.isEmpty { _ = try await client.disassociate(gone) }
                token = page.nextToken
            } while token != nil
            #expect(seen == all.compactMap(\.resource.projectId))
            #expect((await simulator.state()).associationCount == 0)
        }
    }

    @Test func aTokenPastWhatIsLeftGivesAnEmptyLastPage() async throws {
        try await withSimulator(SimulatorOptions(configurations: 1, projects: 12)) { simulator, client in
            let all = await simulator.associations(of: 0)
            let first = try await client.listAssociations(all[0].scanConfigurationArn, maxResults: 10)
                .decoded(ListCodeSecurityScanConfigurationAssociationsResponse.self)
            _ = try await client.disassociate(Array(all.suffix(2)))
            let last = try await client.listAssociations(all[0].scanConfigurationArn, maxResults: 10, token: first.nextToken)
                .decoded(ListCodeSecurityScanConfigurationAssociationsResponse.self)
            #expect(last.associations == [])
            #expect(last.nextToken == nil)
        }
    }

    @Test func aTokenOfAnotherConfigurationIsRefused() async throws {
        try await withSimulator { simulator, client in
            let configurations = (await simulator.state()).configurations
            let page = try await client.listAssociations(configurations[0].scanConfigurationArn, maxResults: 5)
                .decoded(ListCodeSecurityScanConfigurationAssociationsResponse.self)
            let reply = try await client.listAssociations(configurations[1].scanConfigurationArn, maxResults: 5, token: page.nextToken)
            #expect(reply.status == 400)
        }
    }

    @Test func everyConfigurationIsListedOnce() async throws {
        try await withSimulator(SimulatorOptions(configurations: 230, projects: 1)) { simulator, client in
            var (arns, sizes, token): ([String], [Int], String?) = ([], [], nil)
            repeat {
                let page = try await client.listConfigurations(maxResults: 100, token: token)
                    .decoded(ListCodeSecurityScanConfigurationsResponse.self)
                arns += page.configurations?.map(\.scanConfigurationArn) ?? []
                sizes.append(page.configurations?.count ?? 0)
                token = page.nextToken
            } while token != nil
            #expect(arns == (await simulator.state()).configurations.map(\.scanConfigurationArn))
            #expect(sizes == [100, 100, 30])
        }
    }

    @Test func aRepeatedTokenComesFromTheSecondPageOn() async throws {
        try await withSimulator(faults: ["repeat-token"]) { simulator, client in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            let first = try await client.listAssociations(arn, maxResults: 10).decoded(
                ListCodeSecurityScanConfigurationAssociationsResponse.self)
            let second = try await client.listAssociations(arn, maxResults: 10, token: first.nextToken).decoded(
                ListCodeSecurityScanConfigurationAssociationsResponse.self)
            #expect(first.nextToken != nil)
            #expect(second.nextToken == first.nextToken)
        }
    }

    @Test func emptyPagesHaveATokenAndLoseNothing() async throws {
        try await withSimulator(faults: ["empty-page"]) { simulator, client in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            let (ids, pages) = try await client.allProjectIds(arn, maxResults: 10)
            #expect(ids == (await simulator.state()).projectIds(of: arn))
            #expect(pages == 8)
        }
    }

    @Test func pagesMayBeSmallerThanAskedFor() async throws {
        try await withSimulator(faults: ["page-size=9"]) { simulator, client in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            let (ids, pages) = try await client.allProjectIds(arn, maxResults: 100)
            #expect(ids == (await simulator.state()).projectIds(of: arn))
            #expect(pages == 5)
            #expect(try await client.allProjectIds(arn, maxResults: 4).pages == 10)
        }
    }

    @Test func unknownResourcesStandBesideTheProjects() async throws {
        try await withSimulator(faults: ["unknown-member=0.5"]) { simulator, client in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            let page = try await client.listAssociations(arn, maxResults: 100).decoded(
                ListCodeSecurityScanConfigurationAssociationsResponse.self)
            let unknown = page.associations?.filter { $0.resource?.projectId == nil } ?? []
            #expect((8...32).contains(unknown.count))
            #expect(page.associations?.compactMap(\.resource?.projectId) == (await simulator.state()).projectIds(of: arn))
        }
    }

    @Test func aHundredThousandAssociationsTakeAsLongAPageAsAFew() throws {
        let options = SimulatorOptions(configurations: 1, projects: 100_000)
        var state = ServiceState(options)
        let arn = state.account.configurations[0].summary.scanConfigurationArn
        let body = Array(#"{"scanConfigurationArn":"\#(arn)"}"#.utf8)
        func cost(from cursor: Int) throws -> Duration {
            let token = PageToken(cursor: cursor).text(listing: arn, seed: options.seed)
            let query = "maxResults=100&nextToken=" + token.utf8.map { "%" + String(256 + Int($0), radix: 16).dropFirst() }.joined()
            let request = ReceivedRequest(method: "POST", target: "/?" + query, headers: [:], body: body)
            let call = ReceivedCall(request: request, operation: .listAssociations, number: 1, time: .zero, key: nil, refusal: nil)
            return try (0..<20).map { _ in
                try ThreadTime.cost { _ = try ListAssociations.answer(call, in: &state) }
            }.min() ?? .zero
        }
        #expect(try cost(from: 99_000) < cost(from: 1_000) * 10)
    }
}
