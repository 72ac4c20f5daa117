import Foundation
import TestSupport
import Testing

@testable import JSON

@Suite struct JSONReaderTests {
    private func problem(_ text: String, tolerating: JSONReader.Tolerance = .loneSurrogates) -> JSONError.Problem? {
        error(text, tolerating: tolerating)?.problem
    }

    private func error(_ text: String, tolerating: JSONReader.Tolerance = .loneSurrogates) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONValue(json: Array(text.utf8), tolerating: tolerating)
            return nil
        } catch {
            return error
        }
    }

    /// What is refused without being asked for.
    private func skipped(_ text: String) -> JSONError.Problem? {
        do throws(JSONError) {
            try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in try json.skip() }
            return nil
        } catch {
            return error.problem
        }
    }

    @Test(
        arguments: [
            ("", .endsTooEarly), (" \n", .endsTooEarly), ("{} x", .trailingText), ("[1 2]", .missingComma(before: "]")),
            (#"{"a":1 "b":2}"#, .missingComma(before: "}")), (#"{"a" 1}"#, .missingColon(after: "a")), ("{a:1}", .missingName),
            (#"{"a":1,}"#, .commaTooMany(before: "}")), ("[1,]", .commaTooMany(before: "]")), ("[,1]", .notJSON(",")),
            ("[:]", .notJSON(":")),
            ("[1", .unclosed(.array, missing: "]")), (#"{"a":1,"#, .unclosed(.object, missing: "}")), ("nul", .notJSON("nul")),
            ("[tru]", .notJSON("tru")),
            ("01", .notJSON("01")), ("1.", .notJSON("1.")), ("-", .notJSON("-")), ("1e", .notJSON("1e")), ("+1", .notJSON("+1")),
            (".5", .notJSON(".5")), ("NaN", .notJSON("NaN")), (#""a"#, .unclosedString), ("\"a\nb\"", .unclosedLine),
            ("\"a\tb\"", .controlCharacter), (#""\x""#, .unknownEscape), (#""\u12g4""#, .badHexadecimal), (#""\u12"#, .badHexadecimal),
            (#""\"#, .unclosedString), ("[", .unclosed(.array, missing: "]")), ("{", .unclosed(.object, missing: "}")),
            (#"{"a":"#, .endsTooEarly),
        ] as [(String, JSONError.Problem)]) func whatIsNotJSONIsRefusedWhetherItIsReadOrSkipped(text: String, expected: JSONError.Problem)
    {
        #expect(problem(text) == expected)
        #expect(skipped(text) == expected)
    }

    @Test func anErrorNamesItsLine() {
        #expect(error("{\n\"a\": [1,\n2,\nx]}")?.line == 4)
        #expect(error("\n\n  x")?.line == 3)
        #expect(error("[\r\n\"a\r\n\"]")?.line == 2)
    }

    @Test(arguments: [
        ("{\"a\":\n[1,\n2\n\n\n", 2), ("\n{\"a\": 1,\n\n", 2), ("{\"a\": 1\r\n\r\n", 1), ("[\n1\n\n2]", 2), ("[\n1,\n\n]", 2),
        ("{\"a\"\n\n1}", 1), ("{\"a\":\n\n", 1), ("{\"a\": [1\n}\n", 1),
    ]) func whatIsMissingIsNamedWhereItBelongs(text: String, line: Int) {
        #expect(error(text)?.line == line, "\(text)")
    }

    @Test(arguments: [
        #"{"a":1,"a":1}"#, #"{"x":{"a":1,"b":[],"a":null}}"#, #"[[{"a":{"a":{}},"a":0}]]"#, #"{"a" : "}" , "a"  :2}"#,
        "{\"a\":1,\n\t\"a\"\r\n:2}", #"{"a":null,"b":1,"a":null}"#,
    ]) func aNameThatComesTwiceIsRefusedHoweverDeep(text: String) {
        #expect(problem(text) == .repeatedName("a"))
        #expect(skipped(text) == .repeatedName("a"))
        #expect(problem(text, tolerating: .repeatedNames) == nil)
    }

    @Test(arguments: [
        (#"{"ab":1,"\u0061b":2}"#, "ab"), (#"{"\u0061b":1,"ab":2}"#, "ab"), (#"{"é":1,"\u00e9":2}"#, "é"), (#"{"a\"":1,"a\"":2}"#, "a\""),
        ("{\"é\":1,\"e\u{301}\":2}", "é"),
    ]) func aNameThatIsWrittenOtherwiseComesTwiceAllTheSame(text: String, name: String) {
        #expect(problem(text) == .repeatedName(name))
        #expect(skipped(text) == .repeatedName(name))
    }

    @Test(arguments: [
        #"{"a":{"a":{"a":"a"}},"b":"a"}"#, #"[{"a":1},{"a":1}]"#, #"{"a":["a","a"],"b":{"a":1}}"#, #"{"a":"a\":","b":"\\"}"#,
        #"{"\n":1,"n":2,"\\n":3}"#,
    ]) func namesOfDifferentObjectsAndValuesAreNotMixedUp(text: String) {
        #expect(problem(text) == nil)
        #expect(skipped(text) == nil)
    }

    @Test func largeObjectsAreReadAndTheirNamesAreRemembered() {
        let members = (0..<5_000).map { "\"x\($0)\":\($0)" }
        #expect(problem("{\(members.joined(separator: ","))}") == nil)
        for place in [0, 31, 32, 33, 4_999] {
            #expect(problem("{\(members.joined(separator: ",")),\"x\(place)\":1}") == .repeatedName("x\(place)"))
        }
    }

    @Test func ofSeveralMembersOfOneNameTheFirstCountsWhereThatIsTolerated() {
        #expect(JSONValue(bytes: Array(#"{"a":1,"b":2,"a":{"c":3}}"#.utf8)) == .object(["a": .integer(1), "b": .integer(2)]))
    }

    @Test(arguments: [
        (#""a\ud800b""#, "a\u{FFFD}b"), (#""\udc00""#, "\u{FFFD}"), (#""\uD800\u0041""#, "\u{FFFD}A"),
        (#""\ud800\ud83d\ude00\udfff""#, "\u{FFFD}😀\u{FFFD}"), (#""\ud800\ud800""#, "\u{FFFD}\u{FFFD}"),
        (#""\\ud800""#, #"\ud800"#), (#""\\\ud800""#, "\\\u{FFFD}"), (#""\u00e9""#, "é"), (#""\ud800\""#, nil), (#""\ud800\u12""#, nil),
        (#""\ud83d\ude00 \n\t\r\b\f\/\"\\""#, "😀 \n\t\r\u{8}\u{C}/\"\\"),
    ]) func halfASurrogatePairBecomesAStandInAndPairsStay(json: String, text: String?) {
        #expect(JSONValue(bytes: Array(json.utf8))?.string == text)
    }

    @Test func halfASurrogatePairIsRefusedWhereNothingIsTolerated() {
        #expect(problem(#""a\ud800b""#, tolerating: []) == .loneSurrogate)
        #expect(problem(#"{"\udc00":1}"#, tolerating: []) == .loneSurrogate)
        #expect(problem(#""\ud83d\ude00""#, tolerating: []) == nil)
    }

    @Test func anyTextWithHalvesInItCanBeRead() {
        let broken = Property.counterexample(2000) { random in
            let units = random.list(upTo: 8) { random in random.pick([0xD83D, 0xDE00, 0xD800, 0xDFFF, 0x41, 0x5C, 0x22] as [UInt16]) }
            let json = "\"" + units.map { String(format: "\\u%04x", $0) }.joined() + "\""
            guard let text = JSONValue(bytes: Array(json.utf8))?.string else { return json }
            return text == String(decoding: units, as: UTF16.self) ? nil : json
        }
        #expect(broken == nil)
    }

    @Test func nestingHasAnEnd() {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(problem(nested(512)) == nil)
        #expect(problem(nested(513)) == .nestedTooDeeply)
        #expect(skipped(nested(100_000)) == .nestedTooDeeply)
        #expect(problem("[" + repeatElement(nested(500), count: 3).joined(separator: ",") + "]") == nil)
    }

    @Test func aByteOrderMarkDoesNotCountAndOtherEncodingsDo() {
        #expect(JSONValue(bytes: [0xEF, 0xBB, 0xBF] + Array("[]".utf8)) == .array([]))
        #expect(JSONValue(bytes: "[]".utf8.flatMap { [$0, 0] }) == nil)
    }

    @Test func bytesThatAreNotUTF8AreNoText() {
        #expect(JSONValue(bytes: [0x22, 0xFF, 0x22]) == nil)
        #expect(JSONValue(bytes: [0x22, 0xED, 0xA0, 0x80, 0x22]) == nil)
        #expect(JSONValue(bytes: [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]) == nil)
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("12", 12), ("-7", -7), ("1.0", 1), ("1e2", 100), ("9223372036854775807", Int.max),
        ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("1.5", nil), ("\"1\"", nil), ("1e99", nil), ("1e999", nil),
    ]) func wholeNumbersAreExactOrRefused(text: String, value: Int?) {
        let read = try? JSONReader.read(Array(text.utf8)) { json throws(JSONError) in try json.integer() }
        #expect(read == value)
    }

    @Test func aMemberThatIsNullCountsAsAbsentAndOneThatIsLeftAloneIsReadOver() throws {
        var (seen, text): ([String], String?) = ([], nil)
        try JSONReader.read(Array(#"{"a":null,"b":[{"c":[1]}],"d":"x","e":{}}"#.utf8)) { json throws(JSONError) in
            try json.object { json, name throws(JSONError) in
                seen.append(name.string)
                if case "d" = name { text = try json.string() }
            }
        }
        #expect(seen == ["b", "d", "e"])
        #expect(text == "x")
    }

    @Test func aValueOfAnotherKindIsNamedWithItsMember() throws {
        let error = #expect(throws: JSONError.self) {
            try JSONReader.read(Array("{\"a\":[{\"b\":1},\n{\"b\":[]}]}".utf8)) { json throws(JSONError) in
                try json.object { json, _ throws(JSONError) in
                    try json.array { json throws(JSONError) in
                        try json.object { json, _ throws(JSONError) in _ = try json.integer() }
                    }
                }
            }
        }
        #expect(error == JSONError(line: 2, column: 6, .wrongKind(.array, expected: .number, member: "b")))
        #expect(error?.words == "b is an array, not a number")
        let element = #expect(throws: JSONError.self) {
            try JSONReader.read(Array("{\"a\":[1]}".utf8)) { json throws(JSONError) in
                try json.object { json, _ throws(JSONError) in _ = try json.strings() }
            }
        }
        #expect(element?.words == "this is a number, not a string")
    }

    @Test func aCopyReadsTheSameValueAgain() throws {
        let texts = try JSONReader.read(Array("[\"a\", \"b\"]".utf8)) { json throws(JSONError) in
            var copy = json
            let first = try json.strings()
            return first + (try copy.strings())
        }
        #expect(texts == ["a", "b", "a", "b"])
    }
}
