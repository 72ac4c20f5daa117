/// Halves of surrogate pairs among the escapes of a JSON text. RFC 8259, section 8.2, lets them through, but no text can hold them, and
/// decoders refuse the whole document: one such name would hide an account.
package enum LoneSurrogates {
    /// The text with U+FFFD for each half that stands alone; nil when there is none.
    package static func replaced(in json: [UInt8]) -> [UInt8]? {
        var result: [UInt8]?
        var place = 0
        while let start = json[place...].firstIndex(of: UInt8(ascii: "\\")) {
            guard let unit = unit(at: start, in: json) else {
                place = min(start + 2, json.count)
                continue
            }
            let isPair = isHigh(unit) && Self.unit(at: start + 6, in: json).map(isLow) == true
            if !isPair, isHigh(unit) || isLow(unit) {
                result = result ?? json
                result?.replaceSubrange(start + 2..<start + 6, with: "fffd".utf8)
            }
            place = start + (isPair ? 12 : 6)
        }
        return result
    }

    /// The value of `\uXXXX` at a place; nil when something else stands there.
    private static func unit(at place: Int, in json: [UInt8]) -> UInt16? {
        guard place + 6 <= json.count, json[place] == UInt8(ascii: "\\"), json[place + 1] == UInt8(ascii: "u") else { return nil }
        var value: UInt16 = 0
        for byte in json[place + 2..<place + 6] {
            guard let digit = Hex.value(of: byte) else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    private static func isHigh(_ unit: UInt16) -> Bool { (0xD800...0xDBFF).contains(unit) }

    private static func isLow(_ unit: UInt16) -> Bool { (0xDC00...0xDFFF).contains(unit) }
}
