/// The operations that are simulated.
enum ServiceOperation: String, CaseIterable, Sendable {
    case listConfigurations = "ListCodeSecurityScanConfigurations"
    case listAssociations = "ListCodeSecurityScanConfigurationAssociations"
    case getConfiguration = "GetCodeSecurityScanConfiguration"
    case batchDisassociate = "BatchDisassociateCodeSecurityScanConfiguration"
    case batchAssociate = "BatchAssociateCodeSecurityScanConfiguration"
    case listCoverage = "ListCoverage"
    case getCallerIdentity = "GetCallerIdentity"

    /// The path of the request line.
    var path: String {
        switch self {
        case .listConfigurations: "/codesecurity/scan-configuration/list"
        case .listAssociations: "/codesecurity/scan-configuration/associations/list"
        case .getConfiguration: "/codesecurity/scan-configuration/get"
        case .batchDisassociate: "/codesecurity/scan-configuration/batch/disassociate"
        case .batchAssociate: "/codesecurity/scan-configuration/batch/associate"
        case .listCoverage: "/coverage/list"
        case .getCallerIdentity: "/"
        }
    }

    /// The service that signatures have to name.
    var signingName: String { self == .getCallerIdentity ? "sts" : "inspector2" }

    /// The operation a request is for, if any.
    static func of(_ request: ReceivedRequest) -> Self? {
        guard request.method == "POST" else { return nil }
        return allCases.first { $0.path == request.path }
    }
}
