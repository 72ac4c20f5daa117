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
    /// The runs in progress, by session.
    var runs: [SessionKey: RunControl] = [:]
    var watch: WatchHandle?
    var signInTask: Task<Void, Never>?
    private(set) lazy var signInDialog = PageDialog(mailbox: mailbox)
    private var links: [SessionKey: SessionLink] = [:]
    private lazy var dialog = CodeDialog(mailbox: mailbox)
    /// Asks for codes: of several sessions, one after the other.
    private lazy var prompt: any MFAPrompt = isFleet ? PromptInTurn(dialog) : dialog
    private let isFleet: Bool
    /// By profile, what ends when the first session of it has found its credentials: a code is asked for once then.
    private var turns: [String: Task<Void, Never>] = [:]
    private var previewDelay: Task<Void, Never>?
    private var readingTime: Task<Void, Never>?

    /// How long the cursor has to stay on a row before its details are shown beside the list.
    private static let previewDelayTime: Duration = .milliseconds(300)
    /// How long a confirmation has to be on the screen before an answer that changes something counts.
    private static let readingDuration: Duration = .milliseconds(500)

    init(connector: Connector, mailbox: Mailbox<Event>, isFleet: Bool = false) {
        self.connector = connector
        self.mailbox = mailbox
        self.isFleet = isFleet
    }

    func perform(_ effect: Effect) {
        switch effect {
        case .connect(let generation, let choice, let key): connect(generation, choice, at: key)
        case .delayPreview(let number): delayPreview(number)
        case .awaitReadingTime(let number): awaitReadingTime(number)
        case .loadInventory(let generation, let key): load(generation, at: key)
        case .listAgain(let round, let arns, let key): listAgain(round, arns, at: key)
        case .startRun(let plan, let key): start(plan, at: key)
        case .startRuns(let runs): start(runs)
        case .resumeRun(let runId, let key): resume(runId, at: key)
        case .verifyRun(let runId, let key): verify(runId, at: key)
        case .watchRun(let runId, let key): watch(runId, at: key)
        case .stopWatch: watch?.stop()
        case .stopRun: for run in runs.values { run.stop() }
        case .abortRun: for run in runs.values { run.abort() }
        case .continueRun(let key): runs[key]?.resume()
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
        for link in links.values { link.cancel() }
        watch?.stop()
        cancelSignIn()
        for link in links.values { await link.session?.shutdown() }
        await connector.shutDown()
    }

    /// The session that calls are made in; nil before it is open.
    func session(_ key: SessionKey) -> AWSSession? { links[key]?.session }

    private func link(_ key: SessionKey) -> SessionLink {
        if let link = links[key] { return link }
        let link = SessionLink()
        links[key] = link
        return link
    }

    private func connect(_ generation: Int, _ choice: ConnectionChoice, at key: SessionKey) {
        let link = link(key)
        // A code may be asked for by another session.
        if !isFleet { dialog.answer(nil) }
        link.cancel()
        link.generation = generation
        let turn = turn(of: choice, link)
        link.connection = Task { [mailbox, connector, prompt] in
            do throws(ConnectionError) {
                await link.session?.shutdown()
                link.session = nil
                let opened = try await connector.open(profile: choice.profile, region: choice.region, dialog: prompt)
                guard !Task.isCancelled else { return await opened.shutdown() }
                link.session = opened
                link.isOpen.open()
                await turn?.value
                guard !Task.isCancelled else { return }
                mailbox.post(.connected(generation: generation, SessionIdentity(opened.settings, connector), at: key))
                await identify(opened, generation, at: key)
            } catch {
                link.isOpen.open()
                if let files = try? SharedFiles.load(environment: connector.environment) {
                    mailbox.post(.profilesFound(files.knownProfiles))
                }
                mailbox.post(.connectionFailed(generation: generation, Problem(context: "Connecting", sentence: error.sentence), at: key))
            }
        }
    }

    /// What a session waits for: that the first one of its profile has found credentials, or failed to.
    private func turn(of choice: ConnectionChoice, _ link: SessionLink) -> Task<Void, Never>? {
        guard isFleet else { return nil }
        let profile = choice.profile ?? ""
        if let turn = turns[profile] { return turn }
        turns[profile] = Task {
            await link.isOpen.wait()
            _ = try? await link.session?.gate.credentials()
        }
        return nil
    }

    /// What to do after calls: post what they revealed about the session, such as a wrong clock, another caller, or the account.
    func reporter(of session: AWSSession, at key: SessionKey) -> () async -> Void {
        let connection = links[key]?.generation ?? 0
        return { [mailbox] in
            for sentence in [session.clock.sentence, await session.gate.takeNotice()] {
                if let sentence { mailbox.post(.sessionWarned(generation: connection, sentence: sentence, at: key)) }
            }
            await self.identify(session, connection, loadsCredentials: false, at: key)
        }
    }

    /// Posts whose session it is, if that is known.
    private func identify(_ session: AWSSession, _ generation: Int, loadsCredentials: Bool = true, at key: SessionKey) async {
        guard let account = await session.account(loadsCredentials: loadsCredentials) else { return }
        mailbox.post(.identified(generation: generation, account: account.number, caller: account.caller, at: key))
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

    private func load(_ generation: Int, at key: SessionKey) {
        let link = link(key)
        guard let session = link.session else { return }
        link.listing?.cancel()
        link.secondListing?.cancel()
        let report = reporter(of: session, at: key)
        let cache = isFleet ? nil : ListingCache(environment: connector.environment)
        link.listing = Task { [mailbox] in
            let loader = InventoryLoader(inspector: Inspector(client: session.client(for: .inspector2)))
            var configurations = Inventory()
            await loader.load { event in
                if case .configurations = event { configurations.apply(event) }
                await mailbox.deliver(.inventoryArrived(generation: generation, event, at: key))
            }
            await Self.keep(configurations, cache)
            await report()
        }
    }

    /// Keeps the configurations' names for the shell's completion.
    @DiskActor private static func keep(_ configurations: Inventory, _ cache: ListingCache?) { cache?.write(configurations) }

    private func listAgain(_ round: Int, _ arns: [String], at key: SessionKey) {
        let link = link(key)
        guard let session = link.session else { return }
        link.secondListing?.cancel()
        link.secondListing = Task { [mailbox] in
            let loader = InventoryLoader(inspector: Inspector(client: session.client(for: .inspector2)))
            await loader.load(again: arns) { await mailbox.deliver(.listedAgain(round: round, $0, at: key)) }
        }
    }
}

/// Lets everybody through once it was opened.
@MainActor
private final class Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func open() {
        isOpen = true
        for one in waiting { one.resume() }
        waiting = []
    }

    func wait() async {
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }
}

/// The connection of one session, and the listings under way there.
@MainActor
private final class SessionLink {
    var session: AWSSession?
    var connection: Task<Void, Never>?
    var listing: Task<Void, Never>?
    var secondListing: Task<Void, Never>?
    /// The newest connection.
    var generation = 0
    /// Opens once the session is there, or cannot be opened.
    let isOpen = Gate()

    /// Ends what is under way.
    func cancel() {
        connection?.cancel()
        listing?.cancel()
        secondListing?.cancel()
    }
}

extension SessionIdentity {
    init(_ settings: Settings, _ connector: Connector) {
        let endpoint = try? settings.endpoint(for: .inspector2)
        let custom = endpoint.flatMap { $0.isCustom ? $0.url : nil }
        self.init(
            region: settings.region, profile: settings.profile, endpoint: connector.isDemo ? "demo" : custom,
            profiles: settings.files.knownProfiles)
        namedProfile = settings.namedProfile(connector.environment)
    }
}
