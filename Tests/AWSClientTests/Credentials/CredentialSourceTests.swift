import Logging
import Runtime
import Testing

@testable import AWSClient

@Suite struct CredentialSourceTests {
    private static let config = """
        [profile p]
        role_arn = arn:aws:iam::1:role/r
        source_profile = p
        sso_account_id = 1
        login_session = s
        credential_process = x
        aws_access_key_id = A
        aws_secret_access_key = s
        """
    private static let credentials = "[p]\naws_access_key_id = B\naws_secret_access_key = s\n"
    private static let variables = [
        "AWS_ACCESS_KEY_ID": "A", "AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1",
        "AWS_PROFILE": "p", "AWS_EC2_METADATA_DISABLED": "false",
    ]

    private static func context(_ home: TestHome, _ variables: [String: String], profile: String? = nil) throws -> CredentialContext {
        let settings = try home.settings(variables, ClientOptions(profile: profile))
        return CredentialContext(
            settings: settings, files: settings.files, transport: ScriptedTransport(), prompt: nil, time: .system, random: .system,
            logger: Logger(label: "test"))
    }

    private static func configured(_ context: CredentialContext) -> [String] {
        CredentialSource.chain.compactMap { $0.provider(context) }.map { "\(type(of: $0))" }
    }

    @Test func sourcesHaveTheOrderOfAWSCLI() throws {
        let home = try TestHome(config: Self.config, credentials: Self.credentials)
        #expect(
            Self.configured(try Self.context(home, Self.variables)) == [
                "EnvironmentCredentialProvider", "AssumeRoleCredentialProvider", "WebIdentityCredentialProvider", "SSOCredentialProvider",
                "ProfileCredentialProvider", "LoginCredentialProvider", "ProcessCredentialProvider", "ProfileCredentialProvider",
                "ContainerCredentialProvider", "InstanceMetadataCredentialProvider",
            ])
    }

    @Test func profileOptionLeavesVariablesThatStandForAProfileAside() throws {
        let home = try TestHome(config: Self.config, credentials: Self.credentials)
        let found = Self.configured(try Self.context(home, Self.variables, profile: "p"))
        #expect(!found.contains("EnvironmentCredentialProvider") && !found.contains("WebIdentityCredentialProvider"))
        #expect(found.count == 8)
    }

    @Test func sourceProfileWithKeysAssumesNoRoleAndReadsNoVariable() throws {
        let home = try TestHome(config: Self.config, credentials: Self.credentials)
        let found = Self.configured(try Self.context(home, Self.variables).sourceProfile("p"))
        #expect(!found.contains("AssumeRoleCredentialProvider") && !found.contains("EnvironmentCredentialProvider"))
        #expect(!found.contains("WebIdentityCredentialProvider"))
    }

    @Test func withoutAnySettingOnlyInstanceMetadataIsAsked() throws {
        let home = try TestHome()
        #expect(Self.configured(try Self.context(home, ["AWS_EC2_METADATA_DISABLED": "false"])) == ["InstanceMetadataCredentialProvider"])
        #expect(Self.configured(try Self.context(home, ["AWS_EC2_METADATA_DISABLED": "True"])).isEmpty)
    }

    @Test func onlySourcesOutsideProfilesHaveANameForCredentialSource() {
        #expect(CredentialSource.chain.compactMap(\.name) == [.environment, .container, .instanceMetadata])
    }
}
