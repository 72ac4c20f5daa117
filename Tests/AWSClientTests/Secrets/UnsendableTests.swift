import Foundation
import Testing
import TextSafety

@testable import AWSClient

/// Key ids and tokens that no header can carry are refused where they are read, by the name of their source.
@Suite struct UnsendableTests {
    static let flaws = ["\r", "\n", "\u{0}", "\u{7F}", "\u{1B}", "\u{9B}", "é", "\u{2028}", "\u{202E}"]

    @Test(arguments: ["AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN"])
    func fromTheEnvironmentEachVariableByItsName(name: String) async throws {
        for flaw in Self.flaws {
            var variables = ["AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "s"]
            variables[name] = "MARK" + flaw + "MARK"
            let setup = try ChainSetup(variables)
            #expect(await setup.failure() == .unsendable(subject: name))
        }
    }

    @Test func fromTheSharedFilesByFileLineAndProfile() async throws {
        let text = "[default]\naws_secret_access_key = s\naws_access_key_id = AKID\naws_session_token = MARK\u{7F}\n"
        let setups = [
            (try ChainSetup(credentials: text), "~/.aws/credentials line 4"), (try ChainSetup(config: text), "~/.aws/config line 4"),
            (try ChainSetup(credentials: text.replacing("AKID", with: "AKéID").replacing("\u{7F}", with: "")), "~/.aws/credentials line 3"),
        ]
        for (setup, place) in setups {
            let sentence = await setup.failure()?.sentence ?? ""
            #expect(sentence.contains("of profile default (\(place)) cannot be sent"), "\(sentence)")
            #expect(!sentence.contains("MARK"))
        }
    }

    @Test func fromAnswersByWhoeverGaveThem() async throws {
        let home = try TestHome()
        try home.write("token", to: "token")
        let token = "\"Token\":\"MARK\\u007f\""
        let metadata = ScriptedTransport.Step.json(
            "{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"s\",\(token),\"Expiration\":\"2099-01-01T00:00:00Z\"}")
        let container = try ChainSetup(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/x"], steps: [metadata])
        #expect(await container.failure() == .unsendable(subject: "Token from the container endpoint"))
        let enabled = ["AWS_EC2_METADATA_DISABLED": "false"]
        let instance = try ChainSetup(enabled, steps: [.text("T"), .text("r"), metadata])
        #expect(await instance.failure() == .unsendable(subject: "Token from instance metadata, role r"))
        let proof = try ChainSetup(enabled, steps: [.text("MARK\u{1}MARK")])
        #expect(await proof.failure() == .unsendable(subject: "The session token from instance metadata"))
        let variables = ["AWS_WEB_IDENTITY_TOKEN_FILE": "~/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/r"]
        let role = try ChainSetup(home: home, variables, steps: [.role("AKID&#x7F;")])
        #expect(await role.failure() == .unsendable(subject: "AccessKeyId from role arn:aws:iam::1:role/r by web identity"))
    }

    @Test func fromAProcessAndFromTheContainersTokenByTheirNames() async throws {
        let home = try TestHome(config: "[default]\ncredential_process = /bin/cat ~/printed\n")
        try home.write("{\"Version\":1,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"s\",\"SessionToken\":\"MARK\\r\"}", to: "printed")
        let config = "[default]\ncredential_process = /bin/cat \(home.path)/printed\n"
        try home.write(config, to: ".aws/config")
        let process = try ChainSetup(home: home)
        #expect(await process.failure() == .unsendable(subject: "SessionToken from credential_process of profile default"))
        try home.write("MA\u{1}RK", to: "token")
        let address = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/x"]
        let file = address.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "~/token"]) { $1 }
        try home.write("", to: ".aws/config")
        let pod = try ChainSetup(home: home, file)
        #expect(await pod.failure() == .unsendable(subject: "The container's authorization token in ~/token"))
        let container = try ChainSetup(address.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN": "MA\u{7F}RK"]) { $1 })
        #expect(await container.failure() == .unsendable(subject: "AWS_CONTAINER_AUTHORIZATION_TOKEN"))
    }
}
