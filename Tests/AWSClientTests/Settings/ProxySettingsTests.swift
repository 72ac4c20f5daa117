import Testing
import TextSafety

@testable import AWSClient

@Suite struct ProxySettingsTests {
    @Test func eachSchemeHasItsProxyLowerCaseWinsTheSchemeOfTheProxyMayBeMissing() throws {
        let proxies = try Self.proxies(["HTTPS_PROXY": "http://u%40x:p%3A@proxy:3128", "http_proxy": "plain", "HTTP_PROXY": "other:1"])
        #expect(proxies.proxy(for: try Self.url("https://a.example"))?.description == "proxy:3128")
        #expect(proxies.https?.user == "u@x")
        #expect(proxies.https?.password == "p:")
        #expect(proxies.proxy(for: try Self.url("http://a.example"))?.description == "plain:80")
        #expect(!"\(proxies)".contains("p:\""))
    }

    @Test(arguments: [
        ("*", "https://a.example", true), ("example", "https://a.example", true), (".example", "https://a.example", true),
        ("a.example:443", "https://a.example", true), ("a.example:444", "https://a.example", false),
        ("ple", "https://a.example", false), ("10.0.0.0/8", "https://10.1.2.3", true), ("10.0.0.0/8", "https://11.1.2.3", false),
        ("10.1.2.3", "https://10.1.2.3", true), ("b.example, a.example", "https://a.example", true),
        ("", "https://localhost:1", true), ("", "https://127.0.0.9", true), ("", "http://169.254.169.254", true),
        ("", "https://[::1]:8080", true), ("fd00::/8", "https://[fd12::1]", true), ("", "https://a.example", false),
    ])
    func whoGoesDirect(exceptions: String, url: String, isDirect: Bool) throws {
        let proxies = try Self.proxies(["https_proxy": "proxy:1", "http_proxy": "proxy:1", "NO_PROXY": exceptions])
        #expect((proxies.proxy(for: try Self.url(url)) == nil) == isDirect)
    }

    @Test func aProxyThatCannotBeUsedIsAnErrorWithoutItsPassword() throws {
        let error = #expect(throws: SettingsError.self) { try Self.proxies(["HTTPS_PROXY": "https://user:hidden@proxy"]) }
        #expect(error?.sentence.contains("HTTPS_PROXY") == true)
        #expect(error?.sentence.contains("hidden") == false)
    }

    private static func proxies(_ variables: [String: String]) throws -> ProxySettings {
        try ProxySettings(environment: Environment(variables: variables))
    }

    private static func url(_ text: String) throws -> EndpointURL { try #require(EndpointURL(text)) }
}
