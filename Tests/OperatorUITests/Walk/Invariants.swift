import BitCollections
import InspectorCore
import Terminal

@testable import OperatorUI

/// What holds in every app between two events, once its lists are settled.
enum Invariants {
    /// What does not hold; nothing when all does.
    static func broken(in app: App) -> String? {
        switch app.screens.first {
        case .configurations? where !app.session.isFleet: break
        case .accounts? where app.session.isFleet: break
        default: return "the first screen is another one"
        }
        let first = app.configurations
        if let words = app.screens.lazy.compactMap({ broken($0, app) }).first { return words }
        if let preview = first.preview, let words = broken(preview, app) { return "preview: \(words)" }
        if let parked = first.parked, let words = broken(parked, app) { return "parked: \(words)" }
        for id in app.marks.ids where !isKnown(id, app) { return "\(id) is marked and not known" }
        for id in app.failures.ids where !isKnown(id, app) { return "\(id) failed and is not known" }
        return hiddenMarks(of: app.screen, app) ?? first.preview.flatMap { isOnTop(first, app) ? hiddenMarks(of: $0.screen, app) : nil }
            ?? typing(app)
    }

    private static func isOnTop(_ first: ConfigurationsScreen, _ app: App) -> Bool { app.screen == .configurations(first) }

    private static func isKnown(_ id: AssociationID, _ app: App) -> Bool {
        Int(id.configuration) < app.inventory.entries.count && Int(id.resource) < app.inventory.resources.count
    }

    private static func broken(_ screen: Screen, _ app: App) -> String? {
        switch screen {
        case .accounts(let screen): return screen.list.rows.count == app.session.seats.count ? broken(screen.list, app) : "other sessions"
        case .configurations(let screen):
            let isUnknown = screen.list.rows.contains { Int($0) >= app.inventory.entries.count }
            return isUnknown ? "a row of no configuration" : broken(screen.list, app)
        case .projects(let screen): return broken(screen, app)
        case .details(let screen): return isKnown(screen.id, app) ? broken(screen, app) : "details of \(screen.id), which is not known"
        case .earlierRuns(let screen): return broken(screen.list, app)
        case .profiles(let screen):
            let isKnown = screen.list.rows.allSatisfy(app.identity.profiles.contains)
            let isWhole = !screen.text.isEmpty || screen.list.rows.count == app.identity.profiles.count
            return isKnown && isWhole ? broken(screen.list, app) : "other profiles than there are"
        case .regions(let screen): return app.prompt == nil ? "regions without what is typed" : broken(screen.list, app)
        case .plan(let screen):
            let isKnown = screen.seen.targets.allSatisfy(screen.draft.whole.targets.indices.contains)
            return isKnown ? broken(screen, app) : "a target was seen that is none"
        case .run(let screen):
            return app.run == nil && !screen.isOver ? "a run's screen without a run" : broken(screen, app, mayShrink: true)
        case .results(let screen): return broken(screen, app, mayShrink: true)
        case .earlierRun(let screen): return broken(screen, app, mayShrink: true)
        case .help(let screen): return broken(screen, app)
        case .unconfigured(let screen):
            let isUnknown = screen.list.rows.contains { Int($0) >= app.inventory.resources.count }
            return isUnknown ? "a row of no project" : broken(screen.list, app)
        case .reasons(let screen): return broken(screen.list, app)
        case .destinations(let screen):
            let isUnknown = screen.list.rows.contains { Int($0) >= app.inventory.entries.count }
            return isUnknown || screen.projects.isEmpty ? "destinations of nothing known" : broken(screen.list, app)
        case .columns(let screen): return broken(screen.list, app)
        case .copy(let screen): return broken(screen.list, app)
        case .palette(let screen): return app.prompt == nil ? "a palette without what is typed" : broken(screen.list, app)
        case .question, .code, .signIn: return nil
        }
    }

    private static func broken(_ screen: ProjectsScreen, _ app: App) -> String? {
        if screen.list.rows.contains(where: { !isKnown($0, app) }) { return "a row of nothing known" }
        if case .configuration(let number) = screen.scope, Int(number) >= app.inventory.entries.count { return "a scope that is not known" }
        return broken(screen.list, app)
    }

    /// The marks that a list on the screen hides are counted.
    private static func hiddenMarks(of screen: Screen, _ app: App) -> String? {
        switch screen {
        case .configurations(let screen):
            return hiddenMarks(
                of: screen.list, app.session.account.shownMarks.count - screen.list.rows.reduce(0) { $0 + app.marks.count(in: $1) })
        case .projects(let screen):
            let marked =
                switch screen.scope {
                case .all: app.inventory.listed.reduce(0) { $0 + app.marks.count(in: $1) }
                case .configuration(let number): app.marks.count(in: number)
                case .view(let view): app.marks.count(of: app.session.account.members(of: view, now: app.session.now).projects)
                }
            return hiddenMarks(of: screen.list, marked - screen.list.rows.count(where: app.marks.contains))
        default: return nil
        }
    }

    private static func hiddenMarks<Rows, Key>(of list: List<Rows, Key>, _ count: Int) -> String? {
        let expected = list.isNarrowed ? count : 0
        return list.hiddenMarks == expected ? nil : "\(list.hiddenMarks) marks are hidden, not \(expected)"
    }

    private static func broken<Rows, Key>(_ list: List<Rows, Key>, _ app: App) -> String? {
        let (cursor, top, height) = (list.viewport.cursor, list.viewport.top, app.display.listHeight)
        if let range = list.range, range.lowerBound < list.headRows || range.upperBound >= list.count {
            return "range \(range) of \(list.count)"
        }
        if cursor < 0 || cursor > max(0, list.count - 1) { return "the cursor is on row \(cursor) of \(list.count)" }
        if top < 0 || cursor < top || cursor >= top + height { return "row \(cursor) is not among \(height) from \(top)" }
        return nil
    }

    /// - Parameter mayShrink: Whether the text follows what happens elsewhere, and may end above what is seen until a key is pressed.
    private static func broken(_ screen: some TextScreen, _ app: App, mayShrink: Bool = false) -> String? {
        let (top, count) = (screen.viewport.top, screen.text(in: app.session, on: app.display).count)
        if top < 0 { return "line \(top) is the first" }
        return mayShrink || top <= max(0, count - app.display.textHeight) ? nil : "line \(top) of \(count) is the first"
    }

    /// What is typed belongs to what is on top.
    private static func typing(_ app: App) -> String? {
        let asksForCode = app.screens.contains(where: \.asksForCode)
        if asksForCode != (app.prompt?.purpose == .code) { return "a code is \(asksForCode ? "" : "not ")asked for" }
        switch (app.prompt?.purpose, app.screen) {
        case (nil, _), (.interrupted, _), (.code, .code), (.filter, .configurations), (.filter, .projects), (.region, .regions): return nil
        case (.filter, .unconfigured), (.sort, .configurations), (.sort, .projects), (.sort, .unconfigured): return nil
        case (.fileName, .unconfigured), (.marks, .configurations), (.marks, .projects), (.marks, .unconfigured): return nil
        case (.fileName, .configurations), (.fileName, .projects), (.fileName, .results), (.fileName, .plan), (.find, .plan): return nil
        case (.fileName, .details), (.fileName, .earlierRun), (.command, .palette): return nil
        case (.choice, .profiles), (.choice, .destinations), (.authorization, .signIn): return nil
        default: return "\(String(describing: app.prompt?.purpose)) is typed on another screen"
        }
    }

    /// What is wrong with the frame that shows the app.
    static func broken(_ frame: Frame, of app: App) -> String? {
        if frame.size != app.display.size || frame.lines.count > app.display.size.rows {
            return "\(frame.lines.count) lines in \(app.display.size)"
        }
        let wide = frame.lines.first { $0.displayWidth > app.display.size.columns }
        return wide.map { "too wide for \(app.display.size): \($0.text)" }
    }
}
