internal import AWSClient
internal import Crypto

/// Goes from line to line of a journal and says which of them are as they were written.
struct JournalChain: Sendable {
    /// What can be said of a line.
    enum Verdict: Hashable {
        /// It is as it was written, behind the line that it was written behind.
        case proven
        /// It carries no checksum.
        case bare
        /// Its checksum does not fit.
        case broken
    }

    /// What the next line builds on.
    private(set) var end: JournalChecksum?
    /// What the next line may build on just as well, because the last one is not what it was: its true checksum, and that of the line
    /// before it, should it be one too many.
    private var others: [JournalChecksum?] = []

    /// Looks at the next line, given without its end.
    mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Verdict {
        guard let (body, written) = Self.parts(of: line) else {
            others = [end]
            end = JournalChecksum(of: line, after: end)
            return .bare
        }
        let expected = JournalChecksum(of: body, after: end)
        if expected == written || others.contains(where: { JournalChecksum(of: body, after: $0) == written }) {
            (end, others) = (written, [])
            return .proven
        }
        (end, others) = (written, [expected, end])
        return .broken
    }

    /// Whether the line would be proven, as the next one.
    func proves(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var next = self
        return next.take(line) == .proven
    }

    private static let opening = Array(",\"checksum\":\"".utf8)
    private static let closing = Array("\"}".utf8)

    /// A line's part before its checksum, and the checksum; nothing when it carries none.
    private static func parts(of line: UnsafeBufferPointer<UInt8>) -> (body: UnsafeBufferPointer<UInt8>, written: JournalChecksum)? {
        let length = line.count - opening.count - JournalChecksum.digitCount - closing.count
        guard length > 0, line[length...].starts(with: opening), line.suffix(closing.count).elementsEqual(closing) else { return nil }
        let digits = UnsafeBufferPointer(rebasing: line.dropLast(closing.count).suffix(JournalChecksum.digitCount))
        return JournalChecksum(digits: digits).map { (UnsafeBufferPointer(rebasing: line[..<length]), $0) }
    }
}

/// What a line of a journal carries at its end: the first 64 bits of SHA-256 over the checksum of the line before, as it is written
/// there, and over everything of this line that stands before its own.
///
/// `sha256sum` gives the same:
/// `printf %s "$before${line%,\"checksum\":*}" | sha256sum | cut -c 1-16`.
struct JournalChecksum: Hashable, Sendable {
    /// The first 64 bits of the hash.
    let value: UInt64

    /// How many hexadecimal digits it is written with.
    static let digitCount = 16

    /// The checksum of a line that begins with `body`.
    init(of body: UnsafeBufferPointer<UInt8>, after previous: JournalChecksum?) {
        var hash = SHA256()
        previous?.digits.withUnsafeBytes { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: UnsafeRawBufferPointer(body))
        value = hash.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The checksum that is written with `digits`, 16 of them in lower case.
    init?(digits: UnsafeBufferPointer<UInt8>) {
        guard digits.count == Self.digitCount else { return nil }
        var value: UInt64 = 0
        for digit in digits {
            guard let half = Hex.value(of: digit), Hex.digit(half) == digit else { return nil }
            value = value << 4 | UInt64(half)
        }
        self.value = value
    }

    /// The digits as they are written.
    var digits: [UInt8] {
        stride(from: 60, through: 0, by: -4).map { Hex.digit(UInt8(truncatingIfNeeded: value >> UInt64($0)) & 15) }
    }

    /// The sixteen hexadecimal digits.
    var text: String { String(decoding: digits, as: UTF8.self) }
}

/// Whether a journal's lines are as they were written.
package enum JournalIntegrity: Hashable, Sendable {
    /// Every line bears out its checksum.
    case checked
    /// A journal of version 1, whose lines carry none.
    case unchecked
    /// These lines are not as they were written, or not behind the lines that they were written behind.
    case damaged([JournalDamage])

    /// The numbers of the damaged lines, from 1, ascending.
    package var damagedLines: [Int] {
        switch self {
        case .checked, .unchecked: []
        case .damaged(let damages): damages.map(\.line)
        }
    }

    /// One word for scripts: `checked`, `unchecked` or `damaged`.
    package var word: String {
        switch self {
        case .checked: "checked"
        case .unchecked: "unchecked"
        case .damaged: "damaged"
        }
    }
}

/// A line of a journal that cannot be trusted, and why.
package struct JournalDamage: Hashable, Sendable {
    /// The line's number, from 1.
    package let line: Int
    /// Why, as the end of a sentence that begins with the line.
    package let reason: String
}
