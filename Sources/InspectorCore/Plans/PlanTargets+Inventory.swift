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
            projects[last].insert(Int(table.number(of: association.resource, in: origin(ofArn: arn))))
        }
        let sections = sections(zip(arns, projects).map { ($0, $1) })
        let repeated = associations.count - projects.reduce(0) { $0 + $1.count }
        return PlanTargets(ListedTargets(sections, in: table, repeated: repeated))
    }

    /// Those of one session behind those of another.
    private func sections(_ rows: [(ConfigurationNumber, BitSet)]) -> [(group: TargetGroup, projects: TargetOrder.Projects)] {
        let bySession = Dictionary(grouping: rows) { entries[Int($0.0)].origin }.sorted { $0.key < $1.key }
        return bySession.flatMap { _, rows in
            sections(rows.map { (entries[Int($0)].configuration.scanConfigurationArn, $0, $1) })
        }
    }

    private func sections(_ rows: [(arn: String, projects: BitSet)]) -> [(group: TargetGroup, projects: TargetOrder.Projects)] {
        sections(rows.map { ($0, number(ofArn: $0), $1) })
    }

    private func sections(
        _ rows: [(arn: String, number: ConfigurationNumber?, projects: BitSet)]
    ) -> [(group: TargetGroup, projects: TargetOrder.Projects)] {
        let named = rows.map { arn, number, projects in
            let name = number.flatMap { isListed($0) ? entries[Int($0)].configuration.name : nil }
            return (key: NameKey(name ?? arn, id: arn), group: TargetGroup(arn, name), projects: projects)
        }
        return named.sorted { $0.key < $1.key }.map { ($0.group, .unordered($0.projects)) }
    }

    private func origin(ofArn arn: String) -> OriginNumber {
        number(ofArn: arn).map { entries[Int($0)].origin } ?? scope ?? 0
    }
}
