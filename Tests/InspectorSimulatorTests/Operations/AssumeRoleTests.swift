import AWSClient
import Testing

@testable import InspectorSimulator

@Suite struct AssumeRoleTests {
    private static let form = "application/x-www-form-urlencoded; charset=utf-8"
    private static let request = "Action=AssumeRole&Version=2011-06-15&RoleArn=arn:aws:iam::123456789012:role/A&RoleSessionName=me"

    @Test func aRolesCredentialsAreAccepted() async throws {
        try await withSimulator(SimulatorOptions()) { _, client in
            let reply = try await client.send(path: "/", body: Self.request, service: "sts", contentType: Self.form)
            #expect(reply.status == 200)
            #expect(reply.text.contains("<SessionToken>\(SimulatorOptions.roleSessionToken)</SessionToken>"))
            for (token, status) in [(SimulatorOptions.roleSessionToken, 200), ("another", 403)] {
                var role = client
                role.credentials = Credentials(
                    accessKeyId: client.credentials.accessKeyId, secretAccessKey: client.credentials.secretAccessKey,
                    sessionToken: token, source: "role")
                #expect(try await role.send(path: "/codesecurity/scan-configuration/list").status == status)
            }
        }
    }

    @Test(arguments: [("&TokenCode=12345", 403), ("&TokenCode=12345a", 403), ("", 403), ("&TokenCode=123456", 200)])
    func aDeviceNeedsSixDigits(code: String, status: Int) async throws {
        try await withSimulator(SimulatorOptions()) { _, client in
            let body = Self.request + "&SerialNumber=mfa" + code
            let reply = try await client.send(path: "/", body: body, service: "sts", contentType: Self.form)
            #expect(reply.status == status)
            #expect(reply.text.contains("<Code>AccessDenied</Code>") == (status == 403))
        }
    }

    @Test func aRoleHasToBeNamed() async throws {
        try await withSimulator(SimulatorOptions()) { _, client in
            let body = "Action=AssumeRole&Version=2011-06-15"
            let reply = try await client.send(path: "/", body: body, service: "sts", contentType: Self.form)
            #expect(reply.status == 400 && reply.text.contains("ValidationError"))
        }
    }
}
