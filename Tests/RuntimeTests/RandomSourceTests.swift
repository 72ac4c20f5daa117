import Testing

@testable import Runtime

@Suite struct RandomSourceTests {
    @Test func identifiersAreDistinctUUIDsOfVersion4() {
        let identifiers = (0..<1_000).map { _ in RandomSource.system.identifier() }
        let form = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(identifiers.allSatisfy { $0.wholeMatch(of: form) != nil })
        #expect(Set(identifiers).count == identifiers.count)
        #expect(Set(identifiers.map { $0.prefix(4) }).count > 900 && Set(identifiers.map { $0.suffix(4) }).count > 900)
    }
}
