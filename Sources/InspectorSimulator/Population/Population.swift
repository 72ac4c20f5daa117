import InspectorCore

/// Everything an account holds when the simulator starts.
struct Population: Sendable {
    /// The scan configurations in the order they are listed, with the projects of each.
    var configurations: [ConfigurationRecord]
    /// The projects.
    var directory: ProjectDirectory
    /// Associations that cannot be dissolved, and why.
    var refusals: [AssociationKey: Refusal] = [:]
}

/// Why an association stays, in the service's words.
struct Refusal: Hashable, Sendable {
    /// One of the service's codes.
    let code: AssociationStatusCode
    /// The message that goes with it.
    let message: String
    /// How often the refusal is given before the association can be dissolved after all; nil is for ever.
    var times: Int?
}

/// How an account is filled.
package enum PopulationStyle: String, Sendable, CaseIterable {
    /// An account such as a company has: a default and an organization-level configuration, an empty one, shared projects, some that refuse.
    case demo
    /// The same number of projects in each configuration, up to four configurations a project, none that refuses.
    case uniform
}

extension Population {
    /// `options.configurations` configurations with `options.projects` projects each.
    ///
    /// `options.sharing` neighbours share their projects; with four the quota of four configurations a project holds.
    static func uniform(_ options: SimulatorOptions) -> Self {
        let (configurations, projects, sharing) = (max(0, options.configurations), max(0, options.projects), max(1, options.sharing))
        let records = (0..<configurations).map { number in
            let start = number / sharing * projects
            return ConfigurationRecord(
                summary: ScanConfiguration(
                    team: configurationTeam(number), number: number, options: options, isDefault: options.hasDefault && number == 0),
                projects: ProjectSet(start..<start + projects))
        }
        let total = (configurations + sharing - 1) / sharing * projects
        return Self(configurations: records, directory: .uniform(count: total, seed: options.seed))
    }

    private static func configurationTeam(_ number: Int) -> Team {
        var team = Team.demo[number % Team.demo.count]
        team.configuration = "scan-\(String(10_001 + number).dropFirst())"
        return team
    }
}

extension ProjectDirectory {
    /// So many projects of every team together.
    package static func uniform(count: Int, seed: UInt64) -> Self {
        Self(count: count, seed: seed, teams: [(0, everyone)])
    }

    private static var everyone: Team {
        var team = Team.demo[0]
        team.organizations = ["acme", "globex", "initech", "northwind", "platform"]
        team.favourites = []
        team.subjects = Team.demo.flatMap(\.subjects)
        return team
    }
}
