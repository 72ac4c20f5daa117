import InspectorCore

/// The associations of a scope, those of one project side by side, so that an order of projects makes an order of rows.
///
/// A million rows of 100,000 projects are put in order in 4 ms this way, and in 25 to 50 by sorting them.
struct ProjectGroups: Hashable, Sendable {
    /// The state of the inventory they were computed from.
    let revision: Int
    /// Where each project's configurations begin; after the last project, how many there are.
    private let starts: [UInt32]
    private let configurations: [ConfigurationNumber]
    /// Each configuration's projects by name, once they were asked for.
    private var members: [[ResourceNumber]] = []

    /// Groups the associations; each project's configurations are in the service's order.
    init(_ inventory: Inventory, _ scope: ProjectList.Scope) {
        revision = inventory.revision
        let numbers =
            switch scope {
            case .all: inventory.listed
            case .configuration(let number): [number]
            }
        let starts = Self.starts(inventory, numbers)
        var next = starts
        var configurations = [ConfigurationNumber](repeating: 0, count: Int(starts[inventory.resources.count]))
        for number in numbers {
            for resource in inventory.entries[Int(number)].associations {
                configurations[Int(next[Int(resource)])] = number
                next[Int(resource)] += 1
            }
        }
        (self.starts, self.configurations) = (starts, configurations)
    }

    private static func starts(_ inventory: Inventory, _ numbers: [ConfigurationNumber]) -> [UInt32] {
        var starts = [UInt32](repeating: 0, count: inventory.resources.count + 1)
        for number in numbers {
            for resource in inventory.entries[Int(number)].associations { starts[Int(resource) + 1] += 1 }
        }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        return starts
    }

    /// How many associations there are.
    var count: Int { configurations.count }

    /// Every association of the projects, in their order; written into memory that is not filled before, which takes as long again.
    func rows(of projects: [ResourceNumber]) -> [AssociationID] {
        Array(unsafeUninitializedCapacity: count) { buffer, written in
            var place = 0
            forEach(of: projects) { row in
                buffer[place] = row
                place += 1
            }
            written = place
        }
    }

    /// Calls `body` with every association of the projects, in their order; one value is changed, for making a million costs 2 ms.
    func forEach(of projects: [ResourceNumber], _ body: (AssociationID) -> Void) {
        configurations.withUnsafeBufferPointer { configurations in
            starts.withUnsafeBufferPointer { starts in
                var row = AssociationID(configuration: 0, resource: 0)
                for project in projects where Int(project) + 1 < starts.count {
                    row.resource = project
                    for place in Int(starts[Int(project)])..<Int(starts[Int(project) + 1]) {
                        row.configuration = configurations[place]
                        body(row)
                    }
                }
            }
        }
    }
}

extension ProjectGroups {
    /// Makes ready for ``rows(byConfigurations:)``, for which a key has no time: 15 ms for a million rows.
    mutating func prepareConfigurations(_ ranking: [ResourceNumber]) {
        guard members.isEmpty, let last = configurations.max() else { return }
        var members: [[ResourceNumber]] = Array(repeating: [], count: Int(last) + 1)
        forEach(of: ranking) { members[Int($0.configuration)].append($0.resource) }
        self.members = members
    }

    /// Every association, the configurations in the order given, each one's projects by name.
    func rows(byConfigurations order: [ConfigurationNumber]) -> [AssociationID] {
        var rows: [AssociationID] = []
        rows.reserveCapacity(count)
        for number in order where Int(number) < members.count {
            var row = AssociationID(configuration: number, resource: 0)
            for project in members[Int(number)] {
                row.resource = project
                rows.append(row)
            }
        }
        return rows
    }
}
