/// The operations that are simulated.
enum ServiceOperation: String, CaseIterable, Sendable {
    case listConfigurations = "ListCodeSecurityScanConfigurations"
    case listAssociations = "ListCodeSecurityScanConfigurationAssociations"
    case getConfiguration = "GetCodeSecurityScanConfiguration"
    case batchDisassociate = "BatchDisassociateCodeSecurityScanConfiguration"
    case batchAssociate = "BatchAssociateCodeSecurityScanConfiguration"
    case listCoverage = "ListCoverage"
    case getCallerIdentity = "GetCallerIdentity"
    case assumeRole = "AssumeRole"

    /// The path of the request line.
    var path: String {
        switch self {
        case .listConfigurations: "/codesecurity/scan-configuration/list"
        case .listAssociations: "/codesecurity/scan-configuration/associations/list"
        case .getConfiguration: "/codesecurity/scan-configuration/get"
        case .batchDisassociate: "/codesecurity/scan-configuration/batch/disassociate"
        case .batchAssociate: "/codesecurity/scan-configuration/batch/associate"
        case .listCoverage: "/coverage/list"
        case .getCallerIdentity, .assumeRole: "/"
        }
    }

    /// The service that signatures have to name.
    var signingName: String { isTokenService ? "sts" : "inspector2" }

    /// Whether the operation is one of STS, in the query protocol.
    var isTokenService: Bool { path == "/" }

    /// Whether the operation changes associations.
    var isBatch: Bool { self == .batchDisassociate || self == .batchAssociate }

    /// Whether the operation answers pages of a listing.
    var isListing: Bool { self == .listConfigurations || self == .listAssociations || self == .listCoverage }

    /// With which others it is held.
    var kind: CallKind? {
        if isBatch { return .changes }
        return isListing ? .listings : nil
    }

    /// The operation a request is for, if any.
    static func of(_ request: ReceivedRequest) -> Self? {
        guard request.method == "POST" else { return nil }
        if request.path == assumeRole.path, request.formField("Action") == assumeRole.rawValue { return .assumeRole }
        return allCases.first { $0.path == request.path }
    }
}
