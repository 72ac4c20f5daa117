import Testing

@testable import Curses

@Suite struct StretchTests {
    private let red = Pen(attributes: [], pair: 1)
    private let bold = Pen(attributes: .bold, pair: 0)
    private let underlined = Pen(attributes: .underline, pair: 0)

    @Test func spacesAtBothEndsArePlain() {
        let line = [Stretch(text: "  a ", pen: red), Stretch(text: " ", pen: bold)]
        #expect(
            Stretch.economized(line) == [
                Stretch(text: "  ", pen: .plain), Stretch(text: "a", pen: red), Stretch(text: "  ", pen: .plain),
            ]
        )
    }

    @Test func spacesBetweenTheSamePenKeepIt() {
        let line = [Stretch(text: "a", pen: red), Stretch(text: " ", pen: .plain), Stretch(text: "b c", pen: red)]
        #expect(Stretch.economized(line) == [Stretch(text: "a b c", pen: red)])
    }

    @Test func spacesBetweenTwoPensTakeTheFirst() {
        let line = [Stretch(text: "a ", pen: red), Stretch(text: " b", pen: bold)]
        #expect(Stretch.economized(line) == [Stretch(text: "a  ", pen: red), Stretch(text: "b", pen: bold)])
    }

    @Test func spacesBesidePlainTextArePlain() {
        let line = [Stretch(text: "a ", pen: red), Stretch(text: "b", pen: .plain), Stretch(text: " c", pen: red)]
        #expect(
            Stretch.economized(line) == [
                Stretch(text: "a", pen: red), Stretch(text: " b ", pen: .plain), Stretch(text: "c", pen: red),
            ]
        )
    }

    @Test func spacesThatShowStayAsTheyAre() {
        let line = [Stretch(text: " a ", pen: underlined), Stretch(text: " ", pen: .plain), Stretch(text: "b", pen: red)]
        #expect(
            Stretch.economized(line) == [
                Stretch(text: " a ", pen: underlined), Stretch(text: " ", pen: .plain), Stretch(text: "b", pen: red),
            ]
        )
    }

    @Test func theTextStaysTheSame() {
        let line = [Stretch(text: " é 日", pen: red), Stretch(text: "", pen: bold), Stretch(text: "  x  y ", pen: underlined)]
        #expect(Stretch.economized(line).map(\.text).joined() == line.map(\.text).joined())
    }
}
