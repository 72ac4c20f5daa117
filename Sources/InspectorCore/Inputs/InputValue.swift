import TextSafety

/// What a value of an input spells, without the blanks, invisible characters and quotes around it.
enum InputValue: Hashable {
    /// Nothing.
    case blank
    /// A project, by its id, or by the ARN under which the coverage has it.
    case project(PackedProject)
    /// What is written as the ARN of a scan configuration.
    case arn(String)
    /// Anything else: a name, or a mistake.
    case text(String)
    /// Bytes that are not UTF-8.
    case unreadable(String)

    /// What the bytes of a field spell.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let trimmed = bytes.withoutPadding
        let bare = trimmed.without(Self.isQuote)
        if bare.isEmpty || bare.spells("None") || bare.spells("null") {
            self = .blank
        } else if let project = PackedProject(anyCase: bare) ?? Self.project(ofArn: bare) {
            self = .project(project)
        } else if bare.starts(with: "arn:".utf8) {
            self = .arn(String(decoding: bare, as: UTF8.self))
        } else if let text = String(validating: trimmed.withoutPairOfQuotes, as: UTF8.self) {
            self = .text(CSVCell.restored(text))
        } else {
            self = .unreadable(String(decoding: trimmed, as: UTF8.self))
        }
    }

    /// What a text spells.
    init(_ text: String) {
        var text = text
        self = text.withUTF8 { InputValue($0) }
    }

    /// The project of `arn:…:codesecurity-integration/UUID/project-UUID`.
    private static func project(ofArn bytes: UnsafeBufferPointer<UInt8>) -> PackedProject? {
        guard bytes.count > 44, bytes.starts(with: "arn:".utf8), bytes[bytes.count - 45] == UInt8(ascii: "/") else { return nil }
        return PackedProject(anyCase: UnsafeBufferPointer(rebasing: bytes.suffix(44)))
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    /// The value in quotes, for a sentence.
    var quoted: String {
        switch self {
        case .blank: "\"\""
        case .project(let project): project.id.quoted
        case .arn(let text), .text(let text), .unreadable(let text): text.quoted
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes without blanks and invisible characters at both ends.
    fileprivate var withoutPadding: Self {
        var (start, end) = (0, count)
        while start < end {
            let length = paddingLength(at: start, before: end)
            if length == 0 { break }
            start += length
        }
        while start < end {
            if self[end - 1] <= 0x20 || self[end - 1] == 0x7F {
                end -= 1
            } else if end - start >= 3, paddingLength(at: end - 3, before: end) == 3 {
                end -= 3
            } else if end - start >= 2, paddingLength(at: end - 2, before: end) == 2 {
                end -= 2
            } else {
                break
            }
        }
        return Self(rebasing: self[start..<end])
    }

    /// How many bytes a blank or invisible character takes there; 0 for any other.
    ///
    /// Those are: NBSP and the soft hyphen; the blanks, marks of direction, joiners and typographic quotes of U+2000 to U+206F; U+3000 and
    /// the byte order mark.
    private func paddingLength(at place: Int, before end: Int) -> Int {
        let first = self[place]
        if first <= 0x20 || first == 0x7F { return 1 }
        guard first >= 0xC2, place + 1 < end else { return 0 }
        let second = self[place + 1]
        if first == 0xC2 { return second == 0xA0 || second == 0xAD ? 2 : 0 }
        guard place + 2 < end else { return 0 }
        let third = self[place + 2]
        switch (first, second, third) {
        case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0x98...0x9F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF),
            (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
            return 3
        default: return 0
        }
    }

    fileprivate func without(_ isOuter: (UInt8) -> Bool) -> Self {
        var (start, end) = (0, count)
        while start < end, isOuter(self[start]) { start += 1 }
        while end > start, isOuter(self[end - 1]) { end -= 1 }
        return Self(rebasing: self[start..<end])
    }

    /// The bytes inside one pair of quotes: a name may have an apostrophe of its own.
    fileprivate var withoutPairOfQuotes: Self {
        guard count >= 2, let first, first == last, "\"'`".utf8.contains(first) else { return self }
        return Self(rebasing: self[1..<(count - 1)])
    }

    fileprivate func spells(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count))
    }
}

extension PackedProject {
    /// The id in these bytes; a UUID in capitals is the same.
    fileprivate init?(anyCase bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 44 else { return nil }
        if let project = PackedProject(bytes) {
            self = project
            return
        }
        let lower = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        guard let project = lower.withUnsafeBufferPointer({ PackedProject($0) }) else { return nil }
        self = project
    }
}
