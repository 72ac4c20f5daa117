import InspectorCore
import Terminal
import TextSafety

/// Every command with its key, found while typing. What cannot be done on the screen below says why.
///
/// A command is carried out as if its key were pressed there: nothing is asked less, and nothing is sent from here.
struct PaletteScreen: ListScreen {
    var list: List<[PaletteRow], Unsorted>

    var screen: Screen { .palette(self) }

    /// What was typed.
    private var text = ""

    /// The commands that did nothing on the screen below when this opened; they come after the others.
    private let unavailable: Set<Command>

    /// The palette above a screen.
    init(above below: Screen, in session: Session, on display: Display) {
        let rows = PaletteRow.all(session.keys)
        unavailable = Set(
            rows.map(\.command).filter { $0 == .run(.send) || below.model.availability(of: $0, in: session, on: display) != .enabled })
        list = List([], sortedBy: .asGiven)
        find("", in: session, on: display)
    }

    /// Shows the commands that have a text.
    private mutating func find(_ text: String, in session: Session, on display: Display) {
        let all = PaletteRow.all(session.keys)
        let found = PaletteRow.matching(text, among: all)
        let isAvailable = { [unavailable] (row: PaletteRow) in !unavailable.contains(row.command) }
        list.goToTop()
        let named = found.filter { !text.isEmpty && $0.isKey(text) }
        let others = found.filter { text.isEmpty || !$0.isKey(text) }
        self.text = text
        list.show(named + others.filter(isAvailable) + others.filter { !isAvailable($0) }, of: all, height: display.listHeight)
        list.move(to: 0, height: display.listHeight)
    }

    func isTakingText(on display: Display) -> Bool { true }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        switch input {
        case .cancelled: return [.close]
        case .changed(let prompt):
            find(prompt.text, in: session, on: display)
            return []
        case .accepted:
            guard let row = list.current else { return [.warn(Self.nothingFound(text))] }
            return row.command == .run(.send) ? [.warn(Self.sendingRefusal)] : [.perform(row.command)]
        }
    }

    /// What is a setting is no command.
    private static func nothingFound(_ text: String) -> String {
        let isSetting = settings.contains { text.count > 2 && $0.hasPrefix(text.lowercased()) }
        return isSetting
            ? "This is a setting of the configuration file config.json5: scanconfig config describes it."
            : "No command matches."
    }

    private static let settings = [
        "theme", "colour", "color", "dark", "light", "contrast", "background", "cursor", "bindings", "keys", "shortcuts", "config",
        "settings",
        "preferences", "options", "mouse",
    ]

    /// Why nothing is sent from here.
    private static let sendingRefusal = "Only y on the plan itself sends."
}

extension PaletteScreen {
    func view(in scene: Scene) -> ScreenView {
        let columns = Self.columns(scene.display.size.columns)
        var lines = [Column.headings(columns, gutter: Page.gutter)]
        lines += list.visibleRows(height: scene.display.listHeight).map { row in
            self.row(
                row, line(of: row, columns, in: scene), in: scene, barOver: columns[0].cell(list.rows[row].keys) + list.rows[row].words)
        }
        if list.rows.isEmpty { lines += scene.page.paragraph(Self.nothingFound(text), .dim) }
        return view(titled: "commands", lines, in: scene)
    }

    private static func columns(_ width: Int) -> [Column] {
        let fixed = [Column(title: "KEY", width: 9), Column(title: "COMMAND", width: 16)]
        let room = width - fixed.reduce(Page.gutter) { $0 + $1.width + 1 } - 1
        return fixed + [Column(title: "WHAT IT DOES", width: room)]
    }

    private func line(of row: Int, _ columns: [Column], in scene: Scene) -> Line {
        let entry = list.rows[row]
        let reason = refusal(of: entry.command, in: scene)
        return Line([
            Span("   "),
            Span(columns[0].cell(entry.keys), reason == nil ? .key : .dim),
            Span(columns[1].cell(entry.words), reason == nil ? .text : .dim),
            Span(columns[2].cell(reason.map { "not now: \($0)" } ?? entry.help.clauses(in: columns[2].width)), .dim),
        ])
    }

    /// Why the command does nothing on the screen below.
    func refusal(of command: Command, in scene: Scene) -> String? {
        if command == .run(.send) { return Self.sendingRefusal }
        guard case .disabled(let reason)? = scene.below.last?.model.availability(of: command, in: scene.session, on: scene.display) else {
            return nil
        }
        return reason
    }
}

extension String {
    /// As many of the parts between semicolons as there is room for, at least one.
    fileprivate func clauses(in room: Int) -> String {
        let clauses = split(separator: ";")
        return clauses.indices.reversed().map { clauses[...$0].joined(separator: ";") }.first { $0.displayWidth <= room }
            ?? clauses.first.map(String.init) ?? ""
    }
}
