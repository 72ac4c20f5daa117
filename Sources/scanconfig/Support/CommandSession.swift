import AWSClient
import InspectorCore

/// What the commands share: a session with the service, and a listing with progress.
struct CommandSession: Sendable {
    let aws: AWSSession
    private let identity: Task<CallerIdentity?, Never>

    /// Opens a session, runs `body`, and closes the session whatever happens.
    static func with(_ shared: SharedOptions, _ body: (CommandSession) async throws -> Void) async throws {
        let connector = Connector(shared: shared, environment: .current())
        let aws: AWSSession
        do {
            aws = try await connector.open()
        } catch .settings(let error) {
            throw CommandFailure(error)
        } catch {
            throw CommandFailure(.other, error.sentence)
        }
        let session = CommandSession(aws: aws, identity: Task { try? await aws.callerIdentity() })
        do {
            try await body(session)
        } catch {
            await aws.shutdown()
            throw error
        }
        await aws.shutdown()
    }

    var region: String { aws.settings.region }

    var inspector: Inspector { Inspector(client: aws.client(for: .inspector2)) }

    /// The account: STS knows it, else the configurations' ARNs tell.
    func account(_ inventory: Inventory) async -> String? {
        await identity.value?.account ?? inventory.account
    }

    /// The caller's ARN, when STS could be asked.
    func caller() async -> String? {
        await identity.value?.arn
    }

    /// Lists the account to the last page; with `names`, the associations of those configurations only.
    func inventory(of names: [String] = []) async throws(CommandFailure) -> Inventory {
        var inventory = Inventory()
        var progress = ListingProgress()
        let wanted = Set(names)
        let loader = InventoryLoader(inspector: inspector)
        let events = loader.events { wanted.isEmpty || wanted.contains($0.name) || wanted.contains($0.scanConfigurationArn) }
        for await event in events {
            inventory.apply(event)
            progress.show(inventory)
            switch event {
            case .failed(let error), .associationsFailed(_, let error):
                progress.end()
                throw CommandFailure(error)
            case .namesFailed(let error):
                progress.end()
                StandardError.write("scanconfig: projects are shown by id. \(error.sentence)\n")
            case .configurations, .associations, .names, .finished: break
            }
        }
        progress.end()
        return inventory
    }
}

extension Inventory {
    /// The configurations the operator named, in that order; all of them when none was named.
    func resolve(_ names: [String]) throws(CommandFailure) -> [ConfigurationNumber] {
        if names.isEmpty { return listed }
        var numbers: [ConfigurationNumber] = []
        for name in names {
            let found = configurations(named: name)
            guard let number = found.first else { throw CommandFailure(.usage, unknownConfiguration(name)) }
            guard found.count == 1 else {
                throw CommandFailure(.usage, "\(found.count) configurations are named '\(name)': give the ARN instead.")
            }
            if !numbers.contains(number) { numbers.append(number) }
        }
        return numbers
    }

    private func unknownConfiguration(_ name: String) -> String {
        let known = listed.prefix(10).map { entries[Int($0)].configuration.name }.joined(separator: ", ")
        let more = listed.count > 10 ? ", …" : ""
        return "no configuration is named '\(name)'. "
            + (listed.isEmpty ? "This account has none in this region." : "There are: \(known)\(more).")
    }
}
