import Testing

@testable import scanconfig_bench

@Suite struct ReportTests {
    private func reading(_ ours: Double, _ reference: Double?, _ goal: Goal) -> Reading {
        Reading(
            figure: "list", detail: "1,000", ours: Quantity(ours, .seconds),
            reference: Reference(name: "boto3", quantity: reference.map { Quantity($0, .seconds) }), goal: goal)
    }

    @Test func quantitiesReadWell() {
        #expect(Quantity(12.34, .seconds).text == "12.3 s")
        #expect(Quantity(0.00471, .seconds).text == "4.71 ms")
        #expect(Quantity(0.000_34, .seconds).text == "340 µs")
        #expect(Quantity(97_340_000, .bytes).text == "97.3 MB")
        #expect(Quantity(1_204, .bytes).text == "1,204 B")
        #expect(Quantity(0.0321, .share).text == "3.2 %")
        #expect(Quantity(1.049, .exponent).text == "n^1.05")
        #expect(Quantity.rounded(-0.001, 2) == "0.00")
        #expect(Quantity.rounded(-1.256, 2) == "-1.26")
    }

    @Test func aGoalIsHeldAgainstTheReference() {
        #expect(reading(1, 4, .faster(4)).isMet == true)
        #expect(reading(1.01, 4, .faster(4)).isMet == false)
        #expect(reading(1.15, 1, .within(1.15)).isMet == true)
        #expect(reading(0, 0, .notMore).isMet == true)
        #expect(reading(1, 0, .notMore).isMet == false)
        #expect(reading(1, nil, .notMore).isMet == nil)
    }

    @Test func aPeerThatIsNotInstalledIsSaid() {
        let table = ReportTable(readings: [reading(1, nil, .faster(4)), reading(1, 8, .faster(4))]).text
        let lines = table.split(separator: "\n")
        #expect(lines[1] == "list: 1,000  1.00 s  boto3: not installed  -      4 times faster")
        #expect(lines[2] == "list: 1,000  1.00 s  8.00 s boto3          0.13   4 times faster  met")
    }

    @Test func theDocumentHoldsTheSame() {
        let text = ReportDocument([reading(1, 8, .faster(4))]).text
        #expect(text.contains(#""ratio" : 0.125"#))
        #expect(text.contains(#""met" : true"#))
        #expect(text.contains(#""unit" : "seconds""#))
    }

    @Test func theSimulatorsAnnouncementIsRead() {
        let text = "Simulating\n\nexport AWS_REGION='us-east-1'\nexport AWS_ENDPOINT_URL='http://127.0.0.1:1'\n"
        #expect(Simulation.exports(in: text) == ["AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": "http://127.0.0.1:1"])
    }
}
