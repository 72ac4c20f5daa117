import InspectorCore

/// Random numbers that come again for the same seed, with what tests draw from them.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var random: RunRandom

    /// Numbers that follow from `seed`.
    public init(seed: UInt64) {
        random = RunRandom(seed: seed)
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        random.next()
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
