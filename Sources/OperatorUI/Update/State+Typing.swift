import InspectorCore
import Terminal

extension State {
    /// Takes a key for what is being typed; nothing when nothing is, so that the key means its command.
    mutating func typed(_ key: Key) -> [Effect]? {
        if case .plan(let plan) = screen { return type(key, into: plan) }
        guard var entry else { return nil }
        notice = nil
        switch key {
        case .enter: return finish(entry)
        case .escape: return cancel(entry)
        case .control("c"): return activity.run == nil ? cancel(entry) : stop()
        case .control("l"): return repaint()
        case .control("z"): return [.suspend]
        case .up, .down, .pageUp, .pageDown, .home, .end: return moveWhileTyping(key, entry)
        case .backspace where entry.text.isEmpty && entry.purpose == .filter: return cancel(entry)
        case .backspace where entry.text.isEmpty, .delete where entry.text.isEmpty: return sayNothingTyped()
        default: break
        }
        if entry.edit(key) {
            change(entry)
        } else {
            notice = Notice(.warning, entry.purpose == .code ? "A code has digits only. Enter sends it, Esc cancels." : Self.entryHelp)
        }
        return []
    }

    mutating func sayNothingTyped() -> [Effect] {
        notice = Notice(.information, "Nothing is typed yet.")
        return []
    }

    private static let entryHelp = "Enter accepts the text, Esc cancels, ^U clears it."

    mutating func change(_ new: Entry) {
        entry = new
        if new.purpose == .filter { applyFilter(new.text) }
    }

    private mutating func moveWhileTyping(_ key: Key, _ entry: Entry) -> [Effect] {
        guard entry.purpose == .filter, case .move(let motion)? = KeyTable.command(for: key) else {
            notice = Notice(.warning, Self.entryHelp)
            return []
        }
        if !move(motion) { notice = atTheEnd(motion) }
        return []
    }

    private mutating func finish(_ entry: Entry) -> [Effect] {
        switch entry.purpose {
        case .filter: keepFilter()
        case .fileName(let content): return finishFileName(entry.text, content)
        case .region: return finishRegion(entry.text)
        case .code: return answerCode(entry.text)
        }
        return []
    }

    private mutating func cancel(_ entry: Entry) -> [Effect] {
        self.entry = nil
        switch entry.purpose {
        case .filter: applyFilter("")
        case .fileName: notice = Notice(.information, "Nothing was written.")
        case .region: notice = Notice(.information, "The region is unchanged.")
        case .code: return declineCode()
        }
        return []
    }
}

extension State {
    /// Credentials need a code: asks for it above everything else.
    mutating func askForCode(_ serial: String, _ profile: String) {
        withdrawCode()
        if entry?.purpose == .filter { entry = nil }
        arming.forget()
        screens.append(.code(CodeQuestion(serial: serial, profile: profile)))
        entry = Entry(.code)
    }

    /// Takes the question for a code away.
    mutating func withdrawCode() {
        screens.removeAll { if case .code = $0 { true } else { false } }
        if entry?.purpose == .code { entry = nil }
    }

    fileprivate mutating func answerCode(_ text: String) -> [Effect] {
        guard !text.isEmpty else {
            notice = Notice(.warning, "Type the digits that the device shows, then Enter. Esc cancels.")
            return []
        }
        withdrawCode()
        return [.answerCode(text)]
    }

    fileprivate mutating func declineCode() -> [Effect] {
        withdrawCode()
        notice = Notice(.warning, "Without a code, calls that need it fail. r tries again.")
        return [.answerCode(nil)]
    }
}
