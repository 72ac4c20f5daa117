import AWSClient
import InspectorCore
import Logging
import OperatorUI

/// Carries effects out; the only place of the terminal UI that starts tasks. Results go to the mailbox as events.
@MainActor
final class EffectRunner {
    private let connector: Connector
    private let mailbox: Mailbox<Event>
    private var connection: Task<Void, Never>?
    private var listing: Task<Void, Never>?
    private var session: AWSSession?
    private var run: RunHandle?

    init(connector: Connector, mailbox: Mailbox<Event>) {
        self.connector = connector
        self.mailbox = mailbox
    }

    func perform(_ effect: Effect) {
        switch effect {
        case .connect(let generation): connect(generation)
        case .loadInventory(let generation): load(generation)
        case .startRun(let plan): start(plan)
        case .stopRun: run?.stop()
        case .abandonRun: run?.stopNow()
        case .continueRun: run?.continueAfterPause()
        case .repaint, .suspend, .quit: break
        }
    }

    /// Ends what is under way and closes connections.
    func shutDown() async {
        connection?.cancel()
        listing?.cancel()
        await session?.shutdown()
        await connector.shutDown()
    }

    private func connect(_ generation: Int) {
        connection?.cancel()
        listing?.cancel()
        connection = Task { [mailbox, connector] in
            do throws(ConnectionError) {
                await session?.shutdown()
                let session = try await connector.open()
                self.session = session
                mailbox.post(.connected(generation: generation, SessionIdentity(session.settings)))
                guard let identity = try? await session.callerIdentity() else { return }
                mailbox.post(.identified(generation: generation, account: identity.account, caller: identity.arn))
            } catch {
                mailbox.post(.connectionFailed(generation: generation, Problem(context: "Connecting", sentence: error.sentence)))
            }
        }
    }

    private func load(_ generation: Int) {
        guard let session else { return }
        listing?.cancel()
        listing = Task { [mailbox] in
            let loader = InventoryLoader(inspector: Inspector(client: session.client(for: .inspector2)))
            for await event in loader.events() { mailbox.post(.inventoryArrived(generation: generation, event)) }
        }
    }

    private func start(_ plan: Plan) {
        guard let session else { return }
        Task { [mailbox, connector] in
            do throws(JournalError) {
                let inspector = Inspector(client: session.client(for: .inspector2))
                let handle = try await connector.starter.start(plan, inspector: inspector)
                run = handle
                for await event in handle.events { mailbox.post(.runReported(event)) }
            } catch {
                mailbox.post(.runRefused(Problem(context: "Starting the run", sentence: error.sentence)))
            }
        }
    }
}

extension SessionIdentity {
    init(_ settings: Settings) {
        let endpoint = try? settings.endpoint(for: .inspector2)
        self.init(
            region: settings.region, profile: settings.profile,
            endpoint: endpoint.flatMap { $0.isCustom ? $0.url : nil })
    }
}
