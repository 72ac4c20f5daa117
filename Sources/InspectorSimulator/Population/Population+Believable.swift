import InspectorCore

extension Population {
    /// An account as one meets it, scaled to the numbers of `options`.
    ///
    /// With 10 configurations and 900 projects it has 1,204 associations. The first configuration is the default one; from three on the
    /// last is empty, from four on the last but one belongs to an organization. Each project is in one to three configurations.
    static func believable(_ options: SimulatorOptions) -> Self {
        let cast = Cast(configurations: max(1, options.configurations))
        let starts = cast.starts(projects: max(0, options.projects))
        var records = cast.teams.enumerated().map { number, team in
            ConfigurationRecord(
                summary: ScanConfiguration(team: team, number: number, options: options, isDefault: number == 0),
                projects: ProjectSet(starts[number]..<starts[number + 1]))
        }
        records[0].projects.add(shared(124, first: starts[1], total: options.projects, step: 5))
        if cast.hasOrganization {
            var record = organization(options, number: records.count)
            record.projects.add(shared(180, first: 0, total: options.projects, step: 7))
            records.append(record)
        }
        if cast.hasEmpty { records.append(empty(options, number: records.count)) }
        let directory = ProjectDirectory(
            count: max(0, options.projects), seed: options.seed,
            teams: Array(zip(starts, cast.teams).map { (start: $0, team: $1) }))
        return Self(configurations: records, directory: directory).withRefusals(seed: options.seed)
    }

    /// `share` of nine hundred project numbers, spread evenly over `first` ..< `total`.
    private static func shared(_ share: Int, first: Int, total: Int, step: Int) -> [Int] {
        let span = total - first
        guard span > 0 else { return [] }
        let wanted = min(span, (share * total + 899) / 900)
        return (0..<wanted).map { first + ($0 * span + step) / max(wanted, 1) % span }
    }

    private static func organization(_ options: SimulatorOptions, number: Int) -> ConfigurationRecord {
        var team = Team.believable[0]
        team.configuration = "org-baseline"
        let summary = ScanConfiguration(team: team, number: number, options: options, owner: ScanConfiguration.simulatedOrganization)
        return ConfigurationRecord(summary: summary, projects: ProjectSet())
    }

    private static func empty(_ options: SimulatorOptions, number: Int) -> ConfigurationRecord {
        var team = Team.believable[6 % Team.believable.count]
        team.configuration = "retired-2023"
        return ConfigurationRecord(summary: ScanConfiguration(team: team, number: number, options: options), projects: ProjectSet())
    }
}

/// Which teams an account of a given size has.
private struct Cast {
    let teams: [Team]
    let hasOrganization: Bool
    let hasEmpty: Bool

    init(configurations: Int) {
        hasEmpty = configurations >= 3
        hasOrganization = configurations >= 4
        let wanted = configurations - (hasEmpty ? 1 : 0) - (hasOrganization ? 1 : 0)
        teams = (0..<wanted).map { $0 < Team.believable.count ? Team.believable[$0] : Team.further($0) }
    }

    /// The number each team's own projects begin with, and the end.
    func starts(projects: Int) -> [Int] {
        let shares = teams.reduce(0) { $0 + $1.share }
        var sum = 0
        return [0]
            + teams.map { team in
                sum += team.share
                return projects * sum / shares
            }
    }
}

extension ProjectSet {
    fileprivate mutating func add(_ projects: [Int]) {
        for project in projects { insert(project) }
    }
}
