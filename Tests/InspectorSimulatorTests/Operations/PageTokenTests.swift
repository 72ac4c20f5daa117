import TestSupport
import Testing

@testable import InspectorSimulator

struct PageTokenTests {
    @Test func tokensComeBackAndAreGoodForTheirListingOnly() {
        for cursor in 0..<200 {
            let token = PageToken(cursor: cursor, emptyPages: cursor % 2)
            let text = token.text(listing: "a", seed: 1)
            #expect(PageToken(text: text, listing: "a", seed: 1) == token)
            #expect(PageToken(text: text, listing: "b", seed: 1) == nil)
            #expect(PageToken(text: text + "x", listing: "a", seed: 1) == nil)
        }
    }

    @Test func tokensAreAwkward() {
        let texts = (0..<200).map { PageToken(cursor: $0).text(listing: "a", seed: 1) }
        #expect(Set(texts).count == 200)
        for character in "/+=&%?# ~*é" { #expect(texts.contains { $0.contains(character) }) }
        #expect(texts.contains { $0.count > 4_000 })
    }

    @Test(arguments: ["", "..", "1", "zz.1.1", "x.-1.0.0.0.abc", "x.1.0.0.2.abc"]) func otherTextIsRefused(text: String) {
        #expect(PageToken(text: text, listing: "a", seed: 1) == nil)
    }

    @Test func aTokenComesBackAndADamagedOneIsRefused() {
        let broken = Property.counterexample(2000) { random in
            let seed = random.next()
            let token = PageToken(cursor: random.int(0..<1_000_000), emptyPages: random.int(0..<3))
            let text = token.text(listing: "a", seed: seed)
            guard PageToken(text: text, listing: "a", seed: seed) == token else { return "did not come back: \(text)" }
            let damaged = String(decoding: random.mutation(of: [text]), as: UTF8.self)
            let read = PageToken(text: damaged, listing: "a", seed: seed)
            return read == nil || Array(damaged.utf8) == Array(text.utf8) ? nil : "taken: \(damaged) for \(text)"
        }
        #expect(broken == nil)
    }
}
