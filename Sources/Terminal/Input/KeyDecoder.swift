/// Turns the bytes that a terminal sends into keys, pastes and reports, in whatever portions they are read. It has no clock: the caller
/// says when nothing more has come for a moment (``pause()``), and when the rest is not expected any more (``giveUp()``).
package struct KeyDecoder: Sendable {
    /// What the next byte belongs to.
    private enum Stage: Hashable {
        case keys
        case string(ControlString)
        case paste(PasteText)
        /// Bytes that follow the end mark without a pause still belong to the paste: its text may contain such a mark.
        case pasteEnd
        /// The rest of a control sequence that is too long to be one.
        case overlong
    }

    private let grammar: InputGrammar
    private let keyStrings: KeyStrings
    private var stage = Stage.keys
    /// The bytes of an unfinished input.
    private var beginning: [UInt8] = []
    /// Whether an Escape was taken for the key, or for the end of a string, that may yet prove to begin a sequence whose bytes were split.
    private var isAfterEscape = false
    private var waits = 0
    private var arrived = 0

    /// A decoder for a terminal that sends UTF-8, or only ASCII, and these strings for its keys.
    package init(isUTF8: Bool, keyStrings: KeyStrings = KeyStrings()) {
        grammar = InputGrammar(isUTF8: isUTF8)
        self.keyStrings = keyStrings
    }

    /// The number of the unfinished input, a new one each time; `nil` when there is none.
    package var waiting: Int? { stage == .keys && beginning.isEmpty && !isAfterEscape ? nil : waits }

    /// What the bytes mean. An unfinished input waits for more bytes, for ``pause()`` or for ``giveUp()``.
    package mutating func decode(_ bytes: [UInt8]) -> [TerminalInput] {
        guard let first = bytes.first else { return [] }
        arrived += bytes.count
        let isTorn = isAfterEscape && beginning.isEmpty && Self.introducers.contains(first)
        var rest = ((isTorn ? [Byte.escape] : beginning) + bytes)[...]
        let hasBegun = !beginning.isEmpty
        (beginning, isAfterEscape) = ([], false)
        return decode(&rest, hasBegun: hasBegun)
    }

    /// To be called when nothing more came for so long that an Escape is the key, and not the beginning of a sequence.
    package mutating func pause() -> [TerminalInput] {
        switch stage {
        case .keys: return beginning.isEmpty ? [] : resolve()
        case .pasteEnd: stage = .keys
        case .string(let string) where string.isEscaped: (stage, isAfterEscape) = (.keys, true)
        case .string, .paste, .overlong: break
        }
        return []
    }

    /// To be called when the rest of an unfinished input is not expected any more. Input that is still arriving goes on waiting.
    package mutating func giveUp() -> [TerminalInput] {
        if stage != .keys, arrived >= Self.stillArriving {
            wait()
            return []
        }
        let lost: [TerminalInput]
        if case .paste = stage { lost = [.brokenPaste] } else { lost = beginning.isEmpty ? [] : [.key(.nameless)] }
        (stage, beginning, isAfterEscape) = (.keys, [], false)
        return lost
    }

    /// If this many bytes have come since the input was last waited for, it is still arriving, and no person is pressing keys.
    private static let stillArriving = 64
    /// The bytes that follow an Escape at the beginning of a sequence or a string, and at the end of one.
    private static let introducers = Set("[O]PX^_\\".utf8)

    private mutating func wait() {
        waits += 1
        arrived = 0
    }
}

extension KeyDecoder {
    private mutating func decode(_ rest: inout ArraySlice<UInt8>, hasBegun: Bool) -> [TerminalInput] {
        var inputs: [TerminalInput] = []
        var isSame = hasBegun
        while !rest.isEmpty {
            let isDone = stage == .keys ? takeKeys(&rest, &inputs) : skip(&rest, &inputs)
            guard isDone else {
                beginning = Array(rest)
                if !isSame { wait() }
                return inputs
            }
            isSame = false
        }
        return inputs
    }

    /// Decodes what the bytes begin with; false when it is unfinished.
    private mutating func takeKeys(_ rest: inout ArraySlice<UInt8>, _ inputs: inout [TerminalInput]) -> Bool {
        switch keyStrings.match(rest) {
        case .key(let key, let length):
            inputs.append(.key(key))
            rest = rest.dropFirst(length)
            return true
        case .unfinished: return false
        case .none: return take(grammar.match(rest), &rest, &inputs)
        }
    }

    private mutating func take(_ match: InputGrammar.Match, _ rest: inout ArraySlice<UInt8>, _ inputs: inout [TerminalInput]) -> Bool {
        switch match {
        case .unfinished: return false
        case .inputs(let new, let length):
            inputs += new
            rest = rest.dropFirst(length)
        case .string(let length): begin(.string(ControlString()), length, &rest)
        case .paste(let length): begin(.paste(PasteText()), length, &rest)
        case .overlong(let length): begin(.overlong, length, &rest)
        }
        return true
    }

    private mutating func begin(_ new: Stage, _ length: Int, _ rest: inout ArraySlice<UInt8>) {
        stage = new
        rest = rest.dropFirst(length)
        wait()
        arrived = rest.count
    }

    /// Consumes bytes of a string, a paste or an overlong sequence; always true.
    private mutating func skip(_ rest: inout ArraySlice<UInt8>, _ inputs: inout [TerminalInput]) -> Bool {
        switch stage {
        case .keys: break
        case .string(var string): skip(&string, &rest, &inputs)
        case .paste(var paste): receive(&paste, &rest, &inputs)
        case .pasteEnd: rest = []
        case .overlong:
            rest = rest.drop { (0x20...0x3F).contains($0) }
            guard let final = rest.first else { break }
            stage = .keys
            if (0x40...0x7E).contains(final) { rest.removeFirst() }
        }
        return true
    }

    private mutating func skip(_ string: inout ControlString, _ rest: inout ArraySlice<UInt8>, _ inputs: inout [TerminalInput]) {
        while let byte = rest.first {
            switch string.take(byte) {
            case .continues: rest.removeFirst()
            case .ends:
                rest.removeFirst()
                if let color = string.background { inputs.append(.backgroundReport(color)) }
                return stage = .keys
            case .breaksOff:
                rest = ([Byte.escape] + rest)[...]
                return stage = .keys
            }
        }
        stage = .string(string)
    }

    private mutating func receive(_ paste: inout PasteText, _ rest: inout ArraySlice<UInt8>, _ inputs: inout [TerminalInput]) {
        stage = .keys
        while let byte = rest.first {
            rest.removeFirst()
            guard paste.take(byte) else { continue }
            inputs.append(.paste(paste.text))
            stage = .pasteEnd
            return wait()
        }
        stage = .paste(paste)
    }

    /// What the unfinished bytes mean if nothing follows: Escape, a key whose bytes begin another one, or Alt with punctuation.
    private mutating func resolve() -> [TerminalInput] {
        let bytes = beginning[...]
        if bytes.allSatisfy({ $0 == Byte.escape }) {
            (beginning, isAfterEscape) = ([], true)
            wait()
            return bytes.map { _ in .key(.escape) }
        }
        if case .unfinished(let whole?) = keyStrings.match(bytes) {
            beginning = []
            return [.key(whole)]
        }
        if bytes.first == Byte.escape, let second = bytes.dropFirst().first, (0x20...0x2F).contains(second) {
            beginning = []
            return [.key(.nameless)]
        }
        return withoutKeyStrings(bytes)
    }

    /// What the bytes mean that begin like a key of the terminal's description and are not one.
    private mutating func withoutKeyStrings(_ bytes: ArraySlice<UInt8>) -> [TerminalInput] {
        var (rest, inputs) = (bytes, [TerminalInput]())
        guard take(grammar.match(bytes), &rest, &inputs) else { return [] }
        beginning = []
        return inputs + decode(&rest, hasBegun: false)
    }
}

/// What a terminal sent, decoded. Unrequested reports, such as those of the mouse or of the focus, are dropped.
package enum TerminalInput: Sendable, Hashable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted, between the marks of bracketed paste; of a long one the beginning.
    case paste(String)
    /// A paste began whose end never came: its text is lost.
    case brokenPaste
    /// The answer to a status query (DSR 5): the terminal has acted on all that was sent to it before the query.
    case statusReport
    /// The answer to a query for a private mode (DECRPM): 1 and 3 stand for set, 2 and 4 for reset, 0 for a mode that is not known.
    case modeReport(mode: Int, setting: Int)
    /// The answer to the question for the background's colour (OSC 11).
    case backgroundReport(RGBColor)
}
