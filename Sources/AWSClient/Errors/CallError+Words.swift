internal import TextSafety

extension CallError {
    /// Which call failed, why, and what to do.
    package var sentence: String {
        let id = requestId.map { " (request \($0))" } ?? ""
        return "\(operation): \(causeWords)\(id)\(doubt)".terminalSafe
    }

    private var causeWords: String {
        switch cause {
        case .settings(let error): error.sentence
        case .credentials(let error): error.sentence
        case .transport(let error): error.sentence
        case .service(let error) where error.isAccessDenied: "\(error.sentence) The permission it needs is \(service):\(operation)."
        case .service(let error): error.sentence
        case .unexpectedResponse(let status, let contentType, let excerpt, _): unexpectedWords(status, contentType, excerpt)
        case .cancelled: "cancelled."
        case .invalidRequest(let problem): "it was not sent, because \(problem)."
        }
    }

    private func unexpectedWords(_ status: Int, _ contentType: String?, _ excerpt: String) -> String {
        let kind = contentType.map { ", \($0)" } ?? ""
        let said = excerpt.isEmpty ? "" : ": \(excerpt.stopped)"
        let place = endpoint.isEmpty ? "the endpoint" : endpoint
        return "\(place) answered with status \(status)\(kind), which no AWS service does\(said)\(said.isEmpty ? "." : "") "
            + "Check the endpoint and the proxy."
    }

    private var doubt: String {
        outcomeIsUnknown ? " It is not known whether the service acted." : ""
    }
}
