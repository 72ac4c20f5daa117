/// Keys that are sent as SS3 and one byte: arrows in application mode, the first function keys, and the keypad.
enum KeypadKeys {
    /// The key of the byte after SS3.
    static func key(_ final: UInt8) -> Key? {
        switch final {
        case 0x70...0x79: .character(Character(Unicode.Scalar(final - 0x40)))
        case 0x6A...0x6F: .character(Character(Unicode.Scalar(final - 0x40)))
        default: named[final]
        }
    }

    private static let named: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "M"): .enter, UInt8(ascii: "I"): .tab,
        UInt8(ascii: " "): .character(" "), UInt8(ascii: "X"): .character("="),
        UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]
}
