internal import FoundationEssentials
internal import Glibc

/// Reads JSON straight from its bytes, for the few bodies that come by the thousand: a page of a hundred associations takes
/// 10 µs this way, and 250 µs with `JSONDecoder`.
///
/// Whatever is unusual, a `null` or a member that appears twice among them, throws ``Unusual``; the whole document is then left to
/// ``WireJSON``, which alone decides what is valid.
package struct JSONScan {
    /// Something that is left to ``WireJSON``.
    package struct Unusual: Error {}

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    /// Reads `bytes` to their end with `body`; nothing when there is something unusual in them.
    package static func value<Value>(of bytes: [UInt8], _ body: (inout JSONScan) throws(Unusual) -> Value) -> Value? {
        bytes.withUnsafeBufferPointer { value(in: $0, body) }
    }

    /// Reads what the buffer holds, as ``value(of:_:)`` does.
    package static func value<Value>(
        in buffer: UnsafeBufferPointer<UInt8>, _ body: (inout JSONScan) throws(Unusual) -> Value
    ) -> Value? {
        var scan = JSONScan(bytes: buffer)
        do throws(Unusual) {
            let value = try body(&scan)
            return scan.isAtEnd ? value : nil
        } catch {
            return nil
        }
    }

    /// An object: `member` reads the values of the members named, by their places among `names`; others are read over.
    package mutating func object(
        _ names: [StaticString], _ member: (inout JSONScan, _ place: Int) throws(Unusual) -> Void
    ) throws(Unusual) {
        var seen: UInt64 = 0
        var others = NamesSeen()
        try sequence(open: "{", close: "}") { scan throws(Unusual) in
            let name = try scan.plainString()
            try scan.expect(":")
            guard let place = names.firstIndex(where: { name.isName($0) }) else {
                try others.add(name)
                return try scan.skip()
            }
            guard seen & 1 << UInt64(place) == 0 else { throw Unusual() }
            seen |= 1 << UInt64(place)
            try member(&scan, place)
        }
    }

    /// The string value of an object's only member, which has to be `name`.
    package mutating func onlyMember(_ name: StaticString) throws(Unusual) -> String {
        try expect("{")
        guard try plainString().isName(name) else { throw Unusual() }
        try expect(":")
        let text = try string()
        try expect("}")
        return text
    }

    /// An array whose elements `element` reads.
    package mutating func array(_ element: (inout JSONScan) throws(Unusual) -> Void) throws(Unusual) {
        try sequence(open: "[", close: "]", element)
    }

    /// An array whose elements are what `element` makes of them.
    package mutating func list<Value>(_ element: (inout JSONScan) throws(Unusual) -> Value) throws(Unusual) -> [Value] {
        var all: [Value] = []
        try array { scan throws(Unusual) in all.append(try element(&scan)) }
        return all
    }

    /// An array of whole numbers.
    package mutating func integers() throws(Unusual) -> [Int] {
        try list { scan throws(Unusual) in try scan.integer() }
    }

    /// The bytes that `body` reads over.
    package mutating func bytes(_ body: (inout JSONScan) throws(Unusual) -> Void) throws(Unusual) -> UnsafeBufferPointer<UInt8> {
        skipSpace()
        let start = place
        try body(&self)
        return UnsafeBufferPointer(rebasing: bytes[start..<place])
    }

    /// A string.
    package mutating func string() throws(Unusual) -> String {
        let start = place
        let (content, isPlain) = try stringContent()
        if isPlain, let text = String(validating: content, as: UTF8.self) { return text }
        let quoted = UnsafeBufferPointer(rebasing: bytes[start..<place])
        guard let text = try? JSONDecoder().decode(String.self, from: Data(quoted)) else { throw Unusual() }
        return text
    }

    /// The bytes of a string in ASCII without escapes.
    private mutating func plainString() throws(Unusual) -> UnsafeBufferPointer<UInt8> {
        let (content, isPlain) = try stringContent()
        guard isPlain, content.allSatisfy({ $0 < 0x80 }) else { throw Unusual() }
        return content
    }
}

extension JSONScan {
    private var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return place == bytes.count
        }
    }

    private mutating func sequence(
        open: Unicode.Scalar, close: Unicode.Scalar, _ element: (inout JSONScan) throws(Unusual) -> Void
    ) throws(Unusual) {
        try expect(open)
        if take(close) { return }
        repeat { try element(&self) } while take(",")
        try expect(close)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D }

    private mutating func skipSpace() {
        while place < bytes.count, bytes[place] <= 0x20, Self.isSpace(bytes[place]) { place += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Unusual) {
        guard take(character) else { throw Unusual() }
    }

    /// What stands between the quotes, and whether there are no escapes in it.
    private mutating func stringContent() throws(Unusual) -> (content: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
        try expect("\"")
        let start = place
        guard start < bytes.count, let first = bytes.baseAddress, let quote = memchr(first + start, 0x22, bytes.count - start)
        else { throw Unusual() }
        let content = UnsafeBufferPointer(rebasing: bytes[start..<(UnsafeRawPointer(quote) - UnsafeRawPointer(first))])
        if content.isPlain {
            place = start + content.count + 1
            return (content, true)
        }
        return (try escapedContent(), false)
    }

    private mutating func escapedContent() throws(Unusual) -> UnsafeBufferPointer<UInt8> {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            guard bytes[place] >= 0x20 else { throw Unusual() }
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard place < bytes.count else { throw Unusual() }
        place += 1
        return UnsafeBufferPointer(rebasing: bytes[start..<place - 1])
    }
}

extension JSONScan {
    /// Reads over a value of any kind that is nested no deeper than usual.
    mutating func skip(depth: Int = 0) throws(Unusual) {
        skipSpace()
        guard place < bytes.count, depth < 32 else { throw Unusual() }
        switch bytes[place] {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "["): try array { scan throws(Unusual) in try scan.skip(depth: depth + 1) }
        case UInt8(ascii: "{"):
            var names = NamesSeen()
            try sequence(open: "{", close: "}") { scan throws(Unusual) in
                try names.add(try scan.stringContent().content)
                try scan.expect(":")
                try scan.skip(depth: depth + 1)
            }
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
    }

    private mutating func word(_ word: StaticString) throws(Unusual) {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count, UnsafeBufferPointer(rebasing: bytes[place..<end]).isName(word) else { throw Unusual() }
        place = end
    }

    /// A whole number.
    package mutating func integer() throws(Unusual) -> Int {
        skipSpace()
        let start = place
        try number()
        let isNegative = bytes[start] == UInt8(ascii: "-")
        var value = 0
        for byte in bytes[(isNegative ? start + 1 : start)..<place] {
            let (shifted, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) = shifted.addingReportingOverflow(Int(byte) - Int(UInt8(ascii: "0")))
            guard byte != UInt8(ascii: "."), !isTooLong, !isTooLarge else { throw Unusual() }
            value = sum
        }
        return isNegative ? -value : value
    }

    /// A number without an exponent.
    private mutating func number() throws(Unusual) {
        if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
        let start = place
        try digits()
        if bytes[start] == UInt8(ascii: "0"), place > start + 1 { throw Unusual() }
        guard place < bytes.count, bytes[place] == UInt8(ascii: ".") else { return }
        place += 1
        try digits()
    }

    private mutating func digits() throws(Unusual) {
        let start = place
        while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
        guard place > start else { throw Unusual() }
    }
}

/// The names of one object's members, so that one that comes again is noticed.
private struct NamesSeen {
    private static let most = 32
    private var names: [UnsafeBufferPointer<UInt8>] = []

    /// Takes a name in; one that was there already is unusual, and so are more names than the service's objects have.
    mutating func add(_ name: UnsafeBufferPointer<UInt8>) throws(JSONScan.Unusual) {
        let isThere = names.contains { $0.count == name.count && $0.elementsEqual(name) }
        guard !isThere, names.count < Self.most else { throw JSONScan.Unusual() }
        names.append(name)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether nothing in a string has to be looked at; without a way out of the loop, which lets it take many bytes at a time.
    fileprivate var isPlain: Bool {
        var (lowest, escapes) = (UInt8.max, UInt8(0))
        for byte in self {
            lowest = Swift.min(lowest, byte)
            escapes |= byte == UInt8(ascii: "\\") ? 1 : 0
        }
        return lowest >= 0x20 && escapes == 0
    }

    /// Whether these are the bytes of `name`.
    fileprivate func isName(_ name: StaticString) -> Bool {
        count == name.utf8CodeUnitCount && elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: count))
    }
}
