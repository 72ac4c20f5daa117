import Glibc

/// What the process does at a signal.
package enum SignalDisposition {
    /// Whether the signal is ignored, as `nohup` and `trap '' HUP` hand it down. What is ignored at the start stays ignored.
    package static func isIgnored(_ signal: Int32) -> Bool {
        isSet(signal, to: SIG_IGN)
    }

    /// Whether the signal has its default action.
    package static func isDefault(_ signal: Int32) -> Bool {
        isSet(signal, to: SIG_DFL)
    }

    private static func isSet(_ signal: Int32, to disposition: __sighandler_t?) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
        return address(of: action.__sigaction_handler.sa_handler) == address(of: disposition)
    }

    private static func address(of handler: __sighandler_t?) -> Int {
        unsafeBitCast(handler, to: Int.self)
    }
}
