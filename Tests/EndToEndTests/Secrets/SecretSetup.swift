import Crypto
import Foundation
import Testing

@testable import AWSClient

/// A way to credentials whose every secret holds ``marker``, on an endpoint of this machine.
struct SecretSetup: CustomTestStringConvertible, Sendable {
    /// What no output may hold.
    static let marker = "S3CR3T"
    /// Spellings differ in JSON, XML and forms: each secret has characters that they escape.
    static let secret = marker + "/value+with=signs&<more>"

    let testDescription: String
    var config = "[default]\nregion = us-east-1\n"
    var credentials = ""
    var variables: [String: String] = [:]
    /// Files below the home directory, by their path.
    var files: [String: String] = [:]

    /// Whether credentials come by HTTP.
    var callsForCredentials: Bool {
        let words = variables.keys.joined() + config
        return ["AWS_CONTAINER", "SERVICE_ENDPOINT", "WEB_IDENTITY", "role_arn", "sso_", "login_"].contains(where: words.contains)
    }

    /// Every provider, each with its secrets marked. `@ENDPOINT@` and `@HOME@` stand for what is not known yet.
    static let all: [SecretSetup] = [
        SecretSetup(
            testDescription: "environment",
            variables: ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": secret, "AWS_SESSION_TOKEN": secret]),
        SecretSetup(testDescription: "credentials file", credentials: "[default]\n" + keys),
        SecretSetup(testDescription: "config file", config: "[default]\nregion = us-east-1\n" + keys),
        SecretSetup(
            testDescription: "assumed role",
            config: "[default]\nregion = us-east-1\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n"
                + "[profile base]\n" + keys),
        SecretSetup(
            testDescription: "web identity",
            variables: ["AWS_WEB_IDENTITY_TOKEN_FILE": "@HOME@/token", "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/r"],
            files: ["token": secret]),
        SecretSetup(testDescription: "IAM Identity Center", config: sso, files: [ssoCache: ssoToken(expiresAt: "2099-01-01T00:00:00Z")]),
        SecretSetup(
            testDescription: "IAM Identity Center, refreshed", config: sso, files: [ssoCache: ssoToken(expiresAt: "2020-01-01T00:00:00Z")]),
        SecretSetup(testDescription: "aws login", config: login, files: [loginCache: loginSession(expiresAt: "2099-01-01T00:00:00Z")]),
        SecretSetup(
            testDescription: "aws login, refreshed", config: login, files: [loginCache: loginSession(expiresAt: "2020-01-01T00:00:00Z")]),
        SecretSetup(
            testDescription: "process", config: "[default]\nregion = us-east-1\ncredential_process = /bin/cat @HOME@/printed\n",
            files: ["printed": json(["Version": 1, "AccessKeyId": "AKIDPROC", "SecretAccessKey": secret, "SessionToken": secret])]),
        SecretSetup(
            testDescription: "process that fails", config: "[default]\nregion = us-east-1\ncredential_process = /bin/sh @HOME@/fail\n",
            variables: ["AWS_SECURITY_TOKEN": secret],
            files: ["fail": "cat <<END\n\(json(["SecretAccessKey": secret]))\nEND\necho \"no $AWS_SECURITY_TOKEN\" >&2\nexit 1\n"]),
        SecretSetup(
            testDescription: "container",
            variables: [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "@ENDPOINT@/metadata/keys", "AWS_CONTAINER_AUTHORIZATION_TOKEN": secret,
            ]),
        SecretSetup(
            testDescription: "pod",
            variables: [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "@ENDPOINT@/metadata/keys",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "@HOME@/token",
            ], files: ["token": secret]),
        SecretSetup(
            testDescription: "instance metadata",
            variables: ["AWS_EC2_METADATA_DISABLED": "false", "AWS_EC2_METADATA_SERVICE_ENDPOINT": "@ENDPOINT@"]),
        SecretSetup(
            testDescription: "proxy",
            variables: [
                "AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": secret, "AWS_ENDPOINT_URL": "https://inspector.example",
                "HTTPS_PROXY": "http://user:\(marker)@127.0.0.1:@PORT@",
            ]),
        SecretSetup(
            testDescription: "user in the endpoint",
            variables: [
                "AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": secret,
                "AWS_ENDPOINT_URL": "http://user:\(marker)@127.0.0.1:@PORT@",
            ]),
        SecretSetup(
            testDescription: "user in the container's address",
            variables: ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://user:\(marker)@127.0.0.1:@PORT@/keys"]),
        SecretSetup(
            testDescription: "user in a proxy that cannot be used",
            variables: [
                "AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": secret, "HTTPS_PROXY": "https://user:\(marker)@127.0.0.1:1",
                "AWS_ENDPOINT_URL": "https://inspector.example",
            ]),
    ]

    private static let keys =
        "aws_access_key_id = AKIDFILE\naws_secret_access_key = \(secret)\naws_session_token = \(secret)\n"
    private static let sso = """
        [default]
        region = us-east-1
        sso_session = my
        sso_account_id = 123456789012
        sso_role_name = Ops
        [sso-session my]
        sso_start_url = https://d.example/start
        sso_region = us-east-1

        """
    private static let login = "[default]\nregion = us-east-1\nlogin_session = me\n"
    private static let ssoCache = ".aws/sso/cache/" + hex(Insecure.SHA1.hash(data: Data("my".utf8))) + ".json"
    private static let loginCache = ".aws/login/cache/" + hex(SHA256.hash(data: Data("me".utf8))) + ".json"

    private static func ssoToken(expiresAt: String) -> String {
        json([
            "accessToken": secret, "expiresAt": expiresAt, "registrationExpiresAt": "2099-01-01T00:00:00Z", "clientId": "id",
            "clientSecret": secret, "refreshToken": secret,
        ])
    }

    private static func loginSession(expiresAt: String) -> String {
        let token = ["accessKeyId": "AKIDLOGIN", "secretAccessKey": secret, "sessionToken": secret, "expiresAt": expiresAt]
        let key = P256.Signing.PrivateKey().pemRepresentation
        return json(["accessToken": token, "clientId": "id", "refreshToken": secret, "dpopKey": key])
    }

    static func json(_ members: [String: Any]) -> String {
        (try? JSONSerialization.data(withJSONObject: members, options: .sortedKeys)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func hex(_ digest: some Sequence<UInt8>) -> String { Hex.encode(digest) }
}
