import InspectorCore

extension State {
    func markingAvailability(of command: Command) -> Availability {
        guard screen.isList else { return .disabled(Self.listsOnly) }
        guard activity == .idle else { return .disabled("Marks cannot change during a run. x stops it.") }
        if command == .clearMarks { return .when(!marks.isEmpty, else: "Nothing is marked.") }
        switch screen {
        case .projects(let list): return .when(!list.rows.isEmpty, else: "There is no row to mark.")
        case .configurations(let list): return .when(!list.rows.isEmpty, else: "There is no configuration to mark.")
        default: return .enabled
        }
    }

    var planAvailability: Availability {
        guard screen.isList else { return .disabled(Self.listsOnly) }
        if isReadOnly { return .disabled(Self.readOnlyReason) }
        if activity != .idle { return .disabled(Self.busyReason) }
        return .when(!marks.isEmpty, else: "Nothing is marked: Space marks a row.")
    }

    var failedRowAvailability: Availability {
        guard screen.isList else { return .disabled(Self.listsOnly) }
        return .when(failures.hasFailures, else: "Nothing failed.")
    }

    var paneAvailability: Availability {
        guard screen.isList else { return .disabled(Self.listsOnly) }
        return .when(hasTwoPanes, else: "Two panes need 120 columns: Enter opens, Esc goes back.")
    }

    var copyAvailability: Availability {
        switch screen {
        case .projects(let list): .when(list.current != nil, else: "There is no row to copy from.")
        case .configurations(let list): .when(list.current != nil, else: "c copies a configuration's ARN: go to one first.")
        case .details: .enabled
        default: .disabled("c copies ids in the lists and in details.")
        }
    }

    var exportAvailability: Availability {
        switch screen {
        case .projects(let list): .when(!list.rows.isEmpty, else: "There is nothing to export.")
        case .configurations: .when(inventory.associationCount > 0, else: "There is nothing to export.")
        case .results where runs.isEmpty && activity != .idle: .disabled("The run is in progress: export its results when it has ended.")
        case .results: .when(!runs.isEmpty, else: "Nothing was sent yet, so there are no results to export.")
        default: .disabled("e exports lists and results: Esc goes back.")
        }
    }
}
