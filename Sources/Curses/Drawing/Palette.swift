import CNcurses
import Terminal

/// The colour pairs and attributes that ncurses draws each style with.
@MainActor struct Palette {
    /// The colours in use.
    let depth: RoleLook.Depth
    private var drawn: [Style.Role: (attributes: attr_t, pair: Int16)] = [:]

    /// Sets up colours, where they are wanted and the terminal has them.
    init(wantsColor: Bool) {
        depth = wantsColor ? Self.startColors() : .none
        for (index, role) in Style.Role.allCases.enumerated() {
            let look = RoleLook.of(role, depth: depth)
            drawn[role] = (Self.attributes(look.attributes), look.color.map { Self.pair(Int16(index + 1), $0) } ?? 0)
        }
    }

    /// The attributes and the colour pair of a style.
    func drawing(of style: Style) -> (attributes: attr_t, pair: Int16) {
        var result = drawn[style.role] ?? (ncurses_normal(), 0)
        if style.isBold { result.attributes |= ncurses_bold() }
        if style.isUnderlined { result.attributes |= ncurses_underline() }
        if style.isReversed { result.attributes ^= ncurses_reverse() }
        return result
    }

    private static func startColors() -> RoleLook.Depth {
        guard has_colors(), start_color() == OK, use_default_colors() == OK else { return .none }
        return switch ncurses_color_count() {
        case 256...: .many
        case 16...: .sixteen
        case 8...: .eight
        default: .none
        }
    }

    private static func pair(_ number: Int16, _ color: Int16) -> Int16 {
        init_pair(number, color, -1) == OK ? number : 0
    }

    private static func attributes(_ attributes: RoleLook.Attributes) -> attr_t {
        var result = ncurses_normal()
        if attributes.contains(.bold) { result |= ncurses_bold() }
        if attributes.contains(.dim) { result |= ncurses_dim() }
        if attributes.contains(.underline) { result |= ncurses_underline() }
        if attributes.contains(.reverse) { result |= ncurses_reverse() }
        return result
    }
}
