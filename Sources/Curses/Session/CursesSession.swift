import FoundationEssentials
import Glibc
package import Terminal

/// The terminal while the program has it, from the first frame until ``end()``. There can be one session at a time.
@MainActor package final class CursesSession {
    /// Changes of size, what the system asks for, and that there is input, in order. It finishes with the session. What happens before
    /// somebody asks for it waits, so that the first frame is drawn before there is another thread, and before the terminal is asked anything.
    package var events: AsyncStream<TerminalEvent> {
        if !hasGreeted { greet() }
        sources?.begin()
        return channel.stream
    }
    /// The size of the terminal now.
    package private(set) var size: TerminalSize

    let device: TerminalDevice
    let screen: any TerminalHold
    let input: InputReader
    private lazy var channel = EventChannel()
    var signals: SignalPipe
    var restorer: TerminalRestorer
    var sources: EventSources?
    var marks: FrameMarks
    var pasteMode: PasteMode
    var wheelMode: WheelMode
    /// Whether modes are switched on, and the terminal is asked how they were.
    var hasGreeted = false
    /// Whether another program has the terminal for a while.
    var isLent = false
    /// Whether the program was asked to end.
    var isEnding = false
    var holding = Holding.held {
        didSet { input.isOpen = holding == .held }
    }
    /// What frames are drawn on; nothing where lines are written.
    private let canvas: Canvas?
    private var lines = LineWriter()
    /// Whether the terminal is asked for its background whenever the session takes it.
    let asksForBackground: Bool

    /// Whether the terminal is ours.
    enum Holding: Hashable {
        case held
        /// Stopped, or in the background.
        case away
        /// The other side hung up: nothing is read or drawn any more.
        case gone
        case ended
    }

    /// Takes the terminal on the standard streams. Throws when they are no terminal, or one of an unusable type.
    package convenience init(options: CursesOptions) throws(CursesError) {
        try self.init(options: options, device: .standard)
    }

    init(options: CursesOptions, device: TerminalDevice) throws(CursesError) {
        try device.checkIsTerminal()
        guard device.isInForeground else { throw .inBackground }
        let type = options.environment["TERM", default: ""]
        let isUTF8 = Locale.adopt(environment: options.environment)
        guard let restorer = TerminalRestorer(device: device), var signals = SignalPipe() else { throw .notUsable(type) }
        do {
            screen =
                options.isAccessible
                ? try LineTerminal(device: device, options: options) : try CursesScreen(device: device, options: options)
        } catch {
            signals.close()
            close(signals.readingEnd)
            restorer.close()
            throw error
        }
        if isUTF8 { CharacterSetSwitches.leaveOut() }
        input = InputReader(device: device, isUTF8: isUTF8, escapeDelay: options.escapeDelay)
        let isDrawn = !options.isAccessible
        pasteMode = PasteMode(isKnown: Terminfo.isECMA48, isDescribed: Terminfo.string("BE") != nil, isAskedFor: isDrawn)
        wheelMode = WheelMode(isKnown: Terminfo.isECMA48 && isDrawn)
        asksForBackground = options.asksForBackground && Terminfo.isECMA48 && isDrawn
        canvas = isDrawn ? Canvas(palette: Palette(options), isASCII: !isUTF8 || type.hasPrefix("linux")) : nil
        (self.device, self.signals, self.restorer) = (device, signals, restorer)
        self.restorer.isScreenRestored = isDrawn
        marks = FrameMarks(output: device.output, isWanted: options.wantsFrameMarks)
        size = screen.size
        self.restorer.take(leaving: [])
        adoptWindowSize()
        let sources = EventSources(input: device.input, signals: signals.readingEnd, session: self)
        input.connect(to: self, sources)
        self.sources = sources
    }

    /// Where events are emitted.
    var continuation: AsyncStream<TerminalEvent>.Continuation { channel.continuation }

    /// Restores the terminal's own modes.
    var leavingModes: [UInt8] { hasGreeted ? wheelMode.leaving + pasteMode.leaving : [] }

    /// Shows a frame. Only what changed since the frame before is sent. `note` goes into the ``FrameMarks``, for a program that drives
    /// this one.
    package func draw(_ frame: Frame, note: @autoclosure () -> String = "") {
        CrashHandler.lendStack()
        guard holding == .held else { return }
        marks.drawing()
        screen.inOnePiece { canvas?.draw(frame) }
        marks.drawn(frame.size, note())
    }

    /// Appends lines, and echoes what is being typed, in a session for somebody who hears it. `note` is that of ``draw(_:note:)``.
    package func say(_ new: [String], typing: TypingLine?, note: @autoclosure () -> String = "") {
        CrashHandler.lendStack()
        guard holding == .held else { return }
        marks.drawing()
        device.send(Array(lines.text(new, typing: typing).utf8))
        marks.drawn(size, note())
    }

    /// Ends the line that something is being typed on, before somebody else writes on the terminal.
    func endLine() { device.send(Array(lines.end().utf8)) }

    /// The terminal has said what its background is: from now on, and for what is shown, the theme is the one for it.
    func backgroundReported(_ color: RGBColor) {
        guard asksForBackground, holding == .held else { return }
        marks.drawing()
        screen.inOnePiece { _ = canvas?.use(Theme(background: color)) }
        marks.drawnAgain()
    }

    /// Sends the whole screen again, in case something else has written to the terminal.
    package func repaint() {
        guard holding == .held else { return }
        marks.drawing()
        screen.inOnePiece { screen.repaint() }
        marks.drawnAgain()
    }

    /// Hands `text` to the terminal for its clipboard (xterm's OSC 52). Whether the terminal accepts it cannot be known.
    package func copy(_ text: String) {
        guard holding == .held else { return }
        device.send(Array(("\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{07}").utf8))
    }

    /// Gives the terminal back as it was, then shows what was written to standard error meanwhile. Further calls do nothing.
    package func end() {
        guard holding != .ended else { return }
        sources?.cancel()
        marks.drawing()
        if holding != .away { takeLeave() }
        screen.close(restoring: holding != .away)
        holding = .ended
        restorer.release()
        marks.away()
        restorer.close()
        signals.close()
        continuation.finish()
    }

    /// Draws for the size the terminal has now; true when that is another one.
    @discardableResult func adoptWindowSize() -> Bool {
        guard let new = device.windowSize, new != size else { return false }
        screen.resize(to: new)
        canvas?.forget()
        size = new
        return true
    }
}

/// Where a session's events wait for whoever asks for them.
private final class EventChannel {
    let (stream, continuation) = AsyncStream<TerminalEvent>.makeStream()
}
