import Testing
import TextSafety

@testable import AWSClient

@Suite("Errors in words")
struct SentenceTests {
    @Test("transport errors say which endpoint, and what to look at")
    func transport() {
        let words: [(TransportError.Kind, String)] = [
            (.nameResolution, "region"), (.connectionRefused, "proxy"), (.connectTimeout, "--cli-connect-timeout"),
            (.tlsVerification, "--ca-bundle"), (.tlsUnavailable, "nothing was sent"), (.readTimeout, "--cli-read-timeout"),
            (.deadlineExceeded, "try again"),
            (.connectionClosed, "try again"), (.proxy, "HTTPS_PROXY"), (.cancelled, "cancelled"), (.other, "failed"),
        ]
        for (kind, word) in words {
            let sentence = TransportError(kind: kind, endpoint: "https://e", detail: "", mayHaveBeenSent: true).sentence
            #expect(sentence.contains(word) && sentence.contains("https://e"), "\(sentence)")
        }
    }

    @Test("doubt about the effect is said")
    func doubt() {
        let cause = CallError.Cause.transport(TransportError(kind: .readTimeout, endpoint: "https://e", mayHaveBeenSent: true))
        let error = CallError(
            operation: "Batch", service: "s", endpoint: "https://e", attempts: 1, cause: cause, outcomeIsUnknown: true)
        #expect(error.sentence.hasSuffix("It is not known whether the service acted."))
    }

    @Test("refused keys and ended credentials come with advice, control characters do not come at all")
    func service() {
        for code in ["InvalidClientTokenId", "UnrecognizedClientException", "InvalidSignatureException"] {
            #expect(ServiceError(status: 403, code: code).sentence.contains("refused"), "\(code)")
        }
        #expect(ServiceError(status: 403, code: "ExpiredToken").sentence.contains("have expired: sign in"))
        let hostile = ServiceError(status: 400, code: "X", message: "a\u{1B}[31mb\u{202E}c\u{9B}d")
        #expect(hostile.sentence == "X: a�[31mb�c�d.")
    }

    @Test("a source that cannot be reached says where")
    func source() {
        let error = CredentialError.unreachable(
            source: "role r of profile p", TransportError(kind: .connectionRefused, endpoint: "https://sts", mayHaveBeenSent: false))
        #expect(
            error.sentence
                == "role r of profile p gave no credentials: https://sts cannot be reached; check endpoint, network and proxy.")
    }
}
