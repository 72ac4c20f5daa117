import AWSClient
import InspectorCore
import Testing

@testable import InspectorSimulator

struct WorldTests {
    @Test func oldCallsAreForgottenAndNumbersGoOn() {
        var world = World(SimulatorOptions(configurations: 1, projects: 1))
        world.callLimit = 10
        let request = ReceivedRequest(method: "POST", target: "/x?y=1", headers: [:], body: [])
        let numbers = (0..<25).map { _ in world.record(request, operation: nil, time: .zero) }
        #expect(numbers == Array(1...25))
        #expect(world.calls.map(\.number) == Array(16...25))
        world.note(20) { $0.status = 404 }
        world.note(3) { $0.status = 500 }
        #expect(world.calls.filter { $0.status != nil }.map(\.number) == [20])
        #expect(world.calls.first?.operation == "POST /x")
    }

    @Test(arguments: [("us-east-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov")])
    func namesBelongToThePartitionOfTheRegion(region: String, partition: String) {
        var options = SimulatorOptions()
        options.region = region
        let world = World(options)
        #expect(
            world.account.configurations.allSatisfy { $0.summary.scanConfigurationArn.hasPrefix("arn:\(partition):inspector2:\(region):") })
        #expect(options.key.callerArn(partition: options.partition) == "arn:\(partition):iam::123456789012:user/OpsAdmin")
    }

    @Test func numbersChooseTheKindOfAccount() {
        #expect(SimulatorOptions().population == .believable)
        #expect(SimulatorOptions(configurations: 3).population == .uniform)
        #expect(SimulatorOptions(projects: 3).population == .uniform)
        #expect(SimulatorOptions(projects: 3, population: .believable).population == .believable)
    }
}
