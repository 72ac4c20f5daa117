/// What a document of several sessions holds of one of them.
struct InputSection: Hashable, Sendable {
    /// How many rows of each kind came before.
    struct Start: Hashable, Sendable {
        let rows: Int
        let covers: Int
        let notAssociated: Int
    }

    /// The account that it says it is of.
    let account: String?
    /// The region that it says it is of.
    let region: String?
    /// The line on which it begins.
    let line: Int
    /// Its rows of each kind, by their places.
    let (rows, covers, notAssociated): (Range<Int>, Range<Int>, Range<Int>)

    init(account: String?, region: String?, line: Int, start: Start, end: Start) {
        (self.account, self.region, self.line) = (account, region, line)
        rows = start.rows..<end.rows
        covers = start.covers..<end.covers
        notAssociated = start.notAssociated..<end.notAssociated
    }

    /// Whether it names nothing.
    var isEmpty: Bool { rows.isEmpty && covers.isEmpty && notAssociated.isEmpty }
}

/// Some rows of an input, by their places, in order.
struct InputPlaces: Hashable, Sendable {
    var rows: [Int] = []
    var covers: [Int] = []
    var notAssociated: [Int] = []

    /// Whether there is none.
    var isEmpty: Bool { rows.isEmpty && covers.isEmpty && notAssociated.isEmpty }
}
