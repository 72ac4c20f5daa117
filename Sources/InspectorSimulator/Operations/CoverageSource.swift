import InspectorCore

/// Where the rows of the coverage come from.
struct CoverageSource: Sendable {
    private let account: SimulatedAccount
    private let degrees: [UInt16]
    private let faults: CoverageFaults
    private let seed: UInt64
    private let integrations: [String: String]

    /// The coverage of an account as a listing shows it at `time`.
    init(_ account: SimulatedAccount, faults: CoverageFaults = CoverageFaults(), lag: ListingLag = ListingLag(), at time: Duration = .zero)
    {
        (self.account, self.faults, seed) = (account, faults, account.options.seed)
        degrees = account.listedDegrees(lag: lag, at: time)
        let accounts = account.directory.accounts(of: account.options.accountId)
        let keys = ProjectDirectory.providers.flatMap { provider in accounts.map { (provider, $0) } }
        integrations = Dictionary(uniqueKeysWithValues: keys.map { ($0 + $1, account.integrationArn($0, account: $1)) })
    }

    /// The first row at or after a place.
    func row(at start: Int) -> Found<CoverageRow>? {
        for place in start..<max(start, account.directory.count) {
            let oddity = faults.oddity(seed: seed, project: place, listing: account.coverageListings)
            if oddity == .missing { continue }
            return Found(place: place, entry: row(of: place, oddity), companion: oddity == .extra ? stranger(beside: place) : nil)
        }
        return nil
    }

    /// The row of a project.
    func row(of project: Int, _ oddity: CoverageOddity? = nil) -> CoverageRow {
        row(project, id: account.directory.identity.id(of: project), name: account.directory.name(of: project), oddity)
    }

    /// A row about a project that no listing of associations shows.
    private func stranger(beside project: Int) -> CoverageRow {
        let id = account.directory.identity.id(of: project + 1 << 40)
        return row(project, id: id, name: account.directory.name(of: project) + "-fork", isConfigured: false, nil)
    }

    private func row(_ project: Int, id: String, name: String, isConfigured: Bool = true, _ oddity: CoverageOddity?) -> CoverageRow {
        let directory = account.directory
        let (provider, accountId) = (directory.provider(of: project), directory.account(of: project, in: account.options.accountId))
        let scan = RepositoryScan(project: project, team: directory.team(of: project), seed: seed, start: account.startedAt)
        return CoverageRow(
            projectId: id, name: name, provider: provider, isPublic: directory.team(of: project).isPublic(name, seed: seed),
            accountId: accountId,
            integrationArn: integrations[provider + accountId] ?? "", scan: scan,
            reason: isConfigured && degrees[project] > 0 ? scan.reason : RepositoryScan.unconfigured, oddity: oddity)
    }
}
