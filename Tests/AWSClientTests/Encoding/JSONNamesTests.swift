import Testing

@testable import AWSClient

@Suite("Members of a JSON object")
struct JSONNamesTests {
    @Test(
        "a member that is there twice is seen, however deep and however it is written",
        arguments: [
            #"{"a":1,"a":1}"#, #"{"x":{"a":1,"b":[],"a":null}}"#, #"[[{"a":{"a":{}},"a":0}]]"#, #"{"ab":1,"\u0061b":2}"#,
            #"{"a" : "}" , "a"  :2}"#, #"{"é":1,"\u00e9":2}"#, #"{"a\"":1,"a\"":2}"#, "{\"a\":1,\n\t\"a\"\r\n:2}",
        ])
    func twice(text: String) {
        #expect(!JSONNames.areUnique(in: Array(text.utf8)))
    }

    @Test(
        "names of different objects, values and what is no JSON pass",
        arguments: [
            #"{"a":{"a":{"a":"a"}},"b":"a"}"#, #"[{"a":1},{"a":1}]"#, #"{"a":["a","a"],"b":{"a":1}}"#, #"{"a":"a\":","b":"\\"}"#, "", "{",
            "]]", "\"a", "\"\\", #"{"a":1}}"a":2"#,
        ])
    func once(text: String) {
        #expect(JSONNames.areUnique(in: Array(text.utf8)))
    }

    @Test("what is not in UTF-8 does not pass")
    func wide() {
        #expect(!JSONNames.areUnique(in: #"{"a":1,"a":2}"#.utf8.flatMap { [$0, 0] }))
    }
}
