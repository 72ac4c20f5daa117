import InspectorCore
import Terminal

extension State {
    /// Moves the cursor of a list, or scrolls a text.
    mutating func move(_ motion: Motion) {
        let height = listHeight
        switch screen {
        case .configurations(var list):
            list.move(motion, height: height)
            screen = .configurations(list)
        case .projects(var list):
            list.move(motion, height: height)
            screen = .projects(list)
        default:
            guard var viewport = screen.viewport else { return }
            if let count = rowCount(of: screen) {
                viewport.move(motion, count: count, height: height)
            } else {
                viewport.scroll(motion, count: text(of: screen).count, height: textHeight)
            }
            screen.viewport = viewport
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
