import HTTPTypes
import Logging
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

/// Answers with a code, and counts how often it was asked.
actor CodePrompt: MFAPrompt {
    private(set) var questions: [String] = []

    func code(for serial: String, profile: String) async throws(CredentialError) -> String {
        questions.append("\(serial) \(profile)")
        return "123456"
    }
}

@Suite struct AssumeRoleTests {
    private static let config = """
        [profile base]
        aws_access_key_id = AKIDBASE
        aws_secret_access_key = s
        [profile admin]
        role_arn = arn:aws:iam::1:role/admin
        source_profile = middle
        role_session_name = me
        external_id = ext
        duration_seconds = 1800
        [profile middle]
        role_arn = arn:aws:iam::1:role/middle
        source_profile = base
        [profile itself]
        role_arn = arn:aws:iam::1:role/itself
        source_profile = itself
        aws_access_key_id = AKIDSELF
        aws_secret_access_key = s
        [profile mfa]
        role_arn = arn:aws:iam::1:role/mfa
        source_profile = base
        mfa_serial = arn:aws:iam::1:mfa/me
        """

    @Test func aChainOfRolesEachSignedWithTheOneBefore() async throws {
        let setup = try ChainSetup(config: Self.config, profile: "admin", steps: [.role("AKIDMIDDLE"), .role("AKIDADMIN")])
        let found = try await setup.found()
        #expect(found.accessKeyId == "AKIDADMIN")
        #expect(found.secretAccessKey == "s&AKIDADMIN")
        #expect(found.sessionToken == "t-AKIDADMIN")
        #expect(found.expiration == WireDate.parseISO8601("2023-11-14T23:13:20Z"))
        let requests = await setup.transport.requests
        #expect(requests.map(\.url) == ["https://sts.us-east-1.amazonaws.com/", "https://sts.us-east-1.amazonaws.com/"])
        #expect(requests.map { $0.headers["content-type"] }.allSatisfy { $0 == "application/x-www-form-urlencoded; charset=utf-8" })
        #expect(AuthorizationHeader(requests[0].headers["authorization"] ?? "")?.accessKeyId == "AKIDBASE")
        #expect(AuthorizationHeader(requests[1].headers["authorization"] ?? "")?.accessKeyId == "AKIDMIDDLE")
        #expect(requests[1].headers["x-amz-security-token"] == "t-AKIDMIDDLE")
        #expect(
            try await setup.form(1) == [
                "Action": "AssumeRole", "Version": "2011-06-15", "RoleArn": "arn:aws:iam::1:role/admin", "RoleSessionName": "me",
                "ExternalId": "ext", "DurationSeconds": "1800",
            ])
        #expect(try await setup.form(0)["RoleSessionName"] == "scanconfig-1700000000")
    }

    @Test func aProfileMayNameItselfWhenItHasKeys() async throws {
        let setup = try ChainSetup(config: Self.config, profile: "itself", steps: [.role("AKIDROLE")])
        #expect(try await setup.found().accessKeyId == "AKIDROLE")
        let header = await setup.transport.requests[0].headers["authorization"]
        #expect(AuthorizationHeader(header ?? "")?.accessKeyId == "AKIDSELF")
    }

    @Test func aCodeIsAskedForOnceForTheCacheOfAWSCLIKeepsTheRole() async throws {
        let prompt = CodePrompt()
        let setup = try ChainSetup(config: Self.config, profile: "mfa", steps: [.role("AKIDMFA")], prompt: prompt)
        #expect(try await setup.found().accessKeyId == "AKIDMFA")
        #expect(await prompt.questions == ["arn:aws:iam::1:mfa/me mfa"])
        let form = try await setup.form()
        #expect(form["TokenCode"] == "123456")
        #expect(form["SerialNumber"] == "arn:aws:iam::1:mfa/me")
        let again = try ChainSetup(home: setup.home, profile: "mfa")
        #expect(try await again.found().accessKeyId == "AKIDMFA")
        let mute = try ChainSetup(config: Self.config, profile: "mfa")
        #expect(await mute.failure() == .mfaUnavailable(profile: "mfa", serial: "arn:aws:iam::1:mfa/me"))
    }

    @Test func aKeptRoleThatEndsWithin15MinutesOrWasRefusedIsAssumedAnew() async throws {
        let first = try ChainSetup(
            config: Self.config, profile: "middle", steps: [.role("AKIDONE", expiration: "2023-11-14T22:28:00Z")])
        #expect(try await first.found().accessKeyId == "AKIDONE")
        let second = try ChainSetup(home: first.home, profile: "middle", steps: [.role("AKIDTWO"), .role("AKIDTHREE")])
        #expect(try await second.chain.credentials().accessKeyId == "AKIDTWO")
        #expect(try await second.chain.credentials().accessKeyId == "AKIDTWO")
        await second.chain.invalidate()
        #expect(try await second.found().accessKeyId == "AKIDTHREE")
    }

    @Test func theCachesFileNameIsTheOneOfAWSCLI() throws {
        let setup = try ChainSetup(config: Self.config)
        let context = try Self.context(setup)
        let arn = try #require(context.value("role_arn"))
        let role = try RoleSettings(arn: arn, context: context)
        #expect(RoleCache.Key.role(role.parameters).name == "fee8d7791e9db08f715c3326748def32cf3d2c90")
    }

    @Test func circlesAreNoticed() async throws {
        let config = """
            [profile a]
            role_arn = r
            source_profile = b
            [profile b]
            role_arn = r
            source_profile = a
            [profile self]
            role_arn = r
            source_profile = self
            """
        #expect(try await ChainSetup(config: config, profile: "a").failure() == .profileLoop(["a", "b", "a"]))
        #expect(try await ChainSetup(config: config, profile: "self").failure() == .profileLoop(["self", "self"]))
    }

    @Test(arguments: [
        ("source_profile = gone", "source_profile gone does not exist (~/.aws/config line 3)"),
        ("source_profile = empty", "source_profile empty has no credentials (~/.aws/config line 3)"),
        ("source_profile = a\ncredential_source = Environment", "both source_profile and credential_source"),
        ("credential_source = Moon", "Environment, EcsContainer and Ec2InstanceMetadata"),
        ("region = x", "source_profile or credential_source is not"),
        ("credential_source = Environment", "credential_source Environment has no credentials"),
    ])
    func settingsThatCannotWorkAreErrorsWithTheirLine(lines: String, words: String) async throws {
        let setup = try ChainSetup(
            config: "[profile x]\nrole_arn = arn:aws:iam::1:role/r\n\(lines)\n[profile empty]\n[profile a]\n", profile: "x")
        let sentence = await setup.failure()?.sentence ?? ""
        #expect(sentence.contains(words), "\(sentence)")
    }

    @Test func theEnvironmentAsCredentialSource() async throws {
        let variables = ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s"]
        let config = "[profile x]\nrole_arn = arn:aws:iam::1:role/r\ncredential_source = Environment\n"
        let setup = try ChainSetup(config: config, variables, profile: "x", steps: [.role("AKIDROLE")])
        #expect(try await setup.found().accessKeyId == "AKIDROLE")
    }

    @Test(arguments: [
        ("role_arn = arn:r", "RoleArn must have at least 20 characters"), ("role_arn =", "role_arn is empty"),
        ("role_arn = arn:aws:iam::1:role/r\nexternal_id = x", "ExternalId"),
        ("role_arn = arn:aws:iam::1:role/r\nrole_session_name = x", "RoleSessionName"),
        ("role_arn = arn:aws:iam::1:role/r\nduration_seconds = 60", "DurationSeconds must be at least 900"),
    ])
    func aParameterThatSTSWouldRefuseIsNotSent(lines: String, words: String) async throws {
        let variables = ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s"]
        let config = "[profile x]\n\(lines)\ncredential_source = Environment\naws_access_key_id = A\naws_secret_access_key = s\n"
        let setup = try ChainSetup(config: config, variables, profile: "x")
        let failure = await setup.failure()
        guard case .invalidParameter = failure else { return #expect(Bool(false), "\(failure?.sentence ?? "")") }
        #expect(failure?.sentence.contains(words) == true)
    }

    @Test(arguments: [("one hour", nil), ("3_600", "3600"), ("+900", "900"), ("3600 # an hour", "3600")])
    func aDurationThatIsNoNumberIsLeftOut(value: String, sent: String?) async throws {
        let variables = ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s"]
        let config = "[profile x]\nrole_arn = arn:aws:iam::1:role/r\nduration_seconds = \(value)\ncredential_source = Environment\n"
        let setup = try ChainSetup(config: config, variables, profile: "x", steps: [.role("AKIDROLE")])
        _ = try await setup.found()
        #expect(try await setup.form()["DurationSeconds"] == sent)
    }

    @Test func aRefusalOfSTSNamesRoleAndProfile() async throws {
        let refusal = ScriptedTransport.Step.text(
            "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not allowed</Message></Error></ErrorResponse>", status: 403)
        let setup = try ChainSetup(config: Self.config, profile: "middle", steps: [refusal])
        #expect(
            await setup.failure()?.sentence
                == "role arn:aws:iam::1:role/middle of profile middle gave no credentials: AccessDenied (403), not allowed.")
    }

    private static func context(_ setup: ChainSetup) throws -> CredentialContext {
        let settings = try setup.home.settings([:], ClientOptions(profile: "admin"))
        return CredentialContext(
            settings: settings, files: settings.files, transport: setup.transport, prompt: nil, time: setup.clock.source,
            random: .fixed(0), logger: .init(label: "test"))
    }
}
