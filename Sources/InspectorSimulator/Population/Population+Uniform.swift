import InspectorCore

extension Population {
    /// `options.configurations` configurations with `options.projects` projects each.
    ///
    /// Four neighbours share their projects, so that the quota of four configurations a project holds.
    static func uniform(_ options: SimulatorOptions) -> Self {
        let (configurations, projects) = (max(0, options.configurations), max(0, options.projects))
        let records = (0..<configurations).map { number in
            let start = number / 4 * projects
            return ConfigurationRecord(
                summary: ScanConfiguration(team: configurationTeam(number), number: number, options: options),
                projects: ProjectSet(start..<start + projects))
        }
        let total = (configurations + 3) / 4 * projects
        return Self(configurations: records, directory: ProjectDirectory(count: total, seed: options.seed, teams: [(0, everyone)]))
    }

    private static func configurationTeam(_ number: Int) -> Team {
        var team = Team.believable[number % Team.believable.count]
        team.configuration = "scan-\(String(10_001 + number).dropFirst())"
        return team
    }

    private static var everyone: Team {
        var team = Team.believable[0]
        team.organizations = ["acme", "globex", "initech", "northwind", "platform"]
        team.favourites = []
        team.subjects = Team.believable.flatMap(\.subjects)
        return team
    }
}
