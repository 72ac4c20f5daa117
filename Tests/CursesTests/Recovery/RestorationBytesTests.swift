import Testing

@testable import Curses

@Suite struct RestorationBytesTests {
    @Test(arguments: [
        ("\u{1B}[m\u{0F}$<2>", "\u{1B}[m\u{0F}"), ("$<50/>\u{1B}[H", "\u{1B}[H"), ("a$<2*>b$<10>c", "abc"), ("$5 <x>", "$5 <x>"),
        ("$<5", "$<5"), ("", ""),
    ])
    func leaveOutPadding(capability: String, expected: String) {
        #expect(RestorationBytes.withoutPadding(Array(capability.utf8)) == Array(expected.utf8))
    }
}
