import HTTPTypes
import JSON
import TestSupport
import Testing

@testable import AWSClient

@Suite("Secrets that were sent")
struct SentSecretsTests {
    private static let secrets = SentSecrets(["X-Amz-Security-Token": "abc/def+ghi="], values: ["123456", "short"])

    @Test(
        "are found however they are spelled, and short words are none",
        arguments: [
            ("token abc/def+ghi= was bad", "token … was bad"), ("x=abc%2Fdef%2Bghi%3D&y", "x=…&y"),
            ("code 123456, short", "code …, short"), ("nothing", "nothing"),
        ])
    func spellings(text: String, hidden: String) {
        #expect(Self.secrets.hidden(in: text) == hidden)
        #expect(Self.secrets.hidden(in: Array(text.utf8)) == Array(hidden.utf8))
    }

    @Test("are found in JSON by what its escapes mean")
    func json() {
        let body = #"{"message":["x abc\/def\u002bghi\u003d"],"n":1}"#
        let hidden = Self.secrets.hidden(in: TransportResponse(status: 400, headers: ["x": "abc/def+ghi="], body: Array(body.utf8)))
        #expect(JSONValue(bytes: hidden.body) == .object(["message": .array([.string("x …")]), "n": .integer(1)]))
        #expect(hidden.headers["x"] == "…")
    }

    @Test("bytes that are not UTF-8 stay as they are when they hold none")
    func bytes() {
        #expect(Self.secrets.hidden(in: [0xFF, 0x61]) == [0xFF, 0x61])
    }
}
