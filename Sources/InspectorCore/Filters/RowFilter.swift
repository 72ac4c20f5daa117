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

    /// Passes on a test that says whether every term holds for a row.
    package func withTest<Result>(_ body: ((AssociationID) -> Bool) -> Result) -> Result {
        guard let first = groups.first else { return body { _ in true } }
        return first.withTest(and: groups.dropFirst(), body)
    }
}

extension FilterExpression {
    /// Those of `projects` for which every term holds, on the command line.
    ///
    /// - Parameter now: Seconds since 1970.
    package func projects(
        among projects: [AssociationResource], of inventory: Inventory, now: Int64
    ) throws(FilterGap) -> [AssociationResource] {
        if let need = needs.first(where: { !$0.isMet(by: inventory) }) { throw FilterGap(need, in: inventory) }
        let filter = RowFilter(self, of: FilterSubject(inventory, texts: InventoryTexts(inventory), now: now))
        return projects.filter { inventory.resources.knownNumber(of: $0).map(filter.includes(project:)) ?? false }
    }

    /// Those of `rows` for which every term holds, on the command line: there is no session, and nothing is still to come.
    ///
    /// - Parameter now: Seconds since 1970.
    package func rows(among rows: [AssociationID], of inventory: Inventory, now: Int64) throws(FilterGap) -> [AssociationID] {
        if let need = needs.first(where: { !$0.isMet(by: inventory) }) { throw FilterGap(need, in: inventory) }
        let subject = FilterSubject(inventory, texts: InventoryTexts(inventory), now: now)
        return RowFilter(self, of: subject).withTest { rows.filter($0) }
    }
}
