/// How text is meant. What it looks like is decided where it is drawn.
package struct Style: Sendable, Hashable {
    /// What the text is there for. A role brings its own colour and attributes along.
    package enum Role: Int, Sendable, Hashable, CaseIterable {
        /// Ordinary text in the terminal's own colours.
        case text
        /// Text that matters less than the rest.
        case dim
        /// The name of a screen.
        case title
        /// The headings of columns.
        case header
        /// The bar over the row the cursor is on.
        case cursor
        /// An association that is marked.
        case marked
        /// An association that could not be disassociated.
        case failed
        /// Something to read before going on.
        case warning
        /// Something that is done.
        case success
        /// Something to find at a glance.
        case accent
        /// A key that can be pressed.
        case key
        /// Text the operator is typing.
        case input

        /// The role as the configuration file names it.
        package var name: String { "\(self)" }
    }

    /// What the text is there for.
    package var role: Role
    /// Bold, besides what the role brings.
    package var isBold: Bool
    /// Underlined, besides what the role brings.
    package var isUnderlined: Bool
    /// Foreground and background exchanged, besides what the role brings.
    package var isReversed: Bool

    /// A role with the attributes that are added to its own.
    package init(role: Role, isBold: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false) {
        self.role = role
        self.isBold = isBold
        self.isUnderlined = isUnderlined
        self.isReversed = isReversed
    }
}

extension Style {
    /// ``Role/text`` with nothing added.
    package static let text = Style(role: .text)
    /// ``Role/dim`` with nothing added.
    package static let dim = Style(role: .dim)
    /// ``Role/title`` with nothing added.
    package static let title = Style(role: .title)
    /// ``Role/header`` with nothing added.
    package static let header = Style(role: .header)
    /// ``Role/cursor`` with nothing added.
    package static let cursor = Style(role: .cursor)
    /// ``Role/marked`` with nothing added.
    package static let marked = Style(role: .marked)
    /// ``Role/failed`` with nothing added.
    package static let failed = Style(role: .failed)
    /// ``Role/warning`` with nothing added.
    package static let warning = Style(role: .warning)
    /// ``Role/success`` with nothing added.
    package static let success = Style(role: .success)
    /// ``Role/accent`` with nothing added.
    package static let accent = Style(role: .accent)
    /// ``Role/key`` with nothing added.
    package static let key = Style(role: .key)
    /// ``Role/input`` with nothing added.
    package static let input = Style(role: .input)

    /// The same style, bold.
    package var bold: Style { Style(role: role, isBold: true, isUnderlined: isUnderlined, isReversed: isReversed) }
    /// The same style, underlined.
    package var underlined: Style { Style(role: role, isBold: isBold, isUnderlined: true, isReversed: isReversed) }
    /// The same style, foreground and background exchanged.
    package var reversed: Style { Style(role: role, isBold: isBold, isUnderlined: isUnderlined, isReversed: true) }

    /// The same style, standing out among text in this one: underlined, or reversed where the role is underlined on some terminals.
    package var emphasized: Style {
        switch role {
        case .header, .input, .warning: reversed
        case .text, .dim, .title, .cursor, .marked, .failed, .success, .accent, .key: underlined
        }
    }
}
