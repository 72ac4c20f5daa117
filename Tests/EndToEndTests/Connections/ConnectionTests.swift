import Foundation
import TestSupport
import Testing

@testable import AWSClient

/// The built program over TLS and with set-ups that cannot work: one clear sentence, an exit status, and nothing sent.
@Suite("Built program")
struct ConnectionTests {
    static let keys = ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s3cret-value", "AWS_REGION": "us-east-1"]

    @Test func aPrivateAuthorityIsTrustedWhenItIsNamedAndNothingIsSentOtherwise() async throws {
        let certificates = try TestCertificates.made.get()
        try await LoopbackServer.run(identity: certificates.good, { _ in LoopbackServer.ok("{\"configurations\":[]}") }) { server in
            let list = ["list", "--endpoint-url", "https://localhost:\(server.port)"]
            let refused = try await BuiltProgram.run(list, environment: Self.keys)
            #expect(refused.status == 255)
            #expect(refused.errors.contains("nothing was sent"))
            #expect(server.requests.isEmpty)
            let trusted = try await BuiltProgram.run(list + ["--ca-bundle", certificates.authority], environment: Self.keys)
            #expect(trusted.status == 0, "\(trusted.errors)")
            #expect(!server.requests.isEmpty)
        }
    }

    @Test(arguments: ["other", "expired"]) func aWrongHostNameAndAnEndedCertificateAreRefused(which: String) async throws {
        let certificates = try TestCertificates.made.get()
        let identity = which == "other" ? certificates.named : certificates.expired
        try await LoopbackServer.run(identity: identity, { _ in LoopbackServer.ok() }) { server in
            let list = ["list", "--endpoint-url", "https://localhost:\(server.port)", "--ca-bundle", certificates.authority]
            let result = try await BuiltProgram.run(list, environment: Self.keys)
            #expect(result.status == 255)
            #expect(server.requests.isEmpty)
        }
    }

    struct Trouble: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var config = ""
        var credentials = ""
        var variables: [String: String] = [:]
        var arguments: [String] = []
        let words: [String]
    }

    static let troubles = [
        Trouble(
            testDescription: "half a key pair", variables: ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_REGION": "us-east-1"],
            words: ["AWS_SECRET_ACCESS_KEY"]),
        Trouble(
            testDescription: "a malformed file", config: "[default]\nregion = us-east-1\n[profile broken\n", variables: keys,
            words: ["config", "3"]),
        Trouble(
            testDescription: "two ways to assume a role",
            config: "[profile r]\nregion = us-east-1\nrole_arn = arn:aws:iam::1:role/x\n"
                + "source_profile = a\ncredential_source = Environment\n",
            arguments: ["--profile", "r"], words: ["source_profile", "credential_source"]),
        Trouble(
            testDescription: "a loop of roles",
            config: """
                [profile a]
                region = us-east-1
                role_arn = arn:aws:iam::1:role/a
                source_profile = b
                [profile b]
                role_arn = arn:aws:iam::1:role/b
                source_profile = a

                """, arguments: ["--profile", "a"], words: ["a", "b"]),
        Trouble(
            testDescription: "an expired sign-in",
            config: "[profile corp]\nregion = us-east-1\nsso_session = my\nsso_account_id = 1\nsso_role_name = A\n"
                + "[sso-session my]\nsso_start_url = https://d.example/start\nsso_region = us-east-1\n",
            arguments: ["--profile", "corp"], words: ["aws sso login --profile corp"]),
        Trouble(
            testDescription: "a bundle that is not there", variables: keys, arguments: ["--ca-bundle", "/nowhere.pem"],
            words: ["/nowhere.pem"]),
        Trouble(
            testDescription: "a role with a device and nobody to ask",
            config: "[profile m]\nregion = us-east-1\nrole_arn = arn:aws:iam::1:role/m\nsource_profile = m\n"
                + "mfa_serial = arn:aws:iam::1:mfa/me\naws_access_key_id = AKIDM\naws_secret_access_key = s3cret-value\n",
            arguments: ["--profile", "m"], words: ["arn:aws:iam::1:mfa/me"]),
    ]

    @Test(arguments: troubles) func whatCannotWorkEndsWith253AndOneClearSentenceWithoutASecret(_ trouble: Trouble) async throws {
        let home = try TemporaryFolder()
        try home.write(".aws/config", trouble.config)
        try home.write(".aws/credentials", trouble.credentials)
        let result = try await BuiltProgram.run(["list"] + trouble.arguments, environment: trouble.variables, home: home)
        #expect(result.status == 253, "\(result.errors)")
        for word in trouble.words { #expect(result.errors.contains(word), "\(result.errors)") }
        #expect(!result.errors.contains("s3cret-value"))
        #expect(result.output.isEmpty)
    }

    @Test func theLogNamesRequestsAttemptsAndTheWinningSourceAndNoSecret() async throws {
        try await LoopbackServer.run({ _ in LoopbackServer.ok("{\"configurations\":[]}") }) { server in
            let list = ["list", "--debug", "--endpoint-url", "http://127.0.0.1:\(server.port)"]
            let result = try await BuiltProgram.run(list, environment: Self.keys)
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.errors.contains("ListCodeSecurityScanConfigurations"))
            #expect(result.errors.contains("attempt=1"))
            #expect(result.errors.contains("environment"))
            #expect(!result.errors.contains("s3cret-value"))
            #expect(!result.errors.contains("AKIDENV"))
        }
    }
}
