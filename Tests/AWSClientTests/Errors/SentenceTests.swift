import Testing
import TextSafety

@testable import AWSClient

@Suite struct SentenceTests {
    @Test func transportErrorsSayWhichEndpointAndWhatToLookAt() {
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

    @Test func doubtAboutTheEffectIsSaid() {
        let cause = CallError.Cause.transport(TransportError(kind: .readTimeout, endpoint: "https://e", mayHaveBeenSent: true))
        let error = CallError(
            operation: "Batch", service: "s", endpoint: "https://e", attempts: 1, cause: cause, outcomeIsUnknown: true)
        #expect(error.sentence.hasSuffix("It is not known whether the service acted."))
    }

    @Test func refusedKeysAndExpiredCredentialsComeWithAdviceAndWithoutControlCharacters() {
        for code in ["InvalidClientTokenId", "UnrecognizedClientException", "InvalidSignatureException"] {
            #expect(ServiceError(status: 403, code: code).sentence.contains("refused"), "\(code)")
        }
        #expect(ServiceError(status: 403, code: "ExpiredToken").sentence.contains("have expired: sign in"))
        let hostile = ServiceError(status: 400, code: "X", message: "a\u{1B}[31mb\u{202E}c\u{9B}d")
        #expect(hostile.sentence == "X: a�[31mb�c�d.")
    }

    @Test func aSourceThatCannotBeReachedSaysWhere() {
        let error = CredentialError.unreachable(
            source: "role r of profile p", TransportError(kind: .connectionRefused, endpoint: "https://sts", mayHaveBeenSent: false))
        #expect(
            error.sentence
                == "role r of profile p gave no credentials: https://sts cannot be reached; check endpoint, network and proxy.")
    }
}
