import AWSClient
import FoundationEssentials

/// The operations of STS, in the query protocol.
struct TokenService {
    /// Who may sign.
    let keyring: Keyring
    /// The partition in ARNs.
    let partition: String
    /// The id of the request that is answered.
    let requestId: String

    /// `GetCallerIdentity` of STS, in the query protocol: whose `key` it is.
    func callerIdentity(_ request: ReceivedRequest, key: SimulatorKey) throws(ServiceFault) -> Answer {
        guard request.formField("Action") == "GetCallerIdentity", request.formField("Version") == "2011-06-15" else {
            throw ServiceFault(status: 400, code: "InvalidAction", message: "Could not find this operation for version 2011-06-15")
        }
        let userId = key.sessionToken == nil ? "AIDA\(key.accessKeyId.dropFirst(4))" : "AROASCANCONFIGLOCAL0:operator"
        let text = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <GetCallerIdentityResult>
                <Arn>\(XMLText.escaped(key.callerArn(partition: partition)))</Arn>
                <UserId>\(userId)</UserId>
                <Account>\(key.accountId)</Account>
              </GetCallerIdentityResult>
              <ResponseMetadata><RequestId>\(requestId)</RequestId></ResponseMetadata>
            </GetCallerIdentityResponse>
            """
        return Answer(status: 200, headers: [("content-type", "text/xml")], body: Array(text.utf8))
    }

    /// `AssumeRole` of STS, in the query protocol: a key of the role's account with a session token, the caller's own when that account
    /// is none of the simulator's. A device's code is any six digits.
    func assumeRole(_ request: ReceivedRequest, key caller: SimulatorKey) throws(ServiceFault) -> Answer {
        guard let role = request.formField("RoleArn"), let name = request.formField("RoleSessionName") else {
            throw ServiceFault(status: 400, code: "ValidationError", message: "RoleArn and RoleSessionName are required.")
        }
        if request.formField("SerialNumber") != nil, !Self.isCode(request.formField("TokenCode") ?? "") {
            throw .refused("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code. ")
        }
        let owner = role.split(separator: ":", omittingEmptySubsequences: false).dropFirst(4).first.map(String.init) ?? ""
        let key = owner == caller.accountId ? caller : keyring.key(ofAccount: owner) ?? caller
        let expiration = WireDate.iso8601(Date().addingTimeInterval(Self.roleLifetime))
        let text = """
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <AssumeRoleResult>
                <AssumedRoleUser>
                  <Arn>\(XMLText.escaped(role))/\(XMLText.escaped(name))</Arn>
                  <AssumedRoleId>AROASCANCONFIGLOCAL0:\(XMLText.escaped(name))</AssumedRoleId>
                </AssumedRoleUser>
                <Credentials>
                  <AccessKeyId>\(key.accessKeyId)</AccessKeyId>
                  <SecretAccessKey>\(key.secretAccessKey)</SecretAccessKey>
                  <SessionToken>\(SimulatorOptions.roleSessionToken)</SessionToken>
                  <Expiration>\(expiration)</Expiration>
                </Credentials>
              </AssumeRoleResult>
              <ResponseMetadata><RequestId>\(requestId)</RequestId></ResponseMetadata>
            </AssumeRoleResponse>
            """
        return Answer(status: 200, headers: [("content-type", "text/xml")], body: Array(text.utf8))
    }

    /// Seconds that a role's credentials are good for.
    private static let roleLifetime: TimeInterval = 3600

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count == 6 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

/// Text inside XML.
enum XMLText {
    /// `text` with the five special characters replaced.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&apos;"
            default: result.append(character)
            }
        }
    }
}
