import AWSClient
import Foundation
import HTTPTypes
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

struct OperationsTests {
    @Test func listsConfigurationsAsTheyAre() async throws {
        try await withSimulator(SimulatorOptions()) { simulator, client in
            let reply = try await client.listConfigurations()
            let page = try reply.decoded(ListCodeSecurityScanConfigurationsResponse.self)
            #expect(reply.status == 200)
            #expect(page.configurations == (await simulator.state()).configurations)
            #expect(page.nextToken == nil)
            #expect(reply.headers["x-amzn-requestid"]?.count == 36)
            #expect(reply.headers["date"] != nil)
        }
    }

    @Test func listsAssociationsToTheEnd() async throws {
        try await withSimulator { simulator, client in
            let state = await simulator.state()
            let arn = state.configurations[0].scanConfigurationArn
            let (ids, pages) = try await client.allProjectIds(arn, maxResults: 7)
            #expect(ids == state.projectIds(of: arn))
            #expect(pages == 6)
        }
    }

    @Test func getsOneConfiguration() async throws {
        try await withSimulator(SimulatorOptions()) { simulator, client in
            let summary = try #require((await simulator.state()).configurations.first)
            let reply = try await client.send(
                path: ServiceOperation.getConfiguration.path, body: #"{"scanConfigurationArn":"\#(summary.scanConfigurationArn)"}"#)
            let members = try #require(try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any])
            let configuration = try #require(members["configuration"] as? [String: Any])
            let periodic = try #require(configuration["periodicScanConfiguration"] as? [String: Any])
            #expect(members["name"] as? String == summary.name)
            #expect(members["level"] as? String == "ACCOUNT")
            #expect(members["createdAt"] is Double)
            #expect(periodic["frequency"] as? String == summary.periodicScanFrequency)
            #expect(configuration["ruleSetCategories"] as? [String] == summary.ruleSetCategories)
        }
    }

    @Test func disassociatingAndAssociatingAgainChangesTheAccount() async throws {
        try await withSimulator { simulator, client in
            let items = Array(await simulator.associations(of: 0).prefix(3))
            let gone = try await client.disassociate(items).decoded(BatchAssociationResponse.self)
            #expect(gone.successfulAssociations?.map(\.resource) == items.map(\.resource))
            #expect(gone.failedAssociations == [])
            let without = await simulator.state()
            #expect(without.associationCount == 117)
            #expect(!items.contains { without.contains($0) })
            let back = try await client.associate(items).decoded(BatchAssociationResponse.self)
            #expect(back.successfulAssociations?.count == 3)
            #expect(items.allSatisfy((await simulator.state()).contains))
        }
    }

    @Test func whatIsNotAssociatedIsNotFound() async throws {
        try await withSimulator { simulator, client in
            let item = await simulator.associations(of: 0)[0]
            _ = try await client.disassociate([item])
            let stranger = Association(
                scanConfigurationArn: item.scanConfigurationArn, resource: .projectId("project-00000000-0000-4000-8000-000000000000"))
            var lost = item
            lost.scanConfigurationArn = String(item.scanConfigurationArn.dropLast(4)) + "0000"
            let reply = try await client.disassociate([item, stranger, lost]).decoded(BatchAssociationResponse.self)
            #expect(reply.failedAssociations?.map(\.statusCode) == [.resourceNotFound, .resourceNotFound, .scanConfigurationNotFound])
            #expect(reply.failedAssociations?.allSatisfy { $0.statusMessage?.isEmpty == false } == true)
        }
    }

    @Test func theSecondOfTwoEqualItemsFails() async throws {
        try await withSimulator { simulator, client in
            let item = await simulator.associations(of: 0)[0]
            let gone = try await client.disassociate([item, item]).decoded(BatchAssociationResponse.self)
            #expect(gone.successfulAssociations?.count == 1)
            #expect(gone.failedAssociations?.map(\.statusCode) == [.invalidInput])
            let back = try await client.associate([item, item]).decoded(BatchAssociationResponse.self)
            #expect(back.successfulAssociations?.count == 1)
            #expect(back.failedAssociations?.map(\.statusCode) == [.invalidInput])
        }
    }

    @Test func aFifthConfigurationExceedsTheQuota() async throws {
        try await withSimulator(SimulatorOptions(configurations: 5, projects: 2)) { simulator, client in
            let state = await simulator.state()
            let project = state.projectIds(of: state.configurations[0].scanConfigurationArn)[0]
            let fifth = Association(scanConfigurationArn: state.configurations[4].scanConfigurationArn, resource: .projectId(project))
            let refused = try await client.associate([fifth]).decoded(BatchAssociationResponse.self)
            #expect(refused.failedAssociations?.map(\.statusCode) == [.quotaExceeded])
            _ = try await client.disassociate([await simulator.associations(of: 0)[0]])
            let accepted = try await client.associate([fifth]).decoded(BatchAssociationResponse.self)
            #expect(accepted.successfulAssociations?.count == 1)
        }
    }

    @Test func aFullConfigurationTakesNoOtherProject() async throws {
        var options = SimulatorOptions(configurations: 2, projects: 3)
        (options.sharing, options.projectLimit) = (1, 4)
        try await withSimulator(options) { simulator, client in
            let state = await simulator.state()
            let arn = state.configurations[0].scanConfigurationArn
            let others = await simulator.associations(of: 1).map { Association(scanConfigurationArn: arn, resource: $0.resource) }
            let answer = try await client.associate(others).decoded(BatchAssociationResponse.self)
            #expect(answer.successfulAssociations?.count == 1)
            #expect(answer.failedAssociations?.map(\.statusCode) == [.quotaExceeded, .quotaExceeded])
            #expect(answer.failedAssociations?.first?.statusMessage == "A scan configuration can have at most 4 projects.")
            await simulator.otherOperator(associates: others)
            #expect(await simulator.associations(of: 0).count == 4)
        }
    }

    @Test func aDefaultConfigurationAssociatesNewProjects() async throws {
        var options = SimulatorOptions(configurations: 2, projects: 3)
        (options.hasDefault, options.projectLimit) = (true, 5)
        try await withSimulator(options) { simulator, client in
            await simulator.addProjects(3)
            let history = await simulator.history()
            #expect(history.changes.map(\.actor) == [.defaultConfiguration, .defaultConfiguration], "the third one finds no room")
            let counts = (await simulator.associations(of: 0).count, await simulator.associations(of: 1).count)
            #expect(counts == (5, 3))
            let state = await simulator.state()
            #expect(state.projectCount == 6)
            let back = try await client.disassociate([history.changes[0].association]).decoded(BatchAssociationResponse.self)
            #expect(back.successfulAssociations?.count == 1)
        }
    }

    @Test func associatingWhatIsAssociatedSucceedsAndAnUnknownProjectFails() async throws {
        try await withSimulator { simulator, client in
            let item = await simulator.associations(of: 0)[0]
            let stranger = Association(
                scanConfigurationArn: item.scanConfigurationArn, resource: .projectId("project-00000000-0000-4000-8000-000000000000"))
            let reply = try await client.associate([item, stranger]).decoded(BatchAssociationResponse.self)
            #expect(reply.successfulAssociations?.count == 1)
            #expect(reply.failedAssociations?.map(\.statusCode) == [.resourceNotFound])
            #expect((await simulator.state()).associationCount == 120)
        }
    }

    @Test func coverageNamesEveryProject() async throws {
        try await withSimulator(SimulatorOptions()) { simulator, client in
            var (names, token): ([String: String], String?) = ([:], nil)
            repeat {
                let page = try await client.listCoverage(token: token).decoded(ListCoverageResponse.self)
                for row in page.coveredResources ?? [] {
                    names[try #require(row.projectId)] = row.resourceMetadata?.codeRepository?.projectName
                }
                token = page.nextToken
            } while token != nil
            let expected = (await simulator.state()).projects.map { ($0.projectId, $0.name) }
            #expect(names == Dictionary(uniqueKeysWithValues: expected))
        }
    }

    @Test func coverageHonoursTheResourceTypeAndIgnoresOtherFilters() async throws {
        try await withSimulator { _, client async throws in
            let filters = [
                (#"{"filterCriteria":{"resourceType":[{"comparison":"EQUALS","value":"AWS_LAMBDA_FUNCTION"}]}}"#, 0),
                (#"{"filterCriteria":{"resourceType":[{"comparison":"NOT_EQUALS","value":"CODE_REPOSITORY"}]}}"#, 0),
                (#"{"filterCriteria":{"accountId":[{"comparison":"EQUALS","value":"1"}]},"maxResults":9}"#, 9), ("{}", 40),
            ]
            for (body, count) in filters {
                let reply = try await client.send(path: ServiceOperation.listCoverage.path, body: body)
                #expect(try reply.decoded(ListCoverageResponse.self).coveredResources?.count == count, "\(body)")
            }
        }
    }

    @Test func callerIdentityIsXML() async throws {
        var options = SimulatorOptions(configurations: 1, projects: 1)
        options.sessionToken = "a/session+token=="
        try await withSimulator(options) { _, client async throws in
            let reply = try await client.callerIdentity()
            #expect(reply.status == 200)
            #expect(reply.headers["content-type"] == "text/xml")
            #expect(reply.text.contains("<Account>123456789012</Account>"))
            #expect(reply.text.contains("<Arn>arn:aws:sts::123456789012:assumed-role/OpsAdmin/operator</Arn>"))
        }
    }

    @Test func callsAreRecordedWithTheirAttempt() async throws {
        try await withSimulator { simulator, client in
            let item = await simulator.associations(of: 0)[0]
            let body = SignedClient.batch("disassociateConfigurationRequests", [item])
            _ = try await client.send(
                path: ServiceOperation.batchDisassociate.path, body: body,
                extraHeaders: ["amz-sdk-invocation-id": "abc", "amz-sdk-request": "attempt=2; max=3"])
            let call = try #require(await simulator.calls().first)
            #expect(call.number == 1)
            #expect(call.operation == "BatchDisassociateCodeSecurityScanConfiguration")
            #expect(call.invocationId == "abc")
            #expect(call.attempt == "attempt=2; max=3")
            #expect(call.items == [item])
            #expect(call.applied == [item])
            #expect(call.status == 200)
            #expect(call.fault == nil)
        }
    }
}
