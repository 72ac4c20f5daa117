/// The `statusCode` of one failed association; codes this version does not know stay as they are.
package struct AssociationStatusCode: RawRepresentable, Hashable, Codable, Sendable {
    /// The service's own string.
    package let rawValue: String

    /// The code spelled `rawValue`.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The service failed; trying again may help.
    package static let internalError = Self(rawValue: "INTERNAL_ERROR")
    /// The caller may not change this association.
    package static let accessDenied = Self(rawValue: "ACCESS_DENIED")
    /// The configuration does not exist (any more).
    package static let scanConfigurationNotFound = Self(rawValue: "SCAN_CONFIGURATION_NOT_FOUND")
    /// The service refused the item's values.
    package static let invalidInput = Self(rawValue: "INVALID_INPUT")
    /// The project, or its association, does not exist (any more).
    package static let resourceNotFound = Self(rawValue: "RESOURCE_NOT_FOUND")
    /// A service quota stands in the way.
    package static let quotaExceeded = Self(rawValue: "QUOTA_EXCEEDED")

    /// The six codes of the service model, in its order.
    package static let documented: [Self] = [
        .internalError, .accessDenied, .scanConfigurationNotFound, .invalidInput, .resourceNotFound, .quotaExceeded,
    ]
}
