import FoundationEssentials
import Glibc

extension CursesSession {
    /// Hands `text` to the terminal for its clipboard (xterm's OSC 52). Nobody tells whether the terminal takes it.
    package func copy(_ text: String) {
        guard holding == .held else { return }
        let sequence = "\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{07}"
        var bytes = Array(sequence.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(device.output, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
