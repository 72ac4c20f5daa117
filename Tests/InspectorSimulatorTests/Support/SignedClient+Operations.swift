import Foundation
import InspectorCore
import JSON

@testable import InspectorSimulator

extension SignedClient {
    func listConfigurations(maxResults: Int? = nil, token: String? = nil) async throws -> Reply {
        try await send(path: ServiceOperation.listConfigurations.path, query: Self.page(maxResults, token))
    }

    func listAssociations(_ arn: String, maxResults: Int? = nil, token: String? = nil) async throws -> Reply {
        try await send(
            path: ServiceOperation.listAssociations.path, query: Self.page(maxResults, token),
            body: #"{"scanConfigurationArn":"\#(arn)"}"#)
    }

    func disassociate(_ items: [Association]) async throws -> Reply {
        try await send(path: ServiceOperation.batchDisassociate.path, body: Self.batch("disassociateConfigurationRequests", items))
    }

    func associate(_ items: [Association]) async throws -> Reply {
        try await send(path: ServiceOperation.batchAssociate.path, body: Self.batch("associateConfigurationRequests", items))
    }

    /// A page of the coverage of code repositories.
    func listCoverage(token: String? = nil) async throws -> Reply {
        let filter = #"{"resourceType":[{"comparison":"EQUALS","value":"CODE_REPOSITORY"}]}"#
        let more = token.map { #","nextToken":\#(Self.json(JSONValue.string($0)))"# } ?? ""
        return try await send(
            path: ServiceOperation.listCoverage.path, body: #"{"filterCriteria":\#(filter),"maxResults":200\#(more)}"#)
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

    static func json(_ value: some JSONWritable) -> String { String(decoding: value.json, as: UTF8.self) }

    /// The body of a batch call.
    static func batch(_ list: String, _ items: [Association]) -> String { #"{"\#(list)":\#(json(items))}"# }

    private static func page(_ maxResults: Int?, _ token: String?) -> [(String, String)] {
        (maxResults.map { [("maxResults", "\($0)")] } ?? []) + (token.map { [("nextToken", $0)] } ?? [])
    }
}
