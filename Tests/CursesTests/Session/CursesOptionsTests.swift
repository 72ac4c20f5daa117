import Testing

@testable import Curses

@Suite struct CursesOptionsTests {
    @Test(
        arguments: [
            (.auto, nil, true), (.auto, "", true), (.auto, "1", false), (.on, "1", true), (.off, nil, false),
        ] as [(ColorChoice, String?, Bool)])
    func colorsFollowTheChoiceAndNoColor(color: ColorChoice, noColor: String?, expected: Bool) {
        let options = CursesOptions(color: color, environment: noColor.map { ["NO_COLOR": $0] } ?? [:])
        #expect(options.wantsColor == expected)
    }

    @Test(arguments: [(nil, 25), ("100", 100), ("0", 0), ("-1", 25), ("soon", 25), ("99999", 25)] as [(String?, Int32)])
    func escapeWaitsAsLongAsTheVariableSays(variable: String?, milliseconds: Int32) {
        let options = CursesOptions(environment: variable.map { ["ESCDELAY": $0] } ?? [:])
        #expect(options.escapeDelay == milliseconds)
    }
}
