package import Terminal

/// What roles look like.
package enum RoleLook {
    /// How many colours the terminal has.
    package enum Depth: Hashable, CaseIterable, Sendable {
        case none, eight, sixteen, many
    }

    /// How a role looks in a theme with 256 colours, unless the operator has chosen another look.
    package static func standard(_ role: Style.Role, _ theme: Theme = .dark) -> Look { standard(role, theme, depth: .many) }

    /// How a role looks in a theme, `nil` where the background is not known, with this many colours. What the operator has chosen comes
    /// first, as near as the terminal can show it; a choice of a colour alone says nothing where there are none.
    static func of(_ role: Style.Role, _ theme: Theme?, depth: Depth, chosen: RoleLooks = RoleLooks()) -> Look {
        guard let look = chosen[role], depth != .none || !look.attributes.isEmpty else {
            return standard(role, theme, depth: depth)
        }
        return Look(color: look.color.flatMap { NearestColor(depth: depth).color(to: $0) }, attributes: look.attributes)
    }

    private static func standard(_ role: Style.Role, _ theme: Theme?, depth: Depth) -> Look {
        switch (theme, depth) {
        case (_, .none), (nil, _), (.highContrast, _): Look(attributes: attributes(role))
        case (.dark, .eight): darkEight(role)
        case (.dark, .sixteen), (.dark, .many): dark(role, hasGrey: depth == .many)
        case (.light, .eight), (.light, .sixteen): light(role)
        case (.light, .many): lightMany(role)
        }
    }

    /// Without colours, attributes and glyphs say it all.
    private static func attributes(_ role: Style.Role) -> Look.Attributes {
        switch role {
        case .text, .dim, .success: .none
        case .title, .marked, .accent, .key: .bold
        case .header, .input, .warning: .underline
        case .failed: .bold.union(.underline)
        case .cursor: .reverse
        }
    }

    /// The bright ones of most colours are greys in Solarized and its kin.
    private static func dark(_ role: Style.Role, hasGrey: Bool) -> Look {
        switch role {
        case .dim: Look(color: hasGrey ? 246 : nil)
        case .title, .accent, .key: Look(color: 6)
        case .marked: Look(color: 13, attributes: .bold)
        case .failed: Look(color: 9, attributes: .bold)
        case .warning: Look(color: 3)
        case .success: Look(color: 2)
        case .text, .header, .cursor, .input: Look(attributes: attributes(role))
        }
    }

    /// Of eight colours, red, blue and magenta are too dark on black; bold may show the bright one, and must not have to.
    private static func darkEight(_ role: Style.Role) -> Look {
        switch role {
        case .marked: Look(color: 6, attributes: .bold)
        case .failed: Look(color: 3, attributes: .bold.union(.underline))
        case .warning: Look(color: 3, attributes: .bold)
        case .success: Look(color: 2, attributes: .bold)
        case .text, .dim, .title, .header, .cursor, .accent, .key, .input: Look(attributes: attributes(role))
        }
    }

    /// Nothing is bold here that has a colour: many terminals show bold in the bright colour, which is too light on white.
    private static func light(_ role: Style.Role) -> Look {
        switch role {
        case .title, .accent, .key: Look(color: 4)
        case .marked: Look(color: 5)
        case .failed: Look(color: 1)
        case .warning: Look(color: 1, attributes: .underline)
        case .text, .dim, .header, .cursor, .success, .input: Look(attributes: attributes(role))
        }
    }

    /// Of the sixteen, none is a grey, a brown or a green that can be read on white.
    private static func lightMany(_ role: Style.Role) -> Look {
        switch role {
        case .dim: Look(color: 242)
        case .warning: Look(color: 94)
        case .success: Look(color: 22)
        case .text, .title, .header, .cursor, .marked, .failed, .accent, .key, .input: light(role)
        }
    }
}
