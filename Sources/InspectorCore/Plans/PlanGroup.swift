/// Where the targets of one configuration are among those a plan is made of: numbers, for a million targets are copied slowly.
struct PlanGroup: Sendable {
    /// The configuration.
    let scanConfigurationArn: String
    /// The configuration's name, else its ARN.
    private(set) var title: String
    /// Places of its targets.
    private(set) var places: [Int] = []

    /// The projects among `targets` by configuration, each one once and in order; `name` gives the name of a configuration by its ARN.
    static func sorted(_ targets: [PlanTarget], name: (String) -> String?) -> [PlanGroup] {
        groups(of: targets, name).map { $0.sorted(targets) }
            .sorted { ($0.title, $0.scanConfigurationArn) < ($1.title, $1.scanConfigurationArn) }
    }

    /// Neighbours mostly have the same configuration: comparing ARNs is then one comparison of addresses, and hashing them 130 bytes.
    private static func groups(of targets: [PlanTarget], _ name: (String) -> String?) -> [PlanGroup] {
        var groups: [PlanGroup] = []
        var numbers: [String: Int] = [:]
        var last = 0
        for (place, target) in targets.enumerated() where target.association.resource.isMatched {
            let arn = target.association.scanConfigurationArn
            if groups.isEmpty || groups[last].scanConfigurationArn != arn {
                last = numbers[arn] ?? groups.count
                if last == groups.count {
                    numbers[arn] = last
                    groups.append(PlanGroup(scanConfigurationArn: arn, title: target.configurationName ?? name(arn) ?? arn))
                }
            }
            if let given = target.configurationName, groups[last].title == arn { groups[last].title = given }
            groups[last].places.append(place)
        }
        return groups
    }

    /// Each project once, by name and then by id.
    private func sorted(_ targets: [PlanTarget]) -> PlanGroup {
        var seen = Set<String>(minimumCapacity: places.count)
        let keys = places.compactMap { place in
            let id = targets[place].association.resource.projectId ?? ""
            return seen.insert(id).inserted ? (name: targets[place].projectName ?? id, id: id, place: place) : nil
        }
        var group = self
        group.places = keys.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.place)
        return group
    }
}
