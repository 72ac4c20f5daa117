internal import FoundationEssentials

/// Looks whether some object of a JSON document names a member twice: of such a document readers make different things, so that it
/// proves nothing.
package struct JSONNames {
    private let bytes: [UInt8]
    private var place = 0
    /// The names of each object that is open, none for an array.
    private var open: [Set<String>?] = []

    /// Whether every object's names differ. Bytes that are not JSON in UTF-8 may pass: that is for a decoder to say.
    package static func areUnique(in bytes: [UInt8]) -> Bool {
        var names = JSONNames(bytes: bytes)
        return names.areUnique()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func areUnique() -> Bool {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""): guard takeString() else { return false }
            case 0: return false
            default: takeMark()
            }
        }
        return true
    }

    private mutating func takeMark() {
        switch bytes[place] {
        case UInt8(ascii: "{"): open.append([])
        case UInt8(ascii: "["): open.append(nil)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
        default: break
        }
        place += 1
    }

    /// Reads over a string; false when it is a name that its object has already.
    private mutating func takeString() -> Bool {
        let start = place
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1 }
        place = min(place + 1, bytes.count)
        guard isBeforeColon, let last = open.indices.last else { return true }
        return open[last]?.insert(Self.text(bytes[start..<place])).inserted ?? true
    }

    private var isBeforeColon: Bool {
        bytes[place...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ":")
    }

    /// A string without its quotes and escapes.
    private static func text(_ quoted: ArraySlice<UInt8>) -> String {
        let plain = String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
        guard quoted.contains(UInt8(ascii: "\\")) else { return plain }
        return (try? JSONDecoder().decode(String.self, from: Data(quoted))) ?? plain
    }
}
