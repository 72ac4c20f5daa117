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
