import Terminal
import Testing

@testable import Curses

@Suite struct StyledRunTests {
    private let red = Pen(attributes: [], pair: 1)
    private let bold = Pen(attributes: .bold, pair: 0)
    private let underlined = Pen(attributes: .underline, pair: 0)

    @Test func spacesAtBothEndsArePlain() {
        let line = [StyledRun(text: "  a ", pen: red), StyledRun(text: " ", pen: bold)]
        #expect(
            StyledRun.economized(line) == [
                StyledRun(text: "  ", pen: .plain), StyledRun(text: "a", pen: red), StyledRun(text: "  ", pen: .plain),
            ]
        )
    }

    @Test func spacesBetweenTheSamePenKeepIt() {
        let line = [StyledRun(text: "a", pen: red), StyledRun(text: " ", pen: .plain), StyledRun(text: "b c", pen: red)]
        #expect(StyledRun.economized(line) == [StyledRun(text: "a b c", pen: red)])
    }

    @Test func spacesBetweenTwoPensTakeTheFirst() {
        let line = [StyledRun(text: "a ", pen: red), StyledRun(text: " b", pen: bold)]
        #expect(StyledRun.economized(line) == [StyledRun(text: "a  ", pen: red), StyledRun(text: "b", pen: bold)])
    }

    @Test func spacesBesidePlainTextArePlain() {
        let line = [StyledRun(text: "a ", pen: red), StyledRun(text: "b", pen: .plain), StyledRun(text: " c", pen: red)]
        #expect(
            StyledRun.economized(line) == [
                StyledRun(text: "a", pen: red), StyledRun(text: " b ", pen: .plain), StyledRun(text: "c", pen: red),
            ]
        )
    }

    @Test func spacesThatShowStayAsTheyAre() {
        let line = [StyledRun(text: " a ", pen: underlined), StyledRun(text: " ", pen: .plain), StyledRun(text: "b", pen: red)]
        #expect(
            StyledRun.economized(line) == [
                StyledRun(text: " a ", pen: underlined), StyledRun(text: " ", pen: .plain), StyledRun(text: "b", pen: red),
            ]
        )
    }

    @Test func theTextStaysTheSame() {
        let line = [StyledRun(text: " é 日", pen: red), StyledRun(text: "", pen: bold), StyledRun(text: "  x  y ", pen: underlined)]
        #expect(StyledRun.economized(line).map(\.text).joined() == line.map(\.text).joined())
    }
}
