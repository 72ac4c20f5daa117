import CNcurses
import Terminal

/// The pens that styles are written with.
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

    /// The pen of a role, with the attributes that the style adds.
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

/// Attributes and a colour to write with.
struct Pen: Hashable, Sendable {
    /// No attributes, and the terminal's own colours.
    static let plain = Pen(attributes: [], pair: 0)

    /// The attributes.
    var attributes: RoleLook.Attributes
    /// The number of the colour pair, 0 for the terminal's own colours.
    var pair: Int16

    /// Whether a space looks different when it is written with this pen than with the plain one.
    var showsOnSpaces: Bool {
        !attributes.isDisjoint(with: [.underline, .reverse])
    }
}

extension RoleLook.Attributes {
    /// The attributes as the bits that ncurses uses.
    var forCurses: attr_t {
        var result = ncurses_normal()
        if contains(.bold) { result |= ncurses_bold() }
        if contains(.dim) { result |= ncurses_dim() }
        if contains(.underline) { result |= ncurses_underline() }
        if contains(.reverse) { result |= ncurses_reverse() }
        return result
    }
}

/// What a role looks like: attributes, and a colour where there are colours. The background stays the terminal's own.
struct RoleLook: Hashable {
    /// Attributes that can be combined.
    struct Attributes: OptionSet, Hashable {
        let rawValue: Int
        static let bold = Attributes(rawValue: 1)
        static let dim = Attributes(rawValue: 2)
        static let underline = Attributes(rawValue: 4)
        static let reverse = Attributes(rawValue: 8)
    }

    /// How many colours the terminal has.
    enum Depth: Hashable, CaseIterable {
        case none, eight, sixteen, many
    }

    /// The attributes.
    let attributes: Attributes
    /// The number of the foreground colour, or `nil` for the terminal's own.
    let color: Int16?

    /// How the role looks with this many colours. All colours are readable on black and on white.
    static func of(_ role: Style.Role, depth: Depth) -> RoleLook {
        switch depth {
        case .none: RoleLook(attributes: plainAttributes(role), color: nil)
        case .eight, .sixteen: RoleLook(attributes: fewColorsAttributes(role), color: fewColors(role))
        case .many: RoleLook(attributes: manyColorsAttributes(role), color: manyColors(role))
        }
    }

    private static func plainAttributes(_ role: Style.Role) -> Attributes {
        switch role {
        case .text, .success: []
        case .dim: .dim
        case .title, .cursor, .marked, .accent, .key: .bold
        case .header, .input: .underline
        case .failed: .reverse
        case .warning: [.bold, .underline]
        }
    }

    private static func fewColorsAttributes(_ role: Style.Role) -> Attributes {
        switch role {
        case .failed, .warning: .bold
        case .text, .dim, .title, .header, .cursor, .marked, .success, .accent, .key, .input: plainAttributes(role)
        }
    }

    private static func manyColorsAttributes(_ role: Style.Role) -> Attributes {
        role == .dim ? [] : fewColorsAttributes(role)
    }

    private static func fewColors(_ role: Style.Role) -> Int16? {
        switch role {
        case .failed: 1
        case .success: 2
        case .warning: 5
        case .text, .dim, .title, .header, .input, .cursor, .marked, .accent, .key: nil
        }
    }

    private static func manyColors(_ role: Style.Role) -> Int16? {
        switch role {
        case .dim: 244
        case .title, .cursor, .accent, .key: 32
        case .marked: 133
        case .failed: 160
        case .warning: 166
        case .success: 28
        case .text, .header, .input: nil
        }
    }
}
