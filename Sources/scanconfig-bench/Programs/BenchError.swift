/// Why a figure could not be taken.
struct BenchError: Error, CustomStringConvertible {
    /// What happened, as a sentence.
    let description: String

    init(_ sentence: String) {
        description = sentence
    }
}
