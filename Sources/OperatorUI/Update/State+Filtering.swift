import InspectorCore
import Terminal

extension State {
    /// The filter of the list on top.
    var filter: Filter {
        switch screen {
        case .configurations(let list): list.filter
        case .projects(let list): list.filter
        default: Filter()
        }
    }

    /// /: begins to type, going on with what was typed before.
    mutating func beginFilter() {
        changeList { list, _ in
            list.anchor = list.current
        } projects: { list, _ in
            list.anchor = list.current
        }
        entry = Entry(.filter, text: filter.text)
    }

    /// Shows what fits the text, at every letter.
    mutating func applyFilter(_ text: String) {
        let (filter, height) = (Filter(text), listHeight)
        changeList { list, facts in
            list.filter = filter
            list.rangeStart = nil
            list.refresh(facts, height: height)
        } projects: { list, facts in
            list.rangeStart = nil
            list.narrow(to: filter, facts, height: height)
        }
    }

    /// Enter: the filter stays, and the cursor now belongs to the row it is on.
    mutating func keepFilter() {
        entry = nil
        changeList { list, _ in
            list.anchor = list.current ?? list.anchor
        } projects: { list, _ in
            list.anchor = list.current ?? list.anchor
        }
    }

    /// Esc in a list: gives up a range, then a filter; says whether there was one.
    mutating func widen() -> Bool {
        var isDone = false
        changeList { list, _ in
            isDone = list.rangeStart != nil
            list.rangeStart = nil
        } projects: { list, _ in
            isDone = list.rangeStart != nil
            list.rangeStart = nil
        }
        if isDone { return true }
        if filter.text.isEmpty { return false }
        applyFilter("")
        return true
    }
}
