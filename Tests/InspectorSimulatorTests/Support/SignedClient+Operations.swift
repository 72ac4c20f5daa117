import Foundation
import InspectorCore

@testable import InspectorSimulator

extension SignedClient {
    func listConfigurations(maxResults: Int? = nil, token: String? = nil) async throws -> Reply {
        try await send(path: ServiceOperation.listConfigurations.path, query: Self.page(maxResults, token))
    }

    func listAssociations(_ arn: String, maxResults: Int? = nil, token: String? = nil) async throws -> Reply {
        try await send(
            path: ServiceOperation.listAssociations.path, query: Self.page(maxResults, token),
            body: try Self.json(ListCodeSecurityScanConfigurationAssociationsRequest(scanConfigurationArn: arn)))
    }

    func disassociate(_ items: [Association]) async throws -> Reply {
        let body = BatchDisassociateCodeSecurityScanConfigurationRequest(disassociateConfigurationRequests: items)
        return try await send(path: ServiceOperation.batchDisassociate.path, body: try Self.json(body))
    }

    func associate(_ items: [Association]) async throws -> Reply {
        let body = BatchAssociateCodeSecurityScanConfigurationRequest(associateConfigurationRequests: items)
        return try await send(path: ServiceOperation.batchAssociate.path, body: try Self.json(body))
    }

    func listCoverage(_ request: ListCoverageRequest) async throws -> Reply {
        try await send(path: ServiceOperation.listCoverage.path, body: try Self.json(request))
    }

    func callerIdentity() async throws -> Reply {
        try await send(
            path: "/", body: "Action=GetCallerIdentity&Version=2011-06-15", service: "sts",
            contentType: "application/x-www-form-urlencoded; charset=utf-8")
    }

    /// One page of a configuration's associations: the ids and the token.
    func page(_ arn: String, maxResults: Int, token: String? = nil) async throws -> (ids: [String], token: String?) {
        let page = try await listAssociations(arn, maxResults: maxResults, token: token)
            .decoded(ListCodeSecurityScanConfigurationAssociationsResponse.self)
        return (page.associations?.compactMap(\.resource?.projectId) ?? [], page.nextToken)
    }

    /// Follows the tokens of a listing to its end.
    func allProjectIds(_ arn: String, maxResults: Int) async throws -> (ids: [String], pages: Int) {
        var (ids, pages, token): ([String], Int, String?) = ([], 0, nil)
        repeat {
            let page = try await page(arn, maxResults: maxResults, token: token)
            ids += page.ids
            token = page.token
            pages += 1
        } while token != nil
        return (ids, pages)
    }

    static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    private static func page(_ maxResults: Int?, _ token: String?) -> [(String, String)] {
        (maxResults.map { [("maxResults", "\($0)")] } ?? []) + (token.map { [("nextToken", $0)] } ?? [])
    }
}
