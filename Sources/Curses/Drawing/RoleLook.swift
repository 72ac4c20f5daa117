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

/// The colour of a terminal with few colours that is nearest to one of 256.
struct NearestColor {
    let depth: RoleLook.Depth

    /// The colour's number there; `nil` for the terminal's own, also in place of black and white, which may be its background.
    func color(to color: UInt8) -> UInt8? {
        switch depth {
        case .none: nil
        case .many: color
        case .sixteen: color < 16 ? color : nearest(to: color, among: 1..<15)
        case .eight where color == Self.brightBlack: nil
        case .eight: color < 16 ? color % 8 : nearest(to: color, among: 1..<7)
        }
    }

    private func nearest(to color: UInt8, among candidates: Range<UInt8>) -> UInt8? {
        let wanted = Self.light(of: color)
        let (least, most) = (wanted.min() ?? 0, wanted.max() ?? 0)
        if most - least < Self.grey { return nil }
        return candidates.filter { ![Self.white, Self.brightBlack].contains($0) }
            .min { Self.distance(Self.light(of: $0), wanted) < Self.distance(Self.light(of: $1), wanted) }
    }

    /// Colours whose parts differ by less are greys.
    private static let grey = 48
    private static let (white, brightBlack): (UInt8, UInt8) = (7, 8)

    private static func distance(_ one: [Int], _ other: [Int]) -> Int {
        zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }

    /// Red, green and blue, 0 to 255, as xterm shows the colour.
    private static func light(of color: UInt8) -> [Int] {
        let number = Int(color)
        if number < 16 { return (0..<3).map { number >> $0 & 1 == 0 ? 0 : number > 8 ? 255 : 205 } }
        if number >= 232 { return Array(repeating: 8 + 10 * (number - 232), count: 3) }
        return [36, 6, 1].map { [0, 95, 135, 175, 215, 255][(number - 16) / $0 % 6] }
    }
}
