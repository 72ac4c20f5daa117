import InspectorCore
import Terminal
import TextSafety

/// All that somebody who hears the program may have to be told of, at one moment. ``announce(before:after:)`` says what has become of it.
package struct AccessibleState: Equatable, Sendable {
    /// Text that is being typed, and what asks for it. It stands on a line of its own, which grows with each letter.
    package struct Entry: Equatable, Sendable {
        /// What asks for it, with a space at its end.
        package let label: String
        /// What was typed so far.
        package var text: String
    }

    /// A notice, and the how many-th it is: the same one given twice is said twice.
    struct News: Equatable, Sendable {
        let words: String
        let number: Int
    }

    /// How many keys and pastes there were. Without another one, rows that change are not said.
    var turn: Int
    /// Which screen is on top, and how many are open.
    var screen: String
    /// What it says.
    var spoken: Spoken
    /// The newest notice.
    var news: News?
    /// What the run in progress is doing, and how far it is.
    var run: [String]
    /// What the listing waits for, or what is missing of it.
    var listing: [String]
    /// How much is listed.
    var extent: String
    /// Whether it goes on.
    var isListing: Bool
    /// How many associations are marked.
    var marks: Int
    /// Where the keys are told: said once, at the start.
    var keysHelp: String
    /// What is being typed.
    package var entry: Entry?
    /// The keys that matter while it is typed.
    var entryHelp: String?
    /// What Tab offers.
    var offer: String?
    /// What cannot be understood of a filter.
    var mistake: String?
    /// Whether keys have paused: what is found while typing is said then.
    var isSettled: Bool
    /// The text being typed for which it was said last what it finds.
    var foundFor: String?

    /// What is known of it to somebody to whom it was told after `before`: while keys do not pause, not what they find.
    package func asTold(after before: AccessibleState?) -> AccessibleState {
        guard !isSettled, let before, before.screen == screen else { return self }
        var told = self
        (told.spoken, told.foundFor, told.mistake) = (before.spoken, before.foundFor ?? "", before.mistake)
        return told
    }
}

extension App {
    /// What is to be told, for ``announce(before:after:)``.
    ///
    /// - Parameter turn: How many keys and pastes there were so far.
    package func accessibleState(turn: Int) -> AccessibleState {
        let scene = Scene(session: session, display: display, isOnTop: true, below: stack.below)
        let entry = accessibleEntry
        return AccessibleState(
            turn: turn, screen: "\(stack.count) \(type(of: stack.top.model))", spoken: stack.top.model.spoken(in: scene),
            news: session.notices.current.map { AccessibleState.News(words: $0.text, number: session.notices.number) },
            run: session.spokenRuns, listing: SpokenListing(session).lines,
            extent: SpokenListing(session).extent, isListing: session.account.inventory.isLoading, marks: session.account.marks.count,
            keysHelp: keysHelp, entry: entry,
            entryHelp: entry == nil ? nil : stack.prompt.map { $0.hints.map(\.heard).joined(separator: ", ") + "." },
            offer: stack.prompt?.memory.offer.map { "Choices: \($0.heard)" }, mistake: entry == nil ? nil : stack.top.model.filterMistake,
            isSettled: stack.prompt == nil || display.rest.isResting,
            foundFor: stack.prompt.flatMap { $0.finds ? $0.text : nil })
    }

    private var keysHelp: String {
        let name = { self.session.key($0).spokenKey }
        let (help, place) = (name(.program(.help)), name(.program(.whereAmI)))
        return "\(help.prefix(1).uppercased() + help.dropFirst()) lists the keys, \(place) says where you are."
    }

    private var accessibleEntry: AccessibleState.Entry? {
        if let prompt = stack.prompt {
            guard stack.confirmation == nil || display.arming.isArmed else { return nil }
            return AccessibleState.Entry(label: prompt.spokenLabel, text: prompt.text)
        }
        guard case .plan(let plan) = stack.top, session.sendingRefusal == nil, plan.asksForCount(on: display) else { return nil }
        return AccessibleState.Entry(label: "Type \(plan.draft.count.grouped) and Enter to send, Esc sends nothing: ", text: plan.answer)
    }

    /// Notes that all of a plan's head was said.
    package mutating func noteHeard() {
        guard stack.confirmation != nil else { return }
        stack.top.model.noteShown(Self.everything, in: session, on: display)
    }

    /// Every line of a text, wherever it is scrolled to.
    private static let everything = -1_000_000..<1_000_000
}

extension TextPrompt {
    /// Whether rows are found while the text is typed.
    fileprivate var finds: Bool {
        switch purpose {
        case .filter, .find, .choice, .command, .region: true
        case .fileName, .marks, .sort, .code, .authorization, .interrupted: false
        }
    }

    /// What is said before the text.
    fileprivate var spokenLabel: String {
        switch purpose {
        case .filter: "Filter: "
        case .find, .choice: "Find: "
        case .command: "Command: "
        case .fileName(let content): "Write to a file (\(content.endings)): "
        case .marks: "Mark what this file names: "
        case .region: "Region: "
        case .sort: "Sort by: "
        case .code: "Code: "
        case .authorization: "Authorization code: "
        case .interrupted: "No longer needed, Esc closes this: "
        }
    }
}

extension ScreenModel {
    /// What cannot be understood of the filter being typed.
    fileprivate var filterMistake: String? { (self as? any AssociationListScreen)?.spokenMistake }
}

extension AssociationListScreen {
    fileprivate var spokenMistake: String? { list.filter.mistake?.message }
}

/// How far the listing of the account is, and what is missing of it.
private struct SpokenListing {
    let session: Session

    init(_ session: Session) { self.session = session }

    /// "Listed 1,204 associations in 10 configurations."
    var extent: String {
        let inventory = session.account.inventory
        return "Listed \(inventory.associationCount.counted("association")) in \(inventory.listed.count.counted("configuration"))."
    }

    private var several: String? { session.shown == nil ? "Listing \(session.seats.count.counted("session"))." : nil }

    var lines: [String] {
        let inventory = session.account.inventory
        switch session.connection.state {
        case .connecting: return ["Reading settings and credentials."]
        case .failed: return []
        case .ready where inventory.isLoading:
            return [
                session.account.listingWait?.sentence
                    ?? several
                    ?? "Listing account \(session.identity.account ?? "unknown"), region \(session.identity.region ?? "unknown")."
            ]
        case .ready where inventory.configurationsState.isFailed && inventory.listed.isEmpty: return []
        case .ready: return [ListingStatus(session).line.text].filter { !$0.isEmpty }
        }
    }
}

extension Session {
    /// What the runs are doing; of several, each with the name of its session.
    fileprivate var spokenRuns: [String] {
        if runs.count == 1 { return runs[0].run.spokenLines(in: self) }
        return runs.flatMap { part in
            (part.report.map { [$0.sentence] } ?? part.run.spokenLines(in: self)).map { "\(self[part.run.session].name): \($0)" }
        }
    }
}

extension LiveRun {
    /// What the run is doing, and the last quarter that was passed.
    func spokenLines(in session: Session) -> [String] {
        let count = count.counted("association")
        let stop = session.key(.program(.stop))
        var lines: [String] = []
        switch phase {
        case .sending: lines = ["\(sendingWords(count)). \(stop) stops the run."]
        case .stopping: break
        case .paused(let pause): lines = [pause.sentence, "The run waits: \(pause.remedy), then press \(session.key(.refresh))."]
        case .verifying: lines = ["Verifying \(count). \(endingWords(in: session))"]
        }
        if let trouble = progress.trouble { lines.append("Nothing gets through: \(trouble.problem ?? "calls are not answered yet").") }
        return lines + [milestones.words].compactMap(\.self)
    }

    private func sendingWords(_ count: String) -> String {
        switch plan.action {
        case .associate where plan.undoes != nil: "Re-associating \(count)"
        case .associate, .disassociate: "\(plan.action.participle) \(count)"
        case .move: "Moving: \(plan.phrase)"
        }
    }
}
