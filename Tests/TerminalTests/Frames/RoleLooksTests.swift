import Terminal
import Testing

@Suite struct RoleLooksTests {
    @Test func aRoleHasTheLookThatWasChosenForIt() {
        var looks = RoleLooks()
        #expect(Style.Role.allCases.allSatisfy { looks[$0] == nil })
        looks[.input] = Look(color: 4)
        #expect(looks[.input] == Look(color: 4) && looks[.text] == nil && looks[.failed] == nil)
        #expect(looks == [.input: Look(color: 4)] && looks != [.input: Look(color: 5)] && looks != RoleLooks())
    }
}
