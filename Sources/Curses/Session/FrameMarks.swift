import Glibc
import Terminal

/// Says in the terminal's title when a frame is being drawn and which one is shown, for a program that drives this one through a terminal:
/// from outside, half a frame looks like a whole one. Only where the variable `SCANCONFIG_FRAME_MARKS` is 1.
///
/// The title travels with the frame's bytes, so that a terminal that shows a mark has received all that was sent before it.
struct FrameMarks {
    private let output: Int32
    private let isWanted: Bool
    private var standing = ""

    /// Marks for the terminal at `output`.
    init(output: Int32, isWanted: Bool) {
        self.output = output
        self.isWanted = isWanted
    }

    /// What follows is incomplete until the next mark.
    func drawing() {
        send("drawing")
    }

    /// A frame of this size is shown; `note` says what it is based on.
    mutating func drawn(_ size: TerminalSize, _ note: String) {
        standing = "drawn \(size.columns)x\(size.rows) \(note)"
        send(standing)
    }

    /// The frame before is shown again.
    func drawnAgain() {
        send(standing)
    }

    /// The terminal is not the program's any more.
    func away() {
        send("away")
    }

    private func send(_ mark: String) {
        guard isWanted else { return }
        let bytes = Array("\u{1B}]2;scanconfig: \(mark)\u{07}".utf8)
        _ = write(output, bytes, bytes.count)
    }
}
