import AWSClient
import Foundation
import InspectorCore
import Logging
import TestSupport
import Testing

@testable import InspectorSimulator

/// Several accounts behind one endpoint, told apart by who signs.
struct AccountsTests {
    private static let other = "210987654321"

    private static func two(_ account: SimulatorAccount = SimulatorAccount(other)) -> (options: SimulatorOptions, key: SimulatorKey) {
        var options = SimulatorOptions(seed: 7, configurations: 3, projects: 40)
        let key = options.addAccount(account)
        return (options, key)
    }

    @Test func eachKeySeesItsOwnAccount() async throws {
        let (options, key) = Self.two()
        try await withSimulator(options) { simulator, client async throws in
            let theirs = client.signing(with: key)
            let item = await simulator.associations(of: 0)[0]
            #expect(try await client.callerIdentity().text.contains("<Account>123456789012</Account>"))
            #expect(try await theirs.callerIdentity().text.contains("<Account>\(Self.other)</Account>"))
            let arns =
                try await theirs.listConfigurations().decoded(ListCodeSecurityScanConfigurationsResponse.self)
                .configurations?.map(\.scanConfigurationArn) ?? []
            #expect(
                arns == (await simulator.state()).configurations.map { $0.scanConfigurationArn.replacing("123456789012", with: Self.other) }
            )
            #expect(try await theirs.listAssociations(item.scanConfigurationArn).status == 404)
            let refused = try await theirs.disassociate([item]).decoded(BatchAssociationResponse.self)
            #expect(refused.failedAssociations?.map(\.statusCode) == [.scanConfigurationNotFound])
            let own = Association(scanConfigurationArn: arns[0], resource: item.resource)
            _ = try await theirs.disassociate([own])
            #expect((await simulator.state()).associationCount == 120)
            #expect(await simulator.state(ofAccount: Self.other)?.associationCount == 119)
            #expect(await simulator.history().changes.map(\.account) == [Self.other])
        }
    }

    @Test func everyCallIsRecordedWithItsAccount() async throws {
        let (options, key) = Self.two()
        try await withSimulator(options) { simulator, client async throws in
            _ = try await client.listConfigurations()
            _ = try await client.signing(with: key).callerIdentity()
            _ = try await client.signing(with: SimulatorKey(accessKeyId: "AKIANONE", secretAccessKey: "x", accountId: ""))
                .listConfigurations()
            let calls = await simulator.calls()
            #expect(calls.map(\.account) == [options.accountId, Self.other, nil])
            #expect(calls.map(\.accessKeyId) == [options.accessKeyId, key.accessKeyId, nil])
        }
    }

    @Test func anAccountMayHoldSomethingElse() async throws {
        let (options, key) = Self.two(SimulatorAccount(Self.other, seed: 8, configurations: 2, projects: 5))
        try await withSimulator(options) { simulator, client async throws in
            let state = try #require(await simulator.state(ofAccount: Self.other))
            #expect(state.configurations.count == 2 && state.associationCount == 10)
            let first = (await simulator.state()).configurations[0].scanConfigurationArn
            #expect(!first.hasSuffix(String(state.configurations[0].scanConfigurationArn.suffix(36))))
            let listed = try await client.signing(with: key).allProjectIds(state.configurations[0].scanConfigurationArn, maxResults: 100)
                .ids
            #expect(listed == state.projectIds(of: state.configurations[0].scanConfigurationArn))
        }
    }

    @Test func anotherCallerOfTheSameAccountHasAnotherName() async throws {
        var options = SimulatorOptions(configurations: 1, projects: 3)
        let key = options.addKey(userName: "NightShift", sessionToken: "t")
        try await withSimulator(options) { simulator, client async throws in
            let identity = try await client.signing(with: key).callerIdentity().text
            #expect(identity.contains("<Arn>arn:aws:sts::123456789012:assumed-role/NightShift/operator</Arn>"))
            let item = await simulator.associations(of: 0)[0]
            _ = try await client.signing(with: key).disassociate([item])
            #expect(!(await simulator.state()).contains(item))
        }
    }

    @Test func aKeyExpiresAtItsOwnCall() async throws {
        let (options, key) = Self.two()
        try await withSimulator(options) { simulator, client async throws in
            let theirs = client.signing(with: key)
            await simulator.expire(accessKeyId: options.accessKeyId, afterCalls: 2)
            var statuses: [Int] = []
            for _ in 0..<4 {
                statuses.append(try await client.listConfigurations().status)
                _ = try await theirs.listConfigurations()
            }
            #expect(statuses == [200, 200, 403, 403])
            #expect(try await client.callerIdentity().text.contains("<Code>ExpiredTokenException</Code>"))
            #expect(try await theirs.callerIdentity().status == 200)
            await simulator.expire(accessKeyId: options.accessKeyId, afterCalls: nil)
            #expect(try await client.listConfigurations().status == 200)
        }
    }

    @Test func theTokenServiceIsOutOfReachForAWhile() async throws {
        try await withSimulator(faults: ["sts-unreachable-after=2", "sts-unreachable-for=2"]) { simulator, client async throws in
            var reached: [Bool] = []
            for _ in 0..<6 { reached.append((try? await client.callerIdentity())?.status == 200) }
            #expect(reached == [true, true, false, false, true, true])
            #expect(await simulator.calls().map(\.fault) == [nil, nil, "sts-unreachable", "sts-unreachable", nil, nil])
            #expect(try await client.listConfigurations().status == 200)
        }
    }

    @Test func aRoleOfAnotherAccountGetsThatAccountsKeys() async throws {
        let (options, key) = Self.two()
        try await withSimulator(options) { _, client async throws in
            for (account, id) in [
                (Self.other, key.accessKeyId), (options.accountId, options.accessKeyId), ("999999999999", options.accessKeyId),
            ] {
                let body = "Action=AssumeRole&Version=2011-06-15&RoleArn=arn:aws:iam::\(account):role/A&RoleSessionName=me"
                let reply = try await client.send(
                    path: "/", body: body, service: "sts", contentType: "application/x-www-form-urlencoded; charset=utf-8")
                #expect(reply.text.contains("<AccessKeyId>\(id)</AccessKeyId>"))
            }
        }
    }

    /// A shared credentials file that somebody writes another account's keys into: they are loaded once the first ones expire, and sign
    /// nothing but the question whose they are.
    @Test func aRewrittenCredentialsFileBringsTheOtherAccountAndIsRefused() async throws {
        let (options, key) = Self.two()
        try await withSimulator(options) { simulator, _ in
            try await Peer.withFolder { folder in
                let file = folder.appending(path: "credentials")
                try options.key.profile().write(to: file, atomically: true, encoding: .utf8)
                let session = try AWSSession.open(
                    options: ClientOptions(region: options.region, endpointURL: simulator.endpointURL),
                    environment: Environment(variables: ["AWS_SHARED_CREDENTIALS_FILE": file.path], homeDirectory: folder.path),
                    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
                #expect(await session.account()?.number == options.accountId)
                try key.profile().write(to: file, atomically: true, encoding: .utf8)
                await simulator.expire(accessKeyId: options.accessKeyId, afterCalls: 1)
                let inspector = Inspector(client: session.client(for: .inspector2))
                _ = try await inspector.listCodeSecurityScanConfigurations()
                let error = await #expect(throws: CallError.self) { try await inspector.listCodeSecurityScanConfigurations() }
                #expect(error?.otherAccount != nil)
                await session.shutdown()
                let calls = await simulator.calls()
                #expect(calls.map(\.account) == [options.accountId, options.accountId, options.accountId, Self.other])
                #expect(calls.last?.operation == "GetCallerIdentity")
            }
        }
    }

    @Test func theAnnouncementNamesFurtherKeys() async throws {
        var options = SimulatorOptions(configurations: 1, projects: 1)
        options.addAccounts(upTo: 3)
        try await withSimulator(options) { simulator, client async throws in
            let text = SimulatorAnnouncement.text(for: simulator)
            for key in options.furtherKeys {
                #expect(text.contains("Account \(key.accountId) has the keys:"))
                #expect(text.contains("export AWS_ACCESS_KEY_ID='\(key.accessKeyId)'"))
                #expect(try await client.signing(with: key).listConfigurations().status == 200)
            }
            #expect(Set(options.furtherKeys.map(\.accountId)) == ["210987654321", "210987654322"])
        }
    }

    /// Each account has a second person, whose caller is another one and whose keys replace nobody's exports.
    @Test func theAnnouncementNamesASecondPersonOfEachAccount() async throws {
        var options = SimulatorOptions(configurations: 1, projects: 1)
        options.addAccounts(upTo: 2)
        options.addColleagues()
        try await withSimulator(options) { simulator, client async throws in
            let text = SimulatorAnnouncement.text(for: simulator)
            #expect(text.contains("as OpsAdmin of account 123456789012, with:"))
            #expect(text.components(separatedBy: "export AWS_ACCESS_KEY_ID=").count == 3)
            for (account, key) in zip([options.accountId, "210987654321"], options.furtherKeys.suffix(2)) {
                #expect(key.accountId == account && key.callerArn(partition: "aws").hasSuffix("user/OpsReviewer"))
                #expect(text.contains("OpsReviewer is another person of account \(account)."))
                #expect(
                    text.contains(
                        "\nAWS_ACCESS_KEY_ID='\(key.accessKeyId)' AWS_SECRET_ACCESS_KEY='\(key.secretAccessKey)' scanconfig approve"))
                #expect(try await client.signing(with: key).listConfigurations().status == 200)
            }
        }
    }
}
