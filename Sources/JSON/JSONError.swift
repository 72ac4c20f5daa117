internal import TextSafety

/// The kinds of values that JSON has.
package enum JSONKind: Hashable, Sendable {
    case object, array, string, number, boolean, null

    init?(firstByte: UInt8) {
        switch firstByte {
        case UInt8(ascii: "{"): self = .object
        case UInt8(ascii: "["): self = .array
        case UInt8(ascii: "\""): self = .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): self = .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .boolean
        case UInt8(ascii: "n"): self = .null
        default: return nil
        }
    }

    /// The kind with its article, for the middle of a sentence: "a number".
    package var words: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        }
    }
}

/// Where a value of a document begins.
package struct JSONPosition: Hashable, Sendable {
    /// The line, from 1.
    package let line: Int
    /// The byte of the line, from 1.
    package let column: Int
}

/// Why a document cannot be read, and where.
package struct JSONError: Error, Hashable, Sendable {
    /// What can be wrong with a document.
    package enum Problem: Hashable, Sendable {
        case endsTooEarly
        case trailingText
        case nestedTooDeeply
        /// What stands where a value should.
        case notJSON(String)
        case missingComma(before: Unicode.Scalar)
        /// A comma after which the array or object ends.
        case commaTooMany(before: Unicode.Scalar)
        /// An array or object that the document does not end; the line is that of its beginning.
        case unclosed(JSONKind, missing: Unicode.Scalar)
        case missingColon(after: String)
        case missingName
        case repeatedName(String)
        case unclosedString
        case unclosedLine
        case unclosedComment
        /// A word that is no value of JSON5; most often a text without its quotes.
        case unquoted(String)
        case controlCharacter
        case unknownEscape
        case badHexadecimal
        case loneSurrogate
        case notUTF8
        case notWhole(String)
        /// A value of another kind than expected, and the member it is the value of.
        case wrongKind(JSONKind, expected: JSONKind, member: String?)
        /// A member that has to be there is not.
        case missingMember(String)
        /// A member that must not be there.
        case unknownMember(String)
        /// A text that stands for none of the values that it may.
        case unknownValue(String)
    }

    /// The line of the document, from 1.
    package let line: Int
    /// The byte of that line, from 1; 0 where it is not known.
    package let column: Int
    /// What is wrong on that line.
    package let problem: Problem

    init(line: Int, column: Int = 0, _ problem: Problem) {
        (self.line, self.column, self.problem) = (line, column, problem)
    }

    /// What is wrong in words, without a full stop.
    package var words: String {
        switch problem {
        case .endsTooEarly: "the JSON ends too early"
        case .trailingText: "text follows the JSON value"
        case .nestedTooDeeply: "this is nested too deeply"
        case .notJSON(let word): word.hasPrefix("'") ? "\(word.quoted) is not JSON: texts need double quotes" : "\(word.quoted) is not JSON"
        case .missingComma(let close): "a comma or \(close) is missing after this"
        case .commaTooMany(let close): "a comma stands before \(close)"
        case .unclosed(let kind, let close): "\(kind.words) begins here and has no end: \(close) is missing"
        case .missingColon(let name): "a colon is missing after \(name.quoted)"
        case .missingName: "a member's name in double quotes is missing"
        case .repeatedName(let name): "an object has \(name.quoted) twice"
        case .unclosedString: "a string has no end"
        case .unclosedLine: "a string is not closed on its line"
        case .unclosedComment: "a comment has no end"
        case .unquoted(let word): "\(word.quoted) is no value; texts need quotes"
        case .controlCharacter: "a control character in a string is not escaped"
        case .unknownEscape: "an unknown escape in a string"
        case .badHexadecimal: "\\u is not followed by four hexadecimal digits"
        case .loneSurrogate: "half a surrogate pair in a string"
        case .notUTF8: "a string is not UTF-8"
        case .notWhole(let number): "\(number.quoted) is not a whole number that fits"
        case .wrongKind(let kind, let expected, let member): "\(member ?? "this") is \(kind.words), not \(expected.words)"
        case .missingMember(let name): "\(name) is missing"
        case .unknownMember(let name): "the member \(name.quoted) is not known here"
        case .unknownValue(let text): "\(text.quoted) is not known here"
        }
    }
}

extension JSONReader {
    /// The error of an object, beginning at `start`, without a member that it has to have.
    package func missing(_ name: String, in start: JSONPosition? = nil) -> JSONError {
        start.map { JSONError(line: $0.line, column: $0.column, .missingMember(name)) } ?? error(.missingMember(name))
    }

    /// The error of an object with a member that it must not have.
    package func unknownMember(_ name: JSONName) -> JSONError { error(.unknownMember(name.string)) }

    /// The error of a text that stands for none of the values that it may.
    package func unknownValue(_ text: String) -> JSONError { error(.unknownValue(text)) }
}
