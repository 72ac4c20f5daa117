import Foundation

/// Properties: statements that hold for all values that a generator makes.
public enum Property {
    /// Tries a property with `cases` seeds and returns the first that breaks it with an explanation; nil when none does.
    ///
    /// `SCANCONFIG_PROPERTY_TIMES=100` tries a hundred times as many, and `SCANCONFIG_PROPERTY_FROM` begins with another seed than 1 (see
    /// `.ci/fuzz`). `SCANCONFIG_PROPERTY_SEED` tries that seed alone. `SCANCONFIG_PROPERTY_TRACE=1` names each seed on standard error before it
    /// is tried, so that the last one named is the one that crashed.
    ///
    /// - Parameter broken: What is broken for the numbers given; nil when the property holds.
    public static func counterexample(_ cases: Int, _ broken: (inout SeededRandom) throws -> String?) rethrows -> String? {
        for seed in seeds(cases) {
            var random = SeededRandom(seed: seed)
            if let words = try broken(&random) { return told(seed, words) }
        }
        return nil
    }

    /// The same for a property that waits for something.
    public static func counterexample(_ cases: Int, _ broken: (inout SeededRandom) async throws -> String?) async rethrows -> String? {
        for seed in seeds(cases) {
            var random = SeededRandom(seed: seed)
            if let words = try await broken(&random) { return told(seed, words) }
        }
        return nil
    }

    private static func seeds(_ cases: Int) -> some Sequence<UInt64> {
        let environment = ProcessInfo.processInfo.environment
        let only = environment["SCANCONFIG_PROPERTY_SEED"].flatMap(UInt64.init)
        let isTraced = environment["SCANCONFIG_PROPERTY_TRACE"] == "1"
        let first = environment["SCANCONFIG_PROPERTY_FROM"].flatMap(UInt64.init) ?? 1
        let times = environment["SCANCONFIG_PROPERTY_TIMES"].flatMap(UInt64.init) ?? 1
        return (only.map { $0...$0 } ?? first...(first + UInt64(cases) * times - 1)).lazy.map { seed in
            if isTraced { FileHandle.standardError.write(Data("seed \(seed)\n".utf8)) }
            return seed
        }
    }

    private static func told(_ seed: UInt64, _ words: String) -> String {
        "seed \(seed): " + words.unicodeScalars.prefix(4000).map { $0.escaped(asASCII: true) }.joined()
    }
}
