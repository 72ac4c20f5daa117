import Testing
import TextSafety

@testable import AWSClient

/// A code of a device is a secret too.
@Suite("Device codes")
struct DeviceCodeTests {
    @Test("a code of a device does not come back")
    func codes() async throws {
        let config =
            "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = b\nmfa_serial = arn:mfa/me\n[profile b]\n"
            + "aws_access_key_id = A\naws_secret_access_key = s\n"
        let steps = [ScriptedTransport.Step.error("AccessDenied", status: 403, message: "the code 123456 is wrong")]
        let setup = try ChainSetup(config: config, steps: steps, prompt: CodePrompt())
        let sentence = await setup.failure()?.sentence
        #expect(sentence?.contains("the code … is wrong") == true, "\(sentence ?? "")")
    }
}
