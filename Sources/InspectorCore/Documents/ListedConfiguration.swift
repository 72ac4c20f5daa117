/// A configuration with those of its associations that a list shows.
package struct ListedConfiguration: Sendable {
    /// The configuration.
    package let number: ConfigurationNumber
    /// The associated resources, in the service's order.
    package let resources: [ResourceNumber]
}

extension Inventory {
    /// The projects that no configuration has; with a filter, those that it finds. That takes the coverage and every listing, to their ends.
    ///
    /// - Parameter now: Seconds since 1970.
    package func uncoveredProjects(_ filter: FilterExpression?, now: Int64) throws(FilterGap) -> [ResourceNumber] {
        let none = FilterTerm(.membership(.equal, 0))
        let projects = (0..<ResourceNumber(resources.count)).filter(resources.isProject).map { resources[$0] }
        let found = try FilterExpression(terms: [none] + (filter?.terms ?? [])).projects(among: projects, of: self, now: now)
        return found.compactMap(knownNumber)
    }

    /// The configurations with all of their associations; with a filter, those that have some that it finds, and these.
    ///
    /// - Parameter now: Seconds since 1970.
    package func list(
        _ configurations: [ConfigurationNumber], _ filter: FilterExpression?, now: Int64
    ) throws(FilterGap) -> [ListedConfiguration] {
        guard let filter else {
            return configurations.map { ListedConfiguration(number: $0, resources: entries[Int($0)].associations) }
        }
        let found = Dictionary(
            grouping: try filter.rows(among: configurations.flatMap(associationIDs), of: self, now: now), by: \.configuration)
        return configurations.compactMap { number in
            found[number].map { ListedConfiguration(number: number, resources: $0.map(\.resource)) }
        }
    }
}
