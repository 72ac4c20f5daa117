import InspectorCore
import Terminal

@testable import OperatorUI

/// A small account, and a state that has listed it.
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
        .names([details(1, "acme/payments-api"), details(2, "acme/ledger"), details(3, "acme/refunds")]),
        .finished,
    ]

    static func details(_ number: Int, _ name: String) -> ProjectDetails {
        ProjectDetails(projectId: project(number).projectId ?? "", projectName: name, providerType: "GITHUB")
    }

    static func connected(columns: Int = 80, rows: Int = 24, isReadOnly: Bool = false) -> State {
        var state = State(size: TerminalSize(columns: columns, rows: rows), isReadOnly: isReadOnly)
        _ = state.begin()
        _ = update(&state, .connected(generation: 1, SessionIdentity(region: "us-east-1", profile: "default")))
        let arn = "arn:aws:sts::123456789012:assumed-role/OpsAdmin/me"
        _ = update(&state, .identified(generation: 1, account: "123456789012", caller: arn))
        return state
    }

    static func listed(columns: Int = 80, rows: Int = 24, isReadOnly: Bool = false) -> State {
        var state = connected(columns: columns, rows: rows, isReadOnly: isReadOnly)
        for event in events { _ = update(&state, .inventoryArrived(generation: 1, event)) }
        state.settle()
        return state
    }

    static func association(_ number: Int, _ configuration: ScanConfiguration = nightly) -> Association {
        Association(scanConfigurationArn: configuration.scanConfigurationArn, resource: project(number))
    }

    static func id(_ number: Int, in state: State, _ configuration: ScanConfiguration = nightly) -> AssociationID? {
        state.inventory.id(of: association(number, configuration))
    }
}

extension Effect {
    /// Whether it merely has a confirmation shown.
    var showsConfirmation: Bool {
        if case .showConfirmation = self { true } else { false }
    }
}

extension State {
    /// Types a text; what the last letter asks for.
    @discardableResult
    mutating func type(_ text: String) -> [Effect] {
        text.reduce(into: []) { effects, character in effects = update(&self, .keyPressed(.character(character))) }
    }

    /// Presses keys one after the other; what the last one asks for.
    @discardableResult
    mutating func press(keys: Key...) -> [Effect] {
        keys.reduce(into: []) { effects, key in effects = update(&self, .keyPressed(key)).filter { !$0.showsConfirmation } }
    }

    /// Has the plan or question on top read: all of it was on the screen, the terminal has drawn it, and a moment has passed.
    mutating func read() {
        for top in stride(from: 0, to: max(1, text(of: screen).count), by: textHeight) where screen.viewport != nil {
            screen.viewport?.top = top
            noteSeen()
        }
        screen.viewport?.top = 0
        arm()
    }

    /// Lets answers count, as far as time and the terminal are concerned.
    mutating func arm() {
        for case .awaitMoment(let moment) in update(&self, .confirmationShown(number: arming.number)) {
            _ = update(&self, .momentPassed(number: moment))
        }
        _ = update(&self, .confirmationDrawn(number: arming.number))
    }

    /// Reads what is asked and says yes; what that asks for.
    mutating func agree() -> [Effect] {
        read()
        return press(keys: .character("y"))
    }

    /// Lets the cursor rest.
    mutating func rest() {
        if let awaitedRest { _ = update(&self, .cursorRested(number: awaitedRest)) }
    }

    /// The projects screen's rows as text, for the list on top.
    var names: [String] {
        guard case .projects(let list) = screen else { return [] }
        return list.rows.map { inventory.projectName(of: $0.resource) ?? inventory.association($0).resource.projectId ?? "" }
    }

    /// The screen's words, whatever lines they are on.
    var words: String { lines.joined(separator: " ").squeezed }

    /// The screen as text, without spaces at line ends.
    var lines: [String] {
        view(self).lines.map { line in String(line.text.reversed().drop { $0 == " " }.reversed()) }
    }
}

extension String {
    /// The words with one space between them.
    var squeezed: String { split(separator: " ").joined(separator: " ") }
}
