import Terminal
import Testing

@testable import Curses

/// Every role can be read in every theme: its contrast on the theme's own background, measured.
@Suite struct ContrastTests {
    /// The first sixteen colours of xterm, as it is built.
    static let xterm = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF,
        0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map(RGBColor.init(hex:))
    /// Those of Solarized, whose bright ones are mostly greys.
    static let solarized = [
        0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xEEE8D5, 0x002B36, 0xCB4B16, 0x586E75, 0x657B83, 0x839496,
        0x6C71C4, 0x93A1A1, 0xFDF6E3,
    ].map(RGBColor.init(hex:))

    /// The ratio of a role, to one decimal; what has no colour is as the terminal's own foreground.
    private static func ratio(_ role: Style.Role, _ theme: Theme?, _ depth: RoleLook.Depth, _ scheme: Scheme) -> Double {
        let look = RoleLook.of(role, theme, depth: depth)
        let color = look.color.map { $0 < 16 ? scheme.colors[Int($0)] : RGBColor(of256: $0) } ?? scheme.foreground
        return (color.contrast(to: scheme.background) * 10).rounded(.down) / 10
    }

    struct Scheme: Sendable {
        let colors: [RGBColor]
        let foreground: RGBColor
        let background: RGBColor
    }

    static let black = Scheme(colors: xterm, foreground: RGBColor(hex: 0xE5E5E5), background: RGBColor(hex: 0x000000))
    static let white = Scheme(colors: xterm, foreground: RGBColor(hex: 0x000000), background: RGBColor(hex: 0xFFFFFF))

    /// The table: each role's contrast with 256 colours.
    @Test func theTableOfRoles() {
        let table = Style.Role.allCases.map { role in
            ([role.name]
                + [("dark", Theme.dark, Self.black), ("light", .light, Self.white)].map { name, theme, scheme in
                    "\(name) \(Self.ratio(role, theme, .many, scheme))"
                }).joined(separator: "  ")
        }
        #expect(table == Self.measured)
    }

    static let measured = [
        "text  dark 16.6  light 21.0",
        "dim  dark 6.9  light 5.2",
        "title  dark 10.6  light 9.3",
        "header  dark 16.6  light 21.0",
        "cursor  dark 16.6  light 21.0",
        "marked  dark 6.6  light 4.6",
        "failed  dark 5.2  light 5.8",
        "warning  dark 12.3  light 5.7",
        "success  dark 9.7  light 7.9",
        "accent  dark 10.6  light 9.3",
        "key  dark 10.6  light 9.3",
        "input  dark 16.6  light 21.0",
    ]

    /// What each role looks like in each theme, and where the background is not known.
    @Test func theTableOfLooks() {
        let themes: [Theme?] = [.dark, .light, .highContrast, nil]
        let table = Style.Role.allCases.map { role in
            role.name + ": " + themes.map { RoleLook.of(role, $0, depth: .many).words }.joined(separator: ", ")
        }
        #expect(
            table == [
                "text: default, default, default, default", "dim: 246, 242, default, default", "title: cyan, blue, bold, bold",
                "header: underline, underline, underline, underline", "cursor: reverse, reverse, reverse, reverse",
                "marked: bold bright-magenta, magenta, bold, bold", "failed: bold bright-red, red, bold underline, bold underline",
                "warning: yellow, 94, underline, underline", "success: green, 22, default, default", "accent: cyan, blue, bold, bold",
                "key: cyan, blue, bold, bold", "input: underline, underline, underline, underline",
            ])
    }

    @Test(arguments: Style.Role.allCases, RoleLook.Depth.allCases) func everyRoleHasTheContrast(role: Style.Role, depth: RoleLook.Depth) {
        #expect(Self.ratio(role, .dark, depth, Self.black) >= 4.5)
        #expect(Self.ratio(role, .light, depth, Self.white) >= 4.5)
        for scheme in [Self.black, Self.white] {
            #expect(Self.ratio(role, .highContrast, depth, scheme) >= 7)
            #expect(Self.ratio(role, nil, depth, scheme) >= 7, "an unknown background has the terminal's own colours")
        }
    }

    /// Solarized gives its own accents no more than this; nothing vanishes.
    @Test(arguments: Style.Role.allCases, RoleLook.Depth.allCases) func nothingVanishesInSolarized(role: Style.Role, depth: RoleLook.Depth)
    {
        let dark = Scheme(colors: Self.solarized, foreground: RGBColor(hex: 0x839496), background: RGBColor(hex: 0x002B36))
        let light = Scheme(colors: Self.solarized, foreground: RGBColor(hex: 0x657B83), background: RGBColor(hex: 0xFDF6E3))
        #expect(Self.ratio(role, .dark, depth, dark) >= 3)
        #expect(Self.ratio(role, .light, depth, light) >= 3)
        #expect(Theme(background: dark.background) == .dark && Theme(background: light.background) == .light)
    }

    @Test func boldNeverTurnsAColourOfTheLightThemeIntoAPaleOne() {
        for role in Style.Role.allCases {
            for depth in RoleLook.Depth.allCases {
                let look = RoleLook.of(role, .light, depth: depth)
                #expect(look.color == nil || !look.attributes.contains(.bold))
            }
        }
    }
}

extension RGBColor {
    fileprivate init(hex: Int) { self.init(UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF)) }

    /// A colour beyond the first sixteen, as xterm shows it.
    fileprivate init(of256 number: UInt8) {
        let number = Int(number)
        if number >= 232 {
            let grey = UInt8(8 + 10 * (number - 232))
            self.init(grey, grey, grey)
        } else {
            let parts = [36, 6, 1].map { UInt8([0, 95, 135, 175, 215, 255][(number - 16) / $0 % 6]) }
            self.init(parts[0], parts[1], parts[2])
        }
    }
}
