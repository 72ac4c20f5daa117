/// Text that is written with one pen.
struct StyledRun: Hashable, Sendable {
    /// The text.
    var text: String
    /// What it is written with.
    var pen: Pen

    /// The runs of a line with as few changes of pen as possible: spaces get the pen that saves a change, if they look the same with
    /// it. Spaces at both ends are plain, which lets ncurses skip or clear them.
    static func economized(_ runs: [StyledRun]) -> [StyledRun] {
        let pieces = runs.flatMap(\.pieces)
        var result: [StyledRun] = []
        for (index, piece) in pieces.enumerated() {
            var piece = piece
            if piece.isFlexible {
                let next = pieces[index...].first { !$0.isFlexible }?.pen ?? .plain
                piece.pen = cheapest(between: result.last?.pen ?? .plain, and: next)
            }
            if result.last?.pen == piece.pen {
                result[result.count - 1].text += piece.text
            } else {
                result.append(piece)
            }
        }
        return result
    }

    private static func cheapest(between previous: Pen, and next: Pen) -> Pen {
        previous.showsOnSpaces || next == .plain ? .plain : previous
    }

    /// Whether these are spaces that look the same with any pen that draws nothing on spaces.
    private var isFlexible: Bool {
        !pen.showsOnSpaces && text.utf8.first == UInt8(ascii: " ") && text.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
    }

    /// The text, split between spaces and everything else.
    private var pieces: [StyledRun] {
        guard !pen.showsOnSpaces else { return [self] }
        var pieces: [StyledRun] = []
        var rest = text[...]
        while let first = rest.first {
            let piece = rest.prefix { ($0 == " ") == (first == " ") }
            pieces.append(StyledRun(text: String(piece), pen: pen))
            rest = rest[piece.endIndex...]
        }
        return pieces
    }
}
