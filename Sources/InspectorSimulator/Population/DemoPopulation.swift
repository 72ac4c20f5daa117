import InspectorCore

extension Population {
    /// An account such as a company has, scaled to the numbers of `options`.
    ///
    /// With 10 configurations and 900 projects it has 1,204 associations. The first configuration is the default one; from three on the
    /// last is empty, from four on the last but one belongs to an organization. Each project is in one to three configurations; the coverage
    /// has 41 more, which are in none.
    static func demo(_ options: SimulatorOptions) -> Self {
        let selection = TeamSelection(configurations: max(1, options.configurations))
        let starts = selection.starts(projects: max(0, options.projects))
        var records = selection.teams.enumerated().map { number, team in
            ConfigurationRecord(
                summary: ScanConfiguration(team: team, number: number, options: options, isDefault: number == 0),
                projects: ProjectSet(starts[number]..<starts[number + 1]))
        }
        records[0].projects.add(shared(124, first: starts[1], total: options.projects, step: 5))
        if selection.hasOrganization {
            var record = organization(options, number: records.count)
            record.projects.add(shared(180, first: 0, total: options.projects, step: 7))
            records.append(record)
        }
        if selection.hasEmpty { records.append(empty(options, number: records.count)) }
        let directory = ProjectDirectory(
            count: max(0, options.projects) * 941 / 900, seed: options.seed,
            teams: zip(starts, selection.teams + [.unconfigured]).map { (start: $0, team: $1) }, members: Team.memberAccounts)
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
        var team = Team.demo[0]
        team.configuration = "org-baseline"
        let summary = ScanConfiguration(team: team, number: number, options: options, owner: ScanConfiguration.simulatedOrganization)
        return ConfigurationRecord(summary: summary, projects: ProjectSet())
    }

    private static func empty(_ options: SimulatorOptions, number: Int) -> ConfigurationRecord {
        var team = Team.demo[6 % Team.demo.count]
        team.configuration = "retired-2023"
        return ConfigurationRecord(summary: ScanConfiguration(team: team, number: number, options: options), projects: ProjectSet())
    }
}

/// Which teams an account of a given size has.
private struct TeamSelection {
    let teams: [Team]
    let hasOrganization: Bool
    let hasEmpty: Bool

    init(configurations: Int) {
        hasEmpty = configurations >= 3
        hasOrganization = configurations >= 4
        let wanted = configurations - (hasEmpty ? 1 : 0) - (hasOrganization ? 1 : 0)
        teams = (0..<wanted).map { $0 < Team.demo.count ? Team.demo[$0] : Team.further($0) }
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

extension Population {
    /// The same account with associations that cannot be dissolved: all six codes in each of the larger configurations.
    ///
    /// In the listing sorted by name the second project is one of them, with `ACCESS_DENIED`; the other codes follow further down.
    func withRefusals(seed: UInt64) -> Self {
        var account = self
        for (number, record) in configurations.enumerated() where !record.summary.isOrganizationLevel {
            let sorted = record.projects.map { ($0, directory.name(of: $0)) }.sorted { $0.1 < $1.1 }.map(\.0)
            for (place, refusal) in zip(Self.places(of: sorted.count, seed: seed, number: number), Refusal.demo) {
                account.refusals[AssociationKey(configuration: number, project: sorted[place])] = refusal
            }
        }
        return account
    }

    private static func places(of count: Int, seed: UInt64, number: Int) -> [Int] {
        guard count >= 12 else { return [] }
        let stride = (count - 2) / 6
        return [1]
            + (1..<6).map { part in
                1 + part * stride + Draw.below(stride, seed: seed, purpose: "refusal", key: UInt64(number * 6 + part))
            }
    }
}

extension Refusal {
    /// What an organization-level configuration answers to everyone but its owner.
    static let organization = Self(
        code: .accessDenied,
        message: "Only the delegated administrator of the organization can change associations of this scan configuration.")

    /// One for each code of the service model.
    static let demo: [Self] = [
        Self(
            code: .accessDenied,
            message: "Not allowed to change the association of this project: it is protected by a service control policy of your"
                + " organization. Ask the owner of the policy to exempt inspector2:BatchDisassociateCodeSecurityScanConfiguration."),
        Self(code: .internalError, message: "An internal error occurred. Try again later.", times: 1),
        Self(code: .resourceNotFound, message: "The project is no longer connected: its integration was removed at the provider."),
        Self(code: .quotaExceeded, message: "Too many changes of scan configurations for this project within 24 hours."),
        Self(code: .invalidInput, message: "The project is archived at its provider and cannot be changed."),
        Self(code: .scanConfigurationNotFound, message: "The scan configuration is being replaced for this project."),
    ]

    /// The message that goes with a code when a fault plan asks for it.
    static func planned(_ code: AssociationStatusCode) -> Self {
        Self(code: code, message: demo.first { $0.code == code }?.message ?? "The request could not be completed.")
    }
}
