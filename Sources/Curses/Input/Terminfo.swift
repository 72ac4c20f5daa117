import CNcurses
import Glibc
import Terminal

/// The description of the terminal that ncurses holds.
@MainActor enum Terminfo {
    /// The string of a capability, as it is sent; `nil` where the terminal has none.
    static func string(_ name: String) -> [UInt8]? {
        pointer(name).map { RestorationBytes.withoutPadding(Array(String(cString: $0).utf8)) }
    }

    /// Whether the terminal takes control sequences of ECMA-48: it ignores those it does not know.
    static var isECMA48: Bool {
        string("cup")?.starts(with: "\u{1B}[".utf8) ?? false
    }

    /// The capability's string in ncurses' own memory; `nil` where the terminal has none.
    static func pointer(_ name: String) -> UnsafeMutablePointer<CChar>? {
        guard let pointer = tigetstr(name), Int(bitPattern: pointer) != -1 else { return nil }
        return pointer
    }
}

/// What ncurses sends with every change of attributes and need not.
enum CharacterSetSwitches {
    /// Has ncurses change attributes without selecting a character set each time. Only in a UTF-8 locale, where it draws lines with
    /// characters of Unicode and never leaves the one set.
    @MainActor static func leaveOut() {
        for name in ["sgr", "sgr0"] {
            guard let pointer = Terminfo.pointer(name) else { continue }
            // It is never longer, so that it fits where ncurses keeps it.
            strcpy(pointer, without(in: String(cString: pointer)))
        }
    }

    /// The string of "sgr" or "sgr0" without what selects a character set, in the forms that xterm, screen, Linux and DEC use.
    static func without(in string: String) -> String {
        var (rest, result) = (Substring(string).utf8, [UInt8]())
        while let byte = rest.first {
            if let form = forms.first(where: rest.starts) {
                rest = rest.dropFirst(form.count)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let forms = ["%?%p9%t\u{1B}(0%e\u{1B}(B%;", "%?%p9%t\u{0E}%e\u{0F}%;", "\u{1B}(B", "\u{0F}"].map { Array($0.utf8) }
}

/// The keys that terminal descriptions (terminfo) name.
enum KeyCapabilities {
    /// Their strings on the terminal that ncurses holds.
    @MainActor static func current() -> KeyStrings {
        KeyStrings(named.compactMap { name, key in Terminfo.string(name).map { (bytes: $0, key: key) } })
    }

    private static let named: [(String, Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kpp", .pageUp), ("knp", .pageDown),
            ("khome", .home), ("kend", .end), ("kdch1", .delete), ("kich1", .insert), ("kcbt", .backTab), ("kcbt2", .backTab),
            ("kent", .enter), ("kbs", .backspace), ("kfnd", .home), ("kslt", .end),
            ("ka1", .home), ("ka3", .pageUp), ("kc1", .end), ("kc3", .pageDown),
        ] + (0...63).map { ("kf\($0)", .function($0)) } + withShift.map { ($0, .unknown(0)) }

    /// Keys with Shift, which mean nothing here. They have to be known because the strings of some terminals, such as rxvt's, follow no
    /// rule.
    private static let withShift = ["kDC", "kEND", "kHOM", "kIC", "kLFT", "kNXT", "kPRV", "kRIT", "kri", "kind", "kb2"]
}
