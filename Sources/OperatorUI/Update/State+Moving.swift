import InspectorCore
import Terminal

extension State {
    /// Moves the cursor of a list, or scrolls a text.
    mutating func move(_ motion: Motion) -> [Effect] {
        changeViewport { viewport, count, height, isList in
            if isList {
                viewport.move(motion, count: count, height: height)
            } else {
                viewport.scroll(motion, count: count, height: height)
            }
        }
        return []
    }

    /// Brings the cursor back into sight, after the terminal's size changed.
    mutating func scrollToCursor() {
        for index in screens.indices {
            changeViewport(at: index) { viewport, count, height, isList in
                if isList {
                    viewport.move(to: viewport.cursor, count: count, height: height)
                } else {
                    viewport.top = max(0, min(viewport.top, count - height))
                }
            }
        }
    }

    private mutating func changeViewport(at index: Int? = nil, _ change: (inout Viewport, Int, Int, Bool) -> Void) {
        let index = index ?? screens.count - 1
        switch screens[index] {
        case .configurations(var list):
            change(&list.viewport, inventory.listed.count + 1, listHeight, true)
            screens[index] = .configurations(list)
        case .projects(var list):
            change(&list.viewport, list.rows.count, listHeight, true)
            screens[index] = .projects(list)
        default:
            guard var viewport = screens[index].viewport else { return }
            change(&viewport, textLines(of: screens[index]).count, textHeight(of: screens[index]), false)
            screens[index].viewport = viewport
        }
    }
}

extension Viewport {
    /// Scrolls a text without a cursor.
    mutating func scroll(_ motion: Motion, count: Int, height: Int) {
        let last = max(0, count - height)
        switch motion {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= height
        case .pageDown: top += height
        case .first: top = 0
        case .last: top = last
        }
        top = max(0, min(top, last))
    }
}

extension Screen {
    /// The part that is seen, for screens that have one.
    var viewport: Viewport? {
        get {
            switch self {
            case .configurations(let list): list.viewport
            case .projects(let list): list.viewport
            case .plan(let plan): plan.viewport
            case .details(_, let viewport), .configurationDetails(_, let viewport), .run(let viewport), .results(let viewport),
                .help(let viewport):
                viewport
            case .question: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .plan(var plan):
                plan.viewport = newValue
                self = .plan(plan)
            case .details(let id, _): self = .details(id, newValue)
            case .configurationDetails(let number, _): self = .configurationDetails(number, newValue)
            case .run: self = .run(newValue)
            case .results: self = .results(newValue)
            case .help: self = .help(newValue)
            case .configurations, .projects, .question: break
            }
        }
    }
}
