import InspectorCore
import Terminal

extension State {
    /// Moves the cursor of a list, or scrolls a text; whether there was anywhere to go.
    @discardableResult
    mutating func move(_ motion: Motion) -> Bool {
        let (height, before) = (listHeight, screen.viewport)
        switch screen {
        case .configurations(var list):
            list.move(motion, height: height)
            screen = .configurations(list)
        case .projects(var list):
            list.move(motion, height: height)
            screen = .projects(list)
        default:
            guard var viewport = screen.viewport else { return false }
            if let count = rowCount(of: screen) {
                viewport.move(motion, count: count, height: height)
            } else {
                viewport.scroll(motion, count: text(of: screen).count, height: textHeight)
            }
            screen.viewport = viewport
        }
        return screen.viewport != before
    }

    /// What is said when a key would go on where there is nothing more.
    func atTheEnd(_ motion: Motion) -> Notice {
        let isRow = rowCount(of: screen) != nil
        switch motion {
        case .up, .pageUp, .first: return Notice(.information, isRow ? "This is the first row." : "This is the top.")
        case .down, .pageDown, .last: return Notice(.information, isRow ? "This is the last row." : "This is the end.")
        }
    }

    /// Brings the cursor back into sight, after the terminal's size changed.
    mutating func scrollToCursor() {
        for index in screens.indices { scrollToCursor(at: index) }
        guard var list = preview else { return }
        list.viewport.move(to: list.viewport.cursor, count: list.rows.count, height: listHeight)
        preview = list
    }

    private mutating func scrollToCursor(at index: Int) {
        guard var viewport = screens[index].viewport else { return }
        if let count = rowCount(of: screens[index]) {
            viewport.move(to: viewport.cursor, count: count, height: listHeight)
        } else {
            viewport.top = max(0, min(viewport.top, text(of: screens[index]).count - textHeight))
        }
        screens[index].viewport = viewport
    }

    /// Rows of a screen that has a cursor.
    private func rowCount(of screen: Screen) -> Int? {
        switch screen {
        case .configurations(let list): list.count
        case .projects(let list): list.rows.count
        case .earlierRuns(let list): list.runs?.count ?? 0
        case .profiles: session.profiles.count + 1
        default: nil
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
