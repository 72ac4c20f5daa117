extension String {
    /// The cells the text takes once it is ``terminalSafe``.
    package var displayWidth: Int {
        guard !isPlainASCII else { return utf8.count }
        var scan = TerminalScan()
        return unicodeScalars.reduce(0) { $0 + scan.width(of: $1) }
    }

    /// The longest start of the text that takes at most `columns` cells; characters are never cut apart.
    package func prefix(columns: Int) -> Substring {
        guard !isPlainASCII else { return prefix(max(0, columns)) }
        var scan = TerminalScan()
        var room = columns
        return prefix { character in
            room -= scan.width(of: character)
            return room >= 0
        }
    }

    /// The longest end of the text that takes at most `columns` cells; characters are never cut apart.
    package func suffix(columns: Int) -> Substring {
        guard !isPlainASCII else { return suffix(max(0, columns)) }
        var room = columns
        let dropped = reversed().prefix { character in
            room -= String(character).displayWidth
            return room >= 0
        }
        return suffix(dropped.count)
    }
}
