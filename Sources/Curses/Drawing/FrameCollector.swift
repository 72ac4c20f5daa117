import CNcurses
import Glibc

/// Sends a frame in one piece. ncurses writes after every movement of the cursor, as long as the program was not suspended once; over ssh
/// each of these pieces may become a packet, which is larger than what it carries.
@MainActor struct FrameCollector {
    private let device: TerminalDevice
    /// The descriptor that ncurses writes to, a duplicate of the terminal's.
    private let drawn: Int32
    private let memory = MemoryFile.open("scanconfig-frame")

    /// Collects what ncurses writes to `drawn`.
    init(device: TerminalDevice, drawn: Int32) { (self.device, self.drawn) = (device, drawn) }

    /// Calls `draw`, then sends what was written. Where there is no memory for it, each piece is sent as it comes.
    func collect(_ draw: () -> Void) {
        guard memory >= 0, libc_duplicate(memory, drawn) >= 0 else { return draw() }
        draw()
        _ = libc_duplicate(device.output, drawn)
        device.send(collected)
        ftruncate(memory, 0)
        lseek(memory, 0, SEEK_SET)
    }

    private var collected: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, Int(lseek(memory, 0, SEEK_END))))
        let count = pread(memory, &bytes, bytes.count, 0)
        return count < bytes.count ? Array(bytes.prefix(max(0, count))) : bytes
    }

    /// Frees the memory.
    func close() { Glibc.close(memory) }
}
