/// Numbers by the number they belong to, one group behind the other in one block of memory.
struct NumberGroups: Hashable, Sendable {
    /// Where each group begins; after the last one, how many members there are.
    private let starts: [UInt32]
    private let members: [UInt32]

    /// Groups the pairs that `forEachPair` passes on. It is called twice; members keep its order.
    init(count: Int, _ forEachPair: ((_ group: UInt32, _ member: UInt32) -> Void) -> Void) {
        var starts = [UInt32](repeating: 0, count: count + 1)
        forEachPair { group, _ in starts[Int(group) + 1] += 1 }
        for group in starts.indices.dropFirst() { starts[group] += starts[group - 1] }
        var next = starts
        var members = [UInt32](repeating: 0, count: Int(starts[count]))
        forEachPair { group, member in
            members[Int(next[Int(group)])] = member
            next[Int(group)] += 1
        }
        (self.starts, self.members) = (starts, members)
    }

    /// How many members all groups have.
    var memberCount: Int { members.count }

    /// Where the group's members are; nowhere when it is not known.
    func range(of group: UInt32) -> Range<Int> {
        guard Int(group) + 1 < starts.count else { return 0..<0 }
        return Int(starts[Int(group)])..<Int(starts[Int(group) + 1])
    }

    /// The member at a place of ``range(of:)``.
    subscript(place: Int) -> UInt32 { members[place] }

    /// Calls `body` with every group and member, the groups in the order given, each one's members in theirs or the other way round.
    @inline(__always)
    func forEach(in order: [UInt32], isReversed: Bool = false, _ body: (_ group: UInt32, _ member: UInt32) -> Void) {
        members.withUnsafeBufferPointer { members in
            for group in order {
                let range = range(of: group)
                for place in range { body(group, members[isReversed ? range.upperBound - 1 - (place - range.lowerBound) : place]) }
            }
        }
    }
}
