import AWSClient
import TextSafety

extension RunEngine {
    /// The call is refused for something in it: halves find the target it is about, and let the good ones through.
    mutating func rejected(_ call: RunCall, _ refusal: CallRefusal) {
        noteTaken(call)
        guard call.targets.count > 1 else { return fail(call, refusal) }
        notActedUpon(call, refusal.sentence)
        let half = call.targets.count / 2
        let parts = [Array(call.targets[..<half]), Array(call.targets[half...])].map { newCall($0) }
        for part in parts.reversed() { sendAgain(part) }
    }

    /// No call would be taken, so the run ends here. The service did nothing with these targets: like the rest they can be sent later.
    mutating func refused(_ call: RunCall, _ refusal: CallRefusal, then reason: NotSentReason) {
        noteTaken(call)
        halt(reason)
        settle(call, call.targets.map { ($0, outcomeGivenUp($0, refusal.sentence)) })
    }

    private mutating func fail(_ call: RunCall, _ refusal: CallRefusal) {
        let outcome = Outcome.failed(statusCode: AssociationStatusCode(rawValue: refusal.code), statusMessage: refusal.message)
        settle(call, call.targets.map { ($0, outcome) })
    }

    /// Nothing was done. One call tries the credential chain anew; when that is refused as well, the operator is asked.
    mutating func credentialsExpired(_ call: RunCall, _ sentence: String) {
        notActedUpon(call, sentence)
        sendAgain(call)
        guard halt == nil, pause == nil else { return }
        if call.isProbe { pauseRun(.credentialsExpired(sentence: sentence)) }
        isProbing = true
    }

    /// Nothing was sent, and no other call would be: the chain has been asked already, so that the operator is asked at once.
    mutating func otherAccount(_ call: RunCall, _ other: OtherAccount) {
        notActedUpon(call, other.sentence)
        sendAgain(call)
        if halt == nil, pause == nil { pauseRun(.otherAccount(other)) }
    }

    mutating func pauseRun(_ reason: RunPause) {
        pause = reason
        steps.append(.pause(reason))
    }

    /// The operator has signed in again.
    mutating func goOn() {
        guard pause != nil else { return }
        pause = nil
        isProbing = true
        steps.append(.resume)
        if !unlisted.isEmpty { steps.append(.list(scanConfigurationArns: unlisted.sorted())) }
        unlisted = []
    }
}
