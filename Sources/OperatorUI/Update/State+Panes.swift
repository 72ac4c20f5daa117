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

    /// Lets the right pane show what the left cursor is on.
    mutating func followCursor() {
        guard hasTwoPanes, case .configurations = screen, preview?.scope != scopeUnderCursor else { return }
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
