package import InspectorCore

extension AssociationStatusCode {
    /// The six codes of the service model, in its order.
    package static let documented: [Self] = [
        .internalError, .accessDenied, .scanConfigurationNotFound, .invalidInput, .resourceNotFound, .quotaExceeded,
    ]
}
