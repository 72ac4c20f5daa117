import Testing
import TextSafety

@testable import AWSClient

@Suite struct CustomEndpointTests {
    private static let config = """
        [default]
        services = local
        endpoint_url = http://profile:1
        [profile plain]
        endpoint_url = http://profile:1/
        [profile broken]
        services = nowhere
        [services local]
        inspector2 =
          endpoint_url = http://services:1
        """

    @Test(arguments: [
        (["AWS_ENDPOINT_URL_INSPECTOR2": "http://own:1", "AWS_ENDPOINT_URL": "http://all:1"], "http://own:1"),
        (["AWS_ENDPOINT_URL": "http://all:1"], "http://all:1"), ([:], "http://services:1"),
        (["AWS_PROFILE": "plain"], "http://profile:1/"),
        (["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"], "https://inspector2.us-east-1.amazonaws.com"),
    ])
    func theFirstOfFivePlacesWins(variables: [String: String], url: String) throws {
        let home = try TestHome(config: Self.config)
        #expect(try home.settings(variables).endpoint(for: EndpointRulesTests.inspector2).url == url)
        let options = ClientOptions(endpointURL: "https://option.example:8443/base/")
        let endpoint = try home.settings(variables, options).endpoint(for: EndpointRulesTests.inspector2)
        #expect(endpoint == Endpoint(url: "https://option.example:8443/base/", isCustom: true, source: "--endpoint-url"))
    }

    @Test func stsHasItsOwnVariableAndFollowsTheOptionOnlyToThisMachine() throws {
        let home = try TestHome()
        #expect(try home.settings(["AWS_ENDPOINT_URL_STS": "http://sts:1"]).endpoint(for: .sts).url == "http://sts:1")
        let far = try home.settings([:], ClientOptions(endpointURL: "https://vpce.example"))
        #expect(try far.endpoint(for: .sts).url == "https://sts.us-east-1.amazonaws.com")
        let near = try home.settings([:], ClientOptions(endpointURL: "http://127.0.0.1:9"))
        #expect(try near.endpoint(for: .sts).url == "http://127.0.0.1:9")
        #expect(try near.credentialEndpoint(for: .sts).url == "https://sts.us-east-1.amazonaws.com")
    }

    @Test(arguments: [
        "ftp://a", "a.example", "https://", "https://user:hidden@a", "https://a:99999", "https://a b",
    ])
    func whatIsNoEndpointIsAnErrorWithoutWhatStandsBefore(url: String) throws {
        let home = try TestHome()
        let error = #expect(throws: SettingsError.self) {
            try home.settings(["AWS_ENDPOINT_URL": url]).endpoint(for: EndpointRulesTests.inspector2)
        }
        #expect(error?.sentence.contains("AWS_ENDPOINT_URL") == true)
        #expect(error?.sentence.contains("hidden") == false)
    }

    @Test func aServicesSectionThatIsNotThereIsAnErrorWithItsLine() throws {
        let home = try TestHome(config: Self.config)
        let error = #expect(throws: SettingsError.self) {
            try home.settings(["AWS_PROFILE": "broken"]).endpoint(for: EndpointRulesTests.inspector2)
        }
        #expect(error == .unknownServices(name: "nowhere", profile: "broken", origin: .file(path: "~/.aws/config", line: 7)))
    }

    @Test(arguments: [
        ("http://a.example/sts", "/", "/sts"), ("http://a.example/sts/", "/", "/sts/"), ("http://a.example", "/", "/"),
        ("http://a.example/x/", "/list", "/x/list"), ("http://a.example/x", "/list", "/x/list"), ("http://a.example/#f", "/list", "/list"),
        (" http://a.example:", "/list", "/list"),
    ])
    func theEndpointsPathGoesBeforeTheRequests(url: String, path: String, whole: String) throws {
        #expect(try #require(EndpointURL(url)).path(before: path) == whole)
    }

    @Test func theEndpointsQueryIsKept() throws {
        let url = try #require(EndpointURL("http://a.example/x?a=b"))
        #expect(url.query(before: "maxResults=1") == "a=b&maxResults=1")
        #expect(url.query(before: "") == "a=b")
        #expect(try #require(EndpointURL("http://a.example")).query(before: "c=d") == "c=d")
    }

    @Test func namesInAServicesSectionAreCaseSensitiveAndAnEmptyOneIsNone() throws {
        let home = try TestHome(config: "[default]\nservices = s\n[services s]\ninspector2 =\n  Endpoint_Url = http://services:1\n")
        #expect(try !home.settings().endpoint(for: EndpointRulesTests.inspector2).isCustom)
        let empty = try TestHome(config: "[default]\nservices = s\n[services s]\n")
        #expect(throws: SettingsError.self) { try empty.settings().endpoint(for: EndpointRulesTests.inspector2) }
    }

    @Test func aDefaultPortIsDroppedAnotherOneKept() throws {
        #expect(EndpointURL("HTTPS://Example.COM:443/a/")?.normalized == "https://example.com/a/")
        #expect(EndpointURL("http://[::1]:8080")?.hostHeader == "[::1]:8080")
        #expect(EndpointURL("http://example.com:443")?.hostHeader == "example.com:443")
    }
}
