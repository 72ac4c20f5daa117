internal import FoundationEssentials
internal import JSON
internal import Logging
internal import Runtime

/// Signs in to IAM Identity Center by a code that a person confirms in a browser.
///
/// Source: RFC 8628; IAM Identity Center OIDC API reference, `StartDeviceAuthorization` and `CreateToken`.
struct DeviceSignIn: Sendable {
    let context: CredentialContext
    let settings: SSOSettings

    /// Seconds between two questions where the service names none, and what `slow_down` adds (RFC 8628, section 3.5).
    private static let interval: Double = 5

    func run(_ dialog: any SignInDialog) async throws(CredentialError) {
        let region = try settings.region()
        let client = try context.client(.ssoOIDC, credentials: nil, region: region)
        let (registration, device) = try await begin(client, region)
        await dialog.show(device.page)
        let answer = try await token(device, registration, client)
        try SSOToken(context: context, settings: settings).keep(answer, registration, region: region)
    }

    private struct Device {
        let code: String
        let page: SignInPage
        let endsAt: Date
        let interval: Double
    }

    /// A registration and the code to confirm. A registration that was kept and is not accepted any more is replaced.
    private func begin(_ client: ServiceClient, _ region: String) async throws(CredentialError) -> (ClientRegistration, Device) {
        if let kept = ClientRegistration.kept(settings, region: region, context) {
            do throws(CredentialError) {
                return (kept, try await device(kept, client))
            } catch {
                guard case .refused(_, let status, _, _) = error, [400, 401, 403].contains(status) else { throw error }
                context.logger.info("the kept registration with IAM Identity Center is replaced: \(error.words)")
            }
        }
        let made = try await ClientRegistration.made(settings, region: region, client: client, context)
        return (made, try await device(made, client))
    }

    private func device(_ registration: ClientRegistration, _ client: ServiceClient) async throws(CredentialError) -> Device {
        let body = JSONValue.object([
            "clientId": .string(registration.id), "clientSecret": .string(registration.secret), "startUrl": .string(settings.startURL),
        ])
        let request = OperationRequest(
            name: "StartDeviceAuthorization", path: "/device_authorization", body: body.json, secrets: [registration.secret])
        let answer = JSONValue(bytes: try await context.call(client, request, source: ClientRegistration.source))
        guard let code = answer?["deviceCode"]?.string, let userCode = answer?["userCode"]?.string,
            let url = answer?["verificationUri"]?.string
        else {
            throw .malformedResponse(source: ClientRegistration.source, problem: "deviceCode, userCode or verificationUri is missing")
        }
        let endsAt = context.now.addingTimeInterval(answer?["expiresIn"]?.number ?? 600)
        let page = SignInPage(
            profile: context.profile, url: url, completeURL: answer?["verificationUriComplete"]?.string, userCode: userCode, endsAt: endsAt)
        return Device(code: code, page: page, endsAt: endsAt, interval: max(1, answer?["interval"]?.number ?? Self.interval))
    }

    /// Asks until the person has confirmed the code. A service that cannot be reached is asked again: the person has time until the code ends.
    private func token(
        _ device: Device, _ registration: ClientRegistration, _ client: ServiceClient
    ) async throws(CredentialError) -> JSONValue {
        let body = JSONValue.object([
            "clientId": .string(registration.id), "clientSecret": .string(registration.secret), "deviceCode": .string(device.code),
            "grantType": .string("urn:ietf:params:oauth:grant-type:device_code"),
        ])
        let request = OperationRequest(
            name: "CreateToken", path: "/token", body: body.json, secrets: [registration.secret, device.code])
        var interval = device.interval
        while context.now < device.endsAt {
            do { try await context.time.sleep(.seconds(interval)) } catch { throw .cancelled }
            let body: [UInt8]
            do throws(CallError) {
                body = try await client.send(request).body
            } catch {
                interval += try pause(after: error)
                continue
            }
            guard let answer = JSONValue(bytes: body), answer["accessToken"]?.string != nil else {
                throw .malformedResponse(source: ClientRegistration.source, problem: "accessToken is missing")
            }
            return answer
        }
        throw notConfirmed
    }

    /// How many seconds more there are between two questions after this answer; throws what ends the sign-in.
    private func pause(after error: CallError) throws(CredentialError) -> Double {
        switch error.cause {
        case .service(let refusal):
            switch (refusal.code, refusal.reason) {
            case ("AuthorizationPendingException", _), (_, "authorization_pending"?): return 0
            case ("SlowDownException", _), (_, "slow_down"?): return Self.interval
            case ("ExpiredTokenException", _), (_, "expired_token"?): throw notConfirmed
            case ("AccessDeniedException", _), (_, "access_denied"?):
                throw .ssoSignInNeeded(profile: context.profile, problem: "the request to sign in was denied")
            default:
                if refusal.isTransient || refusal.isThrottling { return Self.interval }
                throw CredentialError(error, source: ClientRegistration.source)
            }
        case .transport(let fault) where fault.kind != .cancelled:
            context.logger.info("IAM Identity Center was not reached, and is asked again: \(error.words)")
            return 0
        case .settings, .credentials, .unexpectedResponse, .cancelled, .invalidRequest, .transport:
            throw CredentialError(error, source: ClientRegistration.source)
        }
    }

    private var notConfirmed: CredentialError {
        .ssoSignInNeeded(profile: context.profile, problem: "the code was not confirmed in time")
    }
}

extension SSOToken {
    /// Keeps the token of a sign-in where AWS CLI version 2 keeps it.
    func keep(_ answer: JSONValue, _ registration: ClientRegistration, region: String) throws(CredentialError) {
        let end = context.now.addingTimeInterval(answer["expiresIn"]?.number ?? 0)
        var document: [String: JSONValue] = [
            "startUrl": .string(settings.startURL), "region": .string(region), "accessToken": answer["accessToken"] ?? .null,
            "expiresAt": .string(WireDate.iso8601(end)), "clientId": .string(registration.id),
            "clientSecret": .string(registration.secret), "registrationExpiresAt": .string(registration.expiresAt),
        ]
        if let refresh = answer["refreshToken"] { document["refreshToken"] = refresh }
        do {
            try LocalFile.writePrivately(JSONValue.object(document).json, to: path)
        } catch {
            throw .unusableFile(
                purpose: "The token of IAM Identity Center", path: shownPath, problem: "it was not written: \(error.phrase)")
        }
    }
}
