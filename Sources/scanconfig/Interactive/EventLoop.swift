import AWSClient
import Curses
import Glibc
import InspectorCore
import OperatorUI
import Runtime
import Terminal

/// The loop that owns the app and the terminal: it handles all events that wait, then draws once. Events of the system and of the service
/// overtake keys, however many of those wait.
@MainActor
final class EventLoop {
    private(set) var app: App
    private let terminal: CursesSession
    /// Who tells what has changed to somebody who hears the program; nobody where frames are drawn.
    private let narrator: Narrator?
    /// What effects are carried out with; made after the first frame, as is the mailbox.
    private(set) lazy var runner = makeRunner(mailbox)
    private lazy var mailbox = Mailbox<Event>()
    private let makeRunner: @MainActor (Mailbox<Event>) -> EffectRunner
    private let clock = EventLoopClock()
    private var lastDraw: ContinuousClock.Instant
    private var isDrawScheduled = false
    private var isLeaving = false
    private var isTerminalGone = false
    /// The signal that made the program leave; `nil` when the operator did.
    private(set) var endingSignal: Int32?
    /// SIGTERM or SIGQUIT, once one of them came.
    private var termination = SIGTERM
    /// How many keys have come, including those that were thrown away.
    private var keyCount = 0
    /// How many keys and pastes there were.
    private var turn = 0
    /// The confirmation whose frame is to be written next, and whether what was typed before still counts.
    private var unshown: (number: Int, keepsInput: Bool)?
    /// The operator's editor at work.
    private var editing: Task<Void, Never>?
    /// The confirmation that waits for the terminal's answer, and the number of the status query.
    private var asked: (confirmation: Int, query: Int)?

    /// The shortest time between frames that no key asked for.
    private static let backgroundFrameInterval: Duration = .milliseconds(250)
    /// How long keys are handled before a frame is drawn and other events have their turn.
    private static let turn: Duration = .milliseconds(25)

    init(
        app: App, terminal: CursesSession, narrator: Narrator?, runner makeRunner: @escaping @MainActor (Mailbox<Event>) -> EffectRunner
    ) {
        self.app = app
        self.terminal = terminal
        self.narrator = narrator
        self.makeRunner = makeRunner
        lastDraw = clock.now
    }

    /// Draws the first frame; what was typed before it is dropped.
    func drawFirst() {
        draw()
        keyCount += terminal.discardInput()
    }

    /// Runs until the operator has left and no run is under way any more.
    func run() async {
        let forwarding = Task { [mailbox, events = terminal.events] in
            for await event in events {
                if case .terminate(let signal) = event { termination = signal }
                if let event = Event(event) { mailbox.post(event) } else { mailbox.ring() }
            }
        }
        perform(app.begin())
        while !isOver, let events = await mailbox.next() {
            for event in events.filter(\.isUrgent) + events.filter({ !$0.isUrgent }) { handlePosted(event) }
            let hasInput = takeInput()
            if hasInput || events.contains(where: \.comesFromOperator) { draw() } else { drawWhenDue() }
            if terminal.hasInput {
                mailbox.ring()
                await Task.yield()
            }
        }
        forwarding.cancel()
        editing?.cancel()
        await editing?.value
    }

    /// Has the operator's editor edit a text; the terminal is the editor's meanwhile.
    private func edit(_ text: String) {
        guard editing == nil, terminal.lend() else { return }
        let editor = Editor(environment: runner.connector.environment)
        editing = Task {
            let event = await editor.edit(text)
            terminal.takeBack()
            editing = nil
            mailbox.post(event)
        }
    }

    private var isOver: Bool { isLeaving && app.isIdle }

    /// Handles input for one turn; true if there was any.
    private func takeInput() -> Bool {
        terminal.noticeHangUp()
        let end = clock.now + Self.turn
        var hasInput = false
        while !isOver, clock.now < end, let input = terminal.nextInput() {
            tellAll()
            take(input)
            tellAll()
            hasInput = true
        }
        return hasInput
    }

    /// Where the program is heard, nothing is left out: what happened before a key is told before it, and what each of several keys did.
    private func tellAll() {
        if narrator != nil { draw() }
    }

    private func take(_ input: SessionInput) {
        switch input {
        case .key(let key): handle(.keyPressed(key))
        case .keyInBurst(let key): handle(.keyInBurst(key))
        case .paste(let text): handle(.pasted(text))
        case .brokenPaste: handle(.pasteBroken)
        case .statusReport: noteAnswer()
        }
    }

    /// Handles an event from the mailbox, and notes the signal that made the program leave.
    private func handlePosted(_ event: Event) {
        let wasLeaving = isLeaving
        handle(event)
        guard isLeaving, !wasLeaving else { return }
        if event == .hungUp { endingSignal = SIGHUP }
        if event == .terminated { endingSignal = termination }
        if event == .keyPressed(.control("c")) { endingSignal = SIGINT }
    }

    private func handle(_ event: Event) {
        if event == .hungUp { isTerminalGone = true }
        if event.isKey { keyCount += 1 }
        if event.isInput { turn += 1 }
        app.setTime(Int64(time(nil)))
        perform(app.update(event))
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .quit: isLeaving = true
            case .repaint:
                terminal.repaint()
                narrator?.forget()
            case .suspend: terminal.suspend()
            case .copy(let text): terminal.copy(text)
            case .showConfirmation(let number, let keepsInput): unshown = (number, keepsInput)
            case .editText(let text): edit(text)
            case .connect, .delayPreview, .awaitReadingTime, .loadInventory, .listAgain, .startRun, .startRuns, .resumeRun, .verifyRun,
                .watchRun,
                .stopWatch, .stopRun,
                .abortRun,
                .continueRun, .listRuns, .findInterruptedRuns, .findMarks, .readMarks, .findFiles, .keepMarks, .openRun, .export,
                .answerCode, .signIn, .answerSignIn, .cancelSignIn:
                runner.perform(effect)
            }
        }
    }

    private func draw() {
        guard !isTerminalGone, !isOver else { return }
        app.recomputeLists()
        show(note: "after \(keyCount) keys" + (app.isArming ? ", arming" : ""))
        lastDraw = clock.now
        if let (number, keepsInput) = unshown {
            unshown = nil
            arm(number, keepsInput: keepsInput)
        }
    }

    private func show(note: String) {
        if let narrator {
            narrator.tell(app, turn: turn, note: note)
            app.noteHeard()
        } else {
            app.noteSeen()
            terminal.draw(app.view(), note: note)
        }
    }

    private func drawWhenDue() {
        let due = lastDraw + Self.backgroundFrameInterval
        if clock.now >= due { return draw() }
        guard !isDrawScheduled else { return }
        isDrawScheduled = true
        Task {
            try? await clock.sleep(until: due)
            isDrawScheduled = false
            mailbox.ring()
        }
    }
}

extension EventLoop {
    /// Call this once the frame with a confirmation is written: throws away what was typed before, unless that is to be kept, and asks the
    /// terminal to report when it has drawn the frame.
    private func arm(_ number: Int, keepsInput: Bool) {
        if !keepsInput { keyCount += terminal.discardInput() }
        mailbox.post(.confirmationShown(number: number))
        guard let query = terminal.askStatus() else { return mailbox.post(.confirmationDrawn(number: number)) }
        asked = (number, query.number)
        guard let deadline = query.deadline else { return }
        Task {
            try? await clock.sleep(until: deadline)
            if !terminal.answersStatus { mailbox.post(.confirmationDrawn(number: number)) }
        }
    }

    private func noteAnswer() {
        guard let asked, terminal.answeredStatus >= asked.query else { return }
        self.asked = nil
        handle(.confirmationDrawn(number: asked.confirmation))
    }
}

extension Event {
    /// The event for a report of the terminal; `nil` for input, which is taken from the session.
    init?(_ event: TerminalEvent) {
        switch event {
        case .inputWaits: return nil
        case .interrupt: self = .keyPressed(.control("c"))
        case .suspend: self = .keyPressed(.control("z"))
        case .resized(let size): self = .resized(size)
        case .resumed: self = .resumed
        case .hangUp: self = .hungUp
        case .terminate: self = .terminated
        }
    }

    /// Whether the operator waits for the frame that shows it.
    var comesFromOperator: Bool {
        switch self {
        case .keyPressed, .keyInBurst, .pasted, .pasteBroken, .previewDelayPassed, .resized, .resumed, .readingTimePassed,
            .confirmationDrawn, .marksRead, .marksRefused, .filesFound:
            true
        case .confirmationShown, .hungUp, .terminated, .connected, .identified, .connectionFailed, .sessionWarned, .inventoryArrived,
            .listedAgain, .runReported, .watchReported, .watchRefused, .runRefused, .journalWarned, .runsListed, .runsUnavailable,
            .interruptedRunsFound, .marksFound,
            .runOpened,
            .profilesFound, .signInShown, .signedIn, .signInFailed, .codeRequested, .codeCancelled, .exported, .exportExists, .exportFailed,
            .textEdited, .editingFailed:
            false
        }
    }

    /// Whether it is something that the operator did at the terminal.
    fileprivate var isInput: Bool {
        switch self {
        case .pasted, .pasteBroken: true
        default: isKey
        }
    }

    /// Whether it overtakes all other events that wait.
    var isUrgent: Bool { self == .hungUp || self == .terminated }
}
