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
