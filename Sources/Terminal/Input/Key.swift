/// One key press, under the name that the key table uses.
package enum Key: Sendable, Hashable {
    /// A character that was typed, the space included.
    case character(Character)
    /// Control with a lower-case letter or one of `@ \ ] ^ _`: `.control("c")` is ^C.
    case control(Character)
    /// Return, Enter, or Enter of the keypad.
    case enter
    /// Escape pressed alone.
    case escape
    /// Tab, which is also ^I.
    case tab
    /// Shift and Tab.
    case backTab
    /// Deletes the character before the cursor; sent as DEL or ^H.
    case backspace
    /// Deletes the character under the cursor.
    case delete
    /// Insert, which no command uses.
    case insert
    /// An arrow key.
    case up, down, left, right
    /// One screen up or down.
    case pageUp, pageDown
    /// To the first or the last row.
    case home, end
    /// A function key, counted from 1.
    case function(Int)
    /// A key without a name here, or a byte that is not valid in the terminal's character set.
    case unknown(Int)
}

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

    /// A key or a sequence that means nothing here. One such key stands for all the bytes that were sent for it.
    static let nameless = Key.unknown(Int(Byte.escape))
}
