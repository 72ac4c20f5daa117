import TextSafety

extension String {
    /// The text in at most `columns` cells; it ends in "…" when something is missing. A wide character is never halved.
    package func clipped(to columns: Int) -> String {
        displayWidth <= columns ? self : truncated(to: columns)
    }

    /// The text in at most `columns` cells, with "…" for what is missing in its middle: names that begin alike stay apart.
    package func clippedInMiddle(to columns: Int) -> String {
        guard displayWidth > columns, columns >= Self.narrowestWithMiddle else { return clipped(to: columns) }
        let head = prefix(columns: (columns - 1) / 3)
        return head + "…" + suffix(columns: columns - 1 - String(head).displayWidth)
    }

    private static let narrowestWithMiddle = 8

    /// The text in exactly `columns` cells: clipped, then filled up on the right with spaces.
    package func padded(to columns: Int) -> String {
        let text = clipped(to: columns)
        return text + text.filling(columns)
    }

    /// The text in exactly `columns` cells: clipped, made terminal-safe so that no combining mark joins
    /// a space, then filled up on the left with spaces.
    package func leftPadded(to columns: Int) -> String {
        let text = clipped(to: columns).terminalSafe
        return text.filling(columns) + text
    }

    /// The text without the spaces at its end.
    package var trimmingTrailingSpaces: Substring {
        lastIndex { $0 != " " }.map { self[...$0] } ?? ""
    }

    /// The start of the text and "…", in at most `columns` cells.
    func truncated(to columns: Int) -> String {
        columns > 0 ? prefix(columns: columns - 1) + "…" : ""
    }

    private func filling(_ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - displayWidth))
    }
}

extension String {
    /// The text in lines of at most `columns` cells, broken between words and at line breaks. A word that is longer than a line is cut
    /// where the line ends. Spaces around a break go away; text without a word is one empty line. Without columns there are no lines.
    package func wrapped(to columns: Int) -> [String] {
        guard columns > 0 else { return [] }
        return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph in
            var lines = [""]
            for word in paragraph.split(separator: " ") {
                Self.place(String(word), in: &lines, columns: columns)
            }
            return lines
        }
    }

    private static func place(_ word: String, in lines: inout [String], columns: Int) {
        let line = lines[lines.count - 1]
        if line.isEmpty {
            lines.removeLast()
            lines += word.pieces(of: columns)
        } else if line.displayWidth + 1 + word.displayWidth <= columns {
            lines[lines.count - 1] += " " + word
        } else {
            lines += word.pieces(of: columns)
        }
    }

    /// The text cut into pieces of at most `columns` cells, one character a piece where not even that fits.
    private func pieces(of columns: Int) -> [String] {
        var pieces: [String] = []
        var piece = Piece()
        for character in self where !piece.take(character, columns: columns) {
            pieces.append(piece.text)
            piece = Piece()
            _ = piece.take(character, columns: columns)
        }
        return piece.text.isEmpty ? pieces : pieces + [piece.text]
    }
}

/// A piece of a word that is longer than a line.
private struct Piece {
    private(set) var text = ""
    private var width = 0
    private var scan = TerminalScan()

    /// Adds the next character; false when it does not fit any more. The first one always fits.
    mutating func take(_ character: Character, columns: Int) -> Bool {
        let cells = scan.width(of: character)
        guard text.isEmpty || width + cells <= columns else { return false }
        text.append(character)
        width += cells
        return true
    }
}
