extension World {
    /// Who the account's credentials belong to: a role when there is a session token, a user otherwise.
    var callerArn: String {
        options.sessionToken == nil
            ? "arn:\(options.partition):iam::\(options.accountId):user/OpsAdmin"
            : "arn:\(options.partition):sts::\(options.accountId):assumed-role/OpsAdmin/operator"
    }

    /// `GetCallerIdentity` of STS, in the query protocol.
    func callerIdentity(_ request: ReceivedRequest, requestId: String) throws(ServiceFault) -> Answer {
        guard request.formField("Action") == "GetCallerIdentity", request.formField("Version") == "2011-06-15" else {
            throw ServiceFault(status: 400, code: "InvalidAction", message: "Could not find this operation for version 2011-06-15")
        }
        let userId = options.sessionToken == nil ? "AIDASCANCONFIGLOCAL0" : "AROASCANCONFIGLOCAL0:operator"
        let text = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <GetCallerIdentityResult>
                <Arn>\(callerArn)</Arn>
                <UserId>\(userId)</UserId>
                <Account>\(options.accountId)</Account>
              </GetCallerIdentityResult>
              <ResponseMetadata><RequestId>\(requestId)</RequestId></ResponseMetadata>
            </GetCallerIdentityResponse>
            """
        return Answer(status: 200, headers: [("content-type", "text/xml")], body: Array(text.utf8))
    }
}
