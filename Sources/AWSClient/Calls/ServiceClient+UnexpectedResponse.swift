extension ServiceClient {
    /// The error for a 2xx answer that is not what `request`'s operation promises. The service may have acted on it.
    ///
    /// - Parameter member: A member that the answer should have and has not.
    package func unexpectedResponse(_ response: OperationResponse, to request: OperationRequest, missing member: String? = nil) -> CallError
    {
        let secrets = SentSecrets(response.sent, values: request.secrets)
        let reply = secrets.hidden(in: HTTPResponse(status: response.status, headers: response.headers, body: response.body))
        return CallError(
            operation: request.name, service: service.signingName, endpoint: (try? settings.endpoint(for: service))?.url ?? "",
            attempts: response.attempts, cause: ErrorReply.unexpected(reply, missing: member), outcomeIsUnknown: !request.isReadOnly)
    }
}
