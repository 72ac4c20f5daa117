import InspectorCore
import Terminal
import TextSafety

extension AssociationListScreen {
    /// The line above the key hints: the run in progress, a range, what is marked and hidden, or the state of the listing.
    func status(in scene: Scene) -> Line {
        let (session, columns) = (scene.session, scene.display.size.columns)
        if let run = session.run { return Line(run.status(in: session), .accent) }
        if let range = list.range {
            return Line(
                "Range of \(range.count.counted("row")): \(session.key(.list(.range))) or \(session.key(.list(.mark))) marks it, Esc cancels it.",
                .marked)
        }
        let whole = Line(chosen(session, isShort: false))
        if whole.spans.isEmpty { return ListingStatus(session).line }
        return whole.displayWidth < columns ? whole : Line(chosen(session, isShort: true)).clipped(to: columns - 1)
    }

    /// What is marked and hidden. Where there is little room, the filter comes last.
    private func chosen(_ session: Session, isShort: Bool) -> [Span] {
        var parts: [Span] = []
        if let words = markWords(in: session, isShort: isShort) { parts.append(Span(words, .marked)) }
        var filter = list.filter.isEmpty ? [] : [Span((parts.isEmpty ? "" : "  ") + "/\(list.filter.effect.terminalSafe)", .input)]
        if let gap = filterGap(in: session) { filter.append(Span("  \(gap)", .warning)) }
        let only = list.showsMarkedOnly ? [Span("  only marked rows", .dim)] : []
        return parts + (isShort ? only + filter : filter + only)
    }

    func markWords(in session: Session, isShort: Bool) -> String? {
        if session.account.marks.isEmpty { return nil }
        let place = isShort ? "" : " in \(session.account.marks.configurationCount.counted("configuration"))"
        let hidden = list.hiddenMarks == 0 ? "" : ", \(list.hiddenMarks.grouped) hidden" + (isShort ? "" : " by the filter")
        return "\(session.account.marks.count.grouped) marked\(place)\(hidden)"
    }

    /// How much of the list the filter being typed shows, "3 of 90, 2 marked are hidden".
    func filterCount(of all: Int, in session: Session) -> String {
        let hidden = list.hiddenMarks
        return "\(list.rows.count.grouped) of \(all.grouped)"
            + (hidden == 0 ? "" : ", \(hidden.grouped) marked \(hidden == 1 ? "is" : "are") hidden")
            + (filterGap(in: session).map { "; \($0)" } ?? "") + (neverScanned(in: session).map { "; \($0)" } ?? "")
    }

    /// What a term about the age of scans does with projects that were never scanned, where there are any.
    private func neverScanned(in session: Session) -> String? {
        guard let isIncluded = list.filter.expression.includesNeverScanned, session.account.inventory.hasNeverScanned else { return nil }
        return isIncluded ? "with those never scanned" : "without those never scanned (scanned:never)"
    }

    /// What the filter stands on and is not listed: rows may match that are not shown.
    private func filterGap(in session: Session) -> String? {
        let gaps = list.filter.expression.needs.compactMap { $0.gapWords(in: session.account.inventory) }
        return gaps.isEmpty ? nil : gaps.joined(separator: ", ")
    }

    /// Shown when a filter leaves no rows.
    func nothingShown(_ noun: String, in session: Session, _ page: Page) -> [Line] {
        let what =
            list.filter.isEmpty
            ? "Nothing here is marked." : "No \(list.showsMarkedOnly ? "marked " : "")\(noun) match \"\(list.filter.effect)\"."
        return page.paragraph(what, .warning) + valuesThatExist(in: session).flatMap { page.paragraph($0, .text) }
            + page.paragraph(list.showsMarkedOnly ? "\(session.key(.list(.onlyMarked))) shows all." : "Esc clears the filter.", .dim)
    }
}

extension AssociationListScreen {
    /// For each term that asks for a value which nothing here has, the values that there are: "scan is one of no access, ok."
    private func valuesThatExist(in session: Session) -> [String] {
        list.filter.expression.terms.compactMap { term in
            guard case .text(let field, let text) = term.condition, !term.isNegated else { return nil }
            let known = session.account.knownValues(of: field).filter { !$0.isEmpty }
            if known.isEmpty || known.contains(where: { $0.lowercased().contains(text.lowercased()) }) { return nil }
            return "\(field.rawValue) is one of \(known.listed(upTo: 8))."
        }
    }
}

/// The state of the account's listing in a line: what it waits for, how far it is, or what is missing.
struct ListingStatus {
    private let session: Session
    private var account: Account { session.account }

    init(_ session: Session) {
        self.session = session
    }

    /// The line; empty when the listing is complete.
    var line: Line {
        if !session.connection.isReady { return .empty }
        if let interruption { return Line(interruption, .warning) }
        if let sentence = account.listingWait?.sentence, account.inventory.isLoading { return Line(sentence, .dim) }
        if account.inventory.isLoading { return Line("Listing: \(account.inventory.associationCount.counted("association")) so far", .dim) }
        if let kept = session.keptMarks, !kept.isEmpty {
            return Line(
                "\(kept.count.counted("mark")) of an earlier session \(kept.count == 1 ? "was" : "were") not sent: \(session.key(.list(.importMarks))) Enter restores \(kept.count == 1 ? "it" : "them").",
                .marked)
        }
        if case .failed = account.inventory.coverageState {
            let what = account.inventory.facts.isEmpty ? "Names and scan states could not" : "Not all names and scan states could"
            return Line("\(what) be listed: \(session.key(.program(.results))) shows why.", .dim)
        }
        return account.inventory.isComplete
            ? .empty
            : Line("The listing is incomplete: \(session.key(.program(.results))) shows why, \(session.key(.refresh)) tries again.", .dim)
    }

    /// "1 interrupted run: 11,550 left, press H": runs of this account that were interrupted before this session.
    private var interruption: String? {
        let accounts = Set(session.shownSeats.compactMap(\.identity.account))
        let runs = session.interruptedRuns.filter { $0.account.map(accounts.contains) ?? false }
        if runs.isEmpty { return nil }
        let regions = Set(runs.compactMap(\.region)).subtracting(session.shownSeats.compactMap(\.identity.region)).sorted()
        let left = runs.reduce(0) { $0 + $1.left }
        let words = "\(runs.count.counted("interrupted run")): " + (left > 0 ? "\(left.grouped) left" : "only verification left")
        return ([words] + regions + ["press \(session.key(.program(.earlierRuns)))"]).joined(separator: ", ")
    }
}

extension FilterExpression {
    /// Whether a term about the age of scans takes projects that were never scanned; nothing without such a term, or with one that names
    /// them.
    fileprivate var includesNeverScanned: Bool? {
        if terms.contains(where: { $0.condition == .neverScanned }) { return nil }
        let ages = terms.filter { if case .scanned = $0.condition { true } else { false } }
        return ages.isEmpty ? nil : ages.allSatisfy(\.isNegated)
    }
}

extension Inventory {
    fileprivate var hasNeverScanned: Bool {
        (0..<ResourceNumber(resources.count)).contains { facts.scanTime(of: $0) == .never }
    }
}
