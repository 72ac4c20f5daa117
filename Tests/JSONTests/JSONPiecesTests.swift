import Runtime
import Testing

@testable import JSON

/// A document that is written in pieces.
@Suite struct JSONPiecesTests {
    private struct Rows: JSONWritable {
        let count: Int

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.member("before", "a")
                json.key("rows")
                json.array { list in
                    for number in 0..<count { list.object { $0.member("number", number) } }
                }
                json.member("text", "b")
            }
        }
    }

    private final class Pieces: Sendable {
        let all = Locked<[[UInt8]]>([])
    }

    @Test(arguments: [0, 1, 20_000]) func thePiecesAreTheDocument(count: Int) {
        let (pieces, rows) = (Pieces(), Rows(count: count))
        rows.writeDocument { piece in pieces.all.withLock { $0.append(piece) } }
        let all = pieces.all.withLock { $0 }
        #expect(Array(all.joined()) == rows.jsonDocument)
        #expect(all.allSatisfy { $0.count < 1 << 17 }, "no piece holds everything")
        #expect((all.count > 5) == (count > 1_000))
    }
}
