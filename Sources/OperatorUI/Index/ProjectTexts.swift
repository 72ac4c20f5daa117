import Algorithms
import InspectorCore

/// Where a project's name and id are in their blocks.
struct ProjectPlace: Hashable {
    var nameStart: UInt32 = 0
    var nameEnd: UInt32 = 0
    var idStart: UInt32
    var idEnd: UInt32

    init(idStart: UInt32, idEnd: UInt32) {
        (self.idStart, self.idEnd) = (idStart, idEnd)
    }

    var name: Range<Int> {
        get { Int(nameStart)..<Int(nameEnd) }
        set { (nameStart, nameEnd) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
    }
    var id: Range<Int> { Int(idStart)..<Int(idEnd) }
}

/// The texts of all projects as plain memory.
struct ProjectTexts {
    /// What projects are ordered by.
    enum Order {
        /// The name; projects without one follow, by id.
        case name
        /// The id.
        case id
    }

    let names: UnsafeBufferPointer<UInt8>
    let ids: UnsafeBufferPointer<UInt8>
    let places: UnsafeBufferPointer<ProjectPlace>

    /// The ordered projects `old` together with `new` ones in any order.
    func merge(_ old: [ResourceNumber], _ new: [ResourceNumber], by order: Order) -> [ResourceNumber] {
        var result: [ResourceNumber] = []
        result.reserveCapacity(old.count + new.count)
        var rest = 0
        for number in sorted(new, by: order) {
            let end = old[rest...].partitioningIndex { precedes(number, $0, by: order) }
            result += old[rest..<end]
            result.append(number)
            rest = end
        }
        return result + old[rest...]
    }

    /// Sorts by the first eight bytes as one number, which decides nearly every comparison of ids: 8 ms for 100,000, and 120 without.
    private func sorted(_ numbers: [ResourceNumber], by order: Order) -> [ResourceNumber] {
        let keyed = numbers.map { (key: key(of: $0, by: order), number: $0) }
        return keyed.sorted { $0.key == $1.key ? precedes($0.number, $1.number, by: order) : $0.key < $1.key }.map(\.number)
    }

    /// No project with a greater key precedes one with a smaller.
    private func key(of number: ResourceNumber, by order: Order) -> UInt64 {
        let place = places[Int(number)]
        switch order {
        case .id: return ids.leadingBytes(of: place.id)
        case .name: return place.name.isEmpty ? .max : names.leadingBytes(of: place.name)
        }
    }

    private func precedes(_ left: ResourceNumber, _ right: ResourceNumber, by order: Order) -> Bool {
        let (a, b) = (places[Int(left)], places[Int(right)])
        if order == .name {
            if a.name.isEmpty != b.name.isEmpty { return b.name.isEmpty }
            let order = names.compare(a.name, b.name)
            if order != 0 { return order < 0 }
        }
        let order = ids.compare(a.id, b.id)
        return order == 0 ? left < right : order < 0
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first eight bytes of a range as one number that orders as they do.
    fileprivate func leadingBytes(of range: Range<Int>) -> UInt64 {
        (0..<8).reduce(0) { $0 << 8 | ($1 < range.count ? UInt64(self[range.lowerBound + $1]) : 0) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Less than, equal to or greater than 0, as the bytes of one range stand to those of another.
    func compare(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        var (a, b) = (left.lowerBound, right.lowerBound)
        while a < left.upperBound, b < right.upperBound {
            if self[a] != self[b] { return Int(self[a]) - Int(self[b]) }
            a += 1
            b += 1
        }
        return left.count - right.count
    }

    /// Whether the bytes of `word`, at least one, stand somewhere in the range.
    func contains(_ word: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
        var start = range.lowerBound
        let (last, first, length) = (range.upperBound - word.count, word[0], word.count)
        while start <= last {
            if self[start] == first {
                var offset = 1
                while offset < length, self[start + offset] == word[offset] { offset += 1 }
                if offset == length { return true }
            }
            start += 1
        }
        return false
    }
}

extension [UInt8] {
    /// Appends the text in lower case.
    mutating func append(lowercased text: String) {
        let start = count
        append(contentsOf: text.utf8)
        for index in start..<count {
            if self[index] >= 0x80 {
                removeSubrange(start...)
                append(contentsOf: text.lowercased().utf8)
                return
            }
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self[index]) { self[index] |= 0x20 }
        }
    }
}
