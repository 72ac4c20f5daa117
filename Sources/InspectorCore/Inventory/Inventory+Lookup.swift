package import BitCollections

extension Inventory {
    /// Whether the newest listing names every project of the configuration, or shows that it is gone: what it does not show was not there.
    package func provesAbsence(of configuration: ConfigurationNumber) -> Bool {
        configurationsState == .complete && (entries[Int(configuration)].provesAbsence || !listed.contains(configuration))
    }

    /// Whether every listing came to its end and names every associated project.
    package var provesAbsence: Bool {
        configurationsState == .complete && listed.allSatisfy { entries[Int($0)].provesAbsence }
    }

    /// Those of `resources` that are associated with the configuration, as far as listed; none when it is gone.
    package func associated(among resources: BitSet, of configuration: ConfigurationNumber) -> BitSet {
        listed.contains(configuration) ? entries[Int(configuration)].associated(among: resources) : []
    }

    /// Whether the association exists, as far as listed.
    package func contains(_ id: AssociationID) -> Bool {
        listed.contains(id.configuration) && entries[Int(id.configuration)].contains(id.resource)
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

    /// The identity of an association seen before.
    package func id(of association: Association) -> AssociationID? {
        guard let configuration = numbers[association.scanConfigurationArn],
            let resource = resources.knownNumber(of: association.resource)
        else { return nil }
        return AssociationID(configuration: configuration, resource: resource)
    }

    /// The configuration of this ARN, once it was listed.
    package func number(ofArn arn: String) -> ConfigurationNumber? { numbers[arn] }

    /// The configurations whose ARN or name is `text`; several when names are not unique.
    package func configurations(named text: String) -> [ConfigurationNumber] {
        listed.filter {
            let configuration = entries[Int($0)].configuration
            return configuration.scanConfigurationArn == text || configuration.name == text
        }
    }

    /// Whether the name of every project is known that has one.
    package var knowsAllNames: Bool { coverageState == .complete && !resources.lacksNames }

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
                let number = numbers[association.scanConfigurationArn]
                last = (association.scanConfigurationArn, number.flatMap { proving.contains($0) ? $0 : nil })
            }
            guard let number = last?.number else { continue }
            let isThere = resources.knownNumber(of: association.resource).map(entries[Int(number)].contains) ?? false
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
            guard let number = numbers[group.scanConfigurationArn], proving.contains(number) else { continue }
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
