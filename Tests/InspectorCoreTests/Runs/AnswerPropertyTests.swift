import Foundation
import JSON
import TestSupport
import Testing

@testable import InspectorCore

/// Answers of the batch operations, damaged: whatever they hold, no success is made up.
@Suite struct AnswerPropertyTests {
    private static let targets = (0..<4).map { MadePlan.association($0) }

    private static func entry(_ association: Association) -> String {
        String(decoding: association.json, as: UTF8.self)
    }

    private static func answer(_ random: inout SeededRandom) -> String {
        let succeeded = random.list(upTo: 4) { entry($0.pick(targets)) }.joined(separator: ",")
        let failed = random.list(upTo: 4) { #"{"statusCode":"ACCESS_DENIED","# + entry($0.pick(targets)).dropFirst() }
        return #"{"successfulAssociations":[\#(succeeded)],"failedAssociations":[\#(failed.joined(separator: ","))]}"#
    }

    /// How often the list names the association, by another reader of JSON.
    private static func count(_ list: String, _ association: Association, in answer: [String: Any]) -> Int {
        (answer[list] as? [[String: Any]] ?? []).count { entry in
            let members = (entry["resource"] as? [String: Any] ?? [:]).filter { !($0.value is NSNull) }
            return entry["scanConfigurationArn"] as? String == association.scanConfigurationArn && members.count == 1
                && members["projectId"] as? String == association.resource.projectId
        }
    }

    @Test func aTargetSucceedsOnlyWhenItIsNamedOnceAndNowhereElse() throws {
        let broken = Property.counterexample(1200) { random in
            let whole = Self.answer(&random)
            let bytes = random.oneIn(3) ? Array(whole.utf8) : random.mutation(of: [whole])
            guard let response = try? BatchAssociationResponse(json: bytes),
                let answer = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            else { return nil }
            let lookup = BatchLookup(response)
            for target in Self.targets {
                let named = ["successfulAssociations", "failedAssociations"].map { Self.count($0, target, in: answer) }
                let outcome = lookup.outcome(of: target)
                if (outcome == .succeeded) != (named == [1, 0]) {
                    return "\(outcome), named \(named): \(String(decoding: bytes, as: UTF8.self))"
                }
            }
            return nil
        }
        #expect(broken == nil)
    }

    @Test func everyEntryIsCountedForItsTargetOrAsUnidentified() throws {
        let broken = Property.counterexample(600) { random in
            let bytes = random.mutation(of: [Self.answer(&random)])
            guard let response = try? BatchAssociationResponse(json: bytes) else { return nil }
            let lookup = BatchLookup(response)
            let entries = (response.successfulAssociations?.count ?? 0) + (response.failedAssociations?.count ?? 0)
            let all = lookup.unrequestedEntries(besides: []) + lookup.unidentifiedEntries
            return entries == all ? nil : "\(all) of \(entries): \(String(decoding: bytes, as: UTF8.self))"
        }
        #expect(broken == nil)
    }

    @Test(arguments: [#""statusCode":"","#, #""statusCode":null,"#, ""])
    func anItemThatFailedWithoutACodeHasNoneOfTheServices(_ code: String) throws {
        let entry = "{" + code + Self.entry(Self.targets[0]).dropFirst()
        let bytes = Array(#"{"failedAssociations":[\#(entry)]}"#.utf8)
        let response = try BatchAssociationResponse(json: bytes)
        #expect(BatchLookup(response).outcome(of: Self.targets[0]) == .failed(statusCode: .notStated, statusMessage: nil))
    }

    @Test func anItemWithTwoStatusCodesIsNoAnswer() {
        let entry = #"{"statusCode":"INTERNAL_ERROR","statusCode":"","# + Self.entry(Self.targets[0]).dropFirst()
        #expect(throws: JSONError.self) { try BatchAssociationResponse(json: Array(#"{"failedAssociations":[\#(entry)]}"#.utf8)) }
    }
}
