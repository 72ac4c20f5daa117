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

extension Array {
    /// The first index from `start` on whose element fulfils `isLater`, which no element before one that does may.
    func partition(from start: Int, where isLater: (Element) -> Bool) -> Int {
        var (low, high) = (start, count)
        while low < high {
            let middle = (low + high) / 2
            if isLater(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
