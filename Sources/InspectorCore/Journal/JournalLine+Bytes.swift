extension JournalLine {
    /// The line as it is written, with its end; members in alphabetical order.
    ///
    /// Each call has two lines: written straight into bytes they take 2 µs, and 70 µs with `JSONEncoder`.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object { line in
            line.member("at", at)
            line.member("attempt", attempt)
            line.member("call", call)
            line.member("detail", detail)
            line.member("event", event.rawValue)
            line.member("invocationId", invocationId)
            if let outcomes {
                line.key("outcomes")
                line.array { list in
                    for outcome in outcomes { outcome.write(to: &list) }
                }
            }
            if let plan {
                line.key("plan")
                plan.write(to: &line)
            }
            line.member("run", run)
            line.member("scanConfigurationArn", scanConfigurationArn)
            line.member("targets", targets)
            line.member("version", version)
        }
        writer.endLine()
        return writer.bytes
    }
}

extension JournalOutcome {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.member("before", before)
            object.member("detail", detail)
            object.member("outcome", outcome)
            object.member("reason", reason)
            object.member("statusCode", statusCode)
            object.member("statusMessage", statusMessage)
            object.member("targets", targets)
        }
    }
}
