package import BitCollections

extension Inventory {
    /// How far the listing of configurations is.
    package var configurationsState: ListingState {
        listings.count == 1 ? listings[0].configurationsState : origins.map { listings[Int($0)].configurationsState }.joined
    }

    /// How far the listing of the coverage is: names and facts come with the same pages.
    package var coverageState: ListingState {
        listings.count == 1 ? listings[0].coverageState : origins.map { listings[Int($0)].coverageState }.joined
    }

    /// Whether the newest listing of its session has the configuration.
    func isListed(_ configuration: ConfigurationNumber) -> Bool {
        listings[Int(entries[Int(configuration)].origin)].listed.contains(configuration)
    }

    /// Whether the newest listing names every project of the configuration, or shows that it is gone: what it does not show was not there.
    package func provesAbsence(of configuration: ConfigurationNumber) -> Bool {
        let entry = entries[Int(configuration)]
        return listings[Int(entry.origin)].configurationsState == .complete && (entry.provesAbsence || !isListed(configuration))
    }

    /// Whether every listing came to its end and names every associated project.
    package var provesAbsence: Bool { origins.allSatisfy { provesAbsence(in: $0) } }

    /// Whether every listing of a session came to its end and names every associated project.
    package func provesAbsence(in origin: OriginNumber) -> Bool {
        let listing = listings[Int(origin)]
        return listing.configurationsState == .complete && listing.listed.allSatisfy { entries[Int($0)].provesAbsence }
    }

    /// What is so of each session, by its number.
    package func inEachOrigin<Value>(_ value: (OriginNumber) -> Value) -> [Value] { (0..<OriginNumber(listings.count)).map(value) }

    /// Those of `resources` that are associated with the configuration, as far as listed; none when it is gone.
    package func associated(among resources: BitSet, of configuration: ConfigurationNumber) -> BitSet {
        isListed(configuration) ? entries[Int(configuration)].associated(among: resources) : []
    }

    /// Whether the association exists, as far as listed.
    package func contains(_ id: AssociationID) -> Bool {
        isListed(id.configuration) && entries[Int(id.configuration)].contains(id.resource)
    }

    /// All associations of the listed configurations, as far as known.
    package var associationCount: Int {
        listed.reduce(0) { $0 + entries[Int($1)].associations.count }
    }

    /// Whether every listing came to its end.
    package var isComplete: Bool {
        configurationsState == .complete && listed.allSatisfy { entries[Int($0)].state == .complete }
    }

    /// Whether pages are still to come.
    package var isLoading: Bool {
        configurationsState == .loading || listed.contains { entries[Int($0)].state == .loading }
    }

    /// The association behind an identity.
    package func association(_ id: AssociationID) -> Association {
        Association(
            scanConfigurationArn: entries[Int(id.configuration)].configuration.scanConfigurationArn,
            resource: resources[id.resource])
    }

    /// The identity of an association seen before. Where several sessions have seen it, it is that of the first which has it now.
    package func id(of association: Association) -> AssociationID? {
        let ids = origins.lazy.compactMap { id(of: association, in: $0) }
        return listings.count == 1 ? ids.first : ids.first(where: contains) ?? ids.first
    }

    /// The identity of an association that a session has seen before.
    package func id(of association: Association, in origin: OriginNumber) -> AssociationID? {
        guard let configuration = listings[Int(origin)].numbers[association.scanConfigurationArn],
            let resource = resources.knownNumber(of: association.resource, in: origin)
        else { return nil }
        return AssociationID(configuration: configuration, resource: resource)
    }

    /// The configuration of this ARN, once it was listed.
    package func number(ofArn arn: String) -> ConfigurationNumber? {
        origins.lazy.compactMap { listings[Int($0)].numbers[arn] }.first
    }

    /// The number of a resource that was seen before.
    package func knownNumber(of resource: AssociationResource) -> ResourceNumber? {
        origins.lazy.compactMap { resources.knownNumber(of: resource, in: $0) }.first
    }

    /// The configurations whose ARN or name is `text`; several when names are not unique.
    package func configurations(named text: String) -> [ConfigurationNumber] {
        listed.filter {
            let configuration = entries[Int($0)].configuration
            return configuration.scanConfigurationArn == text || configuration.name == text
        }
    }

    /// Whether the name of every project is known that has one.
    package var knowsAllNames: Bool { coverageState == .complete && !resources.lacksNames }

    /// Whether the coverage of a session was listed to its end, with every name and fact of it.
    package func knowsCoverage(in origin: OriginNumber) -> Bool { knowsFacts(in: origin) && !resources.lacksNames }

    /// Whether the coverage of a session was listed to its end, with every fact of it.
    func knowsFacts(in origin: OriginNumber) -> Bool { listings[Int(origin)].coverageState == .complete && !facts.lacksWords }

    /// Whether the coverage was listed to its end and every fact of it is kept: only then does a fact's absence prove anything.
    package var knowsAllFacts: Bool { coverageState == .complete && !facts.lacksWords }

    /// The repository's name, when ListCoverage gave it.
    package func projectName(of resource: ResourceNumber) -> String? {
        resources.name(of: resource)
    }

    /// The account that the configurations' ARNs name.
    package var account: String? {
        listed.lazy.compactMap { Identifiers.account(ofArn: self.entries[Int($0)].configuration.scanConfigurationArn) }.first
    }
}

extension Inventory {
    /// The identities of a configuration's associations, in the service's order.
    package func associationIDs(of number: ConfigurationNumber) -> [AssociationID] {
        entries[Int(number)].associations.map { AssociationID(configuration: number, resource: $0) }
    }
}

extension Inventory {
    /// Those of `associations` that exist, as far as listed.
    package func present(among associations: some Sequence<Association>) -> Set<Association> {
        let listed = Set(listed)
        return Set(
            associations.filter { association in
                guard let id = id(of: association), listed.contains(id.configuration) else { return false }
                return entries[Int(id.configuration)].contains(id.resource)
            })
    }

    /// Those of `associations` that do not exist: the complete listing of their configuration does not show them, and has no row that might
    /// be theirs. Pages are no snapshot, so that a second listing has to agree before that is proven.
    package func absent(among associations: some Sequence<Association>) -> Set<Association> {
        let proving = proving
        if proving.isEmpty { return [] }
        // Neighbours mostly have the same configuration: to compare ARNs is then to compare addresses, and to hash one takes 130 bytes.
        var last: (arn: String, number: ConfigurationNumber?)?
        var absent: Set<Association> = []
        for association in associations where association.resource.isMatched {
            if last?.arn != association.scanConfigurationArn {
                let number = number(ofArn: association.scanConfigurationArn)
                last = (association.scanConfigurationArn, number.flatMap { proving.contains($0) ? $0 : nil })
            }
            guard let number = last?.number else { continue }
            let isThere =
                resources.knownNumber(of: association.resource, in: entries[Int(number)].origin).map(entries[Int(number)].contains) ?? false
            if !isThere { absent.insert(association) }
        }
        return absent
    }

    /// The same of a plan's targets. Those with the numbers of this listing are looked up by them, which takes no time.
    package func absent(among targets: PlanTargets) -> Set<Association> {
        guard let listed = targets.listed, listed.table.isCopy(of: resources) else { return absent(among: targets.associations) }
        let proving = proving
        var absent: Set<Association> = []
        for (place, group) in listed.groups.enumerated() {
            guard let number = number(ofArn: group.scanConfigurationArn), proving.contains(number) else { continue }
            let entry = entries[Int(number)]
            listed.anyOrder(of: place).forEach { project in
                if entry.contains(project) || !resources[project].isMatched { return }
                absent.insert(Association(scanConfigurationArn: group.scanConfigurationArn, resource: resources[project]))
            }
        }
        return absent
    }

    /// The configurations whose listing shows what is not associated.
    private var proving: Set<ConfigurationNumber> {
        configurationsState == .complete ? Set(listed.filter { entries[Int($0)].provesAbsence }) : []
    }
}

/// What a session has, as far as it is listed.
package struct ListedExtent: Hashable, Sendable {
    /// How many configurations.
    package let configurations: Int
    /// How many associations they have.
    package let associations: Int
    /// Whether pages are still to come.
    package let isLoading: Bool
    /// Whether every listing of configurations and associations came to its end.
    package let isComplete: Bool
}

extension Inventory {
    /// What a session has.
    package func extent(of origin: OriginNumber) -> ListedExtent {
        let listing = listings[Int(origin)]
        let states = [listing.configurationsState] + listing.listed.map { entries[Int($0)].state }
        return ListedExtent(
            configurations: listing.listed.count,
            associations: listing.listed.reduce(0) { $0 + entries[Int($1)].associations.count },
            isLoading: states.contains(.loading), isComplete: states.allSatisfy { $0 == .complete })
    }

    /// Why listings of a session ended early: of its configurations, their associations, and the coverage.
    package func errors(in origin: OriginNumber) -> [ListingError] {
        let listing = listings[Int(origin)]
        return ([listing.configurationsState] + listing.listed.map { entries[Int($0)].state } + [listing.coverageState])
            .compactMap(\.error)
    }

    /// Whether a project was listed by a session that is looked at.
    package func isInScope(_ resource: ResourceNumber) -> Bool { scope.map { resources.origin(of: resource) == $0 } ?? true }
}
