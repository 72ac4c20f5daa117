import BitCollections
import Testing

@testable import InspectorCore

/// Which rows a filter shows, and that what did not arrive proves nothing.
struct RowFilterTests {
    private static let now: Int64 = 1_000 * 86_400

    private static func details(_ number: Int, _ name: String, _ words: [ScanFact: String], days: Int64?) -> ProjectDetails {
        ProjectDetails(
            projectId: InventoryTests.project(number).projectId ?? "", projectName: name, words: words,
            lastScan: days.map { .at(now - $0 * 86_400) } ?? .never)
    }

    private static let coverage = [
        details(1, "acme/Ledger", [.statusCode: "ACTIVE", .reason: "SUCCESSFUL", .provider: "GITHUB", .visibility: "PRIVATE"], days: 3),
        details(2, "acme/web", [.statusCode: "INACTIVE", .reason: "ACCESS_DENIED", .provider: "GITLAB_SELF_MANAGED"], days: 100),
        details(3, "umbrella/web", [.statusCode: "ACTIVE", .reason: "PENDING_INITIAL_SCAN", .account: "123456789012"], days: nil),
    ]

    /// "nightly" has 1, 2, 3 and 4, "mobile" has 2; 4 is not covered.
    private static func inventory(covered: Range<Int> = 0..<3, ends: Bool = true, isLast: Bool = true) -> Inventory {
        var inventory = Inventory()
        let (nightly, mobile) = (InventoryTests.configuration(1, name: "nightly"), InventoryTests.configuration(2, name: "mobile"))
        inventory.apply(.configurations([nightly, mobile], isLast: true))
        inventory.apply(InventoryTests.page(nightly, [1, 2, 3, 4]))
        inventory.apply(InventoryTests.page(mobile, [2], isLast: isLast))
        inventory.apply(.coverage(Array(coverage[covered])))
        if ends { inventory.apply(.finished) }
        return inventory
    }

    /// The rows that match, as a project's number and the first letter of a configuration.
    private static func rows(
        _ text: String, _ inventory: Inventory = inventory(), seesConfigurations: Bool = true, session: FilterSession = FilterSession(),
        shownFields: Set<FilterField>? = nil
    ) throws -> [String] {
        let parsed = FilterParser.parse(text)
        try #require(parsed.mistake == nil)
        var subject = FilterSubject(inventory, texts: InventoryTexts(inventory), seesConfigurations: seesConfigurations, now: now)
        subject.session = session
        if let shownFields { subject.shownFields = shownFields }
        let filter = RowFilter(parsed.expression, of: subject)
        let all = inventory.listed.flatMap(inventory.associationIDs)
        let shown = filter.rows(among: all)
        #expect(Set(filter.rows(of: rows(of: inventory))) == Set(shown), "a block of rows is like one row after the other")
        if filter.isAboutProjects { #expect(shown == all.filter { filter.includes(project: $0.resource) }) }
        return shown.map { id in
            "\(inventory.resources[id.resource].projectId?.last ?? "?")"
                + inventory.entries[Int(id.configuration)].configuration.name.prefix(1)
        }
    }

    /// All rows by project.
    private static func rows(of inventory: Inventory) -> ProjectRows {
        let order = (0..<ResourceNumber(inventory.resources.count)).map { $0 }
        let members = order.map { project in inventory.listed.filter { inventory.entries[Int($0)].associations.contains(project) } }
        let starts = members.reduce(into: [UInt32(0)]) { $0.append(($0.last ?? 0) + UInt32($1.count)) }
        let count = members.reduce(0) { $0 + $1.count }
        return ProjectRows(order: order, starts: starts, configurations: members.flatMap(\.self), isReversed: true, count: count)
    }

    @Test(arguments: [
        ("gitlab", ["2n", "2m"]), ("private", ["1n"]), ("123456789012", ["3n"]), ("never", ["3n"]), ("3mo", ["2n", "2m"]), ("3d", ["1n"]),
        ("!gitlab", ["1n", "3n", "4n"]),
    ])
    func wordsLookAtWhatTheListShows(text: String, rows: [String]) throws {
        #expect(try Self.rows(text) == rows)
        if text.first != "!" { #expect(try Self.rows(text, shownFields: []) == []) }
    }

    @Test func aWordOfDigitsLooksAtInWhereItIsShown() throws {
        #expect(try Self.rows("2", shownFields: [.membership]).filter { $0.hasPrefix("2") } == ["2n", "2m"])
    }

    @Test(arguments: [
        ("", ["1n", "2n", "3n", "4n", "2m"]), ("LEDGER", ["1n"]), ("!ledger", ["2n", "3n", "4n", "2m"]), ("web acme", ["2n", "2m"]),
        ("name:web !name:acme", ["3n"]), ("!name:web", ["1n", "4n"]), ("id:00000004", ["4n"]), ("000000000003", ["3n"]),
        ("project-00000000-0000-4000-8000-000000000003", ["3n"]), ("proj", []),
        ("mobile", ["2m"]), ("config:night", ["1n", "2n", "3n", "4n"]), ("!config:night", ["2m"]), ("mobile nightly", []),
        ("in:1", ["1n", "3n", "4n"]), ("in>1", ["2n", "2m"]), ("in<2", ["1n", "3n", "4n"]), ("!in:1", ["2n", "2m"]), ("in:0", []),
        ("scan:active", ["1n", "3n"]), ("scan:ok", ["1n"]), ("!scan:active", ["2n", "4n", "2m"]), ("ok", ["1n"]),
        ("reason:denied", ["2n", "2m"]), ("reason:enied", []), ("provider:git", ["1n", "2n", "2m"]), ("provider:gitlab", ["2n", "2m"]),
        ("visibility:private", ["1n"]), ("account:1234", ["3n"]), ("account:9012", []),
        ("scanned>90d", ["2n", "2m"]), ("scanned<7d", ["1n"]), ("scanned>2d", ["1n", "2n", "2m"]), ("scanned<100d", ["1n"]),
        ("scanned:never", ["3n"]), ("!scanned:never", ["1n", "2n", "2m"]), ("!scanned>90d", ["1n", "3n"]),
        ("!scanned<7d", ["2n", "3n", "2m"]),
    ])
    func aFilterShowsTheRowsOfWhichItHolds(text: String, rows: [String]) throws {
        #expect(try Self.rows(text) == rows)
    }

    @Test func inAListOfOneConfigurationWordsDoNotLookAtItsName() throws {
        #expect(try Self.rows("nightly", seesConfigurations: false) == [])
        #expect(try Self.rows("!nightly", seesConfigurations: false).count == 5)
        #expect(try Self.rows("config:mobile", seesConfigurations: false) == ["2m"])
    }

    @Test(arguments: [
        ("name:web", ["2n", "2m"]), ("!name:web", ["1n"]), ("web", ["2n", "2m"]), ("!web", ["1n"]), ("!nightly", ["2m"]),
        ("scan:active", ["1n"]), ("!scan:active", ["2n", "2m"]), ("!provider:github", ["2n", "2m"]),
        ("scanned<7d", ["1n"]), ("!scanned<7d", []), ("scanned>90d", []), ("!scanned>90d", ["1n"]), ("scanned:never", []),
        ("!scanned:never", ["1n", "2n", "2m"]),
    ])
    func whatTheCoverageHasNotBroughtProvesNothing(text: String, rows: [String]) throws {
        #expect(try Self.rows(text, Self.inventory(covered: 0..<2, ends: false)) == rows)
    }

    @Test func aProjectThatWasNeverScannedIsNotProvenBeforeTheLastPage() throws {
        #expect(try Self.rows("scanned:never", Self.inventory(ends: false)) == [])
        #expect(try Self.rows("!scanned<7d", Self.inventory(ends: false)) == [])
    }

    @Test(arguments: [
        ("in>1", ["2n", "2m"]), ("!in>1", []), ("in:1", []), ("!in:1", ["2n", "2m"]), ("in<2", []), ("!in<2", ["2n", "2m"]), ("in:2", []),
        ("in<3", []),
    ])
    func beforeAllAssociationsAreListedOnlyMoreIsProven(text: String, rows: [String]) throws {
        #expect(try Self.rows(text, Self.inventory(isLast: false)) == rows)
    }

    @Test func withoutAnyCoverageWordsLookAtIdsAndConfigurations() throws {
        var inventory = Self.inventory(covered: 0..<0, ends: false)
        inventory.apply(.coverageFailed(.repeatedToken(operation: "ListCoverage")))
        inventory.apply(.finished)
        #expect(try Self.rows("!000000000003", inventory) == ["1n", "2n", "4n", "2m"])
        #expect(try Self.rows("!name:web", inventory) == [])
        #expect(try Self.rows("mobile", inventory) == ["2m"])
    }

    @Test func whatHappenedInTheSessionIsAskedToo() throws {
        var session = FilterSession()
        session.marked = [0: [0, 1]]
        session.failed = [1: [1]]
        session.statuses = [("ACCESS_DENIED  Not allowed to.", [1: [1]])]
        session.projectStatuses = [("matches no project", { $0 == 3 })]
        #expect(try Self.rows("marked", session: session) == ["1n", "2n"])
        #expect(try Self.rows("!marked", session: session) == ["3n", "4n", "2m"])
        #expect(try Self.rows("failed", session: session) == ["2m"])
        #expect(try Self.rows("status:access", session: session) == ["2m"])
        #expect(try Self.rows("allowed", session: session) == ["2m"])
        #expect(try Self.rows("status:matches", session: session) == ["4n"])
        #expect(try Self.rows("!status:access !status:matches", session: session) == ["1n", "2n", "3n"])
        #expect(try Self.rows("failed marked", session: session) == [])
    }

    @Test func moreTermsThanAWordHasBitsAllCount() throws {
        let many = Array(repeating: "acme", count: 70).joined(separator: " ")
        #expect(try Self.rows(many) == ["1n", "2n", "2m"])
        #expect(try Self.rows(many + " config:mobile") == ["2m"])
        #expect(try Self.rows("config:mobile " + many + " !ledger") == ["2m"])
    }

    @Test func onlyTheProjectsAskedAboutAreLookedAt() {
        let inventory = Self.inventory()
        let subject = FilterSubject(inventory, texts: InventoryTexts(inventory), now: Self.now)
        let filter = RowFilter(FilterParser.parse("name:web").expression, of: subject, among: [1])
        #expect((0..<4).filter { filter.includes(project: $0) } == [1])
    }
}
