import TestSupport
import Testing

@testable import InspectorSimulator

@Suite struct PageTokenPropertyTests {
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
