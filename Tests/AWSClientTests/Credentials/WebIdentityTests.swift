import HTTPTypes
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

@Suite struct WebIdentityTests {
    @Test func variablesNameRoleAndTokenFileTheCallIsNotSigned() async throws {
        let home = try TestHome()
        try home.write("the token\n", to: "token")
        let variables = ["AWS_WEB_IDENTITY_TOKEN_FILE": "~/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/r", "AWS_ROLE_SESSION_NAME": "me"]
        let setup = try ChainSetup(home: home, variables, steps: [.role("AKIDWEB")])
        #expect(try await setup.found().accessKeyId == "AKIDWEB")
        #expect(
            try await setup.form() == [
                "Action": "AssumeRoleWithWebIdentity", "Version": "2011-06-15", "RoleArn": "arn:aws:iam::1:role/r", "RoleSessionName": "me",
                "WebIdentityToken": "the token",
            ])
        #expect(await setup.transport.requests[0].headers["authorization"] == nil)
        #expect(try home.read(".aws/cli/cache/3bd90e6a349458d9114b92574b384a4368546996.json").contains("AKIDWEB"))
        #expect(try await ChainSetup(home: home, variables).found().accessKeyId == "AKIDWEB")
    }

    @Test func aProfileNamesRoleAndTokenFileEvenAsASource() async throws {
        let home = try TestHome(
            config: """
                [profile web]
                role_arn = arn:aws:iam::1:role/web
                web_identity_token_file = ~/token
                [profile role]
                role_arn = arn:aws:iam::1:role/role
                source_profile = web
                """)
        try home.write("a token", to: "token")
        let setup = try ChainSetup(home: home, profile: "role", steps: [.role("AKIDWEB"), .role("AKIDROLE")])
        #expect(try await setup.found().accessKeyId == "AKIDROLE")
        #expect(try await setup.form(0)["RoleArn"] == "arn:aws:iam::1:role/web")
    }

    @Test func afterProfileTheVariablesDoNotCount() async throws {
        let home = try TestHome(credentials: "[p]\naws_access_key_id = AKIDP\naws_secret_access_key = s\n")
        try home.write("a token", to: "token")
        let variables = ["AWS_WEB_IDENTITY_TOKEN_FILE": "~/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/r"]
        #expect(try await ChainSetup(home: home, variables, profile: "p").found().accessKeyId == "AKIDP")
        let merged = variables.merging(["AWS_PROFILE": "p"]) { $1 }
        #expect(try await ChainSetup(home: home, merged, steps: [.role("AKIDWEB")]).found().accessKeyId == "AKIDWEB")
    }

    @Test func aMissingRoleAMissingAndAnEmptyFileAreErrors() async throws {
        let home = try TestHome()
        var setup = try ChainSetup(home: home, ["AWS_WEB_IDENTITY_TOKEN_FILE": "~/token"])
        #expect(await setup.failure()?.sentence.contains("AWS_ROLE_ARN") == true)
        let variables = ["AWS_WEB_IDENTITY_TOKEN_FILE": "~/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/r"]
        setup = try ChainSetup(home: home, variables)
        #expect(await setup.failure()?.sentence.contains("there is no such file") == true)
        try home.write("\n", to: "token")
        setup = try ChainSetup(home: home, variables)
        #expect(await setup.failure()?.sentence.contains("it is empty") == true)
    }
}
