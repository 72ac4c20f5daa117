import InspectorSimulator
import TestSupport
import Testing

/// A filter in a real terminal: its mistakes, Tab, earlier filters, and what it found.
@Suite(.serialized) struct FilterJourneys {
    @Test func aMistakeIsToldAndMendedTabCompletesAndEarlierFiltersComeBack() async throws {
        try await Journey.travel { journey in
            let terminal = journey.terminal
            try await journey.waitForNames()
            try await terminal.press("Enter", "/", "cards in>", "Tab")
            try await terminal.wait("the completion") { $0.last?.contains("in>1") == true || $0.contains { $0.hasPrefix(" /cards in>1 ") } }
            try await terminal.press("x")
            try await terminal.wait("the mistake under the filter") { screen in
                screen[22].hasPrefix(" /cards in>1x") && screen[23].contains("1x is not a count. Write in:1, in>1 or in<3.")
            }
            try await terminal.press("Enter")
            try await terminal.wait(for: "Correct the filter")
            try await terminal.press("BSpace", "Enter")
            try await terminal.wait("the filter that was kept") { $0[22].contains("/cards in>1") && !$0[23].contains("in>") }
            try await terminal.press("Escape", "/", "Up")
            let screen = try await terminal.wait("the earlier filter") { $0[22].hasPrefix(" /cards in>1") }
            #expect(screen[2...20].contains { $0.contains("cards") })
        }
    }

    @Test(arguments: ["", "1"]) func whatWasFoundIsUnderlinedInTheRowsWithAndWithoutColours(noColor: String) async throws {
        try await Journey.travel(environment: noColor.isEmpty ? [:] : ["NO_COLOR": noColor]) { journey in
            let terminal = journey.terminal
            try await journey.waitForNames()
            try await terminal.press("Enter", "/", "cards")
            try await terminal.wait("the rows") { $0[22].hasPrefix(" /cards   ") }
            let rows = try await terminal.styledScreen().split(separator: "\n").dropFirst(2).prefix(10)
            #expect(rows.allSatisfy { $0.firstMatch(of: /\e\[[0-9;]*4m[^\e]*cards/) != nil }, "\(rows)")
            try await terminal.press("Escape")
            try await terminal.wait("every row") { !$0[22].contains("cards") }
            let all = try await terminal.styledScreen().split(separator: "\n").dropFirst(2).prefix(10)
            #expect(!all.contains { $0.firstMatch(of: /\e\[[0-9;]*4m[^\e]*cards/) != nil })
        }
    }
}
