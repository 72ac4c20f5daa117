import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Projects are moved through a real terminal: covered first, then disassociated, and the other way round by the undo.
@Suite(.serialized) struct MoveJourneys {
    /// A default configuration, one of a team, and an empty one, retired-2023.
    private static let options = SimulatorOptions(configurations: 3, projects: 8, population: .demo)

    @Test func projectsAreCoveredMovedAndMovedBack() async throws {
        try await Journey.travel(Self.options) { journey in
            let (terminal, simulator) = (journey.terminal, journey.simulator)
            try await journey.waitForNames()
            let before = await simulator.state().associations
            let projects = Set(before.map(\.resource)).count
            try await terminal.press("a", "d")
            try await terminal.wait(for: "Disassociate \(before.count) associations")
            try await terminal.press("A")
            try await terminal.wait("the configurations to choose from") { $0[0].contains("cover \(projects) projects with") }
            try await terminal.press("/", "r", "e", "t", "i", "r", "e", "d", "Enter")
            try await terminal.wait(for: "Create \(projects) associations, then disassociate \(before.count)")
            simulator.hold(.changes)
            try await terminal.confirm(projects + before.count)
            try await terminal.wait(for: "Associating \(projects) first")
            simulator.hold(.changes, after: 1)
            try await terminal.wait(for: "Disassociating \(before.count)")
            let between = await simulator.state().associations
            #expect(before.isSubset(of: between) && between.count == before.count + projects)
            simulator.release(.changes)
            try await terminal.wait(for: "\(projects) associated, \(before.count) disassociated.")
            let moved = await simulator.state().associations
            #expect(Set(moved.map(\.resource)).count == projects && moved.isDisjoint(with: before))
            try await terminal.press("U")
            try await terminal.wait(for: "in the opposite order")
            try await terminal.wait(for: "Create \(before.count) associations, then disassociate \(projects)")
            try await terminal.confirm(projects + before.count)
            try await terminal.wait(for: "\(before.count) associated, \(projects) disassociated.")
            #expect(await simulator.state().associations == before)
        }
    }

    @Test func markedProjectsOfNoConfigurationAreAssociated() async throws {
        try await Journey.travel(SimulatorOptions(configurations: 3, projects: 45, population: .demo)) { journey in
            let (terminal, simulator) = (journey.terminal, journey.simulator)
            try await journey.waitForNames()
            let before = await simulator.state().associations
            try await terminal.press("Home", "Down", "Down", "Down", "Enter", "a")
            let marked = try await terminal.wait(for: "marked to be associated")
            let words = try #require(marked.joined().firstMatch(of: /(\d+) projects? marked/))
            let count = try #require(Int(words.1))
            try await terminal.press("A", "/", "r", "e", "t", "i", "r", "e", "d", "Enter")
            try await terminal.wait(for: "Associate \(count) project")
            try await terminal.confirm("\(count)", "Enter")
            try await terminal.wait(for: "\(count) associated.")
            let after = await simulator.state().associations
            #expect(before.isSubset(of: after) && after.count == before.count + count)
        }
    }
}
