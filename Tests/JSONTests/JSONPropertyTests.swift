import Foundation
import TestSupport
import Testing

@testable import JSON

/// The reader and the writer beside those of Foundation.
@Suite struct JSONPropertyTests {
    private static let samples = [
        #"{"a":[1,-2.5e3,true,null,"\u00e9\n"],"b":{"c":[]}}"#, "[[[]]]", #"{"expiration":1700003600000,"x":"a\\\"é 漢🚀"}"#,
        #"{"nextToken":"a \"b\\ <>é 🚀 \/","associations":[{"resource":{"projectId":"p"}}]}"#,
    ]

    /// What Foundation reads.
    private func theirs(_ bytes: [UInt8]) -> NSObject? {
        try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) as? NSObject
    }

    /// Whether Foundation reads something else than what is written: it drops a byte order mark at the start of a string.
    private func isBeyondFoundation(_ bytes: [UInt8]) -> Bool { bytes.contains([0x22, 0xEF, 0xBB, 0xBF]) }

    @Test func anyDocumentIsReadAsFoundationReadsItAndComesBack() {
        let broken = Property.counterexample(2000) { random in
            let text = random.json()
            guard let value = try? JSONValue(json: Array(text.utf8)) else { return "refused: \(text)" }
            guard JSONValue(bytes: value.json) == value, JSONValue(bytes: value.jsonDocument) == value else {
                return "\(text) became \(String(decoding: value.json, as: UTF8.self))"
            }
            if isBeyondFoundation(Array(text.utf8)) { return nil }
            return theirs(value.json) == theirs(Array(text.utf8)) ? nil : "another reading of \(text)"
        }
        #expect(broken == nil)
    }

    @Test func damagedDocumentsAreRefusedOrReadAsFoundationReadsThem() {
        let broken = Property.counterexample(4000) { random in
            let bytes = random.oneIn(4) ? random.bytes() : random.mutation(of: Self.samples)
            guard let value = try? JSONValue(json: bytes), !isBeyondFoundation(bytes) else { return nil }
            guard let theirs = theirs(bytes) else {
                // Numbers that no Double holds are kept as they are written.
                let isOursAlone = String(decoding: bytes, as: UTF8.self).contains(/[0-9]{18}|e|E|\\u[dD]/)
                return isOursAlone ? nil : "only ours: \(String(decoding: bytes, as: UTF8.self))"
            }
            return self.theirs(value.json) == theirs ? nil : "another reading of \(String(decoding: bytes, as: UTF8.self))"
        }
        #expect(broken == nil)
    }

    @Test func whatIsReadCanBeSkippedAndTheOtherWayRound() {
        let broken = Property.counterexample(4000) { random in
            let bytes = random.oneIn(2) ? Array(random.json().utf8) : random.mutation(of: Self.samples)
            let isRead = (try? JSONValue(json: bytes)) != nil
            let isSkipped = (try? JSONReader.read(bytes) { json throws(JSONError) in try json.skip() }) != nil
            if isRead, !isSkipped { return "not skipped: \(String(decoding: bytes, as: UTF8.self))" }
            let isText = String(validating: bytes, as: UTF8.self) != nil
            return isSkipped && !isRead && isText ? "not read: \(String(decoding: bytes, as: UTF8.self))" : nil
        }
        #expect(broken == nil)
    }

    @Test func anIndentedDocumentLooksAsFoundationPrintsIt() throws {
        let broken = try Property.counterexample(1000) { random in
            let text = random.json()
            guard let value = try? JSONValue(json: Array(text.utf8)), case .object = value else { return nil }
            let plain = String(decoding: value.jsonDocument, as: UTF8.self)
            guard !isBeyondFoundation(Array(text.utf8)), !plain.contains(/\\u|[0-9.]e|E|\.0/), let theirs = theirs(value.json) else {
                return nil
            }
            let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let printed = try JSONSerialization.data(withJSONObject: theirs, options: options)
            return String(decoding: printed, as: UTF8.self) + "\n" == plain ? nil : plain
        }
        #expect(broken == nil)
    }
}
