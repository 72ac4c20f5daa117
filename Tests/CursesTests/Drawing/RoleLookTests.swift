import Terminal
import Testing

@testable import Curses

@Suite struct RoleLookTests {
    @Test(arguments: Style.Role.allCases) func colorsAreWithinTheDepth(role: Style.Role) {
        #expect(RoleLook.of(role, depth: .none).color == nil)
        #expect(RoleLook.of(role, depth: .eight).color.map { (0..<8).contains($0) } ?? true)
        #expect(RoleLook.of(role, depth: .sixteen).color.map { (0..<16).contains($0) } ?? true)
        #expect(RoleLook.of(role, depth: .many).color.map { (0..<256).contains($0) } ?? true)
    }

    @Test(arguments: RoleLook.Depth.allCases) func whatMattersStandsOut(depth: RoleLook.Depth) {
        let text = RoleLook.of(.text, depth: depth)
        #expect(text == RoleLook(attributes: [], color: nil))
        for role in [Style.Role.title, .header, .cursor, .marked, .failed, .warning, .accent, .key, .input] {
            #expect(RoleLook.of(role, depth: depth) != text)
        }
        #expect(Set([Style.Role.marked, .failed, .warning].map { RoleLook.of($0, depth: depth) }).count == 3)
    }
}
