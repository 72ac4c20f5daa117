package import BitCollections

extension PlanDraft {
    /// The associations of a move that cover projects: those that it makes first, and those that exist already.
    package var covers: [PlanTarget] {
        whole.action == .move ? whole.targets.filter { $0.change == .associate } + whole.alreadyDone.filter { $0.change == .associate } : []
    }

    /// Projects that would be left with no scan configuration, or of which that is not known.
    package var uncoveredProjects: Set<AssociationResource> {
        let places = whole.targets.indices.lazy.filter { whole.change(at: $0) == .disassociate && !leftOut.contains($0) }
        return Set(places.filter { fate(of: $0) != .keeps }.map(whole.targets.resource))
    }

    /// Where the project of an association that a move makes first comes from: what it is disassociated from afterwards.
    package func origins(of place: Int) -> [PlanTarget] {
        guard place < coverPlaces.upperBound else { return [] }
        return (pairs.pair(of: place)?.rest ?? []).filter { !leftOut.contains($0) }.map { whole.targets[$0] }
    }

    /// Takes out what is not to be kept, and puts back what is. In a move the targets of a project stay together; what is taken out prevails.
    package mutating func keep(only kept: BitSet) {
        let before = leftOut
        for place in kept where before.contains(place) { setLeftOut(place, false) }
        for place in whole.targets.indices where !kept.contains(place) && !before.contains(place) { setLeftOut(place, true) }
    }

    private var coverPlaces: Range<Int> { 0..<pairs.coverCount }
}

extension Planner {
    /// The plan of an earlier draft made anew: it disassociates `targets`, once `covers` exist. What was left out, was hidden and was said of
    /// the earlier run stays so. Without covers it only disassociates.
    ///
    /// An association that covers its own project stays, and the plan says so. The facts have to know which of the covers exist.
    package func draft(covering covers: [PlanTarget], before targets: some Sequence<PlanTarget>, as old: PlanDraft) -> PlanDraft {
        let covering = Set(covers.map(\.association))
        let moved = targets.filter { !covering.contains($0.association) }
        let projects = Set(moved.lazy.map(\.association.resource))
        let needed = covers.filter { projects.contains($0.association.resource) }
        let all = needed.map { $0.with(.associate) } + moved.map { $0.with(needed.isEmpty ? nil : .disassociate) }
        var draft = draft(needed.isEmpty ? .disassociate : .move, targets: all, retrying: old.whole.retries)
        draft.opening += stayWarnings(targets.filter { covering.contains($0.association) })
        draft.closing += old.closing.filter { if case .unresolvedLeftOut = $0 { true } else { false } }
        draft.hide(draft.places(of: old.associations(at: old.hidden)))
        for place in draft.places(of: old.associations(at: old.leftOut)) { draft.setLeftOut(place, true) }
        return draft
    }

    private func stayWarnings(_ targets: [PlanTarget]) -> [PlanWarning] {
        Dictionary(grouping: targets, by: \.association.scanConfigurationArn).sorted { $0.key < $1.key }.map { arn, targets in
            .stays(configuration: facts.configurations[arn]?.name ?? arn, targets: targets.count)
        }
    }
}

extension PlanTarget {
    fileprivate func with(_ change: AssociationChange?) -> PlanTarget {
        var target = self
        target.change = change
        return target
    }
}

extension PlanDraft {
    fileprivate func associations(at places: BitSet) -> Set<Association> { Set(places.lazy.map(whole.targets.association)) }

    /// The places of these associations where they are disassociated, or the plan does only one thing.
    fileprivate func places(of associations: Set<Association>) -> [Int] {
        associations.isEmpty ? [] : whole.targets.indices.filter { associations.contains(whole.targets.association(at: $0)) }
    }
}
