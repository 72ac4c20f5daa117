import Terminal

/// The keys that descriptions of terminals (terminfo) know.
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

    /// Keys held with Shift: they do nothing, but have to be known where their strings keep to no rule, as rxvt's do.
    private static let withShift = ["kDC", "kEND", "kHOM", "kIC", "kLFT", "kNXT", "kPRV", "kRIT", "kri", "kind", "kb2"]
}
