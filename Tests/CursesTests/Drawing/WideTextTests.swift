import Testing

@testable import Curses
@testable import TextSafety

extension Sessions {
    @Suite @MainActor struct WideTexts {
        @Test func theCLibraryCountsTheSameCells() {
            #expect(Locale.adopt(environment: ["LC_ALL": "C.UTF-8"]))
            let shown = [0x20...0x3FFFF, 0xE0000...0xE0FFF].joined().compactMap(Unicode.Scalar.init).filter {
                [.narrow, .wide, .combining].contains($0.kind)
            }
            let differing = shown.filter { WideText.characters(String($0)) != [Int32($0.value)] }
            #expect(shown.count > 130_000)
            #expect(differing.map { String($0.value, radix: 16) } == [])
        }

        @Test func whatTheCLibraryDoesNotKnowBecomesQuestionMarks() {
            #expect(!Locale.adopt(environment: ["LC_ALL": "C"]))
            #expect(WideText.characters("a日é") == [0x61, 0x3F, 0x3F, 0x3F])
        }
    }
}
