import Foundation
import Glibc
import Testing
import TextSafety

@testable import AWSClient

@Suite struct SharedFileTests {
    /// Cases that AWS CLI version 2 does not follow, and why.
    private static let superseded = [
        "Profile names support alphanumeric characters and - / . % @ _ : +": "a name is any word",
        "Invalid profile names are ignored.": "in the credentials file any text is a name",
        "Invalid property names are ignored.": "any text is a name",
        "Property definitions must contain an equals sign.": "a colon will do",
        "Pound sign comments are ignored.": "a comment is a line of its own",
        "Semicolon sign comments are ignored.": "a comment is a line of its own",
        "All comment types can be used together.": "a comment is a line of its own",
        "Comments can be empty.": "a comment is a line of its own",
        "Default profile with profile prefix overrides default profile without prefix when profile prefix is first.":
            "of two spellings the last alone counts",
        "Default profiles with mixed prefixes in the config file ignore the one without prefix when merging.":
            "of two spellings the last alone counts",
        "Default profiles with mixed prefixes merge with credentials": "of two spellings the last alone counts",
        "Credentials profiles with prefix are ignored.": "in the credentials file any text is a name",
        "profile name with extra whitespace in credentials": "in the credentials file any text is a name",
    ]

    @Test(.enabled(if: TestData.isWanted)) func aWSsCases() throws {
        let cases = try #require(TestData.json("profile-parser/profile-parser-tests.json")["tests"] as? [[String: Any]])
        #expect(cases.count == 65)
        for given in cases {
            let name = given["name"] as? String ?? ""
            if let reason = Self.superseded[name] {
                #expect(!reason.isEmpty)
                continue
            }
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

    @Test(arguments: [
        ("[profile dev(1)]", "dev(1)"), ("[profile \"a b\"]", "a b"), ("[profile a\\ b]", "a b"), ("[profile a'b c'd]", "ab cd"),
        ("[profilex a]", "a"), ("[profile 開発]", "開発"), ("[profile a]b]", "a]b"), ("[default] text", "default"), ("[ default ]", "default"),
        ("[profile a b]", nil), ("[profile 'a]", nil), ("[profile]", nil), ("[profile \"\"]", nil),
    ])
    func aNameIsOneWordAsForAShell(header: String, name: String?) throws {
        #expect(try Self.files(config: header + "\nregion = a", credentials: "").profileNames == [name].compactMap(\.self))
    }

    @Test func inTheCredentialsFileAnyTextIsAName() throws {
        #expect(
            try Self.files(config: "", credentials: "[dev (1)]\n[\"x\"]\n[profile a]").profileNames == ["\"x\"", "dev (1)", "profile a"])
    }

    @Test func dEFAULTGivesToEverySectionOfItsFile() throws {
        let files = try Self.files(config: "[DEFAULT]\na = 1\nb = 1\n[profile x]\nb = 2", credentials: "[y]\n[x]")
        #expect(files.profile("x")?.properties.mapValues(\.value) == ["a": "1", "b": "2"])
        #expect(files.profile("y")?.properties.isEmpty == true)
        #expect(files.profileNames == ["x", "y"])
    }

    @Test(arguments: ["[default]\na = 1\n[profile default]\nb = 2", "[profile \"default\"]\na = 1\n[default]\nb = 2"])
    func ofTwoSpellingsTheLastAloneCounts(text: String) throws {
        #expect(try Self.files(config: text, credentials: "").profile("default")?.properties.mapValues(\.value) == ["b": "2"])
    }

    @Test func textAfterAValueBelongsToIt() throws {
        let files = try Self.files(config: "[default]\nkey : s #x\nother = a = b ;c\n", credentials: "")
        #expect(files.profile("default")?.properties.mapValues(\.value) == ["key": "s #x", "other": "a = b ;c"])
        #expect(files.profile("default")?.closed("key")?.value == "s")
    }

    @Test func onlyCarriageReturnAndLineFeedEndALine() throws {
        let files = try Self.files(config: "[default]\rkey = a\u{2028}b\r\nother = c\u{85}d\n", credentials: "")
        #expect(files.profile("default")?["key"]?.value == "a\u{2028}b")
        #expect(files.profile("default")?["other"]?.value == "c\u{85}d")
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

    @Test func aSharedFileThatIsAPipeIsNotReadAndNotWaitedFor() throws {
        let home = try TestHome()
        let pipe = home.path + "/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        #expect(try home.settings(["AWS_CONFIG_FILE": pipe]).profiles.isEmpty)
    }
}
