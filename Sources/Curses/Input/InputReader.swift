import Dispatch
import Glibc
import Terminal

/// Reads what is typed, pasted and reported on the terminal, and keeps it until it is taken. It never waits for input.
@MainActor final class InputReader {
    /// Whether the terminal is read; otherwise nothing new is.
    var isOpen = true
    /// What waits to be taken.
    private(set) var queue = InputQueue()
    /// Which status queries were answered.
    var queries = StatusQueries()
    /// Whether pasted text comes between marks; where it does not, it comes as keys.
    var marksPastes = true

    private let device: TerminalDevice
    /// Made with the first reading: the strings of all keys take as long as half a frame.
    private lazy var keyboard = Keyboard(isUTF8: isUTF8)
    private let isUTF8: Bool
    private let escapeDelay: Int32
    private var bursts = KeyBursts()
    private weak var session: CursesSession?
    private var sources: EventSources?
    /// The number of the unfinished input whose rest is waited for.
    private var awaited: Int?

    /// How long the rest of an unfinished input is waited for.
    private static let patience = DispatchTimeInterval.seconds(2)
    /// How many portions are thrown away at once: 256 kB, more than a terminal's queue holds.
    private static let discardedPortions = 256

    /// A reader for the terminal that ncurses holds.
    ///
    /// - Parameter escapeDelay: The milliseconds after which an Escape that nothing follows is the key.
    init(device: TerminalDevice, isUTF8: Bool, escapeDelay: Int32) {
        self.device = device
        self.escapeDelay = escapeDelay
        self.isUTF8 = isUTF8
    }

    /// Has `session` learn of input, of reports and of a terminal that is gone; `sources` pause while enough waits to be taken.
    func connect(to session: CursesSession, _ sources: EventSources) {
        self.session = session
        self.sources = sources
    }

    /// Reads what there is, unless enough waits to be taken.
    func inputArrived() {
        let readiness = device.readiness()
        guard isOpen, readiness != .nothing else { return }
        if readiness == .gone {
            session?.hangUp()
        } else if !queue.isFull {
            read()
        }
    }

    /// Takes the next input; `nil` when all is taken.
    func next() -> SessionInput? {
        if queue.isEmpty, isOpen, device.readiness() == .bytes { read() }
        guard let input = queue.next() else { return nil }
        if queue.isEmpty { sources?.resumeInput() }
        if input == .statusReport { queries.answer() }
        return input
    }

    /// Throws away all that was typed and pasted up to now, also what has not been read yet, and returns how many keys that were.
    func discard() -> Int {
        guard isOpen else { return 0 }
        var count = discardQueue()
        var portions = Self.discardedPortions
        while portions > 0, device.readiness() == .bytes {
            portions -= 1
            count += discardPortion()
        }
        watchUnfinished()
        sources?.resumeInput()
        return count
    }

    /// Throws away what was read, but not what has not been read yet, and returns how many keys that were.
    @discardableResult func discardQueue() -> Int { countDropped(queue.removeAll()) }

    /// Reads a portion and throws it away, and returns how many keys that were.
    @discardableResult func discardPortion() -> Int { countDropped(taken(keyboard.read(from: device.input).inputs)) }

    private func read() {
        let reading = keyboard.read(from: device.input)
        enqueue(taken(reading.inputs))
        if reading.hasFailed {
            session?.hangUp()
        } else {
            watchUnfinished()
        }
    }

    /// Notes the answers among inputs that are thrown away, and counts the keys.
    private func countDropped(_ inputs: [SessionInput]) -> Int {
        for input in inputs where input == .statusReport { queries.answer() }
        return inputs.count(where: \.isKey)
    }

    private func enqueue(_ inputs: [SessionInput]) {
        guard !inputs.isEmpty else { return }
        queue.append(inputs)
        if queue.isFull { sources?.pauseInput() }
        session?.inputWaits()
    }

    /// Hands mode reports to the session, and tells keys that came in a burst from others.
    private func taken(_ inputs: [TerminalInput]) -> [SessionInput] {
        let keys = inputs.count { if case .key = $0 { true } else { false } }
        let isBurst = bursts.note(keys: keys, at: .now)
        return inputs.compactMap { input in
            switch input {
            case .key(let key): return isBurst && !marksPastes ? .keyInBurst(key) : .key(key)
            case .paste(let text): return .paste(text)
            case .brokenPaste: return .brokenPaste
            case .statusReport: return .statusReport
            case .backgroundReport(let color): session?.backgroundReported(color)
            case .modeReport(let mode, let setting): session?.modeReported(mode, setting)
            }
            return nil
        }
    }
}

extension InputReader {
    /// Sees to it that an unfinished input is decoded even if its rest does not come: an Escape soon, everything else after a while.
    private func watchUnfinished() {
        guard keyboard.waiting != nil else { return }
        let readings = keyboard.readings
        after(.milliseconds(Int(escapeDelay))) { $0.nothingFollowed(readings) }
        awaitRest()
    }

    private func awaitRest() {
        guard let waiting = keyboard.waiting, awaited != waiting else { return }
        awaited = waiting
        awaitRest(of: waiting)
    }

    private func awaitRest(of waiting: Int) {
        after(Self.patience) { $0.restDidNotCome(of: waiting) }
    }

    private func nothingFollowed(_ readings: Int) {
        guard isOpen, keyboard.readings == readings, device.readiness() == .nothing else { return }
        enqueue(taken(keyboard.pause()))
        awaitRest()
    }

    private func restDidNotCome(of waiting: Int) {
        guard isOpen, keyboard.waiting == waiting else { return }
        if device.readiness() == .bytes { return awaitRest(of: waiting) }
        enqueue(taken(keyboard.giveUp()))
        awaitRest()
    }

    private func after(_ time: DispatchTimeInterval, _ action: @escaping @MainActor @Sendable (InputReader) -> Void) {
        DispatchQueue.main.asyncAfter(deadline: .now() + time) { [weak self] in
            MainActor.assumeIsolated {
                guard let self else { return }
                CrashHandler.lendStack()
                action(self)
            }
        }
    }
}
