/// What the command line says; each nil leaves the choice to the environment and the shared files.
package struct ClientOptions: Equatable, Sendable {
    /// `--profile`.
    package var profile: String?
    /// `--region`.
    package var region: String?
    /// `--endpoint-url`.
    package var endpointURL: String?
    /// `--ca-bundle`, a path.
    package var caBundle: String?
    /// `--cli-connect-timeout` in seconds; 0 is no limit.
    package var connectTimeout: Int?
    /// `--cli-read-timeout` in seconds of silence; 0 is no limit.
    package var readTimeout: Int?

    /// Options; what is not given is nil.
    package init(
        profile: String? = nil, region: String? = nil, endpointURL: String? = nil, caBundle: String? = nil, connectTimeout: Int? = nil,
        readTimeout: Int? = nil
    ) {
        self.profile = profile
        self.region = region
        self.endpointURL = endpointURL
        self.caBundle = caBundle
        self.connectTimeout = connectTimeout
        self.readTimeout = readTimeout
    }
}
