import InspectorCore

extension State {
    /// The columns by which a list of associations can be sorted: those that it shows and that tell its rows apart.
    func sortColumns(of list: ProjectList) -> [ProjectColumn] {
        let layout = ProjectLayout(list, self, width: rightPane.width)
        let resources = resources(of: list.scope)
        let statuses = RowStatuses(inventory)
        return ProjectColumn.allCases.filter { column in
            switch column {
            case .name: layout.showsName
            case .id: layout.showsId
            case .configuration: layout.showsConfiguration && inventory.listed.count > 1
            case .count: Self.differ(resources) { inventory.configurationCount(of: $0) }
            case .status: hasFailures(list.scope) || Self.differ(resources) { statuses[$0].rawValue }
            }
        }
    }

    /// The columns by which configurations can be sorted.
    func sortColumns(of list: ConfigurationList) -> [ConfigurationColumn] {
        ConfigurationColumn.allCases.filter { column in
            switch column {
            case .service, .name, .associations: true
            case .marked: !marks.isEmpty
            case .failures: failures.hasFailures
            }
        }
    }

    private func resources(of scope: ProjectList.Scope) -> [ResourceNumber] {
        switch scope {
        case .all: (0..<ResourceNumber(inventory.resources.count)).filter { inventory.configurationCount(of: $0) > 0 }
        case .configuration(let number): inventory.entries[Int(number)].associations
        }
    }

    private func hasFailures(_ scope: ProjectList.Scope) -> Bool {
        switch scope {
        case .all: !failures.isEmpty
        case .configuration(let number): failures.ids.contains { $0.configuration == number }
        }
    }

    private static func differ(_ resources: [ResourceNumber], by value: (ResourceNumber) -> Int) -> Bool {
        guard let first = resources.first.map(value) else { return false }
        return resources.contains { value($0) != first }
    }
}
