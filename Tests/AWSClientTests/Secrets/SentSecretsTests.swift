import HTTPTypes
import JSON
import TestSupport
import Testing

@testable import AWSClient

@Suite struct SentSecretsTests {
    private static let secrets = SentSecrets(["X-Amz-Security-Token": "abc/def+ghi="], values: ["123456", "short"])

    @Test(arguments: [
        ("token abc/def+ghi= was bad", "token … was bad"), ("x=abc%2Fdef%2Bghi%3D&y", "x=…&y"),
        ("code 123456, short", "code …, short"), ("nothing", "nothing"),
    ])
    func areFoundHoweverTheyAreSpelledAndShortWordsAreNone(text: String, hidden: String) {
        #expect(Self.secrets.hidden(in: text) == hidden)
        #expect(Self.secrets.hidden(in: Array(text.utf8)) == Array(hidden.utf8))
    }

    @Test func areFoundInJSONByWhatItsEscapesMean() {
        let body = #"{"message":["x abc\/def\u002bghi\u003d"],"n":1}"#
        let hidden = Self.secrets.hidden(in: TransportResponse(status: 400, headers: ["x": "abc/def+ghi="], body: Array(body.utf8)))
        #expect(JSONValue(bytes: hidden.body) == .object(["message": .array([.string("x …")]), "n": .integer(1)]))
        #expect(hidden.headers["x"] == "…")
    }

    @Test func bytesThatAreNotUTF8StayAsTheyAreWhenTheyHoldNone() {
        #expect(Self.secrets.hidden(in: [0xFF, 0x61]) == [0xFF, 0x61])
    }
}
