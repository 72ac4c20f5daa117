extension Key {
    /// The key of a byte below 0x80. Return and line feed are both Enter.
    init(ascii byte: UInt8) {
        switch byte {
        case 0x08, 0x7F: self = .backspace
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x1B: self = .escape
        case 0x00: self = .control("@")
        case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(byte + 0x40)))
        default: self = .character(Character(Unicode.Scalar(byte)))
        }
    }

    /// A key or a sequence without a meaning here; it takes the place of all that was sent for it.
    static let nameless = Key.unknown(Int(Byte.escape))
}

/// Bytes that the grammar of terminals is made of.
enum Byte {
    static let bell: UInt8 = 0x07
    static let cancel: UInt8 = 0x18
    static let substitute: UInt8 = 0x1A
    static let escape: UInt8 = 0x1B
    static let stringTerminator: UInt8 = 0x9C
}
