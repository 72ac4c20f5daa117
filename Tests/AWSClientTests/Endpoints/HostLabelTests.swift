import Testing
import TextSafety

@testable import AWSClient

/// Nothing from a file, a variable or an answer leads a request to another host, or into another path.
@Suite struct HostLabelTests {
    static let noRegions = [
        "evil.example/x", "us_east_1", "-x", "x-", "123", "a.b", "us east", "us-east-1#", "x@y", "Ü", "x\u{0}",
        String(repeating: "a", count: 64),
    ]

    @Test(arguments: noRegions) func aRegionIsOneLabelOfAHost(text: String) {
        #expect(!HostLabel.isRegion(text))
    }

    @Test(arguments: ["us-east-1", "US-EAST-1", "aws-global", "local", "fips-us-gov-west-1", "x1"])
    func namesAWSAndOthersGiveRegionsAreRegions(text: String) {
        #expect(HostLabel.isRegion(text))
    }

    @Test(arguments: ["a", "a.b", "localhost.", "127.0.0.1", "my_service", "xn--a", "0x7f000001"])
    func aHostIsMadeOfLabels(text: String) {
        #expect(EndpointURL("http://\(text):1/x")?.host == text)
    }

    @Test(arguments: ["a..b", ".a", "-a", "a-", "ä", "a,b", "a%41", "[x]", "[::1%]x", "a\\b", "a'b", "..", "[1.2.3.4]"])
    func nothingElseIsAHost(text: String) {
        #expect(EndpointURL("http://\(text):1/x") == nil)
    }

    @Test(arguments: noRegions.filter { !$0.contains("#") })
    func ssoRegionIsJudgedBeforeTheTokenLeavesByFileLineAndProfile(text: String) async throws {
        let config = """
            [profile p]
            sso_session = my
            sso_account_id = 123456789012
            sso_role_name = R
            [sso-session my]
            sso_start_url = https://d.example/start
            sso_region = \(text)
            """
        let setup = try ChainSetup(config: config, profile: "p")
        let error = await setup.failure()
        #expect(error?.sentence.hasPrefix("Profile p: sso_region ") == true)
        #expect(error?.sentence.hasSuffix("(~/.aws/config line 7).") == true, "\(error?.sentence ?? "")")
    }

    @Test(arguments: ["@evil.example/x", ":80@evil.example/", ".evil.example/", "x", "/a\rb"])
    func aRelativeAddressOfAContainerStaysOnItsHost(path: String) async throws {
        let variables = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": path, "AWS_CONTAINER_AUTHORIZATION_TOKEN": "t"]
        let setup = try ChainSetup(variables)
        let error = await setup.failure()
        #expect(error?.sentence == "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI has to be a path that begins with /.")
    }

    @Test(arguments: ["a/../b", "..", ".", "a b", "a?b", "é", "{}", "a%2fb"])
    func whatInstanceMetadataCallsARoleIsOnePartOfAPath(name: String) async throws {
        let setup = try ChainSetup(["AWS_EC2_METADATA_DISABLED": "false"], steps: [.text("T"), .text(name)])
        #expect(await setup.failure()?.sentence.contains("no role's name") == true)
    }

    @Test(arguments: ["http://u:MARK@127.0.0.1", "http://127.0.0.1/x?y"])
    func usersAndQueriesInTheAddressesOfMetadataAreRefused(url: String) async throws {
        let variables = ["AWS_EC2_METADATA_DISABLED": "false", "AWS_EC2_METADATA_SERVICE_ENDPOINT": url]
        let setup = try ChainSetup(variables)
        let sentence = await setup.failure()?.sentence ?? ""
        #expect(sentence.contains("AWS_EC2_METADATA_SERVICE_ENDPOINT") && !sentence.contains("MARK"), "\(sentence)")
    }
}
