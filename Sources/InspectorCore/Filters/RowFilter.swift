/// A filter made ready for the rows of an account as it is listed now.
///
/// What is true of a project or a configuration is found out once, so that a million rows of a hundred thousand projects take a moment.
package struct RowFilter: Sendable {
    private var groups: [TermGroup] = []

    /// - Parameter candidates: The projects whose rows are asked about, where that is not all of them.
    package init(_ expression: FilterExpression, of subject: FilterSubject, among candidates: [ResourceNumber]? = nil) {
        let (reading, inventory) = (TermReading(subject, candidates), subject.inventory)
        for (number, term) in expression.terms.enumerated() {
            let place = number % TermGroup.capacity
            if place == 0 { groups.append(TermGroup(resources: inventory.resources.count, configurations: inventory.entries.count)) }
            groups[groups.count - 1].add(reading.truth(of: term.condition), isNegated: term.isNegated, at: place)
        }
    }

    /// Whether all rows of a project are alike, so that ``includes(project:)`` decides.
    package var isAboutProjects: Bool { groups.allSatisfy(\.isAboutProjects) }

    /// Whether every term holds for the rows of a project.
    package func includes(project: ResourceNumber) -> Bool { groups.allSatisfy { $0.includes(project: project) } }

    /// Appends those of a project's rows for which every term holds: its rows are those in `configurations`, in that order or the other way
    /// round.
    package func append(
        rowsOf project: ResourceNumber, in configurations: Span<ConfigurationNumber>, isReversed: Bool, to result: inout [AssociationID]
    ) {
        let start = result.count
        guard let first = groups.first else { return }
        first.append(rowsOf: project, in: configurations, isReversed: isReversed, to: &result)
        guard groups.count > 1, result.count > start else { return }
        let rest = result[start...].filter { id in groups.dropFirst().allSatisfy { $0.includes(id) } }
        result.replaceSubrange(start..., with: rest)
    }

    /// Those of `rows` for which every term holds.
    package func rows(among rows: [AssociationID]) -> [AssociationID] {
        rows.filter { id in groups.allSatisfy { $0.includes(id) } }
    }

    /// Those rows of a configuration for which every term holds, in the order of `projects` or the other way round.
    package func append(
        rowsOf configuration: ConfigurationNumber, with projects: Span<ResourceNumber>, isReversed: Bool, to result: inout [AssociationID]
    ) {
        for place in projects.indices {
            let id = AssociationID(
                configuration: configuration, resource: projects[isReversed ? projects.count - 1 - place : place])
            if groups.allSatisfy({ $0.includes(id) }) { result.append(id) }
        }
    }
}

extension FilterExpression {
    /// Those of `rows` for which every term holds, on the command line: there is no session, and nothing is still to come.
    ///
    /// - Parameter now: Seconds since 1970.
    package func rows(among rows: [AssociationID], of inventory: Inventory, now: Int64) throws(FilterGap) -> [AssociationID] {
        if let need = needs.first(where: { !$0.isMet(by: inventory) }) { throw FilterGap(need, in: inventory) }
        let subject = FilterSubject(inventory, texts: InventoryTexts(inventory), now: now)
        return RowFilter(self, of: subject).rows(among: rows)
    }
}
