import AWSClient
import InspectorCore
import OperatorUI
import Runtime
import TextSafety

/// Carries out effects, and posts what comes of them to the mailbox as events.
@MainActor
final class EffectRunner {
    let connector: Connector
    let mailbox: Mailbox<Event>
    var run: RunControl?
    var watch: WatchHandle?
    var signInTask: Task<Void, Never>?
    private(set) lazy var signInDialog = PageDialog(mailbox: mailbox)
    private(set) var session: AWSSession?
    private lazy var dialog = CodeDialog(mailbox: mailbox)
    private var connection: Task<Void, Never>?
    /// The newest connection, and the newest connection or listing.
    private var (connectionGeneration, generation) = (0, 0)
    private var listing: Task<Void, Never>?
    private var secondListing: Task<Void, Never>?
    private var previewDelay: Task<Void, Never>?
    private var readingTime: Task<Void, Never>?

    /// How long the cursor has to stay on a row before its details are shown beside the list.
    private static let previewDelayTime: Duration = .milliseconds(300)
    /// How long a confirmation has to be on the screen before an answer that changes something counts.
    private static let readingDuration: Duration = .milliseconds(500)

    init(connector: Connector, mailbox: Mailbox<Event>) {
        self.connector = connector
        self.mailbox = mailbox
    }

    func perform(_ effect: Effect) {
        switch effect {
        case .connect(let generation, let choice): connect(generation, choice)
        case .delayPreview(let number): delayPreview(number)
        case .awaitReadingTime(let number): awaitReadingTime(number)
        case .loadInventory(let generation): load(generation)
        case .listAgain(let round, let arns): listAgain(round, arns)
        case .startRun(let plan): start(plan)
        case .resumeRun(let runId): resume(runId)
        case .verifyRun(let runId): verify(runId)
        case .watchRun(let runId): watch(runId)
        case .stopWatch: watch?.stop()
        case .stopRun: run?.stop()
        case .abortRun: run?.abort()
        case .continueRun: run?.resume()
        case .listRuns: listRuns()
        case .findInterruptedRuns: findInterruptedRuns()
        case .findMarks(let account, let region): findMarks(account, region)
        case .readMarks(let number, let path): readMarks(number, path)
        case .findFiles(let text): findFiles(text)
        case .keepMarks(let kept): MarkFile(environment: connector.environment)?.write(kept)
        case .openRun(let runId, let purpose): openRun(runId, purpose)
        case .export(let export): write(export)
        case .answerCode(let code): dialog.answer(code)
        case .signIn(let choice): signIn(choice)
        case .answerSignIn(let code): signInDialog.answer(code)
        case .cancelSignIn: cancelSignIn()
        case .repaint, .suspend, .copy, .quit, .showConfirmation, .editText: break
        }
    }

    /// Cancels what is under way and closes all connections.
    func shutDown() async {
        dialog.answer(nil)
        connection?.cancel()
        listing?.cancel()
        secondListing?.cancel()
        watch?.stop()
        cancelSignIn()
        await session?.shutdown()
        await connector.shutDown()
    }

    private func connect(_ generation: Int, _ choice: ConnectionChoice) {
        dialog.answer(nil)
        connection?.cancel()
        listing?.cancel()
        secondListing?.cancel()
        (connectionGeneration, self.generation) = (generation, generation)
        connection = Task { [mailbox, connector, dialog] in
            do throws(ConnectionError) {
                await session?.shutdown()
                session = nil
                let opened = try await connector.open(profile: choice.profile, region: choice.region, dialog: dialog)
                guard !Task.isCancelled else { return await opened.shutdown() }
                session = opened
                mailbox.post(.connected(generation: generation, SessionIdentity(opened.settings, isDemo: connector.isDemo)))
                await identify(opened, generation)
            } catch {
                if let files = try? SharedFiles.load(environment: connector.environment) {
                    mailbox.post(.profilesFound(files.knownProfiles))
                }
                mailbox.post(.connectionFailed(generation: generation, Problem(context: "Connecting", sentence: error.sentence)))
            }
        }
    }

    /// What to do after calls: post what they revealed about the session, such as a wrong clock, another caller, or the account.
    func reporter(of session: AWSSession) -> () async -> Void {
        let connection = connectionGeneration
        return { [mailbox] in
            for sentence in [session.clock.sentence, await session.gate.takeNotice()] {
                if let sentence { mailbox.post(.sessionWarned(generation: connection, sentence: sentence)) }
            }
            await self.identify(session, connection, loadsCredentials: false)
        }
    }

    /// Posts whose session it is, if that is known.
    private func identify(_ session: AWSSession, _ generation: Int, loadsCredentials: Bool = true) async {
        guard let account = await session.account(loadsCredentials: loadsCredentials) else { return }
        mailbox.post(.identified(generation: generation, account: account.number, caller: account.caller))
    }

    private func delayPreview(_ number: Int) {
        previewDelay?.cancel()
        previewDelay = Task { [mailbox] in
            guard (try? await EventLoopClock().sleep(for: Self.previewDelayTime)) != nil else { return }
            mailbox.post(.previewDelayPassed(number: number))
        }
    }

    private func awaitReadingTime(_ number: Int) {
        readingTime?.cancel()
        readingTime = Task { [mailbox] in
            guard (try? await EventLoopClock().sleep(for: Self.readingDuration)) != nil else { return }
            mailbox.post(.readingTimePassed(number: number))
        }
    }

    private func load(_ generation: Int) {
        guard let session else { return }
        listing?.cancel()
        secondListing?.cancel()
        self.generation = generation
        let report = reporter(of: session)
        let cache = ListingCache(environment: connector.environment)
        listing = Task { [mailbox] in
            let loader = InventoryLoader(inspector: Inspector(client: session.client(for: .inspector2)))
            var configurations = Inventory()
            await loader.load { event in
                if case .configurations = event { configurations.apply(event) }
                await mailbox.deliver(.inventoryArrived(generation: generation, event))
            }
            await Self.keep(configurations, cache)
            await report()
        }
    }

    /// Keeps the configurations' names for the shell's completion.
    @DiskActor private static func keep(_ configurations: Inventory, _ cache: ListingCache?) { cache?.write(configurations) }

    private func listAgain(_ round: Int, _ arns: [String]) {
        guard let session else { return }
        secondListing?.cancel()
        secondListing = Task { [mailbox] in
            let loader = InventoryLoader(inspector: Inspector(client: session.client(for: .inspector2)))
            await loader.load(again: arns) { await mailbox.deliver(.listedAgain(round: round, $0)) }
        }
    }
}

extension SessionIdentity {
    init(_ settings: Settings, isDemo: Bool) {
        let endpoint = try? settings.endpoint(for: .inspector2)
        let custom = endpoint.flatMap { $0.isCustom ? $0.url : nil }
        self.init(
            region: settings.region, profile: settings.profile, endpoint: isDemo ? "demo" : custom, profiles: settings.files.knownProfiles)
    }
}
