/// Random numbers that come again for the same seed (SplitMix64).
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Numbers that follow from `seed`.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number of the range.
    public mutating func int(_ range: Range<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// True once in `number` times.
    public mutating func oneIn(_ number: Int) -> Bool {
        int(0..<number) == 0
    }

    /// One of the choices, of which there is at least one.
    public mutating func pick<Value>(_ choices: [Value]) -> Value {
        choices[int(0..<choices.count)]
    }

    /// `make` up to `most` times.
    public mutating func list<Value>(upTo most: Int, _ make: (inout SeededRandom) -> Value) -> [Value] {
        (0..<int(0..<most + 1)).map { _ in make(&self) }
    }
}
