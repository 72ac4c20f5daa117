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

    /// One of the names in `rates`, each drawn with its own share, or none.
    static func name(_ rates: [String: Double], seed: UInt64, purpose: StaticString, target: @autoclosure () -> String) -> String? {
        guard !rates.isEmpty else { return nil }
        var rest = unit(seed: seed, purpose: purpose, key: hash(target()))
        for (name, rate) in rates.sorted(by: { $0.key < $1.key }) {
            if rest < rate { return name }
            rest -= rate
        }
        return nil
    }
}

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
