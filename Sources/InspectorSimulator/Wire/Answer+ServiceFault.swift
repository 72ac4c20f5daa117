import InspectorCore
extension Answer {
    /// An error in REST-JSON: the code in the header `x-amzn-errortype`, the members in the body.
    ///
    /// The service sometimes appends a documentation address to the code; so does every third request here.
    init(_ fault: ServiceFault, number: Int) {
        self = .json(Self.body(fault), status: fault.status)
        let suffix = number % 3 == 0 ? ":http://internal.amazon.com/coral/com.amazon.inspector2/" : ""
        headers.append(("x-amzn-errortype", fault.code + suffix))
        if let value = fault.retryAfter { headers.append(("retry-after", value)) }
    }

    /// An error of the query protocol, as STS answers it.
    init(query fault: ServiceFault, requestId: String) {
        let type = fault.status < 500 ? "Sender" : "Receiver"
        let text = """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <Error><Type>\(type)</Type><Code>\(fault.code)</Code><Message>\(XMLText.escaped(fault.message))</Message></Error>
              <RequestId>\(requestId)</RequestId>
            </ErrorResponse>
            """
        self.init(status: fault.status, headers: [("content-type", "text/xml")], body: Array(text.utf8))
        if let value = fault.retryAfter { headers.append(("retry-after", value)) }
    }

    private static func body(_ fault: ServiceFault) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("message", fault.message)
            object.member("reason", fault.reason)
            object.member("resourceId", fault.resourceId)
            object.member("resourceType", fault.resourceId.map { _ in "CODE_SECURITY_SCAN_CONFIGURATION" })
            guard !fault.fields.isEmpty else { return }
            object.key("fields")
            object.array { list in
                for field in fault.fields { list.object(["name": field.name, "message": field.message]) }
            }
        }
        return writer.bytes
    }
}

/// Text inside XML.
enum XMLText {
    /// `text` with the five special characters replaced.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&apos;"
            default: result.append(character)
            }
        }
    }
}
