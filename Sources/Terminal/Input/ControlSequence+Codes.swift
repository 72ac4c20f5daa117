extension ControlSequence {
    /// What was held while a key was pressed, as far as it matters here.
    enum Modifiers: Hashable {
        case none, shift, control
        /// Others, or several.
        case other

        /// The modifiers of a sequence's parameter: one more than a sum of 1 for Shift, 4 for Control, and others; locks count for nothing.
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
