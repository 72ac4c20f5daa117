import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Takes pasted text for what is being typed; anywhere else it is ignored.
    mutating func pasted(_ text: String) -> [Effect] {
        guard isLargeEnough else { return [] }
        if case .code = screen, !arming.isArmed { return dropEarly() }
        guard var entry else {
            notice = Notice(.warning, pasteRefusal)
            return []
        }
        notice = entry.paste(text)
        change(entry)
        return []
    }

    /// Says that a paste was lost.
    mutating func pasteBroken() {
        notice = Notice(.warning, "A paste broke off: nothing of it was taken.")
    }

    private var pasteRefusal: String {
        if case .plan = screen { return "Pasted text cannot confirm a plan: press the keys." }
        return "Pasted text is ignored here: it goes where text is typed, such as the filter."
    }
}

extension Entry {
    /// Takes one line of pasted text; what there is to say about it.
    fileprivate mutating func paste(_ pasted: String) -> Notice? {
        let line = pasted.pastedLine
        if purpose == .code { return pasteCode(line) }
        let room = Self.limit - text.count
        text += line.prefix(room)
        if line.count > room { return Notice(.warning, "Cut off: a text has at most \(Self.limit.grouped) characters.") }
        return pasted.hasFurtherLines ? Notice(.warning, "Only the first line was taken.") : nil
    }

    private mutating func pasteCode(_ line: String) -> Notice? {
        let digits = line.filter { $0 != " " }
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), text.count + digits.count <= Self.limit else {
            return Notice(.warning, "A code has digits only: the paste was not taken.")
        }
        text += digits
        return nil
    }
}
