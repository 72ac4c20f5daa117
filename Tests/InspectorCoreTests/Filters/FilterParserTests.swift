import InspectorCore
import TestSupport
import Testing

/// What people type into a filter, and what it means.
struct FilterParserTests {
    @Test(
        arguments: [
            ("ledger", FilterTerm(.word("ledger"))),
            ("!ledger", FilterTerm(.word("ledger"), isNegated: true)),
            ("\"acme ledger\"", FilterTerm(.word("acme ledger"))),
            ("!\"acme ledger\"", FilterTerm(.word("acme ledger"), isNegated: true)),
            ("\"failed\"", FilterTerm(.word("failed"))),
            ("\"say \\\"no\\\" \\\\\"", FilterTerm(.word("say \"no\" \\"))),
            ("arn:aws:inspector2:eu-west-1", FilterTerm(.word("arn:aws:inspector2:eu-west-1"))),
            ("https://github.com", FilterTerm(.word("https://github.com"))),
            ("acme/a:b", FilterTerm(.word("acme/a:b"))),
            ("failed", FilterTerm(.flag(.failed))),
            ("!Marked", FilterTerm(.flag(.marked), isNegated: true)),
            ("name:ledger", FilterTerm(.text(.name, "ledger"))),
            ("NAME:Ledger", FilterTerm(.text(.name, "Ledger"))),
            ("config:\"payments nightly\"", FilterTerm(.text(.configuration, "payments nightly"))),
            ("!scan:SUCCESSFUL", FilterTerm(.text(.scan, "SUCCESSFUL"), isNegated: true)),
            ("integration:a:b", FilterTerm(.text(.integration, "a:b"))),
            ("in:1", FilterTerm(.membership(.equal, 1))),
            ("in>1", FilterTerm(.membership(.greater, 1))),
            ("in<4", FilterTerm(.membership(.less, 4))),
            ("scanned:never", FilterTerm(.neverScanned)),
            ("scanned>90d", FilterTerm(.scanned(FilterAge(isOlder: true, amount: 90, unit: .days)))),
            ("scanned<2mo", FilterTerm(.scanned(FilterAge(isOlder: false, amount: 2, unit: .months)))),
        ])
    func readsATerm(text: String, term: FilterTerm) {
        let parsed = FilterParser.parse(text)
        #expect(parsed.expression.terms == [term])
        #expect(parsed.mistake == nil)
    }

    @Test func anEqualsSignBehindAFieldIsTakenForAColon() {
        let mistake = FilterParser.parse("ledger in=1").mistake
        #expect(mistake?.message == "Write a colon, not =: in:1. Quotes make it a word to look for." && mistake?.range == 7..<11)
        #expect(FilterParser.parse("a=b").expression.terms == [FilterTerm(.word("a=b"))])
        #expect(FilterParser.parse("\"in=1\"").expression.terms == [FilterTerm(.word("in=1"))])
    }

    @Test func allTermsMustHold() {
        let parsed = FilterParser.parse("  ledger \t in>1  !scan:SUCCESSFUL ")
        #expect(parsed.expression.description == "ledger in>1 !scan:SUCCESSFUL")
        #expect(parsed.mistake == nil)
    }

    @Test(arguments: ["", "  ", "!", "\"\"", "! !"])
    func whatIsNotTypedYetIsNoTerm(text: String) {
        let parsed = FilterParser.parse(text)
        #expect(parsed.expression.terms.isEmpty && parsed.mistake == nil)
    }

    @Test(
        arguments: [
            ("foo:1", "There is no field foo. Fields are name, id,"), ("scaned>1d", "Did you mean scanned?"),
            ("provder:x", "Did you mean provider?"),
            ("failed:1", "failed stands alone"), (">90d", ">90d must follow a field directly"),
            ("stat:x", "Did you mean status?"), ("name:", "name needs a value: name:ledger."),
            ("name>3", "name takes a text: name:ledger."), ("in:", "in needs a value: in:1, in>1 or in<3."),
            ("in:many", "many is not a count. Write in:1, in>1 or in<3."), ("in:-1", "-1 is not a count."),
            ("in:99999999", "99999999 is not a count."), ("scanned>90", "90 is not an age in h, d, w, mo or y."),
            ("scanned>d", "d is not an age"), ("scanned:90d", "90d is not an age"), ("scanned>never", "never is not an age"),
            ("scanned:", "scanned needs a value: scanned>90d, scanned<7d or scanned:never."),
            ("!!ledger", "One ! in front of a term is enough."),
            ("\"acme", "The closing quote is missing."), ("\"acme\"x", "x follows the closing quote."),
            ("ac\"me\"", "A quote must start a term or a field's value."), ("name:a\"b\"", "A quote must start a term or a field's value."),
            ("in:\u{1B}[31m", "�"),
        ])
    func aMistakeSaysWhatWouldBeRight(text: String, words: String) throws {
        let parsed = FilterParser.parse("ledger " + text)
        let mistake = try #require(parsed.mistake)
        #expect(mistake.message.contains(words))
        #expect(mistake.range == 7..<7 + text.count)
        #expect(parsed.expression.terms == [FilterTerm(.word("ledger"))])
    }

    @Test func aMistakeIsSafeForATerminal() {
        for text in ["in:\u{1B}[31m", "\"a\"\u{202E}x", "scanned>\u{9B}1d"] {
            let unsafe = FilterParser.parse(text).mistake?.message.unicodeScalars.filter {
                $0.value < 32 || $0 == "\u{202E}" || $0 == "\u{9B}"
            }
            #expect(unsafe?.isEmpty == true)
        }
    }

    @Test func whatIsPrintedIsReadBack() {
        let broken = Property.counterexample(3_000) { random in
            let expression = FilterExpression(terms: random.list(upTo: 4) { $0.filterTerm() })
            let parsed = FilterParser.parse(expression.description)
            return parsed.expression == expression && parsed.mistake == nil ? nil : "\(expression)"
        }
        #expect(broken == nil)
    }

    @Test func everyTextIsReadOrItsMistakesAreNamed() {
        let broken = Property.counterexample(3_000) { random in
            let pieces = [
                "in", "scanned", "name", ":", ">", "<", "!", "\"", "\\", " ", "9", "d", "never", "failed", "é", "\u{1B}", "\u{0301}",
            ]
            let text = random.oneIn(3) ? random.text() : random.list(upTo: 12) { $0.pick(pieces) }.joined()
            let parsed = FilterParser.parse(text)
            let again = FilterParser.parse(parsed.expression.description)
            if again.expression != parsed.expression || again.mistake != nil { return text }
            guard let range = parsed.mistake?.range else { return nil }
            return !range.isEmpty && 0..<text.count ~= range.lowerBound && range.upperBound <= text.count ? nil : text
        }
        #expect(broken == nil)
    }

    @Test func examplesOfEveryFieldAreRead() {
        for field in FilterField.allCases {
            let place = field.isKnown(in: .associations) ? FilterPlace.associations : .commandLine
            for example in field.examples { #expect(FilterParser.parse(example, in: place).mistake == nil) }
        }
    }
}

extension SeededRandom {
    /// A term of any kind, with texts that hold quotes, blanks, colons and words of the grammar.
    fileprivate mutating func filterTerm() -> FilterTerm {
        let text =
            list(upTo: 6) { $0.pick(["a", "B", " ", "\"", "\\", ":", "!", "in>1", "failed", "é", ">", "\u{0301}", "\r\n"]) }.joined()
            + pick(["x", "\\", "failed"])
        let age = FilterAge(isOlder: oneIn(2), amount: int(0..<1_000), unit: pick(FilterAge.Unit.allCases))
        let conditions: [FilterCondition] = [
            .word(text), .word("marked"),
            .text(pick(FilterField.allCases.filter { $0.form == .text && $0.isKnown(in: .associations) }), text),
            .membership(pick(FilterComparison.allCases), int(0..<100)), .neverScanned, .flag(pick(FilterFlag.allCases)), .scanned(age),
        ]
        let condition = pick(conditions)
        return FilterTerm(condition, isNegated: oneIn(3))
    }
}
