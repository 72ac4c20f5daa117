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

    /// Those of `rows` for which every term holds.
    package func rows(among rows: [AssociationID]) -> [AssociationID] {
        groups.reduce(rows) { $1.rows(among: $0) }
    }

    /// The rows of projects for which every term holds; a million rows take a few milliseconds.
    package func rows(of projects: ProjectRows) -> [AssociationID] {
        let first = groups.first ?? TermGroup(resources: projects.starts.count, configurations: Int(projects.configurations.max() ?? 0) + 1)
        return groups.dropFirst().reduce(first.rows(of: projects)) { $1.rows(among: $0) }
    }
}

/// The rows of projects in an order of the projects, as one block of memory.
package struct ProjectRows {
    /// The projects whose rows are meant.
    package var order: [ResourceNumber]
    /// Where each project's configurations begin in ``configurations``, by its number; after the last one, where they end.
    package var starts: [UInt32]
    /// The configurations that projects are in, one project behind the other.
    package var configurations: [ConfigurationNumber]
    /// Whether each project's configurations are taken from the last to the first.
    package var isReversed: Bool
    /// How many rows there are.
    package var count: Int

    /// The rows of `count` associations.
    package init(order: [ResourceNumber], starts: [UInt32], configurations: [ConfigurationNumber], isReversed: Bool, count: Int) {
        (self.order, self.starts, self.configurations, self.isReversed, self.count) = (order, starts, configurations, isReversed, count)
    }
}

extension FilterExpression {
    /// Those of `projects` for which every term holds, on the command line; the terms ask about projects alone. The coverage has to be
    /// listed to its end, because a project that no configuration has is known by nothing else.
    ///
    /// - Parameter now: Seconds since 1970.
    package func projects(
        among projects: [AssociationResource], of inventory: Inventory, now: Int64
    ) throws(FilterGap) -> [AssociationResource] {
        let needs = FilterNeed.allCases.filter { $0 == .coverage || self.needs.contains($0) }
        if let need = needs.first(where: { !$0.isMet(by: inventory) }) { throw FilterGap(need, in: inventory) }
        let filter = RowFilter(
            self, of: FilterSubject(inventory, texts: InventoryTexts(inventory), seesConfigurations: false, now: now))
        return projects.filter { inventory.knownNumber(of: $0).map(filter.includes(project:)) ?? false }
    }

    /// Those of `rows` for which every term holds, on the command line: there is no session, and nothing is still to come.
    ///
    /// - Parameter now: Seconds since 1970.
    package func rows(among rows: [AssociationID], of inventory: Inventory, now: Int64) throws(FilterGap) -> [AssociationID] {
        if let need = needs.first(where: { !$0.isMet(by: inventory) }) { throw FilterGap(need, in: inventory) }
        let subject = FilterSubject(inventory, texts: InventoryTexts(inventory), now: now)
        return RowFilter(self, of: subject).rows(among: rows)
    }
}
