import AWSClient

/// The words of one kind, by the number of a resource: each different word once.
struct FactColumn: Equatable, Sendable {
    /// The different words in the order they came.
    private(set) var texts: [String] = []
    /// The place of each resource's word, counted from 1; 0 is none, and so is what lies beyond the end.
    private(set) var values: [FactValue] = []
    /// Whether a word came that there was no number for.
    private(set) var isFull = false
    private var numbers: [String: FactValue] = [:]
    private var latest = FactValue(0)

    /// Bytes that the words of all resources take.
    var size: Int { values.capacity * 2 }

    subscript(number: Int) -> FactValue { number < values.count ? values[number] : 0 }

    /// The word behind a number.
    func text(_ value: FactValue) -> String? { value == 0 ? nil : texts[Int(value) - 1] }

    /// The number of a word.
    func value(of text: String) -> FactValue? { numbers[text] }

    /// Keeps the word of a resource. Most rows have the word of the row before.
    mutating func record(_ text: String?, for number: Int) {
        if let text, self.text(latest) != text { latest = place(of: text) }
        values.set(number, to: text == nil ? 0 : latest)
    }

    private mutating func place(of text: String) -> FactValue {
        if let known = numbers[text] { return known }
        guard texts.count < Int(FactValue.max) else {
            isFull = true
            return 0
        }
        texts.append(text)
        numbers[text] = FactValue(texts.count)
        return FactValue(texts.count)
    }
}

/// Moments in seconds, in 32 bits each, by the number of a resource.
struct TimeColumn: Equatable, Sendable {
    private var values: [UInt32] = []

    /// Bytes that the moments take.
    var size: Int { values.capacity * 4 }

    /// The moment of a resource; never when none was kept.
    subscript(number: Int) -> ScanTime {
        get {
            switch number < values.count ? values[number] : 0 {
            case 0: .never
            case 1: .unknown
            case let value: .at(Int64(value) - 2)
            }
        }
        set { values.set(number, to: newValue.packed) }
    }
}

extension ScanTime {
    fileprivate var packed: UInt32 {
        switch self {
        case .never: 0
        case .unknown: 1
        case .at(let seconds): UInt32(exactly: seconds + 2) ?? 1
        }
    }
}

/// Commits of forty hexadecimal digits in twenty bytes each, by the number of a resource.
struct CommitColumn: Equatable, Sendable {
    private var bytes: [UInt8] = []
    /// Commits that twenty bytes cannot hold, and the one that would look like none.
    private var others: [Int: String] = [:]

    private static let width = 20

    /// Bytes that the commits take, but for the few that are written otherwise.
    var size: Int { bytes.capacity }

    subscript(number: Int) -> String? {
        get { others[number] ?? packed(number) }
        set {
            let digits = newValue.flatMap(Self.digits)
            others[number] = digits == nil ? newValue : nil
            if bytes.count < (number + 1) * Self.width {
                guard digits != nil else { return }
                bytes.grow(to: (number + 1) * Self.width)
            }
            for place in 0..<Self.width { bytes[number * Self.width + place] = digits?[place] ?? 0 }
        }
    }

    private func packed(_ number: Int) -> String? {
        guard bytes.count >= (number + 1) * Self.width else { return nil }
        let digits = bytes[number * Self.width..<(number + 1) * Self.width]
        return digits.allSatisfy { $0 == 0 } ? nil : Hex.encode(digits)
    }

    /// The twenty bytes of a commit in lower case that is not all zeros.
    private static func digits(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap(Hex.value)
        guard digits.count == 2 * width, digits.contains(where: { $0 != 0 }) else { return nil }
        let bytes = (0..<width).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] }
        return Hex.encode(bytes) == text ? bytes : nil
    }
}

extension Array where Element: FixedWidthInteger {
    /// Sets one element; the array grows only for one that is not 0.
    fileprivate mutating func set(_ place: Int, to value: Element) {
        if place >= count {
            if value == 0 { return }
            grow(to: place + 1)
        }
        self[place] = value
    }

    /// Adds zeros until there are so many elements. The room grows by an eighth, for columns are long and never shrink.
    fileprivate mutating func grow(to length: Int) {
        if capacity < length { reserveCapacity(Swift.max(length, count + count / 8 + 64)) }
        self += repeatElement(0, count: length - count)
    }
}
