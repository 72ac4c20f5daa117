/// The size beyond which a listing is taken for endless: ten times the service's own quotas, or more.
struct ListingLimits: Hashable, Sendable {
    /// Rows of all pages together.
    let rows: Int
    /// Pages in a row that bring nothing new.
    let barrenPages: Int

    /// The service allows 500 configurations and a few defaults.
    static let configurations = Self(rows: 10 * ServiceLimits.configurations, barrenPages: 1_000)
    /// The service allows 100,000 projects in a configuration, which are a thousand pages.
    static let associations = Self(rows: 10 * ServiceLimits.projects, barrenPages: 1_000)
    /// Its filter may leave many pages empty: 2,000 are the pages of 400,000 resources of other kinds.
    static let coverage = Self(rows: 100 * ServiceLimits.projects, barrenPages: 2_000)
}

/// How a listing has gone so far, and whether it can still come to an end.
struct ListingCourse<Row: Hashable> {
    private let operation: String
    private let limits: ListingLimits
    private var tokens: Set<String> = []
    private var seen: Set<Int> = []
    private var pages = 0
    private var rows = 0
    private var barrenPages = 0

    /// The page from which on rows are compared with earlier ones. No listing within the service's quotas has that many full pages.
    private static var firstSuspect: Int { 1_000 }

    /// A listing of which no page came yet.
    init(operation: String, limits: ListingLimits) {
        self.operation = operation
        self.limits = limits
    }

    /// Takes a page in, and says whether it brought anything new.
    mutating func take(_ page: [Row]) -> Bool {
        pages += 1
        rows += page.count
        let isNew = pages < Self.firstSuspect ? !page.isEmpty : hasNews(page)
        barrenPages = isNew ? 0 : barrenPages + 1
        return isNew
    }

    private mutating func hasNews(_ page: [Row]) -> Bool {
        var isNew = false
        for row in page where seen.insert(row.hashValue).inserted { isNew = true }
        return isNew
    }

    /// The token of the next page, when there is one and it leads on.
    mutating func checked(_ token: String?) throws(ListingError) -> String? {
        guard let token else { return nil }
        guard tokens.insert(token).inserted else { throw .repeatedToken(operation: operation) }
        if rows > limits.rows { throw .endless(operation: operation, .rows(limits.rows)) }
        if barrenPages >= limits.barrenPages { throw .endless(operation: operation, .barrenPages(barrenPages)) }
        return token
    }
}
