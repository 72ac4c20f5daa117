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
