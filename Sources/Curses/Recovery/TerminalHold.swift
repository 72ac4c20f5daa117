import CNcurses
import Glibc

/// What lies ready while the terminal is ours, so that it is given back on every way out: the watch for crashes, the modes from before,
/// and standard error kept off the screen.
@MainActor struct TerminalHold {
    private let device: TerminalDevice
    private let modes: termios
    private var crashHandler = CrashHandler()
    private var capture: StandardErrorCapture?

    /// Notes the modes of the terminal; `nil` where it is gone.
    init?(device: TerminalDevice) {
        guard let modes = device.modes else { return nil }
        self.device = device
        self.modes = modes
    }

    /// From now on a crash gives the terminal back, with these bytes before all others. To be called once ncurses has it.
    mutating func take(leaving: [UInt8]) {
        capture = StandardErrorCapture(device.diagnostics)
        renew(leaving: leaving)
    }

    /// The same with other bytes, while the terminal is ours.
    func renew(leaving: [UInt8]) {
        let bytes = leaving + RestorationBytes.current()
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        CrashRecord.arm(
            CrashRecord(
                input: device.input, output: device.output, modes: modes, bytes: UnsafeBufferPointer(copy),
                diagnostics: device.diagnostics, original: capture?.original ?? -1, memory: capture?.memory ?? -1
            )
        )
    }

    /// From now on a crash leaves the terminal alone. What was written to standard error is shown. To be called once ncurses has let go.
    mutating func release() {
        CrashRecord.disarm()
        capture?.close()
        capture = nil
    }

    /// Stops to watch for crashes.
    func close() {
        var crashHandler = crashHandler
        crashHandler.close()
    }
}
