internal import NIOCore

/// Gathers what a turn of the event loop writes to a connection: a request's head and body then leave in one packet, by one system call.
///
/// AsyncHTTPClient flushes each of them: two packets a call, which the other side reads one by one.
final class FlushGathering: ChannelOutboundHandler {
    typealias OutboundIn = IOData

    private var isDue = false

    func flush(context: ChannelHandlerContext) {
        guard !isDue else { return }
        isDue = true
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        context.eventLoop.execute {
            bound.value.handler.isDue = false
            bound.value.context.flush()
        }
    }
}
