internal import FoundationEssentials
internal import HTTPTypes
internal import JSON
internal import TextSafety

/// What a reply that is no success turned out to be.
enum ErrorReply {
    /// Reads a reply by the rules of REST-JSON, and of the query protocol when the body is XML.
    ///
    /// Source: Smithy, "AWS restJson1 protocol", operation error serialization. The code is the header `x-amzn-errortype`, else
    /// the body's `code`, else its `__type`; cut at the first `:`, then what follows the last `#`. A body that has a member twice says nothing.
    static func cause(of response: TransportResponse) -> CallError.Cause {
        if let xml = XMLFields(response.body), let code = xml.first("Code").map(shortened), !code.isEmpty {
            return .service(service(response, code: code, message: xml.first("Message"), body: .null))
        }
        let body = try? JSONValue(json: response.body)
        let named = response.headers.first(.amznErrorType) ?? body?["code"]?.string ?? body?["__type"]?.string
        guard let code = named.map(shortened), !code.isEmpty else { return unexpected(response) }
        let message = body?["message"]?.string ?? body?["Message"]?.string
        return .service(service(response, code: code, message: message, body: body ?? .null))
    }

    /// A reply whose content is not the expected one, with a short, cleaned excerpt; `missing` is a member that it lacks.
    static func unexpected(_ response: TransportResponse, missing member: String? = nil) -> CallError.Cause {
        let excerpt = Excerpt.cleaned(response.body, without: response.status)
        return .unexpectedResponse(
            status: response.status, contentType: response.headers.first(.contentType),
            excerpt: member.map { "there is no list \"\($0)\" in \(excerpt)" } ?? excerpt, requestId: requestId(of: response))
    }

    /// The service's id of a request; text that is no id is none.
    static func requestId(of response: TransportResponse) -> String? {
        let id = response.headers.first(.amznRequestId) ?? response.headers.first(.amzRequestId)
        return id.flatMap { isId($0) ? $0 : nil }
    }

    /// Letters, digits and a few marks, 128 at most.
    private static func isId(_ text: String) -> Bool {
        text.utf8.count <= 128 && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:=+/".contains($0)) }
    }

    /// Seconds from `Retry-After`; a date or nonsense is nil.
    static func retryAfter(of response: TransportResponse) -> Int? {
        wholeNumber(.retryAfter, of: response)
    }

    private static func wholeNumber(_ name: HTTPField.Name, of response: TransportResponse) -> Int? {
        response.headers.first(name).flatMap { Int($0.trimmed) }.flatMap { $0 >= 0 ? $0 : nil }
    }

    private static func shortened(_ code: String) -> String {
        let front = code.prefix { $0 != ":" }
        return (front.lastIndex(of: "#").map { front[front.index(after: $0)...] } ?? front).trimmed
    }

    private static func service(_ response: TransportResponse, code: String, message: String?, body: JSONValue) -> ServiceError {
        let fields = (body["fields"]?.array ?? []).map {
            ServiceError.Field(name: $0["name"]?.string ?? "", message: $0["message"]?.string ?? "")
        }
        return ServiceError(
            status: response.status, code: code, message: message, requestId: requestId(of: response),
            retryAfter: retryAfter(of: response), retryAfterMilliseconds: wholeNumber(.amzRetryAfter, of: response),
            reason: body["error"]?.string, fields: fields,
            serverTime: response.headers.first(.date).flatMap(WireDate.parseHTTP)?.timeIntervalSince1970)
    }
}

/// A few words of a reply that nobody expected, fit to be shown.
enum Excerpt {
    /// The text of a body without tags and runs of white space, terminal-safe, at most 120 characters of it. A page's title and heading are
    /// often the same, and begin with the `status`, which is told anyway: both are said once.
    static func cleaned(_ body: [UInt8], without status: Int = 0, limit: Int = 120) -> String {
        let text = String(decoding: body.prefix(4096), as: UTF8.self)
        var words = partsBetweenTags(text).joined(separator: " ")
        if words.hasPrefix("\(status) ") { words.removeFirst("\(status) ".count) }
        let shown = words.terminalSafe
        return shown.count > limit ? shown.prefix(limit) + "…" : shown
    }

    /// The texts between tags, each once.
    private static func partsBetweenTags(_ text: String) -> [String] {
        var (isInside, parts): (Bool, [String]) = (false, [""])
        for character in text {
            if character == "<" {
                isInside = true
                parts.append("")
            } else if character == ">", isInside {
                isInside = false
            } else if !isInside {
                parts[parts.count - 1].append(character)
            }
        }
        var seen: Set<String> = [""]
        return parts.map { $0.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ") }.filter { seen.insert($0).inserted }
    }
}
