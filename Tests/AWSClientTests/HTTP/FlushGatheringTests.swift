import NIOCore
import NIOEmbedded
import Testing

@testable import AWSClient

@Suite struct FlushGatheringTests {
    /// Counts how often what is written goes to the network.
    private final class FlushCounter: ChannelOutboundHandler {
        typealias OutboundIn = IOData
        private(set) var flushes = 0

        func flush(context: ChannelHandlerContext) {
            flushes += 1
            context.flush()
        }
    }

    @Test func whatATurnWritesLeavesTogether() throws {
        let (channel, counter) = (EmbeddedChannel(), FlushCounter())
        try channel.pipeline.syncOperations.addHandlers([counter, FlushGathering()])
        for _ in 0..<2 {
            for text in ["head", "body"] { channel.writeAndFlush(ByteBuffer(string: text), promise: nil) }
            #expect(try channel.readOutbound(as: ByteBuffer.self) == nil)
            channel.embeddedEventLoop.run()
            #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "head"))
            #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "body"))
        }
        #expect(counter.flushes == 2)
        _ = try channel.finish()
    }
}
