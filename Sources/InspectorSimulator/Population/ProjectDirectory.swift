internal import Algorithms
import AWSClient

/// The projects of the simulated account: numbers, ids, names and providers, all computed rather than stored.
package struct ProjectDirectory: Sendable {
    /// How many projects there are; their numbers are 0 ..< `count`.
    package private(set) var count: Int
    /// The ids.
    package let identity: ProjectIdentity
    /// Teams and the project number each begins with, ascending.
    private let teams: [(start: Int, team: Team)]
    /// The accounts that the repositories of some organizations at a provider belong to; all others are the account's own.
    private let members: [String: String]

    /// A directory of `count` projects, split among teams that begin at the numbers given.
    package init(count: Int, seed: UInt64, teams: [(start: Int, team: Team)], members: [String: String] = [:]) {
        self.count = count
        (self.teams, self.members) = (teams, members)
        identity = ProjectIdentity(seed: seed)
    }

    /// Adds projects, which get the numbers that follow.
    mutating func grow(by projects: Int) { count += projects }

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

    /// The team whose own a project is.
    func team(of number: Int) -> Team { block(of: number).team }

    /// The account that a project belongs to, in the account with the number `own`.
    func account(of number: Int, in own: String) -> String {
        members.isEmpty ? own : members[String(name(of: number).prefix { $0 != "/" })] ?? own
    }

    /// All accounts that projects belong to, in the account with the number `own`.
    func accounts(of own: String) -> [String] { [own] + Set(members.values).subtracting([own]).sorted() }

    private func block(of number: Int) -> (start: Int, team: Team) {
        teams[teams.partitioningIndex { $0.start > number } - 1]
    }
}

/// Project ids that need no memory: a project's number is hidden in the first 48 bits of its UUID and found again from there.
package struct ProjectIdentity: Sendable {
    private let keys: [UInt64]
    private let seed: UInt64

    /// The ids of one seed.
    package init(seed: UInt64) {
        self.seed = seed
        keys = (0..<4).map { Draw.bits(seed: seed, purpose: "identity", key: $0) }
    }

    /// The id of a project number, `project-` and a UUID of version 4.
    package func id(of number: Int) -> String {
        var bytes: [UInt8] = []
        append(number, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the id of a project number as ASCII.
    package func append(_ number: Int, to bytes: inout [UInt8]) {
        let head = hidden(UInt64(number))
        let tail = Draw.bits(seed: seed, purpose: "identity-tail", key: head)
        bytes.append(contentsOf: "project-".utf8)
        UUIDText.append(high: head << 16 | 0x4000 | (tail >> 52), low: tail & 0x3fff_ffff_ffff_ffff | 1 << 63, to: &bytes)
    }

    /// The number whose id is `text`, if any below 2⁴⁸ has it.
    package func number(of text: String) -> Int? {
        guard let head = Self.head(of: text) else { return nil }
        let number = Int(revealed(head))
        return id(of: number) == text ? number : nil
    }

    /// The value of the first twelve hexadecimal digits of the UUID.
    private static func head(of text: String) -> UInt64? {
        var (head, count) = (UInt64(0), 0)
        for byte in text.utf8.dropFirst("project-".utf8.count) where byte != UInt8(ascii: "-") {
            guard let digit = Hex.value(of: byte) else { return nil }
            head = head << 4 | UInt64(digit)
            count += 1
            if count == 12 { return head }
        }
        return nil
    }

    private func hidden(_ number: UInt64) -> UInt64 {
        var (left, right) = (number >> 24 & 0xff_ffff, number & 0xff_ffff)
        for key in keys { (left, right) = (right, left ^ Draw.mixed(right ^ key) & 0xff_ffff) }
        return left << 24 | right
    }

    private func revealed(_ head: UInt64) -> UInt64 {
        var (left, right) = (head >> 24 & 0xff_ffff, head & 0xff_ffff)
        for key in keys.reversed() { (left, right) = (right ^ Draw.mixed(left ^ key) & 0xff_ffff, left) }
        return left << 24 | right
    }
}
