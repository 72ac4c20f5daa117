import Foundation
import Glibc
import Testing
import TextSafety

@testable import AWSClient

@Suite struct SharedFileTests {
    @Test(.enabled(if: TestData.isWanted)) func aWSsCases() throws {
        let cases = try #require(TestData.json("profile-parser/profile-parser-tests.json")["tests"] as? [[String: Any]])
        #expect(cases.count == 65)
        for given in cases {
            let name = given["name"] as? String ?? ""
            let input = try #require(given["input"] as? [String: String])
            let output = try #require(given["output"] as? [String: Any])
            do {
                let files = try Self.files(config: input["configFile"] ?? "", credentials: input["credentialsFile"] ?? "")
                let expected = try #require(output["config"] as? [String: Any], "\(name): an error was due")
                #expect(Self.profiles(files) == expected["profiles"] as? [String: [String: String]], "\(name)")
                if let sessions = expected["sso_sessions"] as? [String: [String: String]] {
                    #expect(files.config.ssoSessions.mapValues { $0.properties.mapValues(\.value) } == sessions, "\(name)")
                }
            } catch let error as SettingsError {
                let words = try #require(output["errorContaining"] as? String, "\(name): \(error)")
                #expect(error.sentence.contains(words), "\(name)")
            }
        }
    }

    @Test func anErrorNamesFileAndLine() throws {
        #expect(throws: SettingsError.malformedFile(path: "config", line: 3, problem: "Expected an '=' sign defining a property")) {
            try Self.files(config: "# first\n[profile a]\nregion\n", credentials: "")
        }
    }

    @Test func indentedFirstPropertiesAndIndentedCommentsAreReadAsAWSCLIReadsThem() throws {
        let text =
            "[default]\n  # mine\n  region = eu-west-1\n  output = json\n  services = x\n[services x]\ninspector2 =\n  # here\n  endpoint_url = http://localhost:1\n"
        let files = try Self.files(config: text, credentials: "")
        #expect(files.profile("default")?["region"]?.value == "eu-west-1")
        #expect(files.profile("default")?["region"]?.origin == .file(path: "config", line: 3))
        #expect(files.profile("default")?["output"]?.value == "json")
        #expect(files.config.services["x"]?.nested("inspector2")["endpoint_url"]?.value == "http://localhost:1")
    }

    @Test func quotedNamesMayHoldBlanksAByteOrderMarkIsPassedOver() throws {
        let files = try Self.files(
            config: "\u{FEFF}[profile \"two words\"]\nregion = a\n[sso-session 'my corp']\nsso_region = b", credentials: "")
        #expect(files.profile("two words")?["region"]?.value == "a")
        #expect(files.config.ssoSessions["my corp"]?["sso_region"]?.value == "b")
    }

    @Test func printingASectionShowsNoValue() throws {
        let files = try Self.files(config: "[default]\naws_secret_access_key = hidden", credentials: "")
        var dumped = ""
        dump(files, to: &dumped)
        #expect(!dumped.contains("hidden"))
        #expect(!"\(files)".contains("hidden"))
    }

    private static func files(config: String, credentials: String) throws(SettingsError) -> SharedFiles {
        SharedFiles(
            config: try SharedFile(config, kind: .config, path: "config"),
            credentials: try SharedFile(credentials, kind: .credentials, path: "credentials"))
    }

    private static func profiles(_ files: SharedFiles) -> [String: [String: String]] {
        var profiles: [String: [String: String]] = [:]
        for name in files.profileNames { profiles[name] = files.profile(name)?.properties.mapValues(\.value) }
        return profiles
    }

    @Test func aSharedFileThatIsAPipeIsNamed() throws {
        let home = try TestHome()
        let pipe = home.path + "/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        #expect(throws: SettingsError.unreadableFile(path: "~/pipe", problem: "it is a pipe or a device, not a file")) {
            try home.settings(["AWS_CONFIG_FILE": pipe])
        }
    }
}
