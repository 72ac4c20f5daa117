/// Where the projects of a move go.
package struct MoveDestination: Hashable, Sendable {
    /// Which projects are associated with it first.
    package enum Covering: Hashable, Sendable {
        /// All of them: they move.
        case every
        /// Those that would be left with no scan configuration, or of which that is not known.
        case uncovered
    }

    /// The ARN of the configuration.
    package let scanConfigurationArn: String
    /// Which projects are associated with it.
    package let covering: Covering

    /// The configuration with this ARN, for these projects.
    package init(scanConfigurationArn: String, covering: Covering) {
        (self.scanConfigurationArn, self.covering) = (scanConfigurationArn, covering)
    }

    /// What is to be known of the destination before a plan is made: its associations with the projects of `targets`.
    package func associations(with targets: some Sequence<PlanTarget>) -> Set<Association> {
        Set(targets.lazy.filter(\.association.resource.isMatched).map(association))
    }

    /// The destination's association with the project of a target.
    func association(with target: PlanTarget) -> Association {
        Association(scanConfigurationArn: scanConfigurationArn, resource: target.association.resource)
    }
}

extension Planner {
    /// The plan that dissolves `targets`, once their projects are associated with `destination`. Associations with the destination itself
    /// stay: with all of them where the projects move, with those that nothing else would cover otherwise.
    ///
    /// The facts have to know which projects are associated with the destination.
    package func draft(moving targets: some Sequence<PlanTarget>, to destination: MoveDestination) -> PlanDraft {
        let targets = PlanTargets(targets)
        let coverage = PlanCoverage(targets, facts)
        let name = facts.configurations[destination.scanConfigurationArn]?.name ?? destination.scanConfigurationArn
        var (moved, stays): ([PlanTarget], Int) = ([], 0)
        var covers: [Association: PlanTarget] = [:]
        for (place, target) in targets.enumerated() {
            let isCovered: Bool = destination.covering == .uncovered && coverage.fate(ofTarget: place, isLeftOut: false) == .keeps
            if target.association.scanConfigurationArn == destination.scanConfigurationArn, !isCovered {
                stays += 1
                continue
            }
            var target = target
            target.change = .disassociate
            moved.append(target)
            guard !isCovered, target.association.resource.isMatched, !facts.alreadyDone.contains(target.association) else { continue }
            let cover = destination.association(with: target)
            covers[cover] = PlanTarget(
                association: cover, configurationName: name, projectName: covers[cover]?.projectName ?? target.projectName,
                change: .associate)
        }
        let isMove = !covers.isEmpty || destination.covering == .every
        if !isMove { for place in moved.indices { moved[place].change = nil } }
        var draft = draft(isMove ? .move : .disassociate, targets: Array(covers.values) + moved)
        if stays > 0 { draft.opening.append(.stays(configuration: name, targets: stays)) }
        return draft
    }
}

extension Planner {
    /// The plan of a move whose first stage is given: it dissolves `targets`, once `covers` exist. Projects of which nothing is left to
    /// dissolve are not covered.
    ///
    /// The facts have to know which of the covers exist.
    package func draft(moving targets: some Collection<PlanTarget>, after covers: some Collection<PlanTarget>) -> PlanDraft {
        let open = Set(targets.lazy.map(\.association).filter { !facts.alreadyDone.contains($0) }.map(\.resource))
        func changed(_ target: PlanTarget, _ change: AssociationChange) -> PlanTarget {
            var target = target
            target.change = change
            return target
        }
        let needed = covers.filter { open.contains($0.association.resource) }
        return draft(.move, targets: needed.map { changed($0, .associate) } + targets.map { changed($0, .disassociate) })
    }
}
