extension World {
    /// `GetCallerIdentity` of STS, in the query protocol: whose `key` it is.
    func callerIdentity(_ request: ReceivedRequest, key: SimulatorKey, requestId: String) throws(ServiceFault) -> Answer {
        guard request.formField("Action") == "GetCallerIdentity", request.formField("Version") == "2011-06-15" else {
            throw ServiceFault(status: 400, code: "InvalidAction", message: "Could not find this operation for version 2011-06-15")
        }
        let userId = key.sessionToken == nil ? "AIDASCANCONFIGLOCAL0" : "AROASCANCONFIGLOCAL0:operator"
        let text = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <GetCallerIdentityResult>
                <Arn>\(XMLText.escaped(key.callerArn(partition: options.partition)))</Arn>
                <UserId>\(userId)</UserId>
                <Account>\(key.accountId)</Account>
              </GetCallerIdentityResult>
              <ResponseMetadata><RequestId>\(requestId)</RequestId></ResponseMetadata>
            </GetCallerIdentityResponse>
            """
        return Answer(status: 200, headers: [("content-type", "text/xml")], body: Array(text.utf8))
    }
}
