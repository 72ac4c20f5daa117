/// The grammar of numbers in JSON (RFC 8259, 6).
struct JSONNumber {
    private var rest: Substring.UTF8View

    /// Whether the word is a number and nothing else.
    static func isNumber(_ word: String) -> Bool {
        var number = JSONNumber(rest: Substring(word).utf8)
        return number.takeWhole() && number.takeFraction() && number.takeExponent() && number.rest.isEmpty
    }

    private mutating func takeWhole() -> Bool {
        _ = take("-")
        return take("0") || takeDigits()
    }

    private mutating func takeFraction() -> Bool {
        !take(".") || takeDigits()
    }

    private mutating func takeExponent() -> Bool {
        guard take("e") || take("E") else { return true }
        if !take("+") { _ = take("-") }
        return takeDigits()
    }

    private mutating func takeDigits() -> Bool {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return !digits.isEmpty
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
