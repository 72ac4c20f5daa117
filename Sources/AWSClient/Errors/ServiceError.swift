/// An error that the service itself reported.
package struct ServiceError: Error, Equatable, Sendable {
    /// One field that a `ValidationException` complains about.
    package struct Field: Equatable, Sendable {
        /// The field's name.
        package let name: String
        /// What is wrong with it.
        package let message: String

        /// One complaint.
        package init(name: String, message: String) {
            self.name = name
            self.message = message
        }
    }

    /// The status code.
    package let status: Int
    /// The exception's name, `AccessDeniedException`.
    package let code: String
    /// The service's words.
    package let message: String?
    /// The service's id of the request.
    package let requestId: String?
    /// Seconds from `Retry-After`, when it is a whole number.
    package let retryAfter: Int?
    /// The `reason` of a `ValidationException`.
    package let reason: String?
    /// The `fields` of a `ValidationException`.
    package let fields: [Field]
    /// The `resourceId` of a `ConflictException`.
    package let resourceId: String?
    /// The `resourceType` of a `ConflictException`.
    package let resourceType: String?
    /// The service's clock, from the `Date` header, in seconds since 1970.
    package let serverTime: Double?

    /// One error.
    package init(
        status: Int, code: String, message: String? = nil, requestId: String? = nil, retryAfter: Int? = nil, reason: String? = nil,
        fields: [Field] = [], resourceId: String? = nil, resourceType: String? = nil, serverTime: Double? = nil
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.requestId = requestId
        self.retryAfter = retryAfter
        self.reason = reason
        self.fields = fields
        self.resourceId = resourceId
        self.resourceType = resourceType
        self.serverTime = serverTime
    }
}
