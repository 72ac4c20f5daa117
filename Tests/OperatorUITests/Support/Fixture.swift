import InspectorCore
import Terminal

@testable import OperatorUI

/// A small account, and a app that has listed it.
enum Fixture {
    static let nightly = configuration("payments-nightly", "a1", scope: nil)
    static let standard = configuration("default-scan", "b2", scope: "ALL")
    static let empty = configuration("unused", "c3", scope: nil)

    static func configuration(_ name: String, _ id: String, scope: String?) -> ScanConfiguration {
        let uuid = "00000000-0000-0000-0000-0000000000\(id)"
        return ScanConfiguration(
            scanConfigurationArn: "arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-configuration/\(uuid)",
            name: name, ownerAccountId: "123456789012", periodicScanFrequency: "WEEKLY",
            continuousIntegrationScanSupportedEvents: ["PULL_REQUEST", "PUSH"], ruleSetCategories: ["SAST", "SCA"],
            scopeSettings: scope.map { ScopeSettings(projectSelectionScope: $0) })
    }

    static func project(_ number: Int) -> AssociationResource {
        .projectId("project-00000000-0000-4000-8000-\(String(1_000_000_000_000 + number).dropFirst())")
    }

    /// payments-nightly has ledger (2), payments-api (1) and refunds (3); default-scan has payments-api.
    static let events: [InventoryEvent] = [
        .configurations([nightly, standard, empty], isLast: true),
        .associations(scanConfigurationArn: nightly.scanConfigurationArn, [project(1), project(2), project(3)], isLast: true),
        .associations(scanConfigurationArn: standard.scanConfigurationArn, [project(1)], isLast: true),
        .associations(scanConfigurationArn: empty.scanConfigurationArn, [], isLast: true),
        .coverage([details(1, "acme/payments-api"), details(2, "acme/ledger"), details(3, "acme/refunds")]),
        .finished,
    ]

    static func details(_ number: Int, _ name: String) -> ProjectDetails {
        ProjectDetails(projectId: project(number).projectId ?? "", projectName: name, words: [.provider: "GITHUB"])
    }

    static func connected(columns: Int = 80, rows: Int = 24, isReadOnly: Bool = false) -> App {
        var app = App(size: TerminalSize(columns: columns, rows: rows), isReadOnly: isReadOnly)
        _ = app.begin()
        _ = app.update(.connected(generation: 1, SessionIdentity(region: "us-east-1", profile: "default")))
        let arn = "arn:aws:sts::123456789012:assumed-role/OpsAdmin/me"
        _ = app.update(.identified(generation: 1, account: "123456789012", caller: arn))
        return app
    }

    static func listed(columns: Int = 80, rows: Int = 24, isReadOnly: Bool = false) -> App {
        var app = connected(columns: columns, rows: rows, isReadOnly: isReadOnly)
        for event in events { _ = app.update(.inventoryArrived(generation: 1, event)) }
        app.recomputeLists()
        return app
    }

    static func association(_ number: Int, _ configuration: ScanConfiguration = nightly) -> Association {
        Association(scanConfigurationArn: configuration.scanConfigurationArn, resource: project(number))
    }

    static func id(_ number: Int, in app: App, _ configuration: ScanConfiguration = nightly) -> AssociationID? {
        app.inventory.id(of: association(number, configuration))
    }
}

extension Effect {
    /// Whether it merely waits for a pause.
    var isPause: Bool {
        if case .delayPreview = self { true } else { false }
    }

    /// Whether it merely has a confirmation shown.
    var showsConfirmation: Bool {
        if case .showConfirmation = self { true } else { false }
    }
}

/// The one place that knows where things are in an ``App``.
extension App {
    var identity: SessionIdentity {
        get { session.identity }
        set { session.identity = newValue }
    }
    var inventory: Inventory { session.account.inventory }
    var index: ProjectIndex { session.account.index }
    var marks: Marks { session.account.marks }
    var failures: Failures { session.account.failures }
    var problems: [Problem] { session.problems }
    var notice: Notice? { session.notices.current }
    var run: LiveRun? { session.run }
    var finishedRuns: [FinishedRun] { session.finishedRuns }
    /// The number of the newest connection or listing.
    var generation: Int { session.connection.generation }
    var arming: Arming { display.arming }
    var screens: [Screen] { stack.screens }
    var prompt: TextPrompt? { stack.prompt }
    /// The screen on top.
    var screen: Screen {
        get { stack.top }
        set { stack.top = newValue }
    }
    /// What the screen on top shows.
    var screenView: ScreenView { Scene(session: session, display: display, isOnTop: true, below: stack.below).view(of: screen) }

    /// The list of configurations, on top or below.
    var configurations: ConfigurationsScreen {
        screens.lazy.compactMap { if case .configurations(let screen) = $0 { screen } else { nil } }.first ?? ConfigurationsScreen()
    }

    /// The list of associations on top.
    var projects: ProjectsScreen? {
        if case .projects(let screen) = screen { screen } else { nil }
    }

    /// The plan on top.
    var plan: PlanScreen? {
        if case .plan(let screen) = screen { screen } else { nil }
    }

    /// The whole text on top; nothing on other screens.
    var text: LazyText? { (screen.model as? any TextScreen)?.text(in: session, on: display) }

    /// The projects screen's rows as text, for the list on top.
    var names: [String] {
        projects.map { $0.list.rows.map { inventory.projectName(of: $0.resource) ?? inventory.association($0).resource.projectId ?? "" } }
            ?? []
    }

    /// The screen's words, whatever lines they are on.
    var words: String { lines.joined(separator: " ").squeezed }

    /// The screen as text, without what stands at its right edge: the scroll bar, the position, spaces.
    var lines: [String] {
        let position = screenView.position.isEmpty ? nil : "  \(screenView.position) "
        return view().lines.map { line in
            let text = line.text.trimmingSuffix("▐")
            return String((position.map { text.trimmingSuffix($0) } ?? text).reversed().drop { $0 == " " }.reversed())
        }
    }
}

extension App {
    /// Types a text; all that it asks for.
    @discardableResult
    mutating func type(_ text: String) -> [Effect] {
        text.flatMap { update(.keyPressed(.character($0))) }.filter { !$0.showsConfirmation }
    }

    /// Presses keys one after the other; all that they ask for, pauses aside.
    @discardableResult
    mutating func press(keys: Key...) -> [Effect] {
        keys.flatMap { update(.keyPressed($0)) }.filter { !$0.showsConfirmation && !$0.isPause }
    }

    /// The number of the pause that the cursor waits for after a key.
    mutating func pause(after key: Key) -> Int? {
        _ = update(.keyPressed(key))
        return display.rest.awaited
    }

    /// Has the plan or question on top read: all of it was on the screen, the terminal has drawn it, and a moment has passed.
    mutating func read() {
        for top in stride(from: 0, to: max(1, text?.count ?? 0), by: display.textHeight) { show(from: top) }
        show(from: 0)
        arm()
    }

    private mutating func show(from line: Int) {
        guard var model = screen.model as? any TextScreen else { return }
        model.viewport.top = line
        screen = model.screen
        noteSeen()
    }

    /// Lets answers count, as far as time and the terminal are concerned.
    mutating func arm() {
        for case .awaitReadingTime(let moment) in update(.confirmationShown(number: arming.number)) {
            _ = update(.readingTimePassed(number: moment))
        }
        _ = update(.confirmationDrawn(number: arming.number))
    }

    /// Reads what is asked and says yes; what that asks for.
    mutating func agree() -> [Effect] {
        read()
        return press(keys: .character("y"))
    }

    /// The run ends, and its end is closed.
    mutating func finish(_ report: RunReport) {
        _ = update(.runReported(.finished(report)))
        if stack.isRunOver { press(keys: .escape) }
    }

    /// Lets the preview follow the cursor.
    mutating func passPreviewDelay() {
        if let number = display.rest.awaited { _ = update(.previewDelayPassed(number: number)) }
    }
}

extension Screen {
    /// The part that is seen, for screens that have one.
    var viewport: Viewport? {
        (model as? any TextScreen)?.viewport ?? (model as? any ListScreen)?.listViewport
    }
}

extension PlanScreen {
    /// What is left of the plan.
    var plan: Plan { draft.plan }
}

extension ListScreen {
    fileprivate var listViewport: Viewport { list.viewport }
}

extension String {
    /// The words with one space between them.
    var squeezed: String { split(separator: " ").joined(separator: " ") }
}

extension StringProtocol {
    /// The text without that end, if it has it.
    fileprivate func trimmingSuffix(_ end: String) -> String { hasSuffix(end) ? String(dropLast(end.count)) : String(self) }
}
