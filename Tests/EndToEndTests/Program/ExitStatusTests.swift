import AWSClient
import Testing

@testable import scanconfig

@Suite struct ExitStatusTests {
    @Test(
        arguments: [
            (.settings(.missingRegion(profile: "p")), .configuration),
            (.credentials(.notFound(profile: "p", lookedAt: [])), .configuration),
            (.transport(TransportError(kind: .connectionRefused, endpoint: "https://e", mayHaveBeenSent: false)), .other),
            (.service(ServiceError(status: 403, code: "AccessDeniedException")), .service),
            (.unexpectedResponse(status: 200, contentType: nil, excerpt: "", requestId: nil), .service),
            (.cancelled, .interrupted),
            (.invalidRequest(problem: "it has no targets"), .usage),
        ] as [(CallError.Cause, scanconfig.ExitStatus)])
    func failedCallEndsTheProgramByItsCause(cause: CallError.Cause, expected: scanconfig.ExitStatus) {
        #expect(scanconfig.ExitStatus(CallError(operation: "o", service: "s", endpoint: "", attempts: 0, cause: cause)) == expected)
    }
}
