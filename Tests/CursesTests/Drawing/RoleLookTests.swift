import Terminal
import Testing

@testable import Curses

@Suite struct RoleLookTests {
    @Test(arguments: Style.Role.allCases) func colorsAreWithinTheDepth(role: Style.Role) {
        #expect(RoleLook.of(role, .dark, depth: .none).color == nil)
        #expect(RoleLook.of(role, .dark, depth: .eight).color.map { (0..<8).contains($0) } ?? true)
        #expect(RoleLook.of(role, .dark, depth: .sixteen).color.map { (0..<16).contains($0) } ?? true)
    }

    @Test(arguments: RoleLook.Depth.allCases) func whatMattersStandsOut(depth: RoleLook.Depth) {
        let text = RoleLook.of(.text, .dark, depth: depth)
        #expect(text == Look())
        for role in [Style.Role.title, .header, .cursor, .marked, .failed, .warning, .accent, .key, .input] {
            #expect(RoleLook.of(role, .dark, depth: depth) != text)
        }
        #expect(Set([Style.Role.marked, .failed, .warning].map { RoleLook.of($0, .dark, depth: depth) }).count == 3)
    }

    @Test func aChosenLookIsShownAsItIsWhereItCanBe() {
        let chosen: RoleLooks = [.failed: Look(color: 208, attributes: .underline)]
        #expect(RoleLook.of(.failed, .dark, depth: .many, chosen: chosen) == Look(color: 208, attributes: .underline))
        #expect(RoleLook.of(.failed, .dark, depth: .eight, chosen: chosen) == Look(color: 3, attributes: .underline))
        #expect(RoleLook.of(.failed, .dark, depth: .none, chosen: chosen) == Look(attributes: .underline))
        #expect(RoleLook.of(.marked, .dark, depth: .many, chosen: chosen) == RoleLook.standard(.marked))
    }

    @Test func withoutColoursAChosenColourTakesNothingAway() {
        let chosen: RoleLooks = [.failed: Look(color: 1)]
        #expect(RoleLook.of(.failed, .dark, depth: .none, chosen: chosen) == RoleLook.of(.failed, .dark, depth: .none))
    }

    @Test(
        arguments: [
            (196, 1, 9), (9, 1, 9), (46, 2, 10), (21, 4, 12), (0, 0, 0), (7, 7, 7), (15, 7, 15),
        ] as [(UInt8, UInt8, UInt8)])
    func theNearestColourIsTaken(color: UInt8, ofEight: UInt8, ofSixteen: UInt8) {
        #expect(NearestColor(depth: .eight).color(to: color) == ofEight)
        #expect(NearestColor(depth: .sixteen).color(to: color) == ofSixteen)
        #expect(NearestColor(depth: .many).color(to: color) == color)
    }

    @Test func greysBecomeTheTerminalsOwnColour() {
        for color: UInt8 in [16, 231] + Array(232...255) {
            #expect(NearestColor(depth: .eight).color(to: color) == nil)
            #expect(NearestColor(depth: .sixteen).color(to: color) == nil)
        }
        #expect(NearestColor(depth: .eight).color(to: 8) == nil)
    }
}
