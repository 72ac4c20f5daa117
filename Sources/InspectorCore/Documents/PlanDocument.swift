package import JSON

/// What `--dry-run --output json` prints, and `--from` takes back: one person plans, another applies. Targets have the API's own shape.
package struct PlanDocument: Sendable, JSONWritable {
    private let plan: Plan
    private let coverage: CoverageSummary?
    private let leftOut: Int
    private let uncovered: UncoveredProjects?

    /// The document of a plan that was not sent yet, with what it does to coverage.
    package init(_ draft: PlanDraft) {
        (plan, coverage, leftOut) = (draft.plan, draft.coverageSummary, draft.leftOutCount)
        uncovered = draft.uncoveredWords == nil ? nil : UncoveredProjects(draft.coverage)
    }

    /// The document of a plan of whose projects nothing is known.
    package init(_ plan: Plan) {
        (self.plan, coverage, leftOut, uncovered) = (plan, nil, 0, nil)
    }

    /// Writes the plan; what is not known and lists about nothing are left out.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", plan.account)
            json.alreadyDone(.associate, of: plan, unlessEmpty: true)
            if plan.action != .disassociate { writeRequests(.associate, as: "associateConfigurationRequests", to: &json) }
            json.member("coverage", coverage)
            json.member("digest", PlanDigest(plan)?.text)
            if plan.action != .associate { writeRequests(.disassociate, as: "disassociateConfigurationRequests", to: &json) }
            if leftOut > 0 { json.member("leftOut", leftOut) }
            json.alreadyDone(.disassociate, of: plan, unlessEmpty: true)
            json.member("profile", plan.profile)
            json.member("region", plan.region)
            json.member("uncovered", uncovered)
            json.member("warnings", plan.warnings.map(\.words))
        }
    }
}

extension PlanDocument {
    private func writeRequests(_ change: AssociationChange, as name: StaticString, to json: inout JSONWriter) {
        json.key(name)
        json.array { list in
            for place in plan.targets.indices where plan.change(at: place) == change {
                plan.targets.association(at: place).write(to: &list)
            }
        }
    }
}

/// The ids of the projects that a plan leaves without a scan configuration, or may.
private struct UncoveredProjects: Sendable, JSONWritable {
    private let losing: ProjectIDs
    private let unknown: ProjectIDs

    init(_ coverage: PlanCoverage) {
        (losing, unknown) = (coverage.projects(of: .loses), coverage.projects(of: .unknown))
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("loseLastConfiguration", Array(losing))
            json.member("mayLoseLastConfiguration", Array(unknown))
        }
    }
}

/// Numbers of projects: an object for the plan as a whole, with one for each account and provider where there are several.
extension CoverageSummary: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            if !accounts.isEmpty { json.member("accounts", accounts) }
            all.writeMembers(to: &json)
            if !providers.isEmpty { json.member("providers", providers) }
        }
    }
}

extension CoverageSummary.Part: JSONWritable {
    package func write(to json: inout JSONWriter) { json.object { writeMembers(to: &$0) } }

    fileprivate func writeMembers(to json: inout JSONWriter) {
        let fates = PlanCoverage.Fate.allCases.map { count(.fate($0)) }
        switch part {
        case .account(let account): json.member("account", account)
        case .all, .provider: break
        }
        json.member("keepConfiguration", count(.fate(.keeps)))
        json.member("loseLastConfiguration", count(.fate(.loses)))
        json.member("mayLoseLastConfiguration", count(.fate(.unknown)))
        json.member("projects", fates.reduce(0, +))
        if case .provider(let provider) = part { json.member("provider", provider) }
        json.member("scannedInLast30Days", count(.scanned(.recent)))
        json.member("scanTimeUnknown", count(.scanned(.unknown)))
    }
}

extension JSONWriter {
    /// The list of targets that were, when planned, already as the run would make them; none of a kind that is not in the plan.
    mutating func alreadyDone(_ change: AssociationChange, of plan: Plan, unlessEmpty: Bool = false) {
        let associations = plan.alreadyDone.filter { plan.change(of: $0) == change }.map(\.association)
        let isAsked =
            switch (plan.action, change) {
            case (.associate, .associate), (.disassociate, .disassociate), (.move, _): true
            case (.associate, .disassociate), (.disassociate, .associate): false
            }
        if !isAsked || unlessEmpty && associations.isEmpty { return }
        switch change {
        case .disassociate: member("notAssociated", associations)
        case .associate: member("alreadyAssociated", associations)
        }
    }
}
