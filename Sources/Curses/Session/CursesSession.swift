import Glibc
package import Terminal

/// The terminal in the hands of the program, from the first frame until ``end()``. There can be one at a time.
@MainActor package final class CursesSession {
    /// Changes of size, what the system has to say, and that there is input, in order. It finishes with the session.
    package let events: AsyncStream<TerminalEvent>
    /// The size of the terminal now.
    package internal(set) var size: TerminalSize

    let device: TerminalDevice
    let screen: Screen
    let canvas: Canvas
    let keyboard: Keyboard
    let continuation: AsyncStream<TerminalEvent>.Continuation
    var signals: SignalPipe
    var hold: TerminalHold
    var sources: EventSources?
    var holding = Holding.held
    var marks: FrameMarks
    var queue = InputQueue()
    var queries = StatusQueries()
    var pasteMode: PasteMode
    let escapeDelay: Int32
    /// The number of the unfinished input whose rest is being waited for.
    var patientFor: Int?
    /// Whether the program was told to end.
    var isEnding = false

    /// Whether the terminal is ours.
    enum Holding: Hashable {
        case held
        /// Stopped, or in the background.
        case away
        /// The other side hung up: nothing is read or drawn any more.
        case gone
        case ended
    }

    /// Takes the terminal on the standard streams. Throws when they are none, or one of an unusable type.
    package convenience init(options: CursesOptions) throws(CursesError) {
        try self.init(options: options, device: .standard)
    }

    init(options: CursesOptions, device: TerminalDevice) throws(CursesError) {
        try device.checkIsTerminal()
        guard device.isInForeground else { throw .inBackground }
        let type = options.environment["TERM", default: ""]
        let isUTF8 = Locale.adopt(environment: options.environment)
        guard let hold = TerminalHold(device: device), var signals = SignalPipe() else { throw .notUsable(type) }
        do {
            screen = try Screen(device: device, options: options)
        } catch {
            signals.close()
            close(signals.readingEnd)
            hold.close()
            throw error
        }
        (events, continuation) = AsyncStream.makeStream()
        keyboard = Keyboard(isUTF8: isUTF8)
        pasteMode = PasteMode(isKnown: Terminfo.isECMA48)
        escapeDelay = options.escapeDelay
        canvas = Canvas(palette: Palette(wantsColor: options.wantsColor), isASCII: !isUTF8 || type.hasPrefix("linux"))
        (self.device, self.signals, self.hold) = (device, signals, hold)
        marks = FrameMarks(output: device.output, isWanted: options.wantsFrameMarks)
        size = screen.size
        self.hold.take(leaving: pasteMode.leaving)
        greet()
        adoptWindowSize()
        sources = EventSources(input: device.input, signals: signals.readingEnd, session: self)
    }

    /// Shows a frame. Only what changed since the frame before is sent. A program that drives this one is told `note` along with it, see
    /// ``FrameMarks``.
    package func draw(_ frame: Frame, note: @autoclosure () -> String = "") {
        CrashHandler.lendStack()
        guard holding == .held else { return }
        marks.drawing()
        canvas.draw(frame)
        marks.drawn(frame.size, note())
    }

    /// Sends the whole screen again, in case something else has written to the terminal.
    package func repaint() {
        guard holding == .held else { return }
        marks.drawing()
        screen.repaint()
        marks.drawnAgain()
    }

    /// Gives the terminal back as it was, then shows what was written to standard error meanwhile. Further calls do nothing.
    package func end() {
        guard holding != .ended else { return }
        sources?.cancel()
        marks.drawing()
        if holding != .away { takeLeave() }
        screen.close(restoring: holding != .away)
        holding = .ended
        hold.release()
        marks.away()
        hold.close()
        signals.close()
        continuation.finish()
    }

    /// Draws for the size the terminal has now; says whether that is another one.
    @discardableResult func adoptWindowSize() -> Bool {
        guard let new = device.windowSize, new != size else { return false }
        screen.resize(to: new)
        canvas.forget()
        size = new
        return true
    }
}
