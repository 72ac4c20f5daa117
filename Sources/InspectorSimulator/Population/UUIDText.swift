/// UUIDs as lower-case text.
enum UUIDText {
    /// Writes the 128 bits in groups of 8-4-4-4-12 hexadecimal digits.
    static func append(high: UInt64, low: UInt64, to bytes: inout [UInt8]) {
        append(high, digits: 16, dashes: [8, 12], to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        append(low, digits: 16, dashes: [4], to: &bytes)
    }

    /// A UUID of version 4 drawn from a seed.
    static func drawn(seed: UInt64, purpose: StaticString, key: UInt64) -> String {
        let high = Draw.bits(seed: seed, purpose: purpose, key: key)
        let low = Draw.mixed(high)
        var bytes: [UInt8] = []
        append(high: high & ~0xf000 | 0x4000, low: low & 0x3fff_ffff_ffff_ffff | 1 << 63, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ word: UInt64, digits: Int, dashes: [Int], to bytes: inout [UInt8]) {
        for position in 0..<digits {
            if dashes.contains(position) { bytes.append(UInt8(ascii: "-")) }
            let digit = UInt8(truncatingIfNeeded: word >> UInt64((digits - 1 - position) * 4) & 0xf)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
