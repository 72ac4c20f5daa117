import AWSClient
import Curses
import TextSafety

/// The command line of the terminal UI, read without the parser, which takes as long as all else before the first frame.
///
/// It takes the options of ``InteractiveCommand`` once each, as `--name value` or `--name=value`, and gives way to the parser for
/// everything else: what is wrong, what asks for help, and other commands.
enum InterfaceArguments {
    /// What the arguments open; `nil` where the parser has to judge them.
    static func interface(_ arguments: [String]) -> Interface? {
        var rest = arguments.first == "ui" ? arguments.dropFirst() : arguments[...]
        var interface = Interface()
        var seen: [Substring] = []
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard !seen.contains(parts[0]) else { return nil }
            seen.append(parts[0])
            if parts[0] == "--demo" {
                let isBare = parts.count == 1 && rest.first?.hasPrefix("-") ?? true
                let value = isBare ? Demo.account.rawValue : parts.count == 2 ? String(parts[1]) : rest.removeFirst()
                guard let demo = Demo(rawValue: value) else { return nil }
                interface.demo = demo
                continue
            }
            if parts.count == 1, interface.set(flag: argument) { continue }
            guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst(), !value.trimmed.isEmpty else { return nil }
            guard parts.count == 2 || !value.hasPrefix("-"), interface.set(String(parts[0]), to: value) else { return nil }
        }
        return interface
    }
}

extension Interface {
    fileprivate mutating func set(flag: String) -> Bool {
        switch flag {
        case "--accessible": isAccessible = true
        case "--no-config": ignoresConfiguration = true
        case "--read-only": options.readOnly = true
        case "--debug": options.debug = true
        default: return false
        }
        return true
    }

    fileprivate mutating func set(_ option: String, to value: String) -> Bool {
        switch option {
        case "--verify-for":
            guard let seconds = Int(value), VerificationOptions.range.contains(seconds) else { return false }
            verifyFor = seconds
        case "--profile": options.client.profile = value
        case "--region" where value != SharedOptions.everyRegion: options.client.region = value
        case "--endpoint-url": options.client.endpointURL = value
        case "--ca-bundle": options.client.caBundle = value
        case "--cli-connect-timeout":
            guard let seconds = Int(value) else { return false }
            options.client.connectTimeout = seconds
        case "--cli-read-timeout":
            guard let seconds = Int(value) else { return false }
            options.client.readTimeout = seconds
        case "--color":
            guard let choice = ColorChoice(rawValue: value) else { return false }
            options.color = choice
        // It is about commands; the terminal UI shows progress on its screen.
        case "--progress": return ProgressChoice(rawValue: value) != nil
        case "--log-file": options.logFile = value
        case "--state-dir": options.stateDir = value
        default: return false
        }
        return true
    }
}
