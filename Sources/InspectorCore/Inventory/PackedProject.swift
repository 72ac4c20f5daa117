/// A project's id in 16 bytes: the UUID alone, for what stands before it is always the same.
package struct PackedProject: Hashable, Comparable, Sendable {
    /// What every packed id begins with.
    static let prefix = "project-"
    private let high: UInt64
    private let low: UInt64

    /// The id, when it is written the one way that can be restored from 16 bytes: lower case, hyphens in their places.
    init?(_ id: String) {
        var id = id
        let packed = id.withUTF8 { PackedProject($0) }
        guard let packed else { return nil }
        self = packed
    }

    /// The id in these bytes.
    init?(_ id: UnsafeBufferPointer<UInt8>) {
        guard let words = Self.words(id) else { return nil }
        (high, low) = words
    }

    /// The id as the service writes it.
    package var id: String {
        String(unsafeUninitializedCapacity: 44) { buffer in
            _ = UnsafeMutableBufferPointer(rebasing: buffer[..<8]).initialize(fromContentsOf: Self.prefix.utf8)
            write(to: UnsafeMutableBufferPointer(rebasing: buffer[8...]))
            return 44
        }
    }

    /// Appends the id as the service writes it.
    func append(to bytes: inout [UInt8]) {
        bytes += Self.prefix.utf8
        appendUUID(to: &bytes)
    }

    /// Appends the 36 characters of the UUID.
    package func appendUUID(to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { buffer in
            write(to: buffer)
            bytes += buffer
        }
    }

    /// Writes the 36 characters of the UUID.
    func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
        var place = 0
        for digit in 0..<32 {
            if Self.isHyphen(place) {
                buffer[place] = UInt8(ascii: "-")
                place += 1
            }
            let value = (digit < 16 ? high : low) >> UInt64(60 - digit % 16 * 4) & 0xF
            buffer[place] = UInt8(truncatingIfNeeded: value < 10 ? 48 + value : 87 + value)
            place += 1
        }
    }

    /// Orders as the ids do.
    package static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }

    private static func words(_ id: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64)? {
        guard id.count == 44, id[..<8].elementsEqual(prefix.utf8) else { return nil }
        var (high, low) = (UInt64(0), UInt64(0))
        for place in 0..<36 {
            let byte = id[8 + place]
            if isHyphen(place) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let value = digit(byte) else { return nil }
            if place < 18 { high = high << 4 | value } else { low = low << 4 | value }
        }
        return (high, low)
    }

    private static func isHyphen(_ place: Int) -> Bool { place == 8 || place == 13 || place == 18 || place == 23 }

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - 48)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - 87)
        default: nil
        }
    }
}
