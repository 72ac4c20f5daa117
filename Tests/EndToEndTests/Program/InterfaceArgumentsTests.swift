import ArgumentParser
import TestSupport
import Testing

@testable import scanconfig

/// The quick look at the command line and the parser agree on every command line that the quick look takes.
@Suite struct InterfaceArgumentsTests {
    private static let flags = ["--demo", "--accessible", "--no-config", "--read-only", "--debug"]
    private static let options = [
        "--profile": ["ops", "a b", "-x"], "--region": ["eu-west-1", "", " ", "all"], "--endpoint-url": ["http://127.0.0.1:1", "a=b"],
        "--ca-bundle": ["/tmp/ca.pem"], "--cli-connect-timeout": ["5", "0", "-1", "x"], "--cli-read-timeout": ["60", "1.5"],
        "--verify-for": ["0", "86400", "86401", "-2"], "--color": ["on", "off", "auto", "blue"], "--progress": ["auto", "none", "loud"],
        "--log-file": ["log"],
        "--state-dir": ["/tmp/state"],
    ]
    private static let demos = [
        ["--demo", "fleet"], ["--demo=fleet"], ["--demo=account"], ["--demo", "flet"], ["--demo="], ["--demo", ""],
    ]
    private static let others = ["--help", "-h", "--version", "list", "ui", "--", "-", "", "--demo=true", "--prof", "x"]

    private static func parsed(_ arguments: [String]) -> Interface? {
        (try? Scanconfig.parseAsRoot(arguments) as? InteractiveCommand)?.interface
    }

    @Test func whatItTakesTheParserReadsTheSameWay() {
        var taken = 0
        let counterexample = Property.counterexample(4000) { random in
            var arguments: [String] = random.oneIn(6) ? ["ui"] : []
            for _ in 0..<random.int(0..<5) {
                switch random.int(0..<12) {
                case 0: arguments.append(random.pick(Self.others))
                case 1: arguments += random.pick(Self.demos)
                case 2...4: arguments.append(random.pick(Self.flags))
                case let choice:
                    let (name, values) = random.pick(Self.options.sorted { $0.key < $1.key })
                    let value = random.pick(values)
                    arguments += choice < 8 ? [name, value] : ["\(name)=\(value)"]
                }
            }
            guard let interface = InterfaceArguments.interface(arguments) else { return nil }
            taken += 1
            return interface == Self.parsed(arguments) ? nil : "\(arguments): \(interface)"
        }
        #expect(counterexample == nil)
        #expect(taken > 1000)
    }

    @Test(arguments: [(["--demo"], Demo.account), (["--demo", "fleet"], .fleet), (["--demo=fleet", "--read-only"], .fleet), ([], nil)])
    func theDemoIsOneAccountOrAFleet(arguments: [String], demo: Demo?) throws {
        #expect(InterfaceArguments.interface(arguments)?.demo == demo)
        #expect(Self.parsed(arguments)?.demo == demo)
    }

    /// Every option of the command, so that a new one is not forgotten here.
    @Test func itTakesEveryOptionOfTheCommand() throws {
        let help = InteractiveCommand.helpMessage(columns: 400)
        let names = help.split(separator: "\n").compactMap { line in
            line.split(separator: " ").first { $0.hasPrefix("--") }.map(String.init)
        }
        let known = Set(names).subtracting(["--help", "--version"])
        #expect(known == Set(Self.flags + Self.options.keys))
        let all = Self.flags + Self.options.flatMap { [$0.key, $0.value[0]] }
        let interface = try #require(InterfaceArguments.interface(all))
        #expect(interface == Self.parsed(all))
    }

    @Test(arguments: [
        ["--help"], ["list"], ["--demo", "--demo"], ["--demo", "flet"], ["--demo", "list"], ["--region", "all"],
        ["--region", "a", "--region", "b"], ["--region", ""], ["--profile", "-x"], ["--color", "blue"], ["--version"],
    ])
    func itGivesWayToTheParser(arguments: [String]) {
        #expect(InterfaceArguments.interface(arguments) == nil)
    }
}
