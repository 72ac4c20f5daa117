import AWSClient
import InspectorCore
import JSON
import Logging

/// Answers listings from memory, at once, so that only the client's own work is measured.
struct PageTransport: HTTPTransport {
    private let configurations: [TransportResponse]
    private let coverage: [TransportResponse]
    private var associations: [[UInt8]: [TransportResponse]] = [:]

    /// Prepares every page of the account.
    init(_ account: MadeAccount) {
        configurations = Self.pages((0..<account.count).map(account.configuration), 100, "configurations", Self.json)
        coverage = Self.pages(Array(0..<account.distinct), 200, "coveredResources") { Self.covered(account.details($0)) }
        for number in 0..<account.count {
            let request = JSONValue.object(["scanConfigurationArn": .string(account.configuration(number).scanConfigurationArn)])
            associations[request.json] = Self.pages(account.projectIds(of: number), 100, "associations") {
                #"{"resource":{"projectId":"\#($0)"}}"#
            }
        }
    }

    /// Returns the page whose number is the token in the query or the body.
    func send(_ request: TransportRequest, deadline: Duration) async throws(TransportError) -> TransportResponse {
        let body = request.body ?? []
        if request.url.contains("/coverage/") {
            return coverage[JSONValue(bytes: body)?["nextToken"]?.string.flatMap { Int($0) } ?? 0]
        }
        let page = request.url.firstRange(of: "nextToken=").flatMap { Int(request.url[$0.upperBound...]) } ?? 0
        return (associations[body] ?? configurations)[page]
    }

    /// The service behind this transport, with signed requests.
    var inspector: Inspector {
        get throws {
            let variables = ["AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": "http://127.0.0.1:1"]
            let settings = try Settings.load(options: ClientOptions(), environment: Environment(variables: variables))
            let credentials = StaticCredentialProvider(
                Credentials(accessKeyId: "AKIDMADEUP", secretAccessKey: "made-up", source: "the benchmark"))
            return Inspector(
                client: ServiceClient(
                    service: .inspector2, settings: settings, credentials: credentials, transport: self,
                    logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }))
        }
    }
}

extension PageTransport {
    private static func pages<Entry>(_ all: [Entry], _ size: Int, _ member: String, _ text: (Entry) -> String) -> [TransportResponse] {
        let starts = all.isEmpty ? [0] : Array(stride(from: 0, to: all.count, by: size))
        return starts.enumerated().map { number, start in
            let entries = all[start..<min(all.count, start + size)].map(text).joined(separator: ",")
            let token = number + 1 < starts.count ? #","nextToken":"\#(number + 1)""# : ""
            return TransportResponse(status: 200, body: Array(#"{"\#(member)":[\#(entries)]\#(token)}"#.utf8))
        }
    }

    private static func json(_ configuration: ScanConfiguration) -> String {
        String(decoding: configuration.json, as: UTF8.self)
    }

    private static func covered(_ project: ProjectDetails) -> String {
        let (integration, date) = (MadeAccount.integration, project.lastScan.seconds ?? 0)
        let (name, provider) = (project.projectName ?? "", project.words[.provider] ?? "")
        return #"{"resourceId":"\#(integration)/\#(project.projectId)","resourceType":"CODE_REPOSITORY","accountId":"123456789012","#
            + #""scanType":"CODE","scanStatus":{"statusCode":"ACTIVE","reason":"SUCCESSFUL"},"lastScannedAt":\#(date).125,"#
            + #""resourceMetadata":{"codeRepository":{"projectName":"\#(name)","providerType":"\#(provider)","#
            + #""providerTypeVisibility":"PRIVATE","integrationArn":"\#(integration)","#
            + #""lastScannedCommitId":"\#(project.lastCommit ?? "")"}}}"#
    }
}

/// A service in memory that carries out every call at once, so that only the run's own work is measured.
struct InstantService: RunService {
    /// Every item succeeds.
    func send(_ change: AssociationChange, _ items: [Association], call: RunCall) async -> CallAnswer {
        let successes = items.map { SuccessfulAssociation(scanConfigurationArn: $0.scanConfigurationArn, resource: $0.resource) }
        return .response(BatchAssociationResponse(successfulAssociations: successes, failedAssociations: []))
    }

    /// Nothing is associated any more.
    func list(_ scanConfigurationArns: [String], _ receive: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        for arn in scanConfigurationArns { receive(arn, .associations([])) }
    }
}

/// Keeps a run's record in memory, where nothing waits for a disk.
actor RecordInMemory: RunRecorder {
    nonisolated let runId: String
    nonisolated var path: String? { nil }
    private var entries: [JournalEntry] = []

    init(runId: String) { self.runId = runId }

    func record(_ entry: JournalEntry) { entries.append(entry) }

    func close() {}
}
