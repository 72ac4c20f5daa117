/// Walks over text scalar by scalar and says what each becomes on the terminal.
package struct TerminalScan {
    /// What becomes of one scalar in a text, by what stands before it.
    enum Verdict: Hashable {
        case keep(width: Int)
        case space
        case standIn
        case drop
    }

    /// Marks drawn onto one character; what is stacked higher is left out.
    static let highestStack = 3
    /// Shown in place of what must not reach the terminal.
    static let standIn: Unicode.Scalar = "\u{FFFD}"

    private var base: Unicode.Scalar?
    private var stack = 0

    /// A scan at the start of a text, where there is nothing that a mark could stand on.
    package init() {}

    /// What becomes of the next scalar of the text.
    mutating func judge(_ scalar: Unicode.Scalar) -> Verdict {
        let kind = scalar.kind
        switch kind {
        case .narrow, .wide:
            start(with: scalar)
            return .keep(width: kind == .wide ? 2 : 1)
        case .blank:
            start(with: " ")
            return .space
        case .combining:
            return judgeMark()
        case .joiner where base.map { !$0.isASCII && $0 != Self.standIn } ?? false:
            return .drop
        case .joiner, .refused:
            start(with: Self.standIn)
            return .standIn
        }
    }

    /// The cells the next scalar takes.
    mutating func width(of scalar: Unicode.Scalar) -> Int {
        switch judge(scalar) {
        case .keep(let width): width
        case .space, .standIn: 1
        case .drop: 0
        }
    }

    /// The cells the next character takes.
    package mutating func width(of character: Character) -> Int {
        character.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private mutating func start(with scalar: Unicode.Scalar) {
        base = scalar
        stack = 0
    }

    private mutating func judgeMark() -> Verdict {
        guard base != nil else {
            start(with: Self.standIn)
            return .standIn
        }
        stack += 1
        return stack > Self.highestStack ? .drop : .keep(width: 0)
    }
}
