import Terminal
import Testing

@Suite struct StyleTests {
    @Test func attributesAddUp() {
        #expect(Style.failed.bold.underlined.reversed == Style(role: .failed, isBold: true, isUnderlined: true, isReversed: true))
        #expect(Style.dim.reversed == Style(role: .dim, isReversed: true))
    }

    @Test func everyRoleHasItsStyleWithoutAttributes() {
        let named: [Style] = [
            .text, .dim, .title, .header, .cursor, .marked, .failed, .warning, .success, .accent, .key, .input,
        ]
        #expect(named.map(\.role) == Style.Role.allCases)
        for style in named { #expect(!style.isBold && !style.isUnderlined && !style.isReversed) }
    }
}
