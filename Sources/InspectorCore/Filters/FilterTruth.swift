import BitCollections

/// What a term says of a row. What did not arrive proves nothing: neither the term nor its opposite holds then.
enum FilterTruth: UInt8, Hashable {
    case no, yes, unknown

    /// Known to be so or not.
    init(_ holds: Bool) {
        self = holds ? .yes : .no
    }

    /// The opposite; where nothing is known, nothing is.
    static prefix func ! (truth: Self) -> Self {
        switch truth {
        case .no: .yes
        case .yes: .no
        case .unknown: .unknown
        }
    }

    /// This where all is known that could change it, and else that nothing is.
    func when(_ isKnown: Bool) -> Self { isKnown ? self : .unknown }

    /// A yes, which nothing that is still to come takes back; a no only where all is known that could change it.
    func provenYes(or isKnown: Bool) -> Self { self == .yes ? .yes : when(isKnown) }
}

/// What one term says of all rows, before a `!` turns it round.
struct TermTruth {
    /// What it says of a project's rows, by resource number; no, where there is nothing.
    var projects: [FilterTruth] = []
    /// The configurations all of whose rows it holds for.
    var configurations = BitSet()
    /// Single rows that it holds for.
    var rows: FilterSession.Rows = [:]
}
