import TestSupport
import Testing

@testable import InspectorCore

/// Names that are told again and again: a day of refreshing takes no more room than the first listing.
@Suite struct NameBlockTests {
    private func record(_ table: inout ResourceTable, _ count: Int, _ name: (Int) -> String?) {
        for number in 0..<count {
            table.record(ProjectDetails(projectId: MadePlan.projectId(number), projectName: name(number), words: [.provider: "GITHUB"]))
        }
    }

    @Test func namesThatStayTakeNoMoreRoom() {
        var table = ResourceTable()
        record(&table, 1_000) { "acme/repository-\($0)" }
        let size = table.nameSize
        for _ in 0..<100 { record(&table, 1_000) { "acme/repository-\($0)" } }
        #expect(table.nameSize == size && table.count == 1_000)
    }

    @Test func aNameThatComesAndGoesTakesNoMoreRoom() {
        var table = ResourceTable()
        record(&table, 10) { "acme/repository-\($0)" }
        let size = table.nameSize
        for round in 0..<100 { record(&table, 10) { round.isMultiple(of: 2) ? nil : "acme/repository-\($0)" } }
        #expect(table.nameSize == size && table.name(of: 3) == "acme/repository-3")
    }

    @Test func namesThatChangeTakeTwiceTheirRoomAtMost() {
        var table = ResourceTable()
        for round in 0..<100 {
            record(&table, 1_000) { "acme/repository-\($0)-\(round)" }
            #expect(table.nameSize < 2 * 1_000 * 24 + 4_096)
        }
        #expect((0..<1_000).allSatisfy { table.name(of: ResourceNumber($0)) == "acme/repository-\($0)-99" })
    }

    @Test func textsStayWhatTheyAreThroughAnyChange() {
        let broken = Property.counterexample(200) { random in
            var (block, places, truth) = (TextBlock(), [Range<Int>](), [[UInt8]]())
            for _ in 0..<random.int(1..<400) {
                let text = Array(String(repeating: random.text(upTo: 6), count: random.int(0..<40)).utf8)
                if block.isWasteful(adding: text.count) { places = block.compact(places) }
                let number = random.int(0..<places.count + 1)
                if number == places.count {
                    places.append(0..<0)
                    truth.append([])
                }
                places[number] = block.replace(places[number], by: text) ?? 0..<0
                truth[number] = text
            }
            let kept = places.map { Array(block.bytes[$0]) }
            return kept == truth ? nil : "\(kept) instead of \(truth)"
        }
        #expect(broken == nil)
    }

    @Test func aFullBlockTakesNothingMoreAndDoesNotTrap() {
        var block = TextBlock(capacity: 10)
        let first = block.replace(0..<0, by: Array("12345678".utf8))
        #expect(first == 0..<8)
        #expect(block.replace(0..<0, by: Array("123".utf8)) == nil)
        #expect(!block.isWasteful(adding: 3))
        #expect(block.replace(0..<8, by: Array("abcd".utf8)) == nil)
        #expect(block.isWasteful(adding: 4))
        #expect(block.compact([]) == [])
        #expect(block.replace(0..<0, by: Array("abcd".utf8)) == 0..<4)
    }
}
