package import FoundationEssentials

/// Where and when a signature counts: `20150830/us-east-1/service/aws4_request`.
package struct CredentialScope: Equatable, Sendable, CustomStringConvertible {
    /// The day in UTC, `20150830`.
    package let day: String
    /// The region that is called.
    package let region: String
    /// The signing name of the service.
    package let service: String

    /// The scope of a signature made at a date.
    package init(date: Date, region: String, service: String) {
        self.init(day: WireDate.day(date), region: region, service: service)
    }

    /// A scope read from elsewhere.
    package init(day: String, region: String, service: String) {
        self.day = day
        self.region = region
        self.service = service
    }

    /// The scope as it stands in the credential and in the string to sign.
    package var description: String { "\(day)/\(region)/\(service)/aws4_request" }
}
