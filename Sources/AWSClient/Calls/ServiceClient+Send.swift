internal import Logging
internal import Runtime

extension ServiceClient {
    /// Sends an operation, again where the standard retry mode says so, and returns the first reply of status 2xx.
    ///
    /// A signature refused for the clock is corrected and sent once more whatever the policy: the refused request had no effect.
    /// - Throws: ``CallError``; a reply of any other status among them.
    package func send(_ request: OperationRequest, attempts policy: AttemptPolicy = .standard) async throws(CallError) -> OperationResponse
    {
        var call = CallProgress(policy: policy, identifier: random.identifier(), maxAttempts: retry.maxAttempts, started: time.uptime())
        let endpoint: Endpoint
        do {
            endpoint = try self.endpoint.get()
        } catch {
            throw failure(request, nil, call, .settings(error))
        }
        while true {
            let cause: CallError.Cause
            do {
                let response = try await attempt(request, endpoint: endpoint, call: &call)
                await quota.giveBack(call.lastCost)
                return response
            } catch {
                cause = error.cause
            }
            call.note(cause)
            guard try await decideRetry(request, endpoint, &call, cause) else { throw failure(request, endpoint, call, cause) }
        }
    }

    /// A cause on its way up.
    struct AttemptFailure: Error {
        let cause: CallError.Cause
    }

    private func attempt(
        _ request: OperationRequest, endpoint: Endpoint, call: inout CallProgress
    ) async throws(AttemptFailure) -> OperationResponse {
        let remaining = retry.callDeadline - (time.uptime() - call.started)
        let prepared: TransportRequest
        do {
            let credentials = try await credentials?.credentials()
            call.credentials = credentials
            prepared = prepare(request, endpoint: endpoint, credentials: credentials, invocation: call.invocation)
        } catch {
            throw AttemptFailure(cause: error == .cancelled ? .cancelled : .credentials(error))
        }
        if let part = call.credentials?.unwritable { throw Self.unwritable(part, endpoint) }
        let response: TransportResponse
        do {
            call.sends += 1
            response = try await answer(to: prepared, secrets: request.secrets, deadline: remaining)
        } catch {
            log(request, call, "transport: \(error.kind)")
            throw AttemptFailure(cause: .transport(error))
        }
        let requestId = ErrorReply.requestId(of: response)
        log(request, call, "status \(response.status)", requestId: requestId)
        guard (200...299).contains(response.status) else { throw refused(response, call) }
        if call.credentials != nil { judgeClock(by: nil) }
        return OperationResponse(
            status: response.status, headers: response.headers, body: response.body, requestId: requestId, attempts: call.sends,
            sent: prepared.headers)
    }

    private static func unwritable(_ part: String, _ endpoint: Endpoint) -> AttemptFailure {
        let detail = "\(part) holds a control character"
        let origin = endpoint.parts?.origin ?? endpoint.url
        return AttemptFailure(
            cause: .transport(TransportError(kind: .unwritable, endpoint: origin, detail: detail, mayHaveBeenSent: false)))
    }

    /// The reply; one that is no success comes without the secrets that were sent.
    private func answer(
        to request: TransportRequest, secrets: [String], deadline: Duration
    ) async throws(TransportError) -> TransportResponse {
        let response = try await transport.send(request, deadline: deadline)
        if (200...299).contains(response.status) { return response }
        return SentSecrets(request.headers, values: secrets).hidden(in: response)
    }

    private func refused(_ response: TransportResponse, _ call: CallProgress) -> AttemptFailure {
        let cause = ErrorReply.cause(of: response)
        if case .service(let error) = cause, call.credentials != nil { judgeClock(by: error) }
        return AttemptFailure(cause: cause)
    }

    /// Waits where a wait is due; false when the cause is final.
    private func decideRetry(
        _ request: OperationRequest, _ endpoint: Endpoint, _ call: inout CallProgress, _ cause: CallError.Cause
    ) async throws(CallError) -> Bool {
        if case .service(let error) = cause {
            do {
                if try await recover(from: error, &call) { return true }
            } catch {
                throw failure(request, endpoint, call, error == .cancelled ? .cancelled : .credentials(error))
            }
        }
        guard call.mayRetry(maxAttempts: retry.maxAttempts), retry.isRetryable(cause) else { return false }
        let cost = retry.cost(of: cause)
        let wait = retry.wait(
            afterAttempt: call.sends, random: random.unit(), retryAfter: call.retryAfter, milliseconds: call.retryAfterMilliseconds,
            isThrottled: cause.isThrottled)
        guard time.uptime() - call.started + .seconds(wait) < retry.callDeadline, await quota.take(cost) else { return false }
        call.lastCost = cost
        await FailedTries.observer?(failure(request, endpoint, call, cause), .seconds(wait))
        call.advance()
        logger.debug("waiting before the next attempt", metadata: ["operation": "\(request.name)", "seconds": "\(wait)"])
        do {
            try await time.sleep(.seconds(wait))
        } catch {
            throw failure(request, endpoint, call, .cancelled)
        }
        return true
    }

    /// Corrects the clock, or asks the credential chain again, each once; true when sending again may help.
    /// - Throws: why there are no credentials any more.
    private func recover(from error: ServiceError, _ call: inout CallProgress) async throws(CredentialError) -> Bool {
        if error.isClockSkew, !call.hasCorrectedClock, let serverTime = error.serverTime {
            call.hasCorrectedClock = true
            correctClock(to: serverTime)
            logger.warning("this machine's clock is wrong, corrected by \(Int(clockOffset)) s for signatures")
            call.advance()
            return true
        }
        guard error.isExpiredCredentials || error.isSignatureRefused, let credentials, call.isStandard, !call.hasReloadedCredentials
        else { return false }
        call.hasReloadedCredentials = true
        await credentials.invalidate()
        guard try await credentials.credentials() != call.credentials else { return false }
        call.advance()
        return true
    }

    private func failure(
        _ request: OperationRequest, _ endpoint: Endpoint?, _ call: CallProgress, _ cause: CallError.Cause
    ) -> CallError {
        CallError(
            operation: request.name, service: service.signingName, endpoint: endpoint?.parts?.origin ?? "",
            attempts: call.sends, cause: call.isCancelled(cause) ? .cancelled : cause,
            outcomeIsUnknown: call.outcomeIsUnknown && !request.isReadOnly)
    }

    private func log(_ request: OperationRequest, _ call: CallProgress, _ outcome: String, requestId: String? = nil) {
        logger.debug(
            "\(request.name): \(outcome)",
            metadata: [
                "attempt": "\(call.sends)", "invocation": "\(call.invocation.id)", "requestId": "\(requestId ?? "-")",
                "key": "\(call.credentials?.keySuffix ?? "-")",
            ])
    }
}
