import Runtime
import Testing
import TextSafety

@testable import AWSClient

@Suite struct ProxySettingsTests {
    @Test func eachSchemeHasItsProxyLowerCaseWinsTheSchemeOfTheProxyMayBeMissing() throws {
        let proxies = Self.proxies(["HTTPS_PROXY": "http://u%40x:p%3A@proxy:3128", "http_proxy": "plain", "HTTP_PROXY": "other:1"])
        let proxy = try #require(try proxies.proxy(for: try Self.url("https://a.example")))
        #expect(proxy.description == "proxy:3128")
        #expect(proxy.user == "u@x")
        #expect(proxy.password == "p:")
        #expect(try proxies.proxy(for: try Self.url("http://a.example"))?.description == "plain:80")
        #expect(!"\(proxies)".contains("p:\""))
    }

    @Test(arguments: [
        ("*", "https://a.example", true), ("example", "https://a.example", true), (".example", "https://a.example", true),
        ("a.example:443", "https://a.example", true), ("a.example:444", "https://a.example", false),
        ("ple", "https://a.example", false), ("10.0.0.0/8", "https://10.1.2.3", true), ("10.0.0.0/8", "https://11.1.2.3", false),
        ("10.1.2.3", "https://10.1.2.3", true), ("b.example, a.example", "https://a.example", true),
        ("", "https://localhost:1", true), ("", "https://127.0.0.9", true), ("", "http://169.254.169.254", true),
        ("", "https://[::1]:8080", true), ("fd00::/8", "https://[fd12::1]", true), ("", "https://a.example", false),
        (".3", "https://10.1.2.3", true), ("2.3", "https://10.1.2.3", true), (".3", "https://10.1.2.4", false),
    ])
    func whoGoesDirect(exceptions: String, url: String, isDirect: Bool) throws {
        let proxies = Self.proxies(["https_proxy": "proxy:1", "http_proxy": "proxy:1", "NO_PROXY": exceptions])
        #expect((try proxies.proxy(for: try Self.url(url)) == nil) == isDirect)
    }

    @Test(arguments: [
        (["https_proxy": "", "HTTPS_PROXY": "proxy:1"], nil), (["no_proxy": "", "NO_PROXY": "*", "HTTPS_PROXY": "proxy:1"], "proxy:1"),
        (["Https_Proxy": "proxy:1"], "proxy:1"), (["HTTPS_proxy": "low:1", "HTTPS_PROXY": "proxy:1"], "low:1"),
        (["HTTPS_PROXY": "//proxy:3128"], "proxy:3128"), (["ALL_PROXY": "proxy:1"], nil), (["HTTP_PROXY": "proxy:1"], nil),
    ])
    func anyCaseLowerCaseFirstAnEmptyOneSwitchesOff(variables: [String: String], proxy: String?) throws {
        #expect(try Self.proxies(variables).proxy(for: try Self.url("https://a.example"))?.description == proxy)
    }

    @Test(arguments: [
        (["HTTPS_PROXY", "Https_Proxy"], "Https_Proxy"), (["Https_Proxy", "HTTPS_PROXY"], "HTTPS_PROXY"),
        (["https_proxy", "HTTPS_proxy", "HTTPS_PROXY"], "HTTPS_proxy"), (["HTTPS_proxy", "https_proxy"], "https_proxy"),
    ])
    func theLastSpellingInTheEnvironmentCounts(names: [String], counts: String) throws {
        var environment = Environment(variables: Dictionary(uniqueKeysWithValues: names.map { ($0, "\($0.replacing("_", with: "-")):1") }))
        environment.order = names
        let proxy = try ProxySettings(environment: environment).proxy(for: try Self.url("https://a.example"))
        #expect(proxy?.description == counts.replacing("_", with: "-").lowercased() + ":1")
    }

    @Test func namesStandAsTheProcessGotThemAlsoOnceOneIsChanged() {
        var environment = Environment.current
        let names = ProcessVariables.all.map(\.name).filter { environment.value(of: $0) != nil }
        #expect(names.count > 1 && environment.ordered(names.sorted()) == names)
        environment.variables["SCANCONFIG_TEST"] = "1"
        #expect(environment.ordered(names.sorted()) == names && environment["SCANCONFIG_TEST"] == "1")
        #expect(Environment.current["SCANCONFIG_TEST"] == nil)
    }

    @Test func aRequestToACGIScriptNamesNoProxy() throws {
        let variables = ["HTTP_PROXY": "proxy:1", "HTTPS_PROXY": "proxy:2", "REQUEST_METHOD": "GET"]
        let url = try Self.url("http://a.example")
        #expect(try Self.proxies(variables).proxy(for: url) == nil)
        #expect(try Self.proxies(variables.merging(["http_proxy": "low:1"]) { $1 }).proxy(for: url)?.description == "low:1")
        #expect(try Self.proxies(variables).proxy(for: try Self.url("https://a.example"))?.description == "proxy:2")
    }

    @Test func aProxyThatCannotBeUsedIsAnErrorWithoutItsPasswordOnceItIsNeeded() throws {
        let proxies = Self.proxies(["HTTPS_PROXY": "https://user:hidden@proxy", "HTTP_PROXY": "socks5://proxy", "NO_PROXY": "b.example"])
        #expect(try proxies.proxy(for: try Self.url("https://b.example")) == nil)
        let error = #expect(throws: SettingsError.self) { try proxies.proxy(for: try Self.url("https://a.example")) }
        #expect(error?.sentence.contains("HTTPS_PROXY") == true)
        #expect(error?.sentence.contains("hidden") == false)
        #expect(throws: SettingsError.self) { try proxies.proxy(for: try Self.url("http://a.example")) }
    }

    @Test(arguments: [("u:p@proxy", true), ("u@proxy", false), ("u:@proxy", false), ("proxy", false)])
    func aUserCountsWithAPasswordOnly(value: String, hasLogin: Bool) throws {
        let proxy = try Self.proxies(["HTTPS_PROXY": value]).proxy(for: try Self.url("https://a.example"))
        #expect((proxy?.login != nil) == hasLogin)
    }

    private static func proxies(_ variables: [String: String]) -> ProxySettings {
        ProxySettings(environment: Environment(variables: variables))
    }

    private static func url(_ text: String) throws -> EndpointURL { try #require(EndpointURL(text)) }
}
