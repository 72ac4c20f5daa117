package import Terminal

/// What roles look like. All colours are readable on black and on white.
package enum RoleLook {
    /// How many colours the terminal has.
    enum Depth: Hashable, CaseIterable {
        case none, eight, sixteen, many
    }

    /// How a role looks in 256 colours, unless the operator has chosen another look.
    package static func standard(_ role: Style.Role) -> Look { standard(role, depth: .many) }

    /// How a role looks with this many colours; what the operator has chosen comes first, as near as the terminal can show it. A choice of
    /// a colour alone says nothing where there are none.
    static func of(_ role: Style.Role, depth: Depth, chosen: [Style.Role: Look] = [:]) -> Look {
        guard let look = chosen[role], depth != .none || !look.attributes.isEmpty else { return standard(role, depth: depth) }
        return Look(color: look.color.flatMap { NearestColor(depth: depth).color(to: $0) }, attributes: look.attributes)
    }

    private static func standard(_ role: Style.Role, depth: Depth) -> Look {
        switch depth {
        case .none: Look(attributes: plainAttributes(role))
        case .eight, .sixteen: Look(color: fewColors(role), attributes: fewColorsAttributes(role))
        case .many: Look(color: manyColors(role), attributes: manyColorsAttributes(role))
        }
    }

    private static func plainAttributes(_ role: Style.Role) -> Look.Attributes {
        switch role {
        case .text, .success: []
        case .dim: .dim
        case .title, .cursor, .marked, .accent, .key: .bold
        case .header, .input: .underline
        case .failed: .reverse
        case .warning: [.bold, .underline]
        }
    }

    private static func fewColorsAttributes(_ role: Style.Role) -> Look.Attributes {
        switch role {
        case .failed, .warning: .bold
        case .text, .dim, .title, .header, .cursor, .marked, .success, .accent, .key, .input: plainAttributes(role)
        }
    }

    private static func manyColorsAttributes(_ role: Style.Role) -> Look.Attributes {
        role == .dim ? [] : fewColorsAttributes(role)
    }

    private static func fewColors(_ role: Style.Role) -> UInt8? {
        switch role {
        case .failed: 1
        case .success: 2
        case .warning: 5
        case .text, .dim, .title, .header, .input, .cursor, .marked, .accent, .key: nil
        }
    }

    private static func manyColors(_ role: Style.Role) -> UInt8? {
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
