internal import NIOCore
internal import NIOPosix

/// Where files are waited for: a thread of its own, so that neither a screen nor a connection waits with it.
@globalActor package actor DiskActor {
    /// The one instance.
    package static let shared = DiskActor()

    private static let eventLoop = MultiThreadedEventLoopGroup(numberOfThreads: 1).any()

    /// The thread of the disk.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { Self.eventLoop.executor.asUnownedSerialExecutor() }
}
