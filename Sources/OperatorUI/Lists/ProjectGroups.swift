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
            forEach(of: projects) { row in
                buffer[written] = row
                written += 1
            }
        }
    }

    /// Every association of the projects, grouped by configuration, those in the order given.
    func rows(of projects: [ResourceNumber], by configurations: [ConfigurationNumber]) -> [AssociationID] {
        var places = self.places(of: configurations)
        return Array(unsafeUninitializedCapacity: count) { buffer, written in
            places.withUnsafeMutableBufferPointer { places in
                forEach(of: projects) { row in
                    buffer[places[Int(row.configuration)]] = row
                    places[Int(row.configuration)] += 1
                }
            }
            written = count
        }
    }

    /// Where each configuration's rows begin when the configurations are in the order given, by their numbers.
    private func places(of order: [ConfigurationNumber]) -> [Int] {
        var counts = [Int](repeating: 0, count: order.count)
        for configuration in configurations { counts[Int(configuration)] += 1 }
        var (places, start) = (counts, 0)
        for number in order {
            places[Int(number)] = start
            start += counts[Int(number)]
        }
        return places
    }

    /// Calls `body` with every association of the projects, in their order.
    func forEach(of projects: [ResourceNumber], _ body: (AssociationID) -> Void) {
        configurations.withUnsafeBufferPointer { configurations in
            starts.withUnsafeBufferPointer { starts in
                for project in projects where Int(project) + 1 < starts.count {
                    for place in Int(starts[Int(project)])..<Int(starts[Int(project) + 1]) {
                        body(AssociationID(configuration: configurations[place], resource: project))
                    }
                }
            }
        }
    }
}
