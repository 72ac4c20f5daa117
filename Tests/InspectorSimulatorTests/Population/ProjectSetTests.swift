import Testing

@testable import InspectorSimulator

struct ProjectSetTests {
    @Test func behavesLikeASetOverManyRandomSteps() {
        var (set, model) = (ProjectSet(), Set<Int>())
        for step in 0..<4_000 {
            let project = Draw.below(700, seed: 1, purpose: "test", key: UInt64(step)) + 5_000
            if Draw.below(3, seed: 2, purpose: "test", key: UInt64(step)) == 0 {
                #expect(set.remove(project) == (model.remove(project) != nil))
            } else {
                #expect(set.insert(project) == model.insert(project).inserted)
            }
        }
        #expect(Array(set) == model.sorted())
        #expect(set.count == model.count)
    }

    @Test(arguments: [0..<0, 0..<1, 3..<64, 3..<65, 64..<128, 63..<129, 200..<1_000])
    func aRangeIsFilledExactly(range: Range<Int>) {
        let set = ProjectSet(range)
        #expect(Array(set) == Array(range))
        #expect(set.count == range.count)
    }

    @Test func findsTheNextMemberAcrossGapsAndGrowsDownwards() {
        var set = ProjectSet()
        set.insert(1_000)
        set.insert(3)
        #expect(set.first(from: 0) == 3)
        #expect(set.first(from: 3) == 3)
        #expect(set.first(from: 4) == 1_000)
        #expect(set.first(from: 1_001) == nil)
        #expect(!set.contains(64))
    }

    @Test func idsLeadBackToTheirNumber() {
        let identity = ProjectIdentity(seed: 9)
        for number in [0, 1, 77, 100_000, 1 << 40] {
            #expect(identity.number(of: identity.id(of: number)) == number)
        }
        #expect(identity.number(of: "project-00000000-0000-4000-8000-000000000000") == nil)
        #expect(identity.number(of: "nonsense") == nil)
    }
}
