import TextSafety

/// How a project's scans go, in a word for a row, and what that means.
package struct ScanWord: Hashable, Sendable {
    /// What a scan's state means for the operator.
    package enum Meaning: CaseIterable, Hashable, Sendable {
        /// The last scan succeeded, and others follow.
        case ok
        /// A scan is under way or will come.
        case waiting
        /// Scans do not come about, and somebody has to do something about it.
        case failing
        /// Nothing is scanned, because that is how it is set up.
        case off
        /// The service said nothing, or something that this version does not know.
        case unknown
    }

    /// The word, safe for a terminal; empty when the service said nothing. A well-known reason has a short one, any other is the service's
    /// in lower case.
    package let word: String
    /// What it means.
    package let meaning: Meaning

    private init(_ word: String, _ meaning: Meaning) { (self.word, self.meaning) = (word, meaning) }

    /// The word for a `ScanStatus`. A last scan that succeeded is not enough where the service scans no more.
    package init(reason: String?, statusCode: String?) {
        switch (reason, statusCode) {
        case (nil, nil): self = Self("", .unknown)
        case (nil, let code?): self = Self(Self.plain(code), .unknown)
        case ("SUCCESSFUL", "INACTIVE"): self = Self("inactive", .off)
        case (let reason?, _): self = Self.known[reason] ?? Self(Self.plain(reason), .unknown)
        }
    }

    private static func plain(_ text: String) -> String { text.lowercased().replacing("_", with: " ").terminalSafe }

    private static let known: [String: Self] = [
        "SUCCESSFUL": Self("ok", .ok),
        "PENDING_INITIAL_SCAN": Self("pending", .waiting),
        "PENDING_REVIVAL_SCAN": Self("pending", .waiting),
        "SCAN_IN_PROGRESS": Self("scanning", .waiting),
        "ACCESS_DENIED": Self("no access", .failing),
        "ACCESS_DENIED_TO_ENCRYPTION_KEY": Self("no key access", .failing),
        "INTEGRATION_CONNECTION_LOST": Self("disconnected", .failing),
        "INTERNAL_ERROR": Self("error", .failing),
        "UNSUPPORTED_CODE_ARTIFACTS": Self("unsupported", .failing),
        "UNSUPPORTED_CONFIG_FILE": Self("unsupported", .failing),
        "UNSUPPORTED_LANGUAGE": Self("unsupported", .failing),
        "UNSUPPORTED_MEDIA_TYPE": Self("unsupported", .failing),
        "UNSUPPORTED_OS": Self("unsupported", .failing),
        "UNSUPPORTED_RUNTIME": Self("unsupported", .failing),
        "NO_RESOURCES_FOUND": Self("nothing found", .failing),
        "NO_SCAN_CONFIGURATION_ASSOCIATED": Self("unconfigured", .off),
        "EXCLUDED_BY_TAG": Self("excluded", .off),
        "PENDING_DISABLE": Self("disabling", .off),
        "RESOURCE_TERMINATED": Self("terminated", .off),
        "SCAN_ELIGIBILITY_EXPIRED": Self("expired", .off),
        "SCAN_FREQUENCY_MANUAL": Self("manual", .off),
        "SCAN_FREQUENCY_SCAN_ON_PUSH": Self("on push", .off),
    ]
}

extension ScanFacts {
    /// How the scans of the resource go, in a word.
    package func scanWord(of resource: ResourceNumber) -> ScanWord {
        ScanWord(reason: text(.reason, of: resource), statusCode: text(.statusCode, of: resource))
    }

    /// How the last scan of the resource that somebody asked for went, in a word.
    package func onDemandScanWord(of resource: ResourceNumber) -> ScanWord {
        ScanWord(reason: text(.onDemandReason, of: resource), statusCode: text(.onDemandStatusCode, of: resource))
    }
}
