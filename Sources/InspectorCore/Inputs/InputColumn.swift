/// What a column of a table, or a member of an object, says; found by its name as people and programs write it.
enum InputColumn: Hashable {
    /// The ARN of a scan configuration, or its name.
    case configurationArn, configurationName
    /// The id of a project, or its repository's name.
    case projectId, projectName
    /// A project or a configuration: the value tells.
    case any
    /// What became of a target of a run, and what the run did.
    case outcome, statusCode, statusMessage, action, change
    /// The account and the region that a row is about.
    case account, region

    /// The column of this name, in any case and with any separators between its words; nothing for others, which are passed over.
    init?(_ name: UnsafeBufferPointer<UInt8>) {
        guard name.count <= 200 else { return nil }
        let letters = name.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: nil
            }
        }
        guard let column = Self.names[String(decoding: letters, as: UTF8.self)] else { return nil }
        self = column
    }

    /// The column of this name.
    init?(_ name: String) {
        var name = name
        guard let column = name.withUTF8({ InputColumn($0) }) else { return nil }
        self = column
    }

    private static let names: [String: InputColumn] = {
        let spellings: [(InputColumn, String)] = [
            (.configurationArn, "scanconfigurationarn scanconfigarn configurationarn configarn"),
            (
                .configurationName,
                "configurationname scanconfigurationname configname scanconfigname configuration scanconfiguration config scanconfig"
            ),
            (.projectId, "projectid projectids resourceprojectid coderepositoryid repositoryid repoid"),
            (.projectName, "projectname repositoryname reponame coderepositoryname resourcemetadatacoderepositoryprojectname"),
            (
                .any,
                "project projects repository repositories repo repos coderepository resource resourceid resourcearn id ids arn name names"
            ),
            (.account, "account accountid accountnumber awsaccount awsaccountid"), (.region, "region awsregion"),
            (.outcome, "outcome"), (.statusCode, "statuscode"), (.statusMessage, "statusmessage"), (.action, "action"),
            (.change, "change"),
        ]
        return Dictionary(
            uniqueKeysWithValues: spellings.flatMap { column, words in words.split(separator: " ").map { (String($0), column) } })
    }()

    /// Whether it says which project, or of which configuration.
    var namesSomething: Bool {
        switch self {
        case .configurationArn, .configurationName, .projectId, .projectName, .any: true
        case .outcome, .statusCode, .statusMessage, .action, .change, .account, .region: false
        }
    }

    /// Whether a table with two of it would say two things.
    var isUnique: Bool {
        switch self {
        case .any, .account, .region: false
        case .configurationArn, .configurationName, .projectId, .projectName, .outcome, .statusCode, .statusMessage, .action, .change: true
        }
    }
}
