extension StringProtocol {
    /// The text in quotes for an error about it: its first 80 characters, terminal-safe.
    package var quoted: String {
        "\"" + String(prefix(80)).terminalSafe + (count > 80 ? "…" : "") + "\""
    }
}
