extension ListingBody {
    /// What is answered in place of a page of `operation`.
    func body(of operation: ServiceOperation) -> [UInt8] {
        let text =
            switch self {
            case .noMembers: "{}"
            case .nullList: #"{"\#(Self.list(of: operation))":null,"nextToken":null}"#
            case .otherOperation: #"{"successfulAssociations":[],"failedAssociations":[]}"#
            }
        return Array(text.utf8)
    }

    private static func list(of operation: ServiceOperation) -> String {
        switch operation {
        case .listConfigurations: "configurations"
        case .listAssociations: "associations"
        case .listCoverage: "coveredResources"
        case .getConfiguration, .batchDisassociate, .batchAssociate, .getCallerIdentity, .assumeRole: ""
        }
    }
}
