/// Recognises what a terminal's input begins with, by the grammar of control sequences (ECMA-48 and xterm's ctlseqs).
struct InputGrammar: Sendable {
    /// What the input begins with.
    enum Match: Hashable {
        /// Bytes with these meanings, of which there may be none.
        case inputs([TerminalInput], length: Int)
        /// A control string begins after `length` bytes; its content is skipped.
        case string(length: Int)
        /// Pasted text begins after `length` bytes.
        case paste(length: Int)
        /// A control sequence longer than ``longestSequence``; the rest of it is skipped.
        case overlong(length: Int)
        /// The bytes that follow decide what it is.
        case unfinished

        fileprivate static func key(_ key: Key, length: Int) -> Match { .inputs([.key(key)], length: length) }
    }

    /// Whether the terminal sends UTF-8; if not, characters outside ASCII are unknown keys.
    let isUTF8: Bool

    /// How many bytes of a control sequence are read at most; longer ones are skipped.
    static let longestSequence = 256

    /// What `bytes` begin with.
    func match(_ bytes: ArraySlice<UInt8>) -> Match {
        guard let first = bytes.first else { return .unfinished }
        switch first {
        case Byte.escape: return escape(bytes)
        case 0x00...0x7F: return .key(Key(ascii: first), length: 1)
        case 0x80...0x9F: return introduced(by: first, length: 1, bytes)
        case 0xC2...0xF4: return character(bytes, first)
        default: return .key(.unknown(Int(first)), length: 1)
        }
    }

    // MARK: Characters

    /// A character in UTF-8. It is recognised in other locales as well, so that its bytes are not taken for control characters.
    private func character(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> Match {
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let form = bytes.prefix(length)
        guard form.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .key(.unknown(Int(first)), length: 1) }
        guard form.count == length else { return .unfinished }
        guard let scalar = String(validating: form, as: UTF8.self)?.unicodeScalars.first else {
            return .key(.unknown(Int(first)), length: 1)
        }
        if scalar.value < 0xA0 { return introduced(by: UInt8(scalar.value), length: length, bytes) }
        if isUTF8 { return .key(.character(Character(scalar)), length: length) }
        return .inputs(form.map { .key(.unknown(Int($0))) }, length: length)
    }

    // MARK: Control functions

    /// What a C1 control character introduces, whether it was sent as one byte or in UTF-8.
    private func introduced(by control: UInt8, length: Int, _ bytes: ArraySlice<UInt8>) -> Match {
        switch control {
        case 0x8F: singleShift(bytes, from: length)
        case 0x9B: sequence(bytes, from: length)
        case 0x90, 0x98, 0x9D, 0x9E, 0x9F: .string(length: length)
        default: .key(.unknown(Int(control)), length: length)
        }
    }

    private func escape(_ bytes: ArraySlice<UInt8>) -> Match {
        guard let second = bytes.dropFirst().first else { return .unfinished }
        switch second {
        case Byte.escape: return escapes(bytes)
        case UInt8(ascii: "["): return sequence(bytes, from: 2)
        case UInt8(ascii: "O"): return singleShift(bytes, from: 2)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"): return .string(length: 2)
        case 0x20...0x2F: return designation(bytes)
        default: return afterAlt(match(bytes.dropFirst()), by: 1)
        }
    }

    /// Alt with a key that itself begins with Escape, or the Escape key held down.
    private func escapes(_ bytes: ArraySlice<UInt8>) -> Match {
        bytes.prefix(4).count == 4 && bytes.prefix(4).allSatisfy { $0 == Byte.escape }
            ? .key(.escape, length: 1) : afterAlt(match(bytes.dropFirst()), by: 1)
    }

    /// What follows the Escape of an Alt combination: Alt with any key is one key that means nothing here.
    private func afterAlt(_ match: Match, by length: Int) -> Match {
        switch match {
        case .inputs(let inputs, let rest):
            let reports = inputs.filter { if case .key = $0 { false } else { true } }
            return .inputs(reports.isEmpty && !inputs.isEmpty ? [.key(.nameless)] : reports, length: rest + length)
        case .string(let rest): return .string(length: rest + length)
        case .paste(let rest): return .paste(length: rest + length)
        case .overlong(let rest): return .overlong(length: rest + length)
        case .unfinished: return .unfinished
        }
    }

    /// Escape, intermediate bytes and a final one (ECMA-48, 5.3). Alt with a punctuation character begins the same way.
    private func designation(_ bytes: ArraySlice<UInt8>) -> Match {
        let intermediates = bytes.dropFirst().prefix(Self.longestSequence).prefix { (0x20...0x2F).contains($0) }
        let length = 1 + intermediates.count
        guard length < Self.longestSequence else { return .overlong(length: length) }
        guard let final = bytes.dropFirst(length).first else { return .unfinished }
        return .key(.nameless, length: (0x30...0x7E).contains(final) ? length + 1 : length)
    }

    /// SS3 and one byte, before which some terminals send the modifiers.
    private func singleShift(_ bytes: ArraySlice<UInt8>, from start: Int) -> Match {
        let rest = bytes.dropFirst(start)
        let parameters = rest.prefix(Self.longestSequence).prefix { (0x30...0x3B).contains($0) }
        let length = start + parameters.count
        guard parameters.count < Self.longestSequence else { return .overlong(length: length) }
        guard let final = rest.dropFirst(parameters.count).first else { return .unfinished }
        guard (0x20...0x7E).contains(final) else { return .key(.nameless, length: length) }
        let key = parameters.isEmpty ? KeypadKeys.key(final) : nil
        return .key(key ?? .nameless, length: length + 1)
    }

    /// CSI, parameters, intermediates and a final byte (ECMA-48, 5.4), and the two forms that follow no rule.
    private func sequence(_ bytes: ArraySlice<UInt8>, from start: Int) -> Match {
        let rest = bytes.dropFirst(start)
        switch rest.first {
        case UInt8(ascii: "M"): return mouseReport(rest.dropFirst(), from: start + 1)
        case UInt8(ascii: "["): return consoleKey(rest.dropFirst(), from: start + 1)
        default: break
        }
        let parameters = rest.prefix(Self.longestSequence).prefix { (0x30...0x3F).contains($0) }
        let intermediates = rest.dropFirst(parameters.count).prefix(Self.longestSequence).prefix { (0x20...0x2F).contains($0) }
        let length = start + parameters.count + intermediates.count
        guard length - start < Self.longestSequence else { return .overlong(length: length) }
        guard let final = bytes.dropFirst(length).first else { return .unfinished }
        guard (0x40...0x7E).contains(final) else { return .key(.nameless, length: length) }
        let sequence = ControlSequence(parameters: parameters, intermediates: intermediates, final: final)
        return sequence.beginsPaste ? .paste(length: length + 1) : .inputs(sequence.inputs, length: length + 1)
    }

    /// F1 to F5 of the Linux console: CSI, "[", and a letter.
    private func consoleKey(_ rest: ArraySlice<UInt8>, from start: Int) -> Match {
        guard let letter = rest.first else { return .unfinished }
        guard (0x20...0x7E).contains(letter) else { return .key(.nameless, length: start) }
        let number = Int(letter) - 0x40
        return .key((1...5).contains(number) ? .function(number) : .nameless, length: start + 1)
    }

    /// A mouse report in the oldest form: three characters, the button and where. They are bytes, or encoded in UTF-8 (mode 1005).
    private func mouseReport(_ report: ArraySlice<UInt8>, from start: Int) -> Match {
        var (rest, length) = (report, start)
        for _ in 0..<3 {
            guard let first = rest.first else { return .unfinished }
            guard first >= 0x20 else { return .inputs([], length: length) }
            let isEncoded = (0xC2...0xDF).contains(first)
            guard let second = isEncoded ? rest.dropFirst().first : first else { return .unfinished }
            if first >= 0x80, !isEncoded || second & 0xC0 != 0x80 { return mouseBytes(report, from: start) }
            length += isEncoded ? 2 : 1
            rest = rest.dropFirst(isEncoded ? 2 : 1)
        }
        return .inputs([], length: length)
    }

    private func mouseBytes(_ report: ArraySlice<UInt8>, from start: Int) -> Match {
        let bytes = report.prefix(3).prefix { $0 >= 0x20 }
        return bytes.count == 3 || bytes.count < report.count ? .inputs([], length: start + bytes.count) : .unfinished
    }
}

/// Bytes that the grammar of terminals is made of.
enum Byte {
    static let bell: UInt8 = 0x07
    static let cancel: UInt8 = 0x18
    static let substitute: UInt8 = 0x1A
    static let escape: UInt8 = 0x1B
    static let stringTerminator: UInt8 = 0x9C
}
