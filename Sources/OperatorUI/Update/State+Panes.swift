import InspectorCore
import Terminal

extension State {
    /// From this width on configurations and projects stand side by side.
    static let twoPaneColumns = 120

    /// Whether configurations and projects stand side by side.
    var hasTwoPanes: Bool { size.columns >= Self.twoPaneColumns }

    /// The list of configurations, on top or below.
    var configurationList: ConfigurationList {
        if case .configurations(let list)? = screens.first { list } else { ConfigurationList() }
    }

    /// What the row under the cursor of the configurations stands for.
    var scopeUnderCursor: ProjectList.Scope {
        configurationList.current.map(ProjectList.Scope.configuration) ?? .all
    }

    /// Tab: to the other pane.
    mutating func switchPane() {
        if case .projects = screen { leaveProjects() } else { openProjects() }
    }

    /// Whether the right pane shows something else than what the left cursor is on.
    private var isPreviewBehind: Bool {
        guard hasTwoPanes, case .configurations = screen else { return false }
        return preview?.scope != scopeUnderCursor
    }

    /// Gives a number to the rest that the right pane waits for after a step of the left cursor: drawn at every step it would cost more
    /// than all else (3 kB at 160x50, against 40 bytes).
    mutating func awaitRest() -> Int? {
        guard isPreviewBehind, preview != nil else {
            awaitedRest = nil
            return nil
        }
        restNumber += 1
        awaitedRest = restNumber
        return restNumber
    }

    /// Lets the right pane follow, unless a key was pressed since.
    mutating func cursorRested(_ number: Int) {
        guard awaitedRest == number else { return }
        awaitedRest = nil
        followCursor()
    }

    /// Lets the right pane show what the left cursor is on.
    mutating func followCursor() {
        guard isPreviewBehind, awaitedRest == nil else { return }
        if preview?.scope == .all { parked = preview }
        preview = scopeUnderCursor == .all ? parked ?? freshList(.all) : freshList(scopeUnderCursor)
    }

    /// Opens the projects of the row under the cursor, where they were left.
    mutating func openProjects() {
        let scope = scopeUnderCursor
        var kept = preview.flatMap { $0.scope == scope ? $0 : nil }
        if kept?.isNarrowed == true {
            let facts = facts
            kept?.select(facts, height: listHeight)
        }
        screens.append(.projects(kept ?? freshList(scope)))
        preview = nil
    }

    /// Goes back to the configurations; their cursor stays.
    mutating func leaveProjects() {
        guard case .projects(let list) = screen else { return }
        screens.removeLast()
        preview = hasTwoPanes ? list : nil
    }

    private mutating func freshList(_ scope: ProjectList.Scope) -> ProjectList {
        index.settle()
        var list = ProjectList(scope: scope)
        list.refresh(facts, height: listHeight)
        return list
    }
}
