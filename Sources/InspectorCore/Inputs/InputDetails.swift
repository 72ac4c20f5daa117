/// What a row says beside its project and its configuration: it has to agree with them, and refuses the input where it does not.
struct InputDetails: Hashable, Sendable {
    /// A repository's name beside a project's id.
    var projectName: String?
    /// A configuration's name beside its ARN.
    var configurationName: String?
    /// The account that the row says it is about, twelve digits.
    var account: String?
    /// Another account that it names too: a project may be of another one than the session that lists it.
    var secondAccount: String?
    /// The region that the row says it is about.
    var region: String?

    /// Nothing but what the row names.
    static let none = InputDetails()

    /// Takes in what a column or member of an account or a region says. What is neither says nothing: people keep names there.
    mutating func take(_ value: InputValue, of column: InputColumn) {
        guard case .text(let text) = value else { return }
        switch column {
        case .account: take(account: Identifiers.accountNumber(text))
        case .region: region = region ?? (Identifiers.isRegion(text) ? text : nil)
        case .configurationArn, .configurationName, .projectId, .projectName, .any, .outcome, .statusCode, .statusMessage, .action, .change:
            break
        }
    }

    private mutating func take(account number: String?) {
        if let account, number != account { secondAccount = secondAccount ?? number } else { account = account ?? number }
    }
}

/// The details of many rows, texts that recur kept once.
struct InputDetailRows: Hashable, Sendable {
    /// The details of a row, by its place among the rows.
    struct Entry: Hashable, Sendable {
        let row: Int32
        let projectName: String?
        fileprivate let (configurationName, account, secondAccount, region): (Int32, Int32, Int32, Int32)
    }

    private(set) var entries: [Entry] = []
    private var texts: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func add(_ details: InputDetails, row: Int) {
        if details == .none { return }
        entries.append(
            Entry(
                row: Int32(clamping: row), projectName: details.projectName, configurationName: number(of: details.configurationName),
                account: number(of: details.account), secondAccount: number(of: details.secondAccount), region: number(of: details.region)))
    }

    /// The details of some of the rows, by their places in order, which are counted anew.
    func only(_ rows: [Int]) -> InputDetailRows {
        var (part, place) = (self, 0)
        part.entries = entries.compactMap { entry in
            while place < rows.count, rows[place] < Int(entry.row) { place += 1 }
            guard place < rows.count, rows[place] == Int(entry.row) else { return nil }
            return Entry(
                row: Int32(clamping: place), projectName: entry.projectName, configurationName: entry.configurationName,
                account: entry.account, secondAccount: entry.secondAccount, region: entry.region)
        }
        return part
    }

    func configurationName(_ entry: Entry) -> String? { text(entry.configurationName) }
    func accounts(_ entry: Entry) -> [String] { [entry.account, entry.secondAccount].compactMap(text) }
    func region(_ entry: Entry) -> String? { text(entry.region) }

    private func text(_ number: Int32) -> String? { number < 0 ? nil : texts[Int(number)] }

    private mutating func number(of text: String?) -> Int32 {
        guard let text else { return -1 }
        if let number = numbers[text] { return number }
        let number = Int32(clamping: texts.count)
        numbers[text] = number
        texts.append(text)
        return number
    }
}
