import Runtime

/// Random numbers that are the same for the same seed, and the values that tests draw from them.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var random: RunRandom

    /// Numbers that follow from `seed`.
    public init(seed: UInt64) {
        random = RunRandom(seed: seed)
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        random.next()
    }

    /// A number of the range.
    public mutating func int(_ range: Range<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// True with a probability of one in `number`.
    public mutating func oneIn(_ number: Int) -> Bool {
        int(0..<number) == 0
    }

    /// One of the choices, which must not be empty.
    public mutating func pick<Value>(_ choices: [Value]) -> Value {
        choices[int(0..<choices.count)]
    }

    /// `make` up to `most` times.
    public mutating func list<Value>(upTo most: Int, _ make: (inout SeededRandom) -> Value) -> [Value] {
        (0..<int(0..<most + 1)).map { _ in make(&self) }
    }
}
