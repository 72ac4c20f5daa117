/// What the operator typed to see less: words that all have to be found, or with `!` must not.
struct Filter: Hashable, Sendable {
    /// The text as typed.
    let text: String
    /// The words, in lower case.
    let words: [SearchWord]

    /// The filter for what was typed.
    init(_ text: String = "") {
        self.text = text
        words = text.split(whereSeparator: \.isWhitespace).compactMap { SearchWord(String($0)) }
    }

    /// Whether everything is shown.
    var isEmpty: Bool { words.isEmpty }

    /// Whether everything this filter shows is also shown by `other`, as when a letter is added.
    func narrows(_ other: Filter) -> Bool {
        guard words.count >= other.words.count else { return false }
        return zip(words, other.words).allSatisfy { new, old in
            new == old
                || !new.isExcluded && !old.isExcluded && new.bytes.starts(with: old.bytes)
                    && (new.idPart == nil || old.idPart != nil)
        }
    }

    /// Whether the texts together hold every word, and none of those that must not be there.
    func matches(_ texts: [String]) -> Bool {
        if words.isEmpty { return true }
        var bytes: [UInt8] = []
        for text in texts {
            bytes.append(lowercased: text)
            bytes.append(0x0A)
        }
        return words.allSatisfy { $0.occurs(in: bytes) != $0.isExcluded }
    }
}

/// One word of a filter.
struct SearchWord: Hashable, Sendable {
    /// The word in lower case.
    let bytes: [UInt8]
    /// Whether it must not be there.
    let isExcluded: Bool
    /// What every project's id begins with.
    static let idPrefix = "project-"

    /// A word as typed; a lone `!` is none yet.
    init?(_ text: String) {
        isExcluded = text.hasPrefix("!")
        var bytes: [UInt8] = []
        bytes.append(lowercased: isExcluded ? String(text.dropFirst()) : text)
        if bytes.isEmpty { return nil }
        self.bytes = bytes
    }

    /// The rest of a word that begins like an id, to be looked up in ids alone.
    var idPart: SearchWord? {
        guard bytes.count > Self.idPrefix.utf8.count, bytes.starts(with: Self.idPrefix.utf8) else { return nil }
        return SearchWord(String(decoding: bytes.dropFirst(Self.idPrefix.utf8.count), as: UTF8.self))
    }

    /// Whether the word is somewhere in `text`, which is in lower case.
    func occurs(in text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            bytes.withUnsafeBufferPointer { text.contains($0, in: 0..<text.count) }
        }
    }

    /// Whether the word is somewhere in `text`, whatever its case.
    func occurs(inAnyCase text: String) -> Bool {
        var bytes: [UInt8] = []
        bytes.append(lowercased: text)
        return occurs(in: bytes)
    }
}
