import Terminal

/// Text being typed on the line above the key hints.
package struct Entry: Equatable, Sendable {
    /// What the text is for.
    package enum Purpose: Equatable, Sendable {
        /// Words that rows have to hold.
        case filter
        /// The file to write to.
        case fileName(Export.Content)
        /// The region to work in.
        case region
        /// A multi-factor device's code.
        case code
    }

    /// What the text is for.
    package let purpose: Purpose
    /// What is typed so far.
    package var text: String
    /// More is not taken.
    static let limit = 1_000

    init(_ purpose: Purpose, text: String = "") {
        self.purpose = purpose
        self.text = text
    }

    /// What stands before the text.
    var prompt: String {
        switch purpose {
        case .filter: " /"
        case .fileName: " Write to (.csv or .json): "
        case .region: " Region: "
        case .code: " Code: "
        }
    }

    /// Takes a key that edits; says whether it was one.
    mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .character(let character):
            if purpose == .code, !(character.isASCII && character.isNumber) { return false }
            if text.count < Self.limit { text.append(character) }
        case .backspace, .delete: text = String(text.dropLast())
        case .control("u"): text = ""
        case .control("w"): text = String(text.trimmedEnd.reversed().drop { $0 != " " }.reversed())
        default: return false
        }
        return true
    }
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmedEnd: Substring {
        self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
    }
}
