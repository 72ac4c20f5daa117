import Curses
import FoundationEssentials
import InspectorCore
import Terminal
import TestSupport
import Testing

@testable import OperatorUI

/// The screens as they looked when somebody last looked at them, by size; and by theme, how many cells have which look. `SCANCONFIG_GOLDEN=write` writes the frames anew: look at the difference before you commit it.
@Suite struct GoldenTests {
    static let sizes = [(60, 10), (80, 24), (120, 40), (160, 50)]
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    static func screens(_ columns: Int, _ rows: Int) throws -> [(name: String, app: App)] {
        let listed = Covered.listed(columns: columns, rows: rows)
        var (failed, plan) = try RunTests.running(columns: columns, rows: rows)
        failed.finish(RunTests.report(plan))
        return [
            ("configurations", listed), ("all", EveryScreen.pressing(listed, .enter, .down, .character(" "))),
            ("projects", EveryScreen.pressing(listed, .down, .enter, .character(" "), .down)),
            ("filtered", EveryScreen.pressing(listed, .down, .enter, .character("/"), .character("c"), .enter)),
            ("failed", EveryScreen.pressing(failed, .up, .enter)), ("reasons", Covered.open(2, columns: columns, rows: rows)),
            ("unconfigured", Covered.open(3, columns: columns, rows: rows)),
            ("destinations", EveryScreen.pressing(listed, .down, .character("A"), .down)),
            ("covered", EveryScreen.pressing(CoveringTests.choosing(columns: columns, rows: rows), .enter)),
            ("columns", EveryScreen.pressing(listed, .down, .enter, .character("C"), .down, .down)),
            ("details", EveryScreen.pressing(listed, .down, .enter, .enter)),
        ] + others(columns, rows)
    }

    /// What is no list of associations.
    private static func others(_ columns: Int, _ rows: Int) -> [(name: String, app: App)] {
        let listed = Fixture.listed(columns: columns, rows: rows)
        let results = ResultsTests.results(100, columns: columns, rows: rows)
        var palette = EveryScreen.pressing(listed, .character(":"))
        palette.type("mark")
        return [
            ("accounts", EveryScreen.pressing(FleetFixture.refused(columns: columns, rows: rows), .end)),
            ("accounts-all", EveryScreen.pressing(FleetFixture.listed(columns: columns, rows: rows), .enter)),
            ("accounts-plan", FleetFixture.planned(columns: columns, rows: rows)),
            ("accounts-run", FleetFixture.running(columns: columns, rows: rows)),
            ("results", results), ("results-folded", EveryScreen.pressing(results, .enter, .down, .enter, .down, .enter)),
            ("results-names", EveryScreen.pressing(results, .character("n"), .down, .enter)), ("palette", palette),
            ("plan", EveryScreen.largePlan(columns, rows)), ("help", EveryScreen.pressing(listed, .character("?"))),
            ("help-terms", EveryScreen.pressing(listed, .character("?"), .character("?"))),
            ("copy", EveryScreen.pressing(listed, .character("a"), .down, .enter, .character("c"))),
            ("profiles", ProfilesTests.picker(columns: columns, rows: rows)),
            ("regions", EveryScreen.pressing(ProfilesTests.picker(columns: columns, rows: rows), .home, .enter, .character("w"))),
        ]
    }

    @Test(arguments: sizes) func screensLookAsTheyDid(columns: Int, rows: Int) throws {
        for (name, app) in try Self.screens(columns, rows) {
            var app = app
            app.passPreviewDelay()
            try expect(GoldenFrame.text(of: app.view()), in: "\(name)-\(columns)x\(rows).txt")
        }
    }

    @Test(arguments: Theme.allCases) func rolesLookAsTheyDid(theme: Theme) throws {
        let lines = try Self.sizes.flatMap { columns, rows in
            try Self.screens(columns, rows).map { name, app in
                var app = app
                app.passPreviewDelay()
                return "\(name) \(columns)x\(rows): \(GoldenFrame.looks(of: app.view(), in: theme))\n"
            }
        }
        try expect(lines.joined(), in: "looks-\(theme.rawValue).txt")
    }

    private func expect(_ text: String, in name: String) throws {
        let file = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["SCANCONFIG_GOLDEN"] == "write" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == text, "\(name)")
    }
}
