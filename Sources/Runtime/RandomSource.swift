/// Random numbers and identifiers as one value, so that tests can bring their own.
package struct RandomSource: Sendable {
    /// A number from 0 to 1, both included.
    package var unit: @Sendable () -> Double
    /// A new UUID of version 4, in lower case.
    package var identifier: @Sendable () -> String

    /// Sources of the caller's own, such as a seeded generator.
    package init(unit: @escaping @Sendable () -> Double, identifier: @escaping @Sendable () -> String) {
        self.unit = unit
        self.identifier = identifier
    }

    /// The operating system's random numbers.
    package static let system = RandomSource(
        unit: { Double.random(in: 0...1) },
        identifier: {
            var generator = SystemRandomNumberGenerator()
            return generator.uuid()
        })
}

extension RandomNumberGenerator {
    /// A new UUID of version 4 in lower case (RFC 9562). Foundation's `UUID()` opens /dev/urandom each time, which takes a thirtieth of a
    /// call's processor time.
    package mutating func uuid() -> String {
        let (high, low): (UInt64, UInt64) = (next(), next())
        var digits = (hexadecimal(high & ~0xF000 | 0x4000) + hexadecimal(low & ~(3 << 62) | 2 << 62))[...]
        return [8, 4, 4, 4, 12].map { count in
            defer { digits = digits.dropFirst(count) }
            return String(digits.prefix(count))
        }.joined(separator: "-")
    }

    private func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// The random numbers of a run, a value so that the engine stays pure (SplitMix64).
package struct RunRandom: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    /// Numbers that follow from `seed`.
    package init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A fraction of 1.
    package mutating func fraction() -> Double {
        Double.random(in: 0..<1, using: &self)
    }
}
