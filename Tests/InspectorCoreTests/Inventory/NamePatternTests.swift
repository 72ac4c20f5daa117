import TestSupport
import Testing

@testable import InspectorCore

/// What `*`, `?` and brackets in names stand for.
struct NamePatternTests {
    @Test(arguments: [
        ("acme/*", "acme/ledger", true), ("acme/*", "acme/", true), ("acme/*", "umbrella/acme/x", false), ("*", "", true),
        ("*", "a/b", true),
        ("*/web", "acme/team/web", true), ("*web*", "acme/web-shop", true), ("acme/w?b", "acme/web", true), ("acme/w?b", "acme/wb", false),
        ("[a-c]x", "bx", true), ("[a-c]x", "dx", false), ("[!a-c]x", "dx", true), ("[^a-c]x", "ax", false), ("[]x]", "]", true),
        ("[a-]", "-", true), ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false), ("[*]", "*", true), ("[*]", "x", false),
        ("ACME/*", "acme/ledger", false), ("a**b", "ab", true), ("é?", "éü", true), ("a*", "a[", true), ("[z-a]", "z", true),
    ])
    func aPatternFitsOrNot(pattern: String, name: String, fits: Bool) throws {
        #expect(try #require(NamePattern(pattern)).matches(name) == fits)
    }

    @Test(arguments: ["acme/ledger", "", "a[b", "a]b", "[", "[!", "[]", "é"]) func aNameAloneIsNoPattern(name: String) {
        #expect(NamePattern(name) == nil)
    }

    @Test func anyTextIsReadAndItsOwnNameFitsWithoutBrackets() {
        let broken = Property.counterexample(2_000) { random in
            let text = random.list(upTo: 8) { $0.pick(["*", "?", "[", "]", "!", "-", "a", "b", "é", "\u{301}"]) }.joined()
            let name = random.list(upTo: 8) { $0.pick(["a", "b", "*", "[", "é"]) }.joined()
            guard let pattern = NamePattern(text) else { return nil }
            _ = pattern.matches(name)
            return text.contains("[") || pattern.matches(text) ? nil : text
        }
        #expect(broken == nil)
    }

    @Test func manyStarsTakeNoTime() throws {
        let pattern = try #require(NamePattern(String(repeating: "*a", count: 200) + "b"))
        #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
    }
}
