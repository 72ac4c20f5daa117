internal import NIOCore
internal import NIOPosix

/// Waits for files on a thread of its own, so that neither the screen nor a connection waits with it.
@globalActor package actor DiskActor {
    /// The one instance, as `@globalActor` requires.
    package static let shared = DiskActor()

    private static let eventLoop = MultiThreadedEventLoopGroup(numberOfThreads: 1).any()

    /// The disk's thread; other actors that write files run on it too.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { Self.eventLoop.executor.asUnownedSerialExecutor() }
}
