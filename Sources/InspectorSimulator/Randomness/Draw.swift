/// Chance as a pure function: the same seed, purpose and key always draw the same number.
enum Draw {
    /// A number in 0 ..< 1.
    static func unit(seed: UInt64, purpose: StaticString, key: UInt64) -> Double {
        Double(bits(seed: seed, purpose: purpose, key: key) >> 11) * 0x1p-53
    }

    /// A whole number in 0 ..< `bound`; zero when `bound` is not positive.
    static func below(_ bound: Int, seed: UInt64, purpose: StaticString, key: UInt64) -> Int {
        bound > 0 ? Int(bits(seed: seed, purpose: purpose, key: key) % UInt64(bound)) : 0
    }

    /// 64 bits.
    static func bits(seed: UInt64, purpose: StaticString, key: UInt64) -> UInt64 {
        mixed(mixed(seed ^ purpose.withUTF8Buffer(hash)) &+ key)
    }

    /// FNV-1a of the UTF-8 bytes of `text`.
    static func hash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8(hash)
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The finalizer of SplitMix64: spreads every bit of `value` over the whole word.
    static func mixed(_ value: UInt64) -> UInt64 {
        var word = value &+ 0x9e37_79b9_7f4a_7c15
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
