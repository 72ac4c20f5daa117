internal import AWSClient
internal import Crypto

/// What a line of a journal carries at its end: the first 64 bits of SHA-256 over the checksum of the line before, as it is written
/// there, and over everything of this line that stands before its own.
///
/// So it can be held against `sha256sum`:
/// `printf %s "$before${line%,\"checksum\":*}" | sha256sum | cut -c 1-16`.
struct JournalChecksum: Hashable, Sendable {
    /// The 64 bits.
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

    /// The digits as text.
    var text: String { String(decoding: digits, as: UTF8.self) }
}
