/// Where the parts of a plan's text stand.
struct PlanLayout {
    /// The lines with account and region.
    let identity: Range<Int>
    private let groups: [Range<Int>]
    private let firstLine: Int
    private let isSmall: Bool

    /// The layout of the plan's text on the terminal as wide as it is.
    init(_ screen: PlanScreen, _ state: State) {
        let introduction = state.planIntroduction(screen).count
        identity = introduction..<introduction + state.planIdentity(screen.plan).count
        firstLine = identity.upperBound + state.planScope(screen.plan).count
        groups = screen.groups
        isSmall = !screen.needsTypedCount
    }

    /// The targets on these lines, of a plan that one key sends.
    func targets(on lines: Range<Int>) -> [Int] {
        guard isSmall else { return [] }
        var (line, targets) = (firstLine, [Int]())
        for group in groups {
            targets += group.filter { lines.contains(line + 1 + $0 - group.lowerBound) }
            line += 1 + group.count
        }
        return targets
    }
}
