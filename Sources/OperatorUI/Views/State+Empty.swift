import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Why there are no configurations, and what to do; nothing when there are some.
    func emptyConfigurations(_ width: Int) -> [Line]? {
        switch (connection, inventory.configurationsState) {
        case (.failed(let problem), _): problemLines(problem, width)
        case (_, .failed(let error)) where inventory.listed.isEmpty:
            problemLines(Problem(context: "Listing scan configurations", sentence: error.sentence), width)
        case (_, .complete) where inventory.listed.isEmpty:
            wrapped("No scan configurations in \(session.region ?? "this region").", .warning, width)
                + wrapped("Is this the right account and region? p changes profile and region, r lists again.", .text, width)
        case (.connecting, _): []
        default: nil
        }
    }

    private func problemLines(_ problem: Problem, _ width: Int) -> [Line] {
        [Line.empty] + wrapped(problem.context, .failed, width) + wrapped(problem.sentence, .text, width)
            + [Line.empty] + wrapped("r tries again, p changes profile and region, q quits.", .dim, width)
    }

    /// Why a list of projects has no rows, and what to do.
    func emptyProjects(_ list: ProjectList, _ width: Int) -> [Line] {
        if list.isNarrowed, !list.all.isEmpty { return nothingShown("associations", list.filter, list.showsMarkedOnly, width) }
        let state: ListingState =
            switch list.scope {
            case .all: inventory.isLoading ? .loading : .complete
            case .configuration(let number): inventory.entries[Int(number)].state
            }
        switch state {
        case .loading: return wrapped("Listing…", .dim, width)
        case .complete:
            return wrapped("No associations here: there is nothing to disassociate.", .dim, width)
                + wrapped("Esc goes back, r lists again.", .dim, width)
        case .failed(let error):
            return wrapped(error.sentence, .failed, width) + wrapped("r tries again.", .dim, width)
        }
    }

    /// What is said when a filter leaves nothing to show.
    func nothingShown(_ noun: String, _ filter: Filter, _ showsMarkedOnly: Bool, _ width: Int) -> [Line] {
        let what = filter.isEmpty ? "Nothing here is marked." : "No \(showsMarkedOnly ? "marked " : "")\(noun) match \"\(filter.text)\"."
        let remedy = showsMarkedOnly ? "M shows all." : "Esc clears the filter."
        return wrapped(what, .warning, width) + wrapped(remedy, .dim, width)
    }

    /// A text in lines of the width given, indented like a row.
    func wrapped(_ text: String, _ style: Style, _ width: Int? = nil) -> [Line] {
        text.terminalSafe.wrapped(to: max(10, (width ?? size.columns) - Self.gutter - 1)).map {
            Line(String(repeating: " ", count: Self.gutter) + $0, style)
        }
    }
}
