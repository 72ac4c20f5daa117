import InspectorCore
import Testing

/// What help, manual and README say of filters is true.
struct FilterReferenceTests {
    @Test(arguments: FilterPlace.allCases) func everyExampleIsReadWhereItIsSaid(place: FilterPlace) {
        for example in FilterReference.rows(in: place).flatMap(\.examples) {
            #expect(FilterParser.parse(example, in: place).mistake == nil, "\(example)")
        }
    }

    @Test(arguments: FilterPlace.allCases) func everyFieldIsSaidWhereItIsReadAndNowhereElse(place: FilterPlace) {
        let said = FilterReference.rows(in: place)
        for field in FilterField.allCases {
            #expect(said.contains { $0.examples == field.examples } == field.isKnown(in: place))
            #expect((FilterParser.parse(field.examples[0], in: place).mistake == nil) == field.isKnown(in: place))
        }
        for flag in FilterFlag.allCases {
            #expect(said.contains { $0.examples == [flag.rawValue] } == flag.isKnown(in: place))
            #expect((FilterParser.parse(flag.rawValue, in: place).mistake == nil) == flag.isKnown(in: place))
        }
    }

    @Test func theTableHasARowForEveryWayToWrite() {
        let lines = FilterReference.markdown.split(separator: "\n")
        let ways = Set(FilterPlace.allCases.flatMap { FilterReference.rows(in: $0) })
        #expect(lines.count == 2 + ways.count)
        #expect(lines.allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") })
    }
}
