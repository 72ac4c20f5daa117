import Terminal

/// A part of the terminal that a list is drawn in.
struct Pane: Hashable {
    /// Cells from the left edge.
    let column: Int
    /// Cells across.
    let width: Int
    /// Whether keys go there.
    let isFocused: Bool
}

extension State {
    /// Where configurations are drawn.
    var leftPane: Pane {
        let isFocused = if case .configurations = screen { true } else { false }
        return Pane(column: 0, width: hasTwoPanes ? leftWidth : size.columns, isFocused: isFocused || !hasTwoPanes)
    }

    /// Where projects are drawn.
    var rightPane: Pane {
        guard hasTwoPanes else { return Pane(column: 0, width: size.columns, isFocused: true) }
        let isFocused = if case .projects = screen { true } else { false }
        return Pane(column: leftWidth + 1, width: size.columns - leftWidth - 1, isFocused: isFocused)
    }

    private var leftWidth: Int { min(64, size.columns * 2 / 5) }

    /// Two lists side by side, with a line between them.
    func besideEachOther(_ left: [Line], _ right: [Line]) -> [Line] {
        (0..<max(left.count, right.count)).map { row in
            let start = row < left.count ? left[row] : .empty
            let end = row < right.count ? right[row].spans : []
            return Line(start.padded(to: leftPane.width).spans + [Span("│", .dim)] + end)
        }
    }
}
