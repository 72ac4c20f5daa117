/// An error as the service reports it, before it becomes bytes.
struct ServiceFault: Error, Equatable, Sendable {
    /// The HTTP status.
    let status: Int
    /// The exception's name.
    let code: String
    /// The message for people.
    let message: String
    /// `reason` of a `ValidationException`.
    var reason: String?
    /// `fields` of a `ValidationException`.
    var fields: [Field] = []
    /// `resourceId` of a `ConflictException`.
    var resourceId: String?
    /// What the header `Retry-After` says.
    var retryAfter: String?

    /// One field that failed validation.
    struct Field: Equatable, Sendable {
        /// The member's path in the request.
        let name: String
        /// What is wrong with it.
        let message: String
    }
}

extension ServiceFault {
    /// `ValidationException`, 400.
    static func validation(_ message: String, reason: String = "FIELD_VALIDATION_FAILED", field: String? = nil) -> Self {
        Self(
            status: 400, code: "ValidationException", message: message, reason: reason,
            fields: field.map { [Field(name: $0, message: message)] } ?? [])
    }

    /// `ResourceNotFoundException`, 404.
    static func notFound(_ message: String) -> Self {
        Self(status: 404, code: "ResourceNotFoundException", message: message)
    }

    /// `ConflictException`, 409.
    static func conflict(_ message: String, resourceId: String) -> Self {
        Self(status: 409, code: "ConflictException", message: message, resourceId: resourceId)
    }

    /// `AccessDeniedException`, 403, for an operation as IAM words it.
    static func accessDenied(operation: String, principal: String) -> Self {
        Self(
            status: 403, code: "AccessDeniedException",
            message: "User: \(principal) is not authorized to perform: inspector2:\(operation) on resource: *"
                + " because no identity-based policy allows the inspector2:\(operation) action")
    }

    /// `AccessDeniedException`, 403, in a region where the account has not enabled Inspector.
    static let notEnabled = Self(status: 403, code: "AccessDeniedException", message: "Invoking account is not enabled.")

    /// `AccessDeniedException`, 403, for an account that is suspended.
    static func suspended(_ account: String) -> Self {
        Self(status: 403, code: "AccessDeniedException", message: "Account \(account) is suspended.")
    }

    /// `ThrottlingException`, 429.
    static func throttling(retryAfter: String?) -> Self {
        Self(status: 429, code: "ThrottlingException", message: "Rate exceeded", retryAfter: retryAfter)
    }

    /// `InternalServerException`, 500.
    static func internalServer(retryAfter: String?) -> Self {
        Self(
            status: 500, code: "InternalServerException", message: "The request failed because of an internal error.",
            retryAfter: retryAfter)
    }

    /// `ExpiredTokenException`, 403.
    static let expiredToken = Self(
        status: 403, code: "ExpiredTokenException", message: "The security token included in the request is expired")

    /// A refusal that has to do with credentials or the signature, 403.
    static func refused(_ code: String, _ message: String) -> Self {
        Self(status: 403, code: code, message: message)
    }

    /// `UnknownOperationException`, 404.
    static let unknownOperation = Self(status: 404, code: "UnknownOperationException", message: "There is no such operation.")
}

extension ServiceFault {
    /// A member that must be there is not.
    static func missing(_ field: String) -> Self {
        .constraint("null", field: field, "Member must not be null")
    }

    /// A value breaks a constraint of the service model, worded as AWS words it.
    static func constraint(_ value: String, field: String, _ constraint: String) -> Self {
        .validation(
            "1 validation error detected: Value '\(value)' at '\(field)' failed to satisfy constraint: \(constraint)", field: field)
    }
}
