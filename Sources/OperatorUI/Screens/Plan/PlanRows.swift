import Algorithms
import InspectorCore

/// The targets of a plan that are shown: by configuration, each under a heading.
struct PlanRows: Hashable, Sendable {
    /// Which targets are shown.
    enum Choice: Hashable, Sendable {
        /// All of them.
        case all
        /// Those that a warning is about.
        case warned
        /// Those of one configuration, a place in the draft's groups.
        case configuration(Int)
        /// Those of projects that a number counts.
        case counted(CoverageNumber)
    }

    /// The targets of one configuration.
    private struct Section: Hashable, Sendable {
        let group: Int
        let places: Places
        /// Where its heading is, counted from the first one.
        let line: Int
    }

    /// Places of targets, ascending.
    private enum Places: Hashable, Sendable {
        case range(Range<Int>)
        case some([Int])

        var count: Int {
            switch self {
            case .range(let range): range.count
            case .some(let places): places.count
            }
        }

        subscript(index: Int) -> Int {
            switch self {
            case .range(let range): range.lowerBound + index
            case .some(let places): places[index]
            }
        }

        func index(of place: Int) -> Int? {
            switch self {
            case .range(let range): return range.contains(place) ? place - range.lowerBound : nil
            case .some(let places):
                let index = places.partitioningIndex { $0 >= place }
                return index < places.count && places[index] == place ? index : nil
            }
        }
    }

    /// Which targets are shown.
    let choice: Choice
    /// How many they are.
    let count: Int
    /// How many lines they take with their headings.
    let lineCount: Int
    private let sections: [Section]

    /// The rows of a draft that are chosen, as it is now: a later edit does not take any away.
    init(_ choice: Choice, of draft: PlanDraft) {
        self.choice = choice
        var (sections, line, count): ([Section], Int, Int) = ([], 0, 0)
        for (group, configuration) in draft.groups.enumerated() {
            guard let places = Self.places(configuration.places, group, choice, draft) else { continue }
            sections.append(Section(group: group, places: places, line: line))
            line += 1 + places.count
            count += places.count
        }
        (self.sections, lineCount, self.count) = (sections, line, count)
    }

    private static func places(_ places: Range<Int>, _ group: Int, _ choice: Choice, _ draft: PlanDraft) -> Places? {
        switch choice {
        case .all: return .range(places)
        case .configuration(let wanted): return wanted == group ? .range(places) : nil
        case .warned, .counted:
            let chosen = places.filter { isChosen($0, choice, draft) }
            return chosen.isEmpty ? nil : .some(chosen)
        }
    }

    private static func isChosen(_ place: Int, _ choice: Choice, _ draft: PlanDraft) -> Bool {
        switch choice {
        case .all, .configuration: true
        case .warned: !draft.leftOut.contains(place) && !draft.remarks(on: place).isEmpty
        case .counted(let number): !draft.leftOut.contains(place) && draft.coverage.isCounted(place, in: number)
        }
    }
}

extension PlanRows {
    /// What is on a line, counted from the first heading.
    func item(onLine line: Int) -> PlanItem? {
        guard line >= 0, line < lineCount else { return nil }
        let section = sections[sections.partitioningIndex { $0.line > line } - 1]
        return line == section.line ? .heading(section.group) : .target(section.places[line - section.line - 1])
    }

    /// The line of a target, counted from the first heading; nothing when it is not shown.
    func line(of place: Int) -> Int? {
        for section in sections {
            if let index = section.places.index(of: place) { return section.line + 1 + index }
        }
        return nil
    }

    /// The next line of a target, from `start` on or backwards and round the end, that `isWanted`; lines count from the first heading.
    ///
    /// - Parameter isIn: Whether some target of a configuration is wanted at all; those of others are not looked at.
    func nextLine(
        from start: Int, forwards: Bool, in isIn: (_ group: Int) -> Bool, where isWanted: (_ place: Int, _ group: Int) -> Bool
    ) -> Int? {
        let sections = sections.filter { isIn($0.group) }
        let lines = [0..<max(0, min(start, lineCount)), max(0, min(start, lineCount))..<lineCount]
        if forwards { return firstLine(in: lines[1], sections, where: isWanted) ?? firstLine(in: lines[0], sections, where: isWanted) }
        let end = max(0, min(start + 1, lineCount))
        return lastLine(in: 0..<end, sections, where: isWanted) ?? lastLine(in: end..<lineCount, sections, where: isWanted)
    }

    private func firstLine(in lines: Range<Int>, _ sections: [Section], where isWanted: (Int, Int) -> Bool) -> Int? {
        for section in sections {
            for line in lines.clamped(to: section.line + 1..<section.line + 1 + section.places.count)
            where isWanted(section.places[line - section.line - 1], section.group) { return line }
        }
        return nil
    }

    private func lastLine(in lines: Range<Int>, _ sections: [Section], where isWanted: (Int, Int) -> Bool) -> Int? {
        for section in sections.reversed() {
            for line in lines.clamped(to: section.line + 1..<section.line + 1 + section.places.count).reversed()
            where isWanted(section.places[line - section.line - 1], section.group) { return line }
        }
        return nil
    }

    /// The targets that are shown of a configuration.
    func places(ofGroup group: Int) -> [Int] {
        guard let section = sections.first(where: { $0.group == group }) else { return [] }
        return (0..<section.places.count).map { section.places[$0] }
    }
}

/// What a line of a plan stands for.
enum PlanItem: Hashable, Sendable {
    /// A target, a place in the draft.
    case target(Int)
    /// A configuration above its targets, a place in the draft's groups.
    case heading(Int)
    /// A number, and the rows it is about.
    case number(PlanRows.Choice)
}
