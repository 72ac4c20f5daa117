import Testing

@testable import InspectorCore

@Suite struct InspectorConsoleTests {
    @Test(arguments: [
        ("eu-west-1", "https://eu-west-1.console.aws.amazon.com/inspector/v2/home?region=eu-west-1"),
        ("cn-north-1", "https://cn-north-1.console.amazonaws.cn/inspector/v2/home?region=cn-north-1"),
        ("us-gov-west-1", "https://us-gov-west-1.console.amazonaws-us-gov.com/inspector/v2/home?region=us-gov-west-1"),
    ]) func theAddressIsInThePartitionOfTheRegion(region: String, address: String) {
        #expect(InspectorConsole.address(region: region) == address)
    }

    @Test(arguments: ["us-iso-east-1", "", "us-east-1/x", "us-east-1.example.com#"]) func noAddressIsMadeUp(region: String) {
        #expect(InspectorConsole.address(region: region) == nil)
    }
}
