/// A text to look for, whatever its case.
package struct SearchText: Hashable, Sendable {
    /// The text in lower case; never empty.
    package let bytes: [UInt8]
    /// What every project's id begins with: a text that is a part of it alone finds no id.
    package static let idPrefix = "project-"

    /// A text to look for; nil when there is none.
    package init?(_ text: String) {
        let bytes = Array(text.lowercased().utf8)
        if bytes.isEmpty { return nil }
        self.bytes = bytes
    }

    /// The rest of a text that begins like an id, to be looked up in ids alone.
    package var idPart: SearchText? {
        let prefix = Self.idPrefix.utf8
        guard bytes.count > prefix.count, bytes.starts(with: prefix) else { return nil }
        return SearchText(String(decoding: bytes.dropFirst(prefix.count), as: UTF8.self))
    }

    /// Whether it has no other characters than these of ASCII.
    func isMade(of characters: StaticString) -> Bool {
        characters.withUTF8Buffer { known in bytes.allSatisfy(known.contains) }
    }

    /// Where the text is in a text of which these are the bytes in lower case.
    ///
    /// - Parameter atWordStart: Whether it has to stand at the beginning, or after something else than a letter or a digit.
    package func ranges(in text: [UInt8], atWordStart: Bool = false) -> [Range<Int>] {
        var (ranges, place): ([Range<Int>], Int) = ([], 0)
        while place + bytes.count <= text.count {
            let isThere = text[place..<place + bytes.count].elementsEqual(bytes)
            if isThere, !atWordStart || place == 0 || !text[place - 1].isWordByte {
                ranges.append(place..<place + bytes.count)
                place += bytes.count
            } else {
                place += 1
            }
        }
        return ranges
    }

    /// Whether the text is somewhere in `text`, as ``ranges(in:atWordStart:)`` finds it.
    package func occurs(in text: String, atWordStart: Bool = false) -> Bool {
        !ranges(in: Array(text.lowercased().utf8), atWordStart: atWordStart).isEmpty
    }
}

extension UInt8 {
    /// Whether the byte is one of a letter or a digit, or of a character beyond ASCII.
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: true
        default: false
        }
    }
}
