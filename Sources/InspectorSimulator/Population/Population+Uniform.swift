import InspectorCore

extension Population {
    /// `options.configurations` configurations with `options.projects` projects each.
    ///
    /// `options.sharing` neighbours share their projects; with four the quota of four configurations a project holds.
    static func uniform(_ options: SimulatorOptions) -> Self {
        let (configurations, projects, sharing) = (max(0, options.configurations), max(0, options.projects), max(1, options.sharing))
        let records = (0..<configurations).map { number in
            let start = number / sharing * projects
            return ConfigurationRecord(
                summary: ScanConfiguration(team: configurationTeam(number), number: number, options: options),
                projects: ProjectSet(start..<start + projects))
        }
        let total = (configurations + sharing - 1) / sharing * projects
        return Self(configurations: records, directory: .uniform(count: total, seed: options.seed))
    }

    private static func configurationTeam(_ number: Int) -> Team {
        var team = Team.believable[number % Team.believable.count]
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
        var team = Team.believable[0]
        team.organizations = ["acme", "globex", "initech", "northwind", "platform"]
        team.favourites = []
        team.subjects = Team.believable.flatMap(\.subjects)
        return team
    }
}
