import Foundation
import TestSupport
import Testing

@testable import JSON

/// What people may write beside JSON, and on which line a mistake is said to be.
@Suite struct JSON5Tests {
    private func content(_ text: String) throws -> JSON5Value.Content? { try JSON5Value(reading: text)?.content }

    @Test(
        arguments: [
            ("'a\"b'", .string("a\"b")), (#""\x41\u00e9\v\0\q\'\ud83d\ude80""#, .string("Aé\u{B}\0q'🚀")),
            ("'a\\\nb\\\r\nc'", .string("abc")),
            ("+1", .number(1)), ("-.5", .number(-0.5)), ("5.", .number(5)), ("5.e2", .number(500)), ("0x1F", .number(31)),
            ("-Infinity", .number(-.infinity)), ("true", .boolean(true)), ("null", .null), ("\u{FEFF}// x\n[ ]/* y */", .array([])),
            ("'\u{2028}'", .string("\u{2028}")), ("1e999", .number(.infinity)),
        ] as [(String, JSON5Value.Content)])
    func valuesAreRead(text: String, expected: JSON5Value.Content) throws {
        #expect(try content(text) == expected)
    }

    @Test func namesNeedNoQuotes() throws {
        guard case .object(let members)? = try content(#"{a: 1, $b_2: 2, é: 3, 'c d': 4, "e": 5, \u0066g: 6,}"#) else {
            Issue.record("no object")
            return
        }
        #expect(members.map(\.name) == ["a", "$b_2", "é", "c d", "e", "fg"])
    }

    @Test func blanksAndCommentsAloneAreNoValue() throws {
        for text in ["", " \n\t", "// x", "/* {} */ \u{FEFF}"] { #expect(try JSON5Value(reading: text) == nil) }
    }

    @Test(
        arguments: [
            ("{\n a: red }", 2, .unquoted("red")), ("{\n\n a: 'x\n y' }", 3, .unclosedLine),
            ("{a: 1\n b: 2}", 1, .missingComma(before: "}")),
            ("{a: 1,\n\n", 1, .unclosed(.object, missing: "}")), ("\n{a:\n// x\n", 2, .endsTooEarly), ("[1,,2]", 1, .unquoted(",")),
            ("{a: 1}\n}", 2, .trailingText),
            ("{a\n= 1}", 1, .missingColon(after: "a")),
            ("{a: 1,\n/*\n\n", 2, .unclosedComment), ("{1a: 1}", 1, .missingName), ("{a: 1,\na: 2}", 2, .repeatedName("a")),
            ("'\\1'", 1, .unknownEscape), ("'\\xZZ'", 1, .badHexadecimal), ("'\\ud800'", 1, .loneSurrogate), ("'a", 1, .unclosedString),
            ("01", 1, .unquoted("01")), ("1.5.", 1, .unquoted("1.5.")), (".", 1, .unquoted(".")), ("--1", 1, .unquoted("--1")),
            ("0x", 1, .unquoted("0x")), ("/", 1, .unquoted("/")), (String(repeating: "[", count: 600), 1, .nestedTooDeeply),
        ] as [(String, Int, JSONError.Problem)])
    func mistakesAreNamedByLine(text: String, line: Int, problem: JSONError.Problem) {
        #expect(throws: JSONError(line: line, problem)) { try JSON5Value(reading: text) }
    }
}

/// The reader beside Foundation's, and the lines it gives beside those that were written.
@Suite struct JSON5PropertyTests {
    private static let samples = [
        "{a: [1, -2.5e3, true, null, 'x\\n'], // b\n 'c d': {e: []}, /* f */ g: 0x1F,}", "[+1, .5, 5., Infinity, -NaN]",
        "{verifyFor: 60, colors: {failed: 'bold 160'}, keys: {plan: [\"d\", 'F5']}}",
    ]

    /// A document in one of the ways there are to write it, each value on the line that is remembered.
    private struct Written {
        var text = ""
        var lines: [Int] = []
        var line: Int { text.count { $0 == "\n" } + 1 }

        mutating func value(_ depth: Int, _ random: inout SeededRandom) {
            blank(&random)
            lines.append(line)
            switch random.int(0..<(depth > 0 ? 6 : 4)) {
            case 0: text += random.pick(["null", "true", "+1", ".5", "0xFF", "-Infinity", "1e3"])
            case 1, 2: text += random.pick(["'a // b'", "\"{\"", "'\\''", "\"/*\"", "'a\\\nb'", "'漢\\u00e9'"])
            case 3: text += "[]"
            case 4: sequence("[", "]", &random) { written, _, random in written.value(depth - 1, &random) }
            default: sequence("{", "}", &random) { $0.member($1, depth - 1, &$2) }
            }
            blank(&random)
        }

        private mutating func member(_ number: Int, _ depth: Int, _ random: inout SeededRandom) {
            blank(&random)
            lines.append(line)
            text += random.pick(["a\(number)", "'a\(number)'", "\"a\(number)\""])
            blank(&random)
            text += ":"
            value(depth, &random)
        }

        private mutating func sequence(
            _ open: String, _ close: String, _ random: inout SeededRandom, _ element: (inout Written, Int, inout SeededRandom) -> Void
        ) {
            text += open
            let count = random.int(1..<4)
            for number in 0..<count {
                element(&self, number, &random)
                if number < count - 1 || random.oneIn(3) { text += "," }
            }
            blank(&random)
            text += close
        }

        private mutating func blank(_ random: inout SeededRandom) {
            guard random.oneIn(3) else { return }
            text += random.pick([" ", "\n", "// {'\n", "/* [\n\" */", "\t\n\n", "\u{A0}"])
        }
    }

    private func lines(_ value: JSON5Value) -> [Int] {
        switch value.content {
        case .null, .boolean, .number, .string: [value.line]
        case .array(let values): [value.line] + values.flatMap(lines)
        case .object(let members): [value.line] + members.flatMap { [$0.line] + lines($0.value) }
        }
    }

    @Test func theLineOfAValueIsTheLineItWasWrittenOn() {
        let broken = Property.counterexample(3000) { random in
            var written = Written()
            written.value(4, &random)
            guard let value = try? JSON5Value(reading: written.text) else { return "refused: \(written.text)" }
            return lines(value) == written.lines ? nil : "\(lines(value)), not \(written.lines): \(written.text)"
        }
        #expect(broken == nil)
    }

    @Test func theLineOfAMistakeIsTheLineItWasMadeOn() {
        let broken = Property.counterexample(2000) { random in
            let before = String(repeating: random.pick(["\n", "// x\n", "a\(random.int(0..<9)): 1,\n"]), count: 1)
            let lines = random.int(0..<5)
            let text =
                "{" + String(repeating: "\n", count: lines) + before + "b: \(random.pick(["red", "'x", "[1 2]", "01", "\"\\u12\""]))\n}"
            do throws(JSONError) {
                _ = try JSON5Value(reading: text)
                return "accepted: \(text)"
            } catch {
                return error.line == lines + 2 ? nil : "line \(error.line), not \(lines + 2): \(text)"
            }
        }
        #expect(broken == nil)
    }

    @Test func whatBothReadIsTheSame() {
        let broken = Property.counterexample(4000) { random in
            var written = Written()
            written.value(3, &random)
            let bytes =
                switch random.int(0..<4) {
                case 0: random.bytes()
                case 1: Array(random.json().utf8)
                case 2: Array(written.text.utf8)
                default: random.mutation(of: Self.samples + [written.text])
                }
            guard let text = String(validating: bytes, as: UTF8.self), let ours = try? JSON5Value(reading: text) else { return nil }
            // Foundation's traps on some numbers, and keeps the end of a line that an escape takes away.
            if hasNumbers(ours) || text.contains("\\\n") || text.contains("\\\r") { return nil }
            let decoder = JSONDecoder()
            decoder.allowsJSON5 = true
            guard let theirs = try? decoder.decode(Decoded.self, from: Data(bytes)) else { return nil }
            return Decoded(ours) == theirs ? nil : "\(theirs), not \(Decoded(ours)): \(text)"
        }
        #expect(broken == nil)
    }

    private func hasNumbers(_ value: JSON5Value) -> Bool {
        switch value.content {
        case .number: true
        case .null, .boolean, .string: false
        case .array(let values): values.contains(where: hasNumbers)
        case .object(let members): members.contains { hasNumbers($0.value) }
        }
    }

    @Test func everyJSONDocumentIsOneOfJSON5() {
        let broken = Property.counterexample(2000) { random in
            let text = random.json()
            guard let json = try? JSONValue(json: Array(text.utf8)) else { return nil }
            guard let value = try? JSON5Value(reading: text) else { return "refused: \(text)" }
            return Decoded(value) == Decoded(json) ? nil : "another reading of \(text)"
        }
        #expect(broken == nil)
    }
}

/// A value as Foundation's decoder reads it.
private indirect enum Decoded: Decodable, Equatable {
    case null, boolean(Bool), number(String), string(String), array([Decoded]), object([String: Decoded])

    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: Name.self) {
            self = .object(
                try Dictionary(uniqueKeysWithValues: members.allKeys.map { ($0.stringValue, try members.decode(Decoded.self, forKey: $0)) })
            )
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let number = try? value.decode(Double.self) {
            self = .number("\(number)")
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else {
            self = .array(try value.decode([Decoded].self))
        }
    }

    init(_ value: JSON5Value) {
        self =
            switch value.content {
            case .null: .null
            case .boolean(let boolean): .boolean(boolean)
            case .number(let number): .number("\(number)")
            case .string(let string): .string(string)
            case .array(let values): .array(values.map(Decoded.init))
            case .object(let members): .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, Decoded($0.value)) }))
            }
    }

    init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .boolean(let boolean): .boolean(boolean)
            case .number(let text): .number("\(Double(text) ?? .nan)")
            case .string(let string): .string(string)
            case .array(let values): .array(values.map(Decoded.init))
            case .object(let members): .object(members.mapValues(Decoded.init))
            }
    }

    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
