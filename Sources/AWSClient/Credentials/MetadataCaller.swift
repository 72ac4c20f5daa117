internal import Runtime

/// Calls local metadata endpoints, which know neither signatures nor regions.
struct MetadataCaller: Sendable {
    let context: CredentialContext
    /// The subject of the sentence if a call fails.
    let source: String

    /// Gets a document, some times if need be.
    func get(_ url: String, headers: HTTPHeaders, attempts: Int, limit: Duration) async throws(CredentialError) -> [UInt8] {
        let request = HTTPRequest(method: "GET", url: url, headers: headers)
        for attempt in 1... {
            do {
                let response = try await context.transport.send(request, deadline: limit)
                if response.status == 200 { return response.body }
                guard attempt < attempts, response.status >= 500 else {
                    throw CredentialError.refused(
                        source: source, status: response.status, code: "status \(response.status)",
                        message: Excerpt.cleaned(SentSecrets(headers).hidden(in: response.body)))
                }
            } catch let error as TransportError {
                if error.kind == .cancelled { throw .cancelled }
                guard attempt < attempts else { throw .unreachable(source: source, error) }
            } catch let error as CredentialError {
                throw error
            } catch {
                throw .cancelled
            }
            try await pause()
        }
        throw .cancelled
    }

    private func pause() async throws(CredentialError) {
        do {
            try await context.time.sleep(.milliseconds(500))
        } catch {
            throw .cancelled
        }
    }
}
