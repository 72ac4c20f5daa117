import BitCollections
package import InspectorCore
import TextSafety

/// The part of a plan that is sent in one of several sessions: a plan of its own, which follows every edit of the whole.
struct PlanPart: Equatable, Sendable {
    /// The session.
    let session: SessionKey
    /// What the operator calls it.
    let name: String
    /// Its plan.
    private(set) var draft: PlanDraft
    /// Where its targets are in the whole.
    let places: Range<Int>

    /// The part that begins at a place of the whole.
    init(_ draft: PlanDraft, in session: SessionKey, called name: String, from start: Int) {
        (self.draft, self.session, self.name) = (draft, session, name)
        places = start..<start + draft.whole.targets.count
    }

    /// Leaves out what the whole leaves out, and nothing else.
    mutating func follow(_ whole: PlanDraft) {
        for place in places where whole.leftOut.contains(place) != draft.leftOut.contains(place - places.lowerBound) {
            draft.setLeftOut(place - places.lowerBound, whole.leftOut.contains(place))
        }
    }

    /// Notes that the filter of a list hides these targets of the whole.
    mutating func hide(_ hidden: [Int]) {
        draft.hide(hidden.lazy.filter(places.contains).map { [start = places.lowerBound] in $0 - start })
    }
}

/// A warning about a plan, with the session that it is about where there are several.
struct PlanCaution: Hashable, Sendable {
    let session: String?
    let warning: PlanWarning

    /// The sentence.
    var sentence: String { (session.map { "\($0): " } ?? "") + warning.sentence }
}

extension PlanScreen {
    /// The warnings of a draft, or of the parts that it has.
    static func cautions(_ draft: PlanDraft, _ parts: [PlanPart]) -> [PlanCaution] {
        if parts.isEmpty { return draft.warnings.map { PlanCaution(session: nil, warning: $0) } }
        return draft.closing.compactMap { if case .unresolvedLeftOut = $0 { PlanCaution(session: nil, warning: $0) } else { nil } }
            + parts.flatMap { part in part.draft.warnings.map { PlanCaution(session: part.name, warning: $0) } }
    }

    /// The session of a target, where there are several.
    func part(of place: Int) -> PlanPart? { parts.first { $0.places.contains(place) } }

    /// d with marks in several sessions: the plans of all, confirmed together.
    static func ofSeveral(
        _ origins: [SessionKey], _ marks: Marks, hidden: Marks, left: Int, in session: Session
    ) -> [Action] {
        let unknown = origins.filter { session[$0].identity.account == nil }
        if !unknown.isEmpty {
            let names = unknown.map { session[$0].name }.listed(upTo: 3)
            return [
                .warn("\(names): the account is not known, and among several sessions nothing is sent there then. Unmark it, or sign in.")
            ]
        }
        let inventory = session.account.inventory
        var (parts, start): ([PlanPart], Int) = ([], 0)
        for key in origins {
            let own = marks.without(configurations: { inventory.entries[Int($0)].origin != key })
            let draft = draft(.disassociate, inventory.only(key).planTargets(own.rows), at: key, in: session)
            parts.append(PlanPart(draft, in: key, called: session[key].name, from: start))
            start += draft.whole.targets.count
        }
        var all = inventory
        all.show(only: nil)
        let facts = PlanFacts(inventory: all, account: nil, region: "", caller: nil, now: session.now)
        var whole = Planner(facts: facts).draft(.disassociate, targets: all.planTargets(marks.rows))
        if left > 0 { whole.closing.append(.unresolvedLeftOut(targets: left)) }
        if !hidden.isEmpty {
            let places = parts.flatMap { part in
                Self.places(of: hidden, in: part.draft, inventory, part.session).map { $0 + part.places.lowerBound }
            }
            whole.hide(places)
            for place in parts.indices { parts[place].hide(places) }
        }
        return [.push(.plan(PlanScreen(whole, parts: parts)))]
    }

    /// Sends the plans of several sessions side by side.
    func sendParts(in session: inout Session) -> [Action] {
        let due = parts.filter { $0.draft.count > 0 }
        for part in due where session.key(for: part.draft.whole) != part.session {
            return [.warn("\(part.name) is of another account or region now. Nothing was sent.")]
        }
        let runs = due.map { part in
            var draft = part.draft
            draft.join(group: nil, profile: session[part.session].journalProfile)
            return PlannedRun(plan: draft.plan, session: part.session)
        }
        session.begin(
            zip(due, runs).map { LiveRun(plan: $1.plan, leftOut: $0.draft.leftOutCount, in: $1.session) })
        return [.replace(.run(RunScreen())), .effect(.startRuns(runs))]
    }
}

/// A plan and the session that carries it out.
package struct PlannedRun: Hashable, Sendable {
    /// The plan.
    package var plan: Plan
    /// The session.
    package let session: SessionKey
}
