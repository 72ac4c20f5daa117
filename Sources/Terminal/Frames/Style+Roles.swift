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
}
