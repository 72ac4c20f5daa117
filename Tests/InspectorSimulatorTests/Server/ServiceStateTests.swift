import AWSClient
import HTTPTypes
import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

struct ServiceStateTests {
    @Test func oldCallsAreForgottenAndNumbersGoOn() {
        var state = ServiceState(SimulatorOptions(configurations: 1, projects: 1))
        state.log.limit = 10
        let request = ReceivedRequest(method: "POST", target: "/x?y=1", headers: [:], body: [])
        let numbers = (0..<25).map { _ in state.log.record(request, operation: nil, time: .zero) }
        #expect(numbers == Array(1...25))
        #expect(state.log.calls.map(\.number) == Array(16...25))
        state.log.note(20) { $0.status = 404 }
        state.log.note(3) { $0.status = 500 }
        #expect(state.log.calls.filter { $0.status != nil }.map(\.number) == [20])
        #expect(state.log.calls.first?.operation == "POST /x")
    }

    @Test(arguments: [("us-east-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov")])
    func namesBelongToThePartitionOfTheRegion(region: String, partition: String) {
        var options = SimulatorOptions()
        options.region = region
        let state = ServiceState(options)
        #expect(
            state.account.configurations.allSatisfy { $0.summary.scanConfigurationArn.hasPrefix("arn:\(partition):inspector2:\(region):") })
        #expect(options.key.callerArn(partition: options.partition) == "arn:\(partition):iam::123456789012:user/OpsAdmin")
    }

    @Test func numbersChooseTheKindOfAccount() {
        #expect(SimulatorOptions().population == .demo)
        #expect(SimulatorOptions(configurations: 3).population == .uniform)
        #expect(SimulatorOptions(projects: 3).population == .uniform)
        #expect(SimulatorOptions(projects: 3, population: .demo).population == .demo)
    }
}
