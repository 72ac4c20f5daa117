import CNcurses
import Terminal

/// The pens each style is written with.
@MainActor struct Palette {
    /// The colours in use.
    let depth: RoleLook.Depth
    /// A pen for each role, by its number.
    private var pens: [Pen] = []

    /// Sets up colours, where they are wanted and the terminal has them.
    init(wantsColor: Bool) {
        depth = wantsColor ? Self.startColors() : .none
        for role in Style.Role.allCases {
            let look = RoleLook.of(role, depth: depth)
            pens.append(Pen(attributes: look.attributes, pair: look.color.map { Self.pair(Int16(role.rawValue + 1), $0) } ?? 0))
        }
    }

    /// What a style is written with.
    func pen(for style: Style) -> Pen {
        var pen = pens[style.role.rawValue]
        if style.isBold { pen.attributes.insert(.bold) }
        if style.isUnderlined { pen.attributes.insert(.underline) }
        if style.isReversed { pen.attributes.insert(.reverse) }
        return pen
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
}
