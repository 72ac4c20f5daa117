import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What the shared files say of profiles, and the regions there are.
@Suite struct ProfilesTests {
    private static let profiles = [
        KnownProfile("default"), KnownProfile("ops-production", account: "210987654321", region: "eu-west-1"),
        KnownProfile("audit", account: "111122223333"),
    ]

    static func picker(columns: Int = 80, rows: Int = 24) -> App {
        var app = Fixture.listed(columns: columns, rows: rows)
        _ = app.update(.profilesFound(profiles))
        app.press(keys: .character("p"))
        return app
    }

    @Test func accountAndRegionStandBesideTheProfile() {
        let app = Self.picker()
        #expect(app.lines.contains { $0.squeezed == "ops-production 210987654321 eu-west-1" })
        #expect(app.lines.contains { $0.squeezed == "▸ default 123456789012 us-east-1 in use" })
        #expect(app.lines.contains { $0.squeezed == "audit 111122223333" })
    }

    @Test(arguments: ["prod", "2109", "EU-west"]) func profilesAreFoundByWhatIsShown(text: String) {
        var app = Self.picker()
        app.press(keys: .character("/"))
        app.type(text)
        #expect(app.lines.contains { $0.hasPrefix("▸  ops-production") } && !app.words.contains("audit"))
        #expect(app.press(keys: .enter) == [.connect(generation: 2, ConnectionChoice(profile: "ops-production"))])
    }

    @Test func whatNothingHasIsSaidAndEscapeShowsAll() {
        var app = Self.picker()
        app.press(keys: .character("/"))
        app.type("zz")
        #expect(app.words.contains("No profile has \"zz\" in its name, account or region."))
        #expect(app.press(keys: .enter).isEmpty)
        app.press(keys: .escape)
        #expect(app.words.contains("audit"))
    }

    @Test func regionsOfThePartitionAreOffered() {
        var app = Self.picker()
        app.press(keys: .home, .enter)
        #expect(app.words.contains("af-south-1") && !app.words.contains("cn-north-1"))
        app.type("west-2")
        #expect(app.lines.contains { $0.hasPrefix("▸  eu-west-2") } && app.words.contains("us-west-2"))
        app.press(keys: .down)
        #expect(app.press(keys: .enter) == [.connect(generation: 2, ConnectionChoice(profile: "default", region: "us-west-2"))])
    }

    @Test func aRegionThatIsNotKnownCanBeTyped() {
        var app = Self.picker()
        app.press(keys: .home, .enter)
        app.type("eu-nowhere-9")
        #expect(app.words.contains("Enter uses the region as it is typed."))
        #expect(app.press(keys: .enter) == [.connect(generation: 2, ConnectionChoice(profile: "default", region: "eu-nowhere-9"))])
    }

    @Test func marksAreAskedAboutBeforeTheRegionChanges() {
        var app = Fixture.listed()
        app.press(keys: .character("a"), .character("p"), .home, .enter)
        app.type("eu-west-1")
        #expect(app.press(keys: .enter).isEmpty)
        #expect(app.words.contains("discard 4 marks?"))
        #expect(app.agree() == [.connect(generation: 2, ConnectionChoice(profile: "default", region: "eu-west-1"))])
    }

    @Test func everyPartitionHasItsOwnRegions() {
        #expect(InspectorRegions.inPartition(of: "us-gov-west-1") == ["us-gov-east-1", "us-gov-west-1"])
        #expect(InspectorRegions.inPartition(of: "eu-west-1").contains("us-east-1"))
        #expect(InspectorRegions.inPartition(of: "us-iso-east-1").isEmpty)
    }
}
