/// Makes keys, pastes and answers of the bytes a terminal sends, however they are cut into portions. It knows no clock: whoever reads
/// tells it when nothing more came for a moment, and when nothing came for long.
package struct KeyDecoder: Sendable {
    /// What the next byte belongs to.
    private enum Stage: Hashable {
        case keys
        case string(ControlString)
        case paste(PasteText)
        /// What comes in one breath with a paste is part of it, even behind the mark of its end: the text may hold such a mark.
        case pasteEnd
        /// A control sequence that is longer than any.
        case overlong
    }

    private let grammar: InputGrammar
    private let keyStrings: KeyStrings
    private var stage = Stage.keys
    /// The beginning of something whose rest is still to come.
    private var beginning: [UInt8] = []
    /// An Escape was taken for the key, or for the end of a string, and might yet turn out to be the beginning of a sequence that was torn apart.
    private var isAfterEscape = false
    private var waits = 0
    private var arrived = 0

    /// A decoder for a terminal that sends UTF-8, or nothing but ASCII, and has these strings for its keys.
    package init(isUTF8: Bool, keyStrings: KeyStrings = KeyStrings()) {
        grammar = InputGrammar(isUTF8: isUTF8)
        self.keyStrings = keyStrings
    }

    /// The number of what is unfinished, another one each time; nothing while everything was told.
    package var waiting: Int? { stage == .keys && beginning.isEmpty && !isAfterEscape ? nil : waits }

    /// What the bytes mean. What is unfinished waits for the next ones, for ``pause()`` or for ``giveUp()``.
    package mutating func decode(_ bytes: [UInt8]) -> [TerminalInput] {
        guard let first = bytes.first else { return [] }
        arrived += bytes.count
        let isTorn = isAfterEscape && beginning.isEmpty && Self.introducers.contains(first)
        var rest = ((isTorn ? [Byte.escape] : beginning) + bytes)[...]
        let hasBegun = !beginning.isEmpty
        (beginning, isAfterEscape) = ([], false)
        return decode(&rest, hasBegun: hasBegun)
    }

    /// Nothing more came for the moment after which Escape is the key and not the beginning of another.
    package mutating func pause() -> [TerminalInput] {
        switch stage {
        case .keys: return beginning.isEmpty ? [] : resolve()
        case .pasteEnd: stage = .keys
        case .string(let string) where string.isEscaped: (stage, isAfterEscape) = (.keys, true)
        case .string, .paste, .overlong: break
        }
        return []
    }

    /// Nothing, or next to nothing, came for so long that the rest of what is unfinished is not expected any more.
    package mutating func giveUp() -> [TerminalInput] {
        if stage != .keys, arrived >= Self.lively {
            wait()
            return []
        }
        let lost: [TerminalInput]
        if case .paste = stage { lost = [.brokenPaste] } else { lost = beginning.isEmpty ? [] : [.key(.nameless)] }
        (stage, beginning, isAfterEscape) = (.keys, [], false)
        return lost
    }

    /// As many bytes tell, when something is given up, that it is still coming, and not a person who presses keys.
    private static let lively = 64
    /// What stands behind an Escape at the beginning of a sequence or a string, and at the end of one.
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

    /// Takes what the bytes begin with; says whether that is whole.
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

    /// Takes bytes of what has no end yet; always done with them.
    private mutating func skip(_ rest: inout ArraySlice<UInt8>, _ inputs: inout [TerminalInput]) -> Bool {
        switch stage {
        case .keys: break
        case .string(var string): skip(&string, &rest)
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

    private mutating func skip(_ string: inout ControlString, _ rest: inout ArraySlice<UInt8>) {
        while let byte = rest.first {
            switch string.take(byte) {
            case .goesOn: rest.removeFirst()
            case .ends:
                rest.removeFirst()
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

    /// What the beginning is when nothing follows it: Escape, a key that is the beginning of another, or Alt with a sign.
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

    /// The beginning of one of the description's keys that did not come about.
    private mutating func withoutKeyStrings(_ bytes: ArraySlice<UInt8>) -> [TerminalInput] {
        var (rest, inputs) = (bytes, [TerminalInput]())
        guard take(grammar.match(bytes), &rest, &inputs) else { return [] }
        beginning = []
        return inputs + decode(&rest, hasBegun: false)
    }
}
