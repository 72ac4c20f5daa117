import CNcurses

/// The description of the terminal that ncurses holds.
@MainActor enum Terminfo {
    /// The string of a capability, as it is sent, or nothing where the terminal has none.
    static func string(_ name: String) -> [UInt8]? {
        pointer(name).map { RestorationBytes.withoutPadding(Array(String(cString: $0).utf8)) }
    }

    /// Whether the terminal takes control sequences of ECMA-48: it ignores those it does not know.
    static var isECMA48: Bool {
        string("cup")?.starts(with: "\u{1B}[".utf8) ?? false
    }

    /// The capability as ncurses has it.
    static func pointer(_ name: String) -> UnsafeMutablePointer<CChar>? {
        guard let pointer = tigetstr(name), Int(bitPattern: pointer) != -1 else { return nil }
        return pointer
    }
}
