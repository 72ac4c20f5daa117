import Foundation
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

struct RepeatedMemberTests {
    @Test(arguments: [
        ([0, 0, 0], #"{"a":[{"b":"x"}],"c":1,"a":[]}"#), ([0, 1, 1], #"{"c":0,"a":[{"b":"x"}],"c":1}"#),
        ([1, 1, 0], #"{"a":[{"b":"x","b":""}],"c":1}"#), ([1, 1, 1], #"{"a":[{"b":"","b":"x"}],"c":1}"#),
    ])
    func oneMemberIsThereTwice(draws: [Int], text: String) {
        var left = draws[...]
        let twice = RepeatedMember(Array(#"{"a":[{"b":"x"}],"c":1}"#.utf8)).text { _ in left.removeFirst() }
        #expect(String(decoding: twice, as: UTF8.self) == text)
    }

    @Test(arguments: ["{}", "[]", "", #"["a"]"#]) func whatHasNoMembersStays(text: String) {
        #expect(RepeatedMember(Array(text.utf8)).text { _ in 0 } == Array(text.utf8))
    }

    @Test func textInStringsIsNoMember() {
        let json = #"{"a":"\"b\":{","c":"}"}"#
        let twice = RepeatedMember(Array(json.utf8)).text { bound in bound - 1 }
        #expect(String(decoding: twice, as: UTF8.self) == #"{"c":"","a":"\"b\":{","c":"}"}"#)
    }

    /// However it is drawn: still JSON for a reader that does not care, and one name twice in one object.
    @Test func answersStayJSONAndRepeatOneName() async throws {
        for seed in [1, 2, 3, 4, 5, 6] as [UInt64] {
            try await withSimulator(SimulatorOptions(seed: seed, configurations: 2, projects: 30), faults: ["repeat-member"]) {
                simulator, client in
                let items = Array(await simulator.associations(of: 0).prefix(3))
                let answers = [
                    try await client.listAssociations(items[0].scanConfigurationArn, maxResults: 10), try await client.disassociate(items),
                    try await client.listConfigurations(), try await client.send(path: ServiceOperation.listCoverage.path, body: "{}"),
                ]
                for answer in answers {
                    #expect(answer.status == 200)
                    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer.body)) }
                    #expect(Self.objects(answer.text).filter { Set($0).count == $0.count - 1 }.count == 1, "\(answer.text)")
                }
                #expect(await simulator.calls().allSatisfy { $0.fault == "repeat-member" })
            }
        }
    }

    /// The names of the members of each object.
    private static func objects(_ text: String) -> [[String]] {
        var (open, closed): ([[String]], [[String]]) = ([], [])
        for token in text.matches(of: /"((?:[^"\\]|\\.)*)"(:?)|[{}]/) {
            switch token.output.0 {
            case "{": open.append([])
            case "}": closed.append(open.removeLast())
            default: if token.output.2 == ":" { open[open.count - 1].append(String(token.output.1 ?? "")) }
            }
        }
        return closed
    }
}
