import BitCollections
import InspectorCore

/// The account as far as it is listed, with its marks and failures. All of it is forgotten when the account changes.
struct Account: Equatable, Sendable {
    /// What is known about the account.
    private(set) var inventory: Inventory
    /// What filters and orders need of the projects.
    @Cached private(set) var index = ProjectIndex()
    /// The questions that an operator starts from, with their answers.
    @Cached private(set) var views = AccountViews()
    /// What the operator marked.
    var marks = Marks()
    /// Projects of no configuration that the operator marked to be associated with one, as numbers of resources.
    var projectMarks = BitSet()
    /// What was marked when all marks were cleared last.
    private(set) var clearedMarks = Marks()
    /// Imports of marks.
    var imports = MarkImports()
    /// What did not succeed in the last runs, by association.
    private(set) var failures = Failures()
    /// Listings that start over because a run of this session changed what they list.
    private(set) var overlapped: [OverlappedListings]
    /// What each session's listing is waiting for, when nothing has arrived for a while.
    private var listingWaits: [ListingWait?]
    /// Whether rows may have changed since the lists were last computed.
    var hasNewRows = false

    /// Nothing, of so many sessions.
    init(sessions: Int = 1) {
        inventory = Inventory(sessions: sessions)
        overlapped = Array(repeating: OverlappedListings(), count: sessions)
        listingWaits = Array(repeating: nil, count: sessions)
    }

    /// What the listing is waiting for, when nothing has arrived for a while.
    var listingWait: ListingWait? { inventory.scope.map { listingWaits[Int($0)] } ?? listingWaits.lazy.compactMap(\.self).first }

    /// Whether nothing new has come of a session's listing for a while.
    func isWaiting(_ origin: OriginNumber) -> Bool { listingWaits[Int(origin)] != nil }

    /// Forgets everything: marks and rows of one account must never meet another. The numbers of listings keep growing, so that pages of an
    /// old one are still recognized.
    mutating func forget() {
        (inventory, index, marks, clearedMarks, failures) = (
            Inventory(sessions: overlapped.count), ProjectIndex(), Marks(), Marks(), Failures()
        )
        projectMarks = []
        views = AccountViews()
        imports.forget()
        hasNewRows = true
    }

    /// Forgets one of several sessions: marks and rows of one account must never meet another.
    mutating func forget(_ origin: OriginNumber) {
        let isGone = { [inventory] (number: ConfigurationNumber) in inventory.entries[Int(number)].origin == origin }
        (marks, clearedMarks) = (marks.without(configurations: isGone), clearedMarks.without(configurations: isGone))
        for id in Array(failures.ids) where isGone(id.configuration) { failures[id] = nil }
        projectMarks = projectMarks.filter { inventory.resources.origin(of: ResourceNumber($0)) != origin }
        imports.forget()
        inventory.forget(origin)
        hasNewRows = true
    }

    /// Shows what one of several sessions has listed, or everything.
    mutating func show(only origin: OriginNumber?) {
        inventory.show(only: origin)
        hasNewRows = true
    }

    /// Says where a session lists, which filters ask for.
    mutating func setOrigin(_ new: InventoryOrigin, of origin: OriginNumber) {
        inventory.setOrigin(new, of: origin)
        hasNewRows = true
    }

    /// What is marked of a session.
    func marks(in origin: OriginNumber) -> Marks {
        overlapped.count == 1 ? marks : marks.without(configurations: { inventory.entries[Int($0)].origin != origin })
    }

    /// What is marked of the sessions that are looked at.
    var shownMarks: Marks { inventory.scope.map(marks) ?? marks }

    /// The sessions of which something is marked.
    var markedOrigins: [OriginNumber] {
        Set(marks.rows.keys.map { inventory.entries[Int($0)].origin }).sorted()
    }

    /// Marks what an import names; ``takeImportBack()`` takes that back as long as no other mark changes.
    mutating func mark(_ ids: [AssociationID]) {
        let before = marks
        for id in ids { marks.insert(id) }
        imports.record(before: before, after: marks)
    }

    /// Restores the marks from before the last import; false when there was none, or marks were changed since.
    mutating func takeImportBack() -> Bool {
        guard let before = imports.takeBack(marks) else { return false }
        marks = before
        return true
    }

    /// Unmarks these associations.
    mutating func unmark(_ associations: [Association], in origin: OriginNumber = 0) {
        for id in associations.compactMap({ inventory.id(of: $0, in: origin) }) { marks.remove(id) }
    }

    /// Clears all marks, and keeps them for ``restoreMarks()``.
    mutating func clearMarks() {
        clearedMarks = marks
        marks.removeAll()
    }

    /// Marks again what was cleared last, as far as it is still associated.
    mutating func restoreMarks() {
        marks = clearedMarks
        marks.removeGone(from: inventory)
        clearedMarks = Marks()
    }

    /// Updates the orders of the projects.
    mutating func updateRankings() { index.updateRankings() }

    /// Updates the answers to the questions that are shown.
    mutating func updateViews(now: Int64) { views.update(inventory, now: now) }

    /// The answer to a question.
    func members(of view: CoverageView, now: Int64) -> ViewMembers { views[view] ?? inventory.members(of: view, now: now) }
}

extension Account {
    /// Starts listing a session's account. What a plan in progress changes is listed again after its run.
    mutating func beginListing(during plan: Plan?, in origin: OriginNumber = 0) {
        inventory.beginRefresh(of: origin)
        overlapped[Int(origin)].reset()
        listingWaits[Int(origin)] = nil
        if let plan { overlap(plan, in: origin) }
    }

    /// A run starts: pages of its configurations that are being listed no longer count.
    mutating func overlap(_ plan: Plan, in origin: OriginNumber = 0) {
        let inventory = inventory.only(origin)
        overlapped[Int(origin)].overlap(plan.scanConfigurationArns.filter(inventory.isBeingListed))
    }

    /// Lists again what a run has overlapped; only to be called when none is in progress there.
    mutating func listOverlapped(in origin: OriginNumber = 0) -> [Effect] {
        guard !overlapped[Int(origin)].due.isEmpty else { return [] }
        let own = inventory.only(origin)
        let arns = overlapped[Int(origin)].startOver { own.number(ofArn: $0) != nil }
        if own.configurationsState != .loading { overlapped[Int(origin)].forgetDue() }
        guard !arns.isEmpty else { return [] }
        inventory.beginRefresh(of: arns, in: origin)
        return [.listAgain(round: overlapped[Int(origin)].round, scanConfigurationArns: arns, at: origin)]
    }

    /// The listing of one of a few configurations ended.
    mutating func endListing(of arn: String, in origin: OriginNumber = 0) { overlapped[Int(origin)].ended(arn) }

    /// Applies a page or another event of a session's listing.
    mutating func apply(_ event: InventoryEvent, from origin: OriginNumber = 0) {
        listingWaits[Int(origin)] = if case .waiting(let wait) = event { wait } else { nil }
        inventory.apply(event, from: origin)
        index.append(from: inventory)
        if case .coverage(let page) = event { index.record(page, in: inventory, of: origin) }
        hasNewRows = true
    }

    /// Removes marks and failures of associations that no longer exist; returns a notice if marks were removed.
    mutating func removeGone() -> Notice? {
        let before = marks.count
        marks.removeGone(from: inventory)
        failures.removeGone(from: inventory)
        let gone = before - marks.count
        return gone > 0 ? Notice(.warning, "Cleared \(gone.counted("mark")): those associations are no longer listed.") : nil
    }

    /// Applies outcomes in a session to the lists: what succeeded leaves them, what did not stays highlighted, and marked where sending it
    /// again makes sense.
    mutating func apply(_ outcomes: [TargetOutcome], in origin: OriginNumber = 0) {
        let known = outcomes.compactMap { outcome in
            inventory.id(of: outcome.association, in: origin).map { (id: $0, outcome: outcome) }
        }
        let succeeded = known.filter { $0.outcome.outcome == .succeeded }
        for (id, _) in succeeded {
            marks.remove(id)
            failures[id] = nil
        }
        index.append(from: inventory)
        inventory.remove(succeeded.filter { $0.outcome.change == .disassociate }.map(\.id))
        for (id, outcome) in succeeded where outcome.change == .associate {
            inventory.insert(id)
            projectMarks.remove(Int(id.resource))
        }
        for (id, outcome) in known where outcome.outcome != .succeeded { keep(id, outcome.outcome, outcome.change) }
        hasNewRows = true
    }

    private mutating func keep(_ id: AssociationID, _ outcome: Outcome, _ change: AssociationChange) {
        failures[id] = outcome
        guard change == .disassociate else { return }
        inventory.insert(id)
        if outcome.isWorthSending { marks.insert(id) } else { marks.remove(id) }
    }

    /// Applies the findings of a verification: what turned out done is no longer a failure. It says nothing new about other rows.
    mutating func apply(findings report: RunReport, in origin: OriginNumber = 0) {
        let settled = zip(report.plan.targets, report.outcomes).filter { target, outcome in
            outcome == .succeeded && inventory.id(of: target.association, in: origin).map { failures[$0] != nil } ?? false
        }
        apply(
            settled.map { TargetOutcome(association: $0.0.association, change: report.plan.change(of: $0.0), outcome: .succeeded) },
            in: origin)
    }
}

extension Inventory {
    /// Whether the configuration's associations are being listed. Nothing is known about one before the listing of configurations
    /// has come to it.
    fileprivate func isBeingListed(_ arn: String) -> Bool {
        number(ofArn: arn).map { entries[Int($0)].state == .loading } ?? (configurationsState == .loading)
    }
}

extension ProjectIndex {
    fileprivate mutating func record(_ page: [ProjectDetails], in inventory: Inventory, of origin: OriginNumber) {
        for project in page {
            guard let number = inventory.resources.knownNumber(of: .projectId(project.projectId), in: origin) else { continue }
            record(number, in: inventory)
        }
    }
}
