import AWSClient
import Curses
import InspectorCore
import OperatorUI
import Terminal

/// The one loop that owns the state and the terminal: it takes all events that wait, then draws once.
@MainActor
final class EventLoop {
    private(set) var state: State
    private let terminal: CursesSession
    private let runner: EffectRunner
    private let mailbox: Mailbox<Event>
    private let clock = EventLoopClock()
    private var lastDraw: ContinuousClock.Instant
    private var isDrawScheduled = false
    private var isLeaving = false
    private var isTerminalGone = false
    /// Keys that came, whatever became of them.
    private var keyCount = 0

    /// Frames that no key asked for come no faster than this.
    private static let backgroundFrameInterval: Duration = .milliseconds(250)

    init(state: State, terminal: CursesSession, runner: EffectRunner, mailbox: Mailbox<Event>) {
        self.state = state
        self.terminal = terminal
        self.runner = runner
        self.mailbox = mailbox
        lastDraw = clock.now
    }

    /// Runs until the operator leaves and nothing is being sent any more.
    func run() async {
        let forwarding = Task { [mailbox, events = terminal.events] in
            for await event in events { mailbox.post(Event(event)) }
        }
        draw()
        perform(state.begin())
        while !(isLeaving && state.activity == .idle), let events = await mailbox.next() {
            for event in events { handle(event) }
            if events.contains(where: \.comesFromOperator) { draw() } else { drawWhenDue() }
        }
        forwarding.cancel()
    }

    private func handle(_ event: Event) {
        if event == .hungUp { isTerminalGone = true }
        if case .keyPressed = event { keyCount += 1 }
        perform(update(&state, event))
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .quit: isLeaving = true
            case .repaint: terminal.repaint()
            case .suspend: terminal.suspend()
            case .copy(let text): terminal.copy(text)
            default: runner.perform(effect)
            }
        }
    }

    private func draw() {
        guard !isTerminalGone, !(isLeaving && state.activity == .idle) else { return }
        state.settle()
        terminal.draw(view(state), note: "after \(keyCount) keys")
        lastDraw = clock.now
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

extension Event {
    /// The event for what the terminal told.
    init(_ event: TerminalEvent) {
        switch event {
        case .key(let key): self = .keyPressed(key)
        case .resized(let size): self = .resized(size)
        case .resumed: self = .resumed
        case .hangUp: self = .hungUp
        case .terminate: self = .terminated
        }
    }

    /// Whether the operator waits for the frame that shows it.
    var comesFromOperator: Bool {
        switch self {
        case .keyPressed, .cursorRested, .resized, .resumed: true
        default: false
        }
    }
}
