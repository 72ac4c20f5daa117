import AWSClient
import InspectorCore

/// The simulated account and the simulator's own bookkeeping: all that changes.
struct World: Sendable {
    /// What was asked for at the start.
    let options: SimulatorOptions
    /// The projects.
    let directory: ProjectDirectory
    /// Place of each configuration by ARN.
    let places: [String: Int]
    /// The configurations.
    var configurations: [ConfigurationRecord]
    /// Associations that refuse to be dissolved.
    var refusals: [AssociationKey: Refusal]
    /// How many configurations each project is in.
    var degrees: [UInt16]
    /// What goes wrong.
    var faults: FaultPlan
    /// The limiter, when there is one.
    var bucket: TokenBucket?
    /// The calls so far.
    var calls: [RecordedCall] = []
    /// How many calls are kept at most; the older half is forgotten then.
    var callLimit = 500_000
    /// The number of the first call in ``calls``.
    var firstNumber = 1
    /// Calls whose signature and session were accepted.
    var acceptedCalls = 0
    /// Calls that were refused as expired since the plan was set.
    var expiredCalls = 0

    /// The account that `options` describe.
    init(_ options: SimulatorOptions) {
        let population = options.population == .believable ? Population.believable(options) : Population.uniform(options)
        self.options = options
        directory = population.directory
        configurations = population.configurations
        refusals = population.refusals
        places = Dictionary(
            population.configurations.enumerated().map { ($1.summary.scanConfigurationArn, $0) }, uniquingKeysWith: { first, _ in first })
        degrees = Array(repeating: 0, count: population.directory.count)
        faults = options.faults
        bucket = options.rate.map { TokenBucket(rate: $0, burst: options.burst) }
        for record in population.configurations {
            for project in record.projects { degrees[project] += 1 }
        }
    }

    /// Takes note of a call and gives it its number.
    mutating func record(_ request: ReceivedRequest, operation: ServiceOperation?, time: Duration) -> Int {
        if calls.count >= callLimit {
            calls.removeFirst(callLimit / 2)
            firstNumber += callLimit / 2
        }
        let number = firstNumber + calls.count
        calls.append(
            RecordedCall(
                number: number, time: time, operation: operation?.rawValue ?? "\(request.method) \(request.path)",
                invocationId: request.headers["amz-sdk-invocation-id"], attempt: request.headers["amz-sdk-request"]))
        return number
    }

    /// Changes the record of a call, if it is still kept.
    mutating func note(_ number: Int, _ change: (inout RecordedCall) -> Void) {
        let index = number - firstNumber
        if calls.indices.contains(index) { change(&calls[index]) }
    }
}
