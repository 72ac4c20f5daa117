/// Where a service is called.
package struct Endpoint: Equatable, Sendable {
    /// `scheme://host[:port][/path]`, without a slash at the end.
    package let url: String
    /// The URL taken apart, once for all calls; nil when it is none.
    let parts: EndpointURL?
    /// Whether somebody set it, as opposed to AWS's rules.
    package let isCustom: Bool
    /// Who set it: "--endpoint-url", "AWS_ENDPOINT_URL", "~/.aws/config line 4", "us-east-1".
    package let source: String

    /// An endpoint already checked.
    package init(url: String, isCustom: Bool, source: String) {
        self.url = url
        parts = EndpointURL(url)
        self.isCustom = isCustom
        self.source = source
    }

    /// Whether calls travel unencrypted.
    package var isPlain: Bool { url.lowercased().hasPrefix("http://") }

    /// Checks a custom endpoint: http or https with a host, no user, query or fragment.
    package init(custom url: Sourced<String>) throws(SettingsError) {
        guard let parts = EndpointURL(url.value) else {
            throw .invalidEndpoint(url: EndpointURL.withoutUser(url.value), origin: url.origin, problem: "it is no http or https URL")
        }
        if let problem = parts.problem {
            throw .invalidEndpoint(url: EndpointURL.withoutUser(url.value), origin: url.origin, problem: problem)
        }
        self.init(url: parts.normalized, isCustom: true, source: url.origin.phrase)
    }
}
