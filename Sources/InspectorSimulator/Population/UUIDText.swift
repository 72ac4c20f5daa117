/// UUIDs as lower-case text.
enum UUIDText {
    /// Writes the 128 bits in groups of 8-4-4-4-12 hexadecimal digits.
    static func append(high: UInt64, low: UInt64, to bytes: inout [UInt8]) {
        append(high >> 32, digits: 8, to: &bytes)
        append(high >> 16, digits: 4, dash: true, to: &bytes)
        append(high, digits: 4, dash: true, to: &bytes)
        append(low >> 48, digits: 4, dash: true, to: &bytes)
        append(low, digits: 12, dash: true, to: &bytes)
    }

    /// A UUID of version 4 drawn from a seed.
    static func drawn(seed: UInt64, purpose: StaticString, key: UInt64) -> String {
        let high = Draw.bits(seed: seed, purpose: purpose, key: key)
        let low = Draw.mixed(high)
        var bytes: [UInt8] = []
        append(high: high & ~0xf000 | 0x4000, low: low & 0x3fff_ffff_ffff_ffff | 1 << 63, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes `count` hexadecimal digits that repeat the bits of `word`.
    static func append(_ word: UInt64, count: Int, to bytes: inout [UInt8]) {
        for place in 0..<count { bytes.append(digit(word >> UInt64(place % 16 * 4))) }
    }

    private static func append(_ word: UInt64, digits count: UInt64, dash: Bool = false, to bytes: inout [UInt8]) {
        if dash { bytes.append(UInt8(ascii: "-")) }
        var shift = count * 4
        while shift > 0 {
            shift -= 4
            bytes.append(digit(word >> shift))
        }
    }

    /// In this module, so that it is inlined: a page has 3,200 of them.
    private static func digit(_ word: UInt64) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: word & 0xf)
        return value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }
}
