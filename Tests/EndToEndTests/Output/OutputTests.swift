import Testing

@testable import scanconfig

/// The forms in which results are written.
@Suite struct OutputTests {
    @Test func columnsAreAsWideAsTheirWidestCellOnTheScreen() {
        let table = TextTable(headings: ["NAME", "ID"], rows: [["日本", "1"], ["a", "22"], ["", "\u{1B}[2J"]])
        #expect(table.text == "NAME  ID\n日本  1\na     22\n      \u{FFFD}[2J\n")
    }

    @Test func noLineOfATableEndsInSpaces() {
        let table = TextTable(headings: ["A", "LONG HEADING"], rows: [["x", ""], ["", ""]])
        #expect(table.text == "A  LONG HEADING\nx\n\n")
    }

    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (1_349, "1.3 kB"), (999_949, "999.9 kB"), (999_950, "1.0 MB"),
        (2_500_000_000, "2.5 GB"), (7_000_000_000_000_000, "7000.0 TB"),
    ])
    func bytesHaveTheUnitThatFits(bytes: Int, text: String) {
        #expect(RunsDiskOutput.size(bytes) == text)
    }
}
