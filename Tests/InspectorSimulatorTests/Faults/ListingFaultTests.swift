import Foundation
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

/// Answers that are JSON and yet no listing, or not the one that was asked for.
struct ListingFaultTests {
    @Test(arguments: [
        ("type", #"{"__type":"CodeSecurityResource","projectId":"ID"}"#), ("upper-case", #"{"projectId":"UPPER"}"#),
        ("second-member", #"{"containerImageId":"image-1","projectId":"ID"}"#), ("arn", #"{"projectId":"ARN/ID"}"#), ("no-resource", nil),
    ])
    func aRowHasAFormThatCannotBeMatched(form: String, resource: String?) async throws {
        try await withSimulator(SimulatorOptions(configurations: 1, projects: 3)) { simulator, client in
            let id = await simulator.associations(of: 0)[1].resource.projectId ?? ""
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            await simulator.setFaults(try FaultPlan(parsing: ["row:\(form)@\(id)"]))
            let text = try await client.listAssociations(arn).text
            let integration = text.firstMatch(of: /"(arn:aws:inspector2:us-east-1:123456789012:codesecurity-integration\/[-0-9a-f]+)\//)
            let upper = "project-" + id.dropFirst(8).uppercased()
            let row = resource.map {
                $0.replacing("UPPER", with: upper).replacing("ARN", with: integration?.output.1 ?? "-").replacing("ID", with: id)
            }
            #expect(text.contains(row.map { #"},{"resource":\#($0)},{"# } ?? "},{},{"), "\(text)")
            #expect((await simulator.state()).associationCount == 3)
        }
    }

    @Test func aShareOfRowsKeepsItsForm() async throws {
        try await withSimulator(faults: ["row:upper-case=0.3"]) { simulator, client in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            let text = try await client.listAssociations(arn, maxResults: 100).text
            #expect((3...24).contains(text.matches(of: /project-[0-9A-F-]*[A-F][0-9A-F-]*"/).count))
            #expect(try await client.listAssociations(arn, maxResults: 100).text == text)
        }
    }

    @Test func bodiesAreNoListing() async throws {
        let bodies = [
            "no-members": "{}", "null-list": #"{"LIST":null,"nextToken":null}"#,
            "other-operation": #"{"successfulAssociations":[],"failedAssociations":[]}"#,
        ]
        for (kind, body) in bodies {
            try await withSimulator(faults: ["listing:\(kind)"]) { simulator, client in
                let items = await simulator.associations(of: 0)
                let coverage = try await client.send(path: ServiceOperation.listCoverage.path, body: "{}")
                #expect(try await client.listConfigurations().text == body.replacing("LIST", with: "configurations"))
                #expect(
                    try await client.listAssociations(items[0].scanConfigurationArn).text == body.replacing("LIST", with: "associations"))
                #expect(coverage.text == body.replacing("LIST", with: "coveredResources"))
                #expect(coverage.status == 200)
                let batch = try await client.disassociate([items[0]]).decoded(BatchAssociationResponse.self)
                #expect(batch.successfulAssociations?.count == 1)
                #expect(await simulator.calls().map(\.fault) == Array(repeating: "listing:\(kind)", count: 3) + [nil])
            }
        }
    }

    @Test func anEndlessListingHasFreshTokensAndEmptyPages() async throws {
        try await withSimulator(faults: ["endless:empty"]) { simulator, client in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            var (tokens, counts, token): (Set<String>, [Int], String?) = ([], [], nil)
            for _ in 0..<12 {
                let page = try await client.page(arn, maxResults: 20, token: token)
                counts.append(page.ids.count)
                token = page.token
                tokens.insert(try #require(token))
            }
            #expect(tokens.count == 12)
            #expect(counts == [20, 20] + Array(repeating: 0, count: 10))
        }
    }

    @Test func anEndlessListingMayHaveItsRowsAgain() async throws {
        try await withSimulator(faults: ["endless:again"]) { simulator, client in
            let arn = await simulator.associations(of: 0)[0].scanConfigurationArn
            var (tokens, ids, token): (Set<String>, [String], String?) = ([], [], nil)
            for _ in 0..<6 {
                let page = try await client.page(arn, maxResults: 20, token: token)
                ids += page.ids
                token = page.token
                tokens.insert(try #require(token))
            }
            let all = (await simulator.state()).projectIds(of: arn)
            #expect(tokens.count == 6)
            #expect(ids == all + all + all)
        }
    }

    @Test func theSameListingsAreEndlessEachTime() async throws {
        try await withSimulator(SimulatorOptions(seed: 3, configurations: 40, projects: 1), faults: ["endless:empty=0.5"]) {
            simulator, client in
            var rounds: [[Bool]] = [[], []]
            for round in 0..<2 {
                for configuration in (await simulator.state()).configurations {
                    rounds[round].append(try await client.page(configuration.scanConfigurationArn, maxResults: 5).token != nil)
                }
            }
            #expect(rounds[0] == rounds[1])
            #expect((8...32).contains(rounds[0].filter { $0 }.count))
        }
    }
}
