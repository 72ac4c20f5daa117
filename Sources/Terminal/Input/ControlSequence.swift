/// A whole control sequence that begins with CSI.
struct ControlSequence {
    /// Parameters, each with its parts: "106:74;1:3" has two.
    private let numbers: [[Int?]]
    /// The prefix that makes the parameters private: one of `< = > ?`.
    private let mark: UInt8?
    private let hasIntermediates: Bool
    private let isModeReport: Bool
    private let final: UInt8

    init(parameters: ArraySlice<UInt8>, intermediates: ArraySlice<UInt8>, final: UInt8) {
        mark = parameters.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
        let text = parameters.dropFirst(mark == nil ? 0 : 1)
        numbers = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { parameter in
            parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { Int(String(decoding: $0, as: UTF8.self)) }
        }
        hasIntermediates = !intermediates.isEmpty
        isModeReport = mark == UInt8(ascii: "?") && intermediates.elementsEqual([UInt8(ascii: "$")]) && final == UInt8(ascii: "y")
        self.final = final
    }

    /// Whether pasted text follows.
    var beginsPaste: Bool { isPlain && final == UInt8(ascii: "~") && number(0) == 200 }

    /// What it means: a key, a report, or nothing.
    var inputs: [TerminalInput] {
        if isModeReport { return modeReport }
        guard isPlain else { return [] }
        switch final {
        case UInt8(ascii: "n"): return numbers.count == 1 && (number(0) == 0 || number(0) == 3) ? [.statusReport] : []
        case UInt8(ascii: "R"): return numbers.count <= 1 && number(0) == nil ? [.key(.function(3))] : []
        case UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "M"), UInt8(ascii: "c"), UInt8(ascii: "t"), UInt8(ascii: "x"),
            UInt8(ascii: "y"):
            return []
        case UInt8(ascii: "u"): return pressed(number(0).flatMap(codeKey))
        case UInt8(ascii: "~"): return tilde
        default: return pressed((number(0) ?? 1) == 1 ? Self.letters[final].map(unmodified) : nil)
        }
    }

    private var isPlain: Bool { mark == nil && !hasIntermediates }

    private var modeReport: [TerminalInput] {
        guard let mode = number(0), let setting = number(1) else { return [] }
        return [.modeReport(mode: mode, setting: setting)]
    }

    private func number(_ place: Int, part: Int = 0) -> Int? {
        guard numbers.indices.contains(place), numbers[place].indices.contains(part) else { return nil }
        return numbers[place][part]
    }

    // MARK: Keys

    /// The key, unless the sequence reports its release.
    private func pressed(_ key: Key?) -> [TerminalInput] {
        number(1, part: 1) == 3 ? [] : [.key(key ?? .nameless)]
    }

    private var modifiers: Modifiers { Modifiers(number(1)) }

    /// The key; with a modifier it means nothing here.
    private func unmodified(_ key: Key) -> Key { modifiers == .none ? key : .nameless }

    private var tilde: [TerminalInput] {
        switch number(0) {
        case 201: []
        case 27: [.key(number(2).map { Self.key(code: $0, shifted: nil, modifiers) } ?? .nameless)]
        default: pressed(number(0).flatMap { Self.numbered[$0] }.map(unmodified))
        }
    }

    private func codeKey(_ code: Int) -> Key {
        if let key = Self.keypad(code) { return unmodified(key) }
        return Self.key(code: code, shifted: number(0, part: 1), modifiers)
    }

    private static let letters: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab,
        UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "S"): .function(4),
    ]

    private static let numbered: [Int: Key] = [
        1: .home, 7: .home, 4: .end, 8: .end, 2: .insert, 3: .delete, 5: .pageUp, 6: .pageDown,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7),
        19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
    ]
}

extension ControlSequence {
    /// The modifier keys that were held while a key was pressed, as far as they matter here.
    enum Modifiers: Hashable {
        case none, shift, control
        /// Others, or several.
        case other

        /// The modifiers in a sequence's parameter: 1, plus 1 for Shift, 4 for Control and other bits; Caps Lock and Num Lock are ignored.
        init(_ parameter: Int?) {
            switch ((parameter ?? 1) - 1) & 0x3F {
            case 0: self = .none
            case 1: self = .shift
            case 4: self = .control
            default: self = .other
            }
        }
    }

    /// The key of a Unicode code point, as kitty's protocol (`CSI u`) and xterm's modifyOtherKeys send it.
    static func key(code: Int, shifted: Int?, _ modifiers: Modifiers) -> Key {
        guard let scalar = Unicode.Scalar(UInt32(clamping: code)), code < 0xE000 || code > 0xF8FF else { return .nameless }
        switch modifiers {
        case .none: return plain(scalar)
        case .shift: return self.shifted(scalar, shifted)
        case .control: return scalar.isASCII && code >= 0x40 ? Key(ascii: UInt8(code & 0x1F)) : code == 0x20 ? .control("@") : .nameless
        case .other: return .nameless
        }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Key {
        if scalar.isASCII { return Key(ascii: UInt8(scalar.value)) }
        return scalar.value < 0xA0 ? .nameless : .character(Character(scalar))
    }

    private static func shifted(_ scalar: Unicode.Scalar, _ shifted: Int?) -> Key {
        if scalar == "\t" { return .backTab }
        if let scalar = shifted.flatMap({ Unicode.Scalar(UInt32(clamping: $0)) }), scalar.value > 0x20 { return plain(scalar) }
        let upper = scalar.properties.uppercaseMapping
        guard scalar.value > 0x20, upper != String(scalar), upper.count == 1, let character = upper.first else { return .nameless }
        return .character(character)
    }

    /// The keypad's keys in kitty's private area.
    static func keypad(_ code: Int) -> Key? {
        switch code {
        case 57399...57408: .character(Character(Unicode.Scalar(UInt8(0x30 + code - 57399))))
        default: keypadNames[code]
        }
    }

    private static let keypadNames: [Int: Key] = [
        57414: .enter, 57417: .left, 57418: .right, 57419: .up, 57420: .down, 57421: .pageUp, 57422: .pageDown, 57423: .home, 57424: .end,
        57425: .insert, 57426: .delete,
    ]
}
