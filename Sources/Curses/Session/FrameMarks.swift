import Glibc
import Terminal

/// Tells in the terminal's title when a frame is being drawn and which one stands, for a program that drives this one through a terminal:
/// from outside half a frame looks like a whole one. Only where the variable `SCANCONFIG_FRAME_MARKS` is 1.
///
/// The title travels with the frame's bytes, so that a terminal that shows a mark has taken in all that was sent before it.
struct FrameMarks {
    private let output: Int32
    private let isWanted: Bool
    private var standing = ""

    /// Marks for the terminal at `output`.
    init(output: Int32, isWanted: Bool) {
        self.output = output
        self.isWanted = isWanted
    }

    /// What follows is not whole before the next mark.
    func drawing() {
        send("drawing")
    }

    /// A frame of this size stands; `note` says what it knows of.
    mutating func drawn(_ size: TerminalSize, _ note: String) {
        standing = "drawn \(size.columns)x\(size.rows) \(note)"
        send(standing)
    }

    /// The frame before stands again.
    func drawnAgain() {
        send(standing)
    }

    /// The terminal is somebody else's.
    func away() {
        send("away")
    }

    private func send(_ mark: String) {
        guard isWanted else { return }
        let bytes = Array("\u{1B}]2;scanconfig: \(mark)\u{07}".utf8)
        _ = write(output, bytes, bytes.count)
    }
}
