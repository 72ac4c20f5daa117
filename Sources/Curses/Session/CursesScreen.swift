import CNcurses
import Glibc
import Terminal

/// ncurses' hold on the terminal.
@MainActor final class CursesScreen: TerminalHold {
    private let handle: OpaquePointer
    private let output: Int32
    private let streams: [UnsafeMutablePointer<FILE>]
    private let collector: FrameCollector

    /// Has ncurses take the terminal: raw mode, no echo, second screen, colours left alone.
    init(device: TerminalDevice, options: CursesOptions) throws(CursesError) {
        let type = options.environment["TERM", default: ""]
        guard !type.isEmpty else { throw .terminalTypeUnset }
        guard let drawn = Self.stream(device.output, "w"), let typed = Self.stream(device.input, "r") else { throw .notUsable(type) }
        // Takes the size from the terminal database instead; the session draws for the right one at once.
        if device.isOversized(environment: options.environment) { use_env(false) }
        output = device.output
        streams = [drawn, typed]
        guard let handle = newterm(type, drawn, typed) ?? BuiltInTerminals.open(type, drawn, typed) else {
            streams.forEach { fclose($0) }
            throw .terminalTypeUnknown(type)
        }
        self.handle = handle
        collector = FrameCollector(device: device, drawn: fileno(drawn))
        guard Self.canMoveCursor else {
            endwin()
            free()
            throw .terminalTypeTooSimple(type)
        }
        configure(escapeDelay: options.escapeDelay)
    }

    /// The size ncurses draws for.
    var size: TerminalSize {
        TerminalSize(columns: Int(ncurses_screen_columns()), rows: Int(ncurses_screen_rows()))
    }

    /// Draws for another size from now on; the next update repaints everything.
    func resize(to size: TerminalSize) {
        resize_term(Int32(size.rows), Int32(size.columns))
        clearok(ncurses_current_screen(), true)
    }

    /// Calls `draw`, and sends what ncurses writes meanwhile in one piece.
    func inOnePiece(_ draw: () -> Void) { collector.collect(draw) }

    /// Sends the whole screen again.
    func repaint() {
        clearok(ncurses_current_screen(), true)
        wnoutrefresh(ncurses_standard_screen())
        doupdate()
    }

    /// Gives the terminal back, for a while or for good. Where there is no second screen to leave, what follows begins on a new line.
    func leave() {
        endwin()
        if tigetstr("rmcup") == nil {
            write(output, "\r\n", 2)
        }
    }

    /// Takes the terminal again, its keypad too, which leaving it has switched off; calls `greet`, and repaints it.
    func enter(then greet: () -> Void) {
        reset_prog_mode()
        keypad(ncurses_standard_screen(), true)
        greet()
        repaint()
    }

    /// Frees ncurses' hold; gives the terminal back before, unless that is done.
    func close(restoring: Bool) {
        if restoring { leave() }
        free()
    }

    private func free() {
        delscreen(handle)
        streams.forEach { fclose($0) }
        collector.close()
    }

    private func configure(escapeDelay: Int32) {
        set_escdelay(escapeDelay)
        raw()
        noecho()
        nonl()
        typeahead(-1)
        idlok(ncurses_standard_screen(), true)
        keypad(ncurses_standard_screen(), true)
        // ncurses would reset the palette of whoever has changed it, whenever it takes the terminal again; the program changes no colour.
        Terminfo.pointer("oc")?.pointee = 0
    }

    private static func stream(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
        fdopen(fcntl(descriptor, F_DUPFD_CLOEXEC, 3), mode)
    }

    private static var canMoveCursor: Bool {
        guard let capability = tigetstr("cup") else { return false }
        return Int(bitPattern: capability) != -1
    }
}
