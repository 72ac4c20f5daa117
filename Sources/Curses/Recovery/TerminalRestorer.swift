import CNcurses
import Glibc

/// Keeps ready what restores the terminal on every way out while it is ours: the crash handlers, the modes from before,
/// and the capture of standard error.
@MainActor struct TerminalRestorer {
    private let device: TerminalDevice
    private let modes: termios
    private var crashHandler = CrashHandler()
    private var capture: StandardErrorCapture?
    /// Whether something is drawn on the terminal, and has to be left.
    var isScreenRestored = true

    /// Saves the modes of the terminal; `nil` where it is gone.
    init?(device: TerminalDevice) {
        guard let modes = device.modes else { return nil }
        self.device = device
        self.modes = modes
    }

    /// From now on a crash restores the terminal, writing the bytes in `leaving` first. Call it once ncurses has the terminal.
    mutating func take(leaving: [UInt8]) {
        capture = StandardErrorCapture(device.diagnostics)
        renew(leaving: leaving)
    }

    /// Exchanges the bytes that a crash writes first, while the terminal is ours.
    func renew(leaving: [UInt8]) {
        let bytes = leaving + (isScreenRestored ? RestorationBytes.current() : [])
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        CrashRecord.arm(
            CrashRecord(
                input: device.input, output: device.output, modes: modes, bytes: UnsafeBufferPointer(copy),
                diagnostics: device.diagnostics, original: capture?.original ?? -1, memory: capture?.memory ?? -1
            )
        )
    }

    /// From now on a crash leaves the terminal as it is. Shows what was written to standard error. Call it once ncurses has let go.
    mutating func release() {
        CrashRecord.disarm()
        capture?.close()
        capture = nil
    }

    /// Restores the signal actions from before.
    func close() {
        var crashHandler = crashHandler
        crashHandler.close()
    }
}

/// What has to be written to a terminal to restore it, by its description.
enum RestorationBytes {
    /// Plain attributes and colours, a visible cursor, ordinary keys, and the normal screen; on a terminal without a second screen, a
    /// fresh line at the bottom. To be made once ncurses has the terminal.
    @MainActor static func current() -> [UInt8] {
        ["sgr0", "op", "cnorm", "rmkx"].flatMap { Terminfo.string($0) ?? [] } + leavingScreen
    }

    /// The string without its padding, such as `$<2/>` (terminfo(5), "Delays and Padding").
    static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        var result: [UInt8] = []
        while let byte = rest.first {
            if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
                rest = rest[(end + 1)...]
            } else {
                result.append(byte)
                rest.removeFirst()
            }
        }
        return result
    }

    @MainActor private static var leavingScreen: [UInt8] {
        Terminfo.string("rmcup") ?? (bottomLeft + Array("\r\n".utf8))
    }

    @MainActor private static var bottomLeft: [UInt8] {
        Terminfo.pointer("cup").map { bytes(of: ncurses_parameterized($0, ncurses_screen_rows() - 1, 0)) } ?? []
    }

    private static func bytes(of pointer: UnsafePointer<CChar>?) -> [UInt8] {
        withoutPadding(pointer.map { Array(String(cString: $0).utf8) } ?? [])
    }
}
