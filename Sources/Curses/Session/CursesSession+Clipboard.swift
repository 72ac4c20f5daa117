import FoundationEssentials

extension CursesSession {
    /// Hands `text` to the terminal for its clipboard (xterm's OSC 52). Nobody tells whether the terminal takes it.
    package func copy(_ text: String) {
        guard holding == .held else { return }
        device.send(Array(("\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{07}").utf8))
    }
}
