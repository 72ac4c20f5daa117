package import BitCollections

extension Inventory {
    /// Listed associations as targets of a plan, by configuration and by name.
    package func planTargets(_ rows: [ConfigurationNumber: BitSet]) -> PlanTargets {
        PlanTargets(ListedTargets(sections(rows.map { ($0, $1) }), in: resources))
    }

    /// Associations from elsewhere as targets of a plan, each once, by configuration and by name; with their names when the listing has them.
    package func planTargets(_ associations: some Collection<Association>) -> PlanTargets {
        if !associations.allSatisfy(\.resource.isMatched) { return PlanTargets(associations.map { planTarget($0) }) }
        var (table, projects, numbers): (ResourceTable, [BitSet], [String: Int]) = (resources, [], [:])
        var (arns, last): ([String], Int) = ([], 0)
        for association in associations {
            let arn = association.scanConfigurationArn
            if arns.isEmpty || arns[last] != arn {
                last = numbers[arn] ?? arns.count
                if last == arns.count {
                    numbers[arn] = last
                    arns.append(arn)
                    projects.append([])
                }
            }
            projects[last].insert(Int(table.number(of: association.resource)))
        }
        let sections = sections(zip(arns, projects).map { ($0, $1) })
        let repeated = associations.count - projects.reduce(0) { $0 + $1.count }
        return PlanTargets(ListedTargets(sections, in: table, repeated: repeated))
    }

    private func sections(_ rows: [(ConfigurationNumber, BitSet)]) -> [(group: TargetGroup, projects: TargetOrder.Projects)] {
        sections(rows.map { (entries[Int($0)].configuration.scanConfigurationArn, $1) })
    }

    private func sections(_ rows: [(arn: String, projects: BitSet)]) -> [(group: TargetGroup, projects: TargetOrder.Projects)] {
        let named = rows.map { arn, projects in
            let name = numbers[arn].flatMap { listed.contains($0) ? entries[Int($0)].configuration.name : nil }
            return (key: NameKey(name ?? arn, id: arn), group: TargetGroup(arn, name), projects: projects)
        }
        return named.sorted { $0.key < $1.key }.map { ($0.group, .unordered($0.projects)) }
    }
}
