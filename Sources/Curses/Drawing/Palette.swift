import CNcurses
import Terminal

/// The pens that styles are written with.
@MainActor struct Palette {
    /// The colours in use.
    private let depth: RoleLook.Depth
    /// The looks that the operator has chosen.
    private let looks: RoleLooks
    /// The theme in use; nothing while the background is not known.
    private(set) var theme: Theme?
    /// A pen for each role, by its number.
    private var pens: [Pen] = []

    /// Sets up colours, where they are wanted and the terminal has them; `looks` are those that the operator has chosen.
    init(wantsColor: Bool, theme: Theme?, looks: RoleLooks = RoleLooks()) {
        (depth, self.looks, self.theme) = (wantsColor ? Self.startColors() : .none, looks, theme)
        makePens()
    }

    /// Sets up what a session's options ask for.
    init(_ options: CursesOptions) {
        let theme = options.theme ?? Theme(environment: options.environment)
        self.init(wantsColor: options.wantsColor, theme: theme, looks: options.looks)
    }

    /// Uses another theme from now on; false when it is the one in use.
    mutating func use(_ new: Theme?) -> Bool {
        guard new != theme else { return false }
        theme = new
        makePens()
        return true
    }

    private mutating func makePens() {
        pens = Style.Role.allCases.map { role in
            let look = RoleLook.of(role, theme, depth: depth, chosen: looks)
            return Pen(attributes: look.attributes, pair: look.color.map { Self.pair(Int16(role.rawValue + 1), Int16($0)) } ?? 0)
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
    static let plain = Pen(attributes: .none, pair: 0)

    /// The attributes.
    var attributes: Look.Attributes
    /// The number of the colour pair, 0 for the terminal's own colours.
    var pair: Int16

    /// Whether a space looks different when it is written with this pen than with the plain one.
    var showsOnSpaces: Bool {
        !attributes.isDisjoint(with: .underline.union(.reverse))
    }
}

extension Look.Attributes {
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
