/// The projects of the simulated account: numbers, ids, names and providers, all computed rather than stored.
package struct ProjectDirectory: Sendable {
    /// How many projects there are; their numbers are 0 ..< `count`.
    package let count: Int
    /// The ids.
    package let identity: ProjectIdentity
    /// Teams and the project number each begins with, ascending.
    private let teams: [(start: Int, team: Team)]

    /// A directory of `count` projects, split among teams that begin at the numbers given.
    package init(count: Int, seed: UInt64, teams: [(start: Int, team: Team)]) {
        self.count = count
        self.teams = teams
        identity = ProjectIdentity(seed: seed)
    }

    /// The number of the project with the id given.
    package func number(of projectId: String) -> Int? {
        identity.number(of: projectId).flatMap { $0 < count ? $0 : nil }
    }

    /// The name of a project, unique in the account.
    package func name(of number: Int) -> String {
        let block = block(of: number)
        return block.team.projectName(number - block.start)
    }

    /// The providers that repositories live at.
    static let providers = ["GITHUB", "GITLAB_SELF_MANAGED"]

    /// The provider of a project, one of ``providers``.
    package func provider(of number: Int) -> String {
        let team = block(of: number).team
        return team.isSelfManaged(name(of: number)) ? Self.providers[1] : Self.providers[0]
    }

    private func block(of number: Int) -> (start: Int, team: Team) {
        var (low, high) = (0, teams.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if teams[middle].start <= number { low = middle } else { high = middle }
        }
        return teams[low]
    }
}
