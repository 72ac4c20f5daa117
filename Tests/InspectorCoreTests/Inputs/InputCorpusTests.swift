import Testing

@testable import InspectorCore

/// Files as they lie about in real life. Each is taken as what it means, or refused with its line, its value and what would be taken.
@Suite struct InputCorpusTests {
    @Test(arguments: tables + lines + encodings + json + ours) func isTakenAsItIsMeant(_ file: InputCase) {
        switch file.result {
        case .success(let input): #expect(input.short == file.names, "\(file.name)")
        case .failure(let error):
            #expect(file.names == nil, "\(file.name): \(error.sentence)")
            #expect(error.problems.map(\.line) == file.refusal.map(\.line), "\(file.name): \(error.sentence)")
            for (problem, wanted) in zip(error.problems, file.refusal) {
                #expect(problem.reason.contains(wanted.words), "\(file.name): \(problem.reason)")
            }
        }
    }

    @Test(arguments: [
        ("projectId,configuration\nacme/nothing,mobile\n", "projectId"), ("Project ID;Configuration\n$P1;mobil\n", "Configuration"),
        ("projectId,scanConfigurationArn\n$P1,arn:x\n", "scanConfigurationArn"), ("note,repository,config\nx,$U1,mobile\n", "repository"),
        ("projectId,scanConfigurationArn\n$P1,$P2\n", "scanConfigurationArn"),
    ]) func theColumnIsNamed(text: String, column: String) {
        guard case .failure(let error) = InputCase.taken("", text, "").result else { return #expect(Bool(false), "taken: \(text)") }
        #expect(error.problems.map(\.column) == [column])
        #expect(error.sentence.hasPrefix("in, line 2, column \"\(column)\": "), "\(error.sentence)")
    }

    @Test func thereAreMany() { #expect((Self.tables + Self.lines + Self.encodings + Self.json + Self.ours).count >= 60) }

    @Test(arguments: tables + lines + encodings + json + ours) func theSizeOfChunksMakesNoDifference(_ file: InputCase) throws {
        let whole = Result { try InputReader.read(file.bytes, name: "in") }
        for size in [1, 2, 3, 7, 64] {
            var reader = InputReader(name: "in")
            let parts = Result {
                for start in stride(from: 0, to: file.bytes.count, by: size) {
                    try Array(file.bytes[start..<min(start + size, file.bytes.count)]).withUnsafeBufferPointer { try reader.take($0) }
                }
                return try reader.finish()
            }
            #expect((try? whole.get()) == (try? parts.get()), "\(file.name) in chunks of \(size)")
        }
    }

    static let tables: [InputCase] = [
        .taken("comma", "scanConfigurationArn,projectId\n$C1,$P1\n$C2,$P2\n", "1:1 2:2"),
        .taken("semicolon, as Excel writes it in half of Europe", "projectId;scanConfigurationArn\r\n$P1;$C1\r\n", "1:1"),
        .taken("tab", "projectId\tscanConfigurationArn\n$P1\t$C1\n", "1:1"),
        .taken("quoted", "\"scanConfigurationArn\",\"projectId\"\n\"$C1\",\"$P1\"\n", "1:1"),
        .taken("blanks before quotes", "\"scanConfigurationArn\", \"projectId\"\n\"$C1\", \"$P1\"\n", "1:1"),
        .taken("no line end at the end", "scanConfigurationArn,projectId\n$C1,$P1", "1:1"),
        .taken("lone CR", "scanConfigurationArn,projectId\r$C1,$P1\r$C1,$P2\r", "1:1 1:2"),
        .taken("CRLF", "scanConfigurationArn,projectId\r\n$C1,$P1\r\n\r\n$C1,$P2\r\n", "1:1 1:2"),
        .taken("blank rows before the header", "\n,,\n \nscanConfigurationArn,projectId\n,\n\n$C1,$P1\n , \n", "1:1"),
        .taken("rows of separators", "scanConfigurationArn;projectId;x\n;;\n\n$C1;$P1;\n;;\n", "1:1"),
        .taken("sep= of Excel", "sep=;\r\nscanConfigurationArn;projectId\r\n$C1;$P1\r\n", "1:1"),
        .taken("comments", "# from the clean-up, \"May\nscanConfigurationArn,projectId\n# one\n$C1,$P1\n", "1:1"),
        .taken("capitals and blanks in the header", "Scan Configuration ARN,PROJECT ID\n$C1,$P1\n", "1:1"),
        .taken("snake", "scan_configuration_arn,project_id\n$C1,$P1\n", "1:1"),
        .taken("kebab", "configuration-arn,project-id\n$C1,$P1\n", "1:1"),
        .taken("path, as csvkit flattens it", "resource.projectId,scanConfigurationArn\n$P1,$C1\n", "1:1"),
        .taken("ARN alone", "ARN,projectId\n$C1,$P1\n", "1:1"),
        .taken("extra columns", "owner,projectId,note,scanConfigurationArn\nkim,$P1,\"a, \"\"b\"\"\nc\",$C1\n", "1:1"),
        .taken("names of configurations", "Configuration,Project ID\nmobile,$P1\npayments nightly,$P2\n", "1:1 2:2"),
        .taken("names of repositories", "configuration,repository\nmobile,acme/ledger\n", "1:1"),
        .taken("a name beside the id does not count", "projectId,projectName,scanConfigurationArn\n$P1,acme/old-name,$C1\n", "1:1"),
        .taken("a name where the id is missing", "projectId,projectName,scanConfigurationArn\n,acme/ledger,$C1\n", "1:1"),
        .taken("names in the id's column", "projectId\nacme/ledger\n$P2\n", given: [1], "1:1 1:2"),
        .taken("the same name twice, once there", "projectName,configuration\nacme/twin,mobile\nacme/twin,payments nightly\n", "1:3 2:4"),
        .taken("projectId and --configuration", "projectId,team\n$P1,red\n$P2,blue\n", given: [2], "2:1 2:2"),
        .taken("one column", "Project ID\n$P1\n$P2\n", given: [1], "1:1 1:2"),
        .taken("the coverage's ARNs", "resourceId;name\n$R1;acme/ledger\n", given: [1], "1:1"),
        .taken("rows cut short, as spreadsheets do", "scanConfigurationArn,projectId,note,date\n$C1,$P1\n$C1,$P2,x\n", "1:1 1:2"),
        .taken("too many separators at the end", "scanConfigurationArn,projectId\n$C1,$P1,,,\n", "1:1"),
        .taken("formula guard before a name", "projectName,configuration\n'@corp/api,payments nightly\n", "2:6"),
        .taken("quotes inside quotes", "scanConfigurationArn,projectId\n\"\"\"$C1\"\"\",\"'$P1'\"\n", "1:1"),
        .taken("id of a project in capitals", "scanConfigurationArn,projectId\n$C1,PROJECT-00000000-0000-4000-8000-000000000001\n", "1:1"),
        .taken("null and None are nothing", "projectId,scanConfigurationArn\n$P1,$C1\nnull,None\n", "1:1"),
        .taken("a table of Markdown", "| Project | ID | Configuration |\n|:---|---|---:|\n| acme/ledger | `$P1` | mobile |\n", "1:1"),
        .taken("bars between columns", "projectId|configuration\n$P1|mobile\n", "1:1"),
        .taken("of a database client", "+------------+\n| project_id |\n+------------+\n| $P1 |\n+------------+\n", given: [1], "1:1"),
        .taken("with a rule below the header", " project_id \n------------\n $P1\n", given: [1], "1:1"),
        .taken("typographic quotes", "“projectId”,“configuration”\n“$P1”,“mobile”\n", "1:1"),
        .taken(
            "an account and a region that are these", "account_id,region,projectId,configuration\n123456789012,us-east-1,$P1,mobile\n",
            "1:1"),
        .taken("an account and a region that are words", "account,region,projectId,configuration\nprod,EMEA,$P1,mobile\n", "1:1"),
        .taken("an account that Excel rounded", "accountId,projectId,configuration\n1.23457E+11,$P1,mobile\n", "1:1"),
        .refused(
            "a row that is for another action", "scanConfigurationArn,projectId,action\n$C1,$P1,associate\n",
            (2, "the row is one of an associate run")),
        .refused(
            "a row of a move", "scanConfigurationArn,projectId,change\n$C1,$P1,disassociate\n$C1,$P2,associate\n",
            (3, "the row is one of a move run")),
        .refused(
            "results without a column", "scanConfigurationArn,projectId,action,outcome,statusCode\n$C1,$P1,disassociate,succeeded,\n",
            (1, "these are results of a run without the column statusMessage")),
        .taken("a word under action that is none of ours", "scanConfigurationArn,projectId,action\n$C1,$P1,review\n", "1:1"),
        .refused(
            "another account", "accountId,projectId,configuration\n123456789012,$P1,mobile\n210987654321,$P2,mobile\n",
            (3, "this is of account \"210987654321\", and this session's account is 123456789012")),
        .refused(
            "another account beside the project's", "accountId,account,projectId,configuration\n123456789012,210987654321,$P1,mobile\n",
            (2, "this is of account \"210987654321\", and this session's account is 123456789012")),
        .taken("two columns of one account", "accountId,account,projectId,configuration\n123456789012,123456789012,$P1,mobile\n", "1:1"),
        .refused(
            "another region", "region,projectId,configuration\neu-west-1,$P1,mobile\n",
            (2, "this is of region \"eu-west-1\", and this session's region is us-east-1")),
        .refused(
            "an id and the name of another", "projectId,projectName,configuration\n$P1,acme/ledger,mobile\n$P1,acme/web,mobile\n",
            (
                3,
                "\"acme/web\" is the name of project-00000000-0000-4000-8000-000000000002, and the ID beside it is project-00000000-0000-4000-8000-000000000001 (\"acme/ledger\"): correct one of them"
            )),
        .taken("an id and a name that two have, one of them it", "projectId,projectName,configuration\n$P3,acme/twin,mobile\n", "1:3"),
        .refused(
            "an ARN and the name of another", "scanConfigurationArn,configurationName,projectId\n$C1,payments nightly,$P1\n",
            (2, "\"payments nightly\" is the name of another scan configuration than the ARN beside it, which is that of \"mobile\"")),
        .refused(
            "a title above the header", "Clean-up of May;;\n;;\nProject ID;Configuration;\n$P1;mobile;\n",
            (3, "the header of a table, and there is other text above it: delete all that is above it")),
        .refused(
            "a sum below the rows", "Project ID;Configuration\n$P1;mobile\nTotal: 1;\n",
            (3, "no scan configuration is named here beside \"Total: 1\": add --configuration NAME")),
        .refused(
            "a misspelt header", "projctId,configuration\n$P1,mobile\n",
            (1, "only \"projctId\", \"configuration\". Did you mean projectId?")),
        .refused(
            "a header in German", "Projekt-ID;Konfiguration\n$P1;mobile\n", (1, "called projectId or projectName. Did you mean projectId?")),
        .refused("two ids in a cell", "projectId,configuration\n\"$P1,$P2\",mobile\n", (2, "give one ID, and nothing else")),
        .refused(
            "no project", "scanConfigurationArn,owner\n$C1,kim\n", (1, "no column projectId or projectName, only \"scanConfigurationArn\"")),
        .refused(
            "two of one", "projectId,Project ID\n$P1,$P2\n", given: [1], (1, "more than one such column: \"projectId\", \"Project ID\"")),
        .refused("unknown header", "host,owner\nweb,kim\n", (1, "none of the columns \"host\", \"owner\" says which project")),
        .refused(
            "no configuration anywhere", "projectId\n$P1\n$P2\n",
            (2, "no scan configuration is named here, nor on 1 more row: add --configuration NAME")),
        .refused(
            "both", "projectId,scanConfigurationArn\n$P1,$C1\n", given: [1], (2, "names its own configuration, as --configuration does")),
        .refused("a row too long", "scanConfigurationArn,projectId\n$C1,$P1,more\n", (2, "3 fields instead of the header's 2")),
        .refused(
            "two bad rows", "scanConfigurationArn,projectId\n$C1,acme/nothing\n$C1,\n",
            (2, "\"acme/nothing\" is neither a project ID"), (3, "names no project")),
        .refused(
            "a misspelt configuration", "configuration,projectId\nmobil,$P1\n",
            (2, "no scan configuration is named \"mobil\": did you mean mobile?")),
        .refused(
            "an ARN of another region",
            "scanConfigurationArn,projectId\narn:aws:inspector2:eu-west-1:123456789012:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000001,$P1\n",
            (2, "not in this session's region us-east-1")),
        .refused(
            "an ambiguous name", "projectName\nacme/twin\n", given: [3],
            (2, "2 projects are named \"acme/twin\": give the ID, one of project-")),
        .refused("a quote without end", "scanConfigurationArn,projectId\n\"$C1,$P1\n", (2, "a quoted field has no end")),
        .refused("text after a quote", "scanConfigurationArn,projectId\n\"$C1\"x,$P1\n", (2, "text follows a quoted field")),
        .refused(
            "a project where a configuration should be", "scanConfigurationArn,projectId\n$P2,$P1\n",
            (2, "is a project ID where the ARN or name")),
    ]

    static let lines: [InputCase] = [
        .taken("bare ids", "$P1\n$P2\n", given: [1, 2], "1:1 2:1 1:2 2:2"),
        .taken("ids with comments", "# May\r\n\n  $P1  # payments\n$P2\n", given: [1], "1:1 1:2"),
        .taken("ids in quotes, one a line, as jq prints them", "\"$P1\"\n\"$P2\"\n", given: [1], "1:1 1:2"),
        .taken("ids with commas, cut from JSON", "  \"$P1\",\n  \"$P2\"\n", given: [1], "1:1 1:2"),
        .taken("in single quotes and backticks", "'$P1'\n`$P2`\n", given: [1], "1:1 1:2"),
        .taken("--output text on one line", "$P1\t$P2\t$P3\n", given: [1], "1:1 1:2 1:3"),
        .taken("side by side", "$P1 $P2\n", given: [1], "1:1 1:2"),
        .taken("--output text of a listing", "RESOURCE\t$P1\nASSOCIATIONS\nRESOURCE\t$P2\nNone\n", given: [2], "2:1 2:2"),
        .taken("--output text of pairs", "$C1\t$P1\n$C2\t$P2\n", "1:1 2:2"),
        .taken("pairs without a header", "$P1,$C1\n$C2,$P2\n", "1:1 2:2"),
        .taken("ids with names", "$P1\tacme/ledger\n$P2\tacme/web\n", given: [1], "1:1 1:2"),
        .taken("names", "acme/ledger\nTeam A/My repo\n@corp/api\nGröße/łódź\n", given: [1], "1:1 1:5 1:6 1:7"),
        .taken("a name with a hash", "acme/web # front end\n", given: [1], "1:2"),
        .taken("ARNs of the coverage", "$R1\n$R2\n", given: [2], "2:1 2:2"),
        .taken(
            "NBSP and zero width", "\u{A0}$P1\u{200B}\n\u{2060}\u{FEFF}$P2\u{A0}\n\u{202A}$P3\u{202C}\n“$P4”\n", given: [1],
            "1:1 1:2 1:3 1:4"),
        .taken("a name with NBSP around", "\u{A0}acme/ledger\u{3000}\n", given: [1], "1:1"),
        .refused("a UUID cut off", "$P1\nproject-0000\n", given: [1], (2, "\"project-0000\" is neither a project ID")),
        .refused("an id and a bad one", "$P1,project-12\n", given: [1], (1, "\"project-12\" is not a project ID")),
        .refused("ids without --configuration", "$P1\n", (1, "no scan configuration is named here: add --configuration NAME")),
        .refused("a page of HTML", "<!DOCTYPE html>\n<p>$P1", given: [1], (1, "HTML or XML")),
        .refused("ARNs of configurations alone", "$C1\n$C2\n", (1, "names no project"), (2, "names no project")),
        .refused("a zero byte", "$P1\n\0$P2\n", given: [1], (2, "zero byte")),
        .taken("items of a YAML or Markdown list", "- $P1\n* $P2\n• `$P3`\n", given: [1], "1:1 1:2 1:3"),
        .taken("numbered", "1. $P1\n2) $P2\n", given: [1], "1:1 1:2"),
        .refused("ticked off, done or not", "- [x] $P1\n", given: [1], (1, "has more in it than the project ID")),
        .refused(
            "in an address", "https://console.example/code/$P1\n", given: [1],
            (1, "/code/project-00000000-0000-4000-8000-000000000001\" has more in it than the project ID")),
        .refused("a tuple", "('$P1', '$P2')\n", given: [1], (1, "has more in it than the project ID")),
        .refused("in words of a command", "--project $P1\n", given: [1], (1, "has more in it than the project ID")),
        .refused("in colours", "\u{1B}[32m$P1\u{1B}[0m\n", given: [1], (1, "has more in it than the project ID")),
        .refused(
            "a UUID alone, as the screen shows it", "$U1\n", given: [1],
            (1, "is a UUID alone: a project ID is project-00000000-0000-4000-8000-000000000001")),
        .refused(
            "an address of a repository", "git@github.com:acme/web.git\n", given: [1],
            (1, "nor the name of a repository in this account and region: did you mean acme/web?")),
        .refused("YAML", "associations:\n- resource:\n    projectId: $P1\n", given: [1], (1, "looks like YAML: give JSON instead")),
        .refused("YAML with its mark", "---\n- projectId: $P1\n", given: [1], (2, "looks like YAML: give JSON instead")),
        .refused(
            "--output table",
            "-----------\n|  ListCoverage  |\n+---------+\n|  $P1 |\n+---------+\n", given: [1],
            (2, "a table drawn for the eye: give JSON or text")),
        .refused(
            "our table on the screen", "CONFIGURATION  PROJECT  PROJECT ID\nmobile  acme/ledger  $P1\n",
            (1, "aligned by blanks, so that an empty cell cannot be seen: give CSV")),
        .refused(
            "pairs whose second is a name", "$P1\tmobile\n",
            (1, "no scan configuration is named here: add --configuration NAME, or a header with the columns")),
    ]

    static let encodings: [InputCase] = [
        .taken("UTF-8 with its mark", "\u{FEFF}scanConfigurationArn,projectId\n$C1,$P1\n", "1:1"),
        .taken("a mark before ids", "\u{FEFF}$P1\n", given: [1], "1:1"),
        .taken("UTF-16 LE", bytes: InputCase.utf16("projectName\tx\r\nGröße/łódź\t😀\r\n", isBig: false, mark: true), given: [1], "1:7"),
        .taken("UTF-16 BE", bytes: InputCase.utf16("projectName\tx\r\nGröße/łódź\t😀\r\n", isBig: true, mark: true), given: [1], "1:7"),
        .taken("UTF-16 LE without its mark", bytes: InputCase.utf16("$P1\r\n$P2\r\n", isBig: false, mark: false), given: [1], "1:1 1:2"),
        .taken("UTF-16 BE without its mark", bytes: InputCase.utf16("[\"$P1\"]", isBig: true, mark: false), given: [1], "1:1"),
        .taken(
            "Latin-1 in a column that nobody reads",
            bytes: Array(InputCase.filled("projectId,stadt\n$P1,K").utf8) + [0xF6] + Array("ln\n".utf8),
            given: [1], "1:1"),
        .refused(
            "Latin-1 in a name", bytes: Array("projectName\nGr".utf8) + [0xF6, 0xDF] + Array("e/x\n".utf8), given: [1],
            (2, "not UTF-8 text: save the file as UTF-8")),
        .refused(
            "half a character", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00], given: [1], (1, "half a character of UTF-16")),
        .refused("an odd byte", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x62], given: [1], (1, "ends within a character")),
        .refused("UTF-32", bytes: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], given: [1], (0, "UTF-32")),
        .refused(
            "an xlsx", bytes: Array("PK\u{3}\u{4}....".utf8), given: [1], (0, "spreadsheet or a zip file, not text: save the sheet as CSV")),
        .refused("gzip", bytes: [0x1F, 0x8B, 8, 0, 0], given: [1], (0, "compressed")),
        .refused("nothing", bytes: [], given: [1], (0, "it is empty")),
        .refused("a mark alone", bytes: [0xEF, 0xBB, 0xBF], given: [1], (0, "names no project")),
    ]

    static let json: [InputCase] = [
        .taken(
            "the API's requests", #"{"disassociateConfigurationRequests":[{"scanConfigurationArn":"$C1","resource":{"projectId":"$P1"}}]}"#,
            "1:1"),
        .taken(
            "the CLI's list", #"{"associations":[{"resource":{"projectId":"$P1"}},{"resource":{"projectId":"$P2"}}]}"#, given: [1],
            "1:1 1:2"),
        .taken("--query of resources", #"[{"projectId":"$P1"},{"projectId":"$P2"}]"#, given: [1], "1:1 1:2"),
        .taken("--query of ids", #"["$P1","$P2"]"#, given: [1], "1:1 1:2"),
        .taken("--query of pairs", #"[["$C1","$P1"],["$C2","$P2"]]"#, "1:1 2:2"),
        .taken("--query of arrays in arrays", #"[["$P1","$P2"],["$P3"]]"#, given: [1], "1:1 1:2 1:3"),
        .refused(
            "--query of ids with the names of others", #"[["$P1","acme/web"]]"#, given: [1],
            (1, "is the name of project-00000000-0000-4000-8000-000000000002")),
        .refused(
            "an item of another account", #"[{"projectId":"$P1","accountId":"210987654321"}]"#, given: [1],
            (1, "this is of account \"210987654321\"")),
        .refused(
            "an item of another account beside the project's",
            #"[{"projectId":"$P1","accountId":"123456789012","account":"210987654321"}]"#, given: [1],
            (1, "this is of account \"210987654321\"")),
        .refused(
            "an item of another region", #"[{"projectId":"$P1","region":"eu-west-1"}]"#, given: [1], (1, "this is of region \"eu-west-1\"")),
        .taken("--query of ids with names", #"[["$P1","acme/ledger"],["$P2",null]]"#, given: [1], "1:1 1:2"),
        .taken(
            "the CLI's coverage",
            #"{"coveredResources":[{"resourceId":"$R1","resourceType":"CODE_REPOSITORY","accountId":"123456789012"}]}"#, given: [2], "2:1"),
        .taken(
            "JSON Lines of the API's items",
            "{\"scanConfigurationArn\":\"$C1\",\"resource\":{\"projectId\":\"$P1\"}}\n{\"scanConfigurationArn\":\"$C2\",\"resource\":{\"projectId\":\"$P2\"}}\n",
            "1:1 2:2"),
        .taken(
            "JSON Lines, flat", "{\"projectId\":\"$P1\",\"team\":\"red\",\"n\":1}\n\n{\"projectId\":\"$P2\",\"team\":null}\n", given: [1],
            "1:1 1:2"),
        .taken("JSON Lines, other names", "{\"Project ID\":\"$P1\",\"configuration\":\"mobile\",\"region\":\"x\"}\n", "1:1"),
        .taken(
            "documents one after the other",
            "{\n \"associations\": [{\"resource\":{\"projectId\":\"$P1\"}}]\n}\n{\n \"associations\": []\n}\n[\"$P2\"]", given: [1],
            "1:1 1:2"),
        .taken("an object of names", #"[{"repository":"acme/ledger","configuration":"mobile"}]"#, "1:1"),
        .taken("a null is nothing", #"[null,"$P1"]"#, given: [1], "1:1"),
        .refused(
            "configurations alone", #"{"configurations":[{"scanConfigurationArn":"$C1","name":"mobile","ownerAccountId":"123456789012"}]}"#,
            (1, "lists scan configurations, and no projects")),
        .refused(
            "a second member of the union", #"[{"scanConfigurationArn":"$C1","resource":{"projectId":"$P1","other":"x"}}]"#,
            (1, "\"other\" is not known")),
        .refused(
            "an object of something else", "[\n{\"host\":\"web\"},\n{\"projectId\":\"$P1\"}\n]", given: [1],
            (2, "this object names no project")),
        .refused("numbers", "[1,\n2]", given: [1], (1, "a number"), (2, "a number")),
        .refused("cut off", "[\n\"$P1\",\n\n\n", given: [1], (1, "an array begins here and has no end: ] is missing")),
        .refused(
            "a bracket missing in the middle", "{\"associations\":[\n{\"resource\":{\"projectId\":\"$P1\"}\n]}\n", given: [1],
            (2, "a comma or } is missing after this")),
        .refused(
            "a brace missing in JSON Lines", "{\"projectId\":\"$P1\"\n{\"projectId\":\"$P2\"}\n", given: [1],
            (1, "a comma or } is missing after this")),
        .refused(
            "a brace missing at the end", "{\"projectId\":\"$P1\"}\n{\"projectId\":\"$P2\"\n\n", given: [1],
            (2, "an object begins here and has no end: } is missing")),
        .refused("a comma at the end", "[\n\"$P1\",\n]\n", given: [1], (2, "a comma stands before ]")),
        .refused("a list of Python", "['$P1']", given: [1], (1, "is not JSON: texts need double quotes")),
        .refused(
            "both kinds of requests",
            #"{"associateConfigurationRequests":[],"disassociateConfigurationRequests":[{"scanConfigurationArn":"$C1","resource":{"projectId":"$P1"}}]}"#,
            (
                1,
                "this is a plan of a move run, and only those of a disassociate run are taken here: scanconfig move --from takes it"
            )),
        .refused(
            "requests and results", #"{"disassociateConfigurationRequests":[],"failedAssociations":[],"action":"disassociate"}"#,
            (1, "both disassociateConfigurationRequests and failedAssociations")),
        .refused(
            "plans of two accounts one after the other",
            #"{"account":"123456789012","associations":[{"projectId":"$P1"}]}"# + "\n"
                + #"{"account":"210987654321","associations":[{"projectId":"$P2"}]}"#,
            given: [1], (2, "this is for two accounts, 123456789012 and 210987654321: give a file for each")),
        .refused("a line that is not JSON", "{\"projectId\":\"$P1\"}\nproject\n", given: [1], (2, "text follows the JSON value")),
        .refused("nothing in it", "[]", given: [1], (0, "names no project")),
        .refused("a journal", #"{"at":"2026-01-01T00:00:00Z","event":"planned","plan":{}}"#, (1, "a run's journal: scanconfig show RUN")),
        .refused("a plan of an undo", #"{"associateConfigurationRequests":[]}"#, (1, "a plan of an associate run")),
        .refused(
            "what batch-disassociate answers", #"{"successfulAssociations":[],"failedAssociations":[]}"#, (1, "do not say what the run did")
        ),
    ]

    static let ours: [InputCase] = [
        .taken(
            "our list",
            #"{"account":"123456789012","configurations":[{"associations":[{"resource":{"projectId":"$P1"},"projectName":"acme/ledger"}],"name":"mobile","ownerAccountId":"123456789012","scanConfigurationArn":"$C1"},{"associations":[{"resource":{"projectId":"$P2"}}],"name":"x","ownerAccountId":"123456789012","scanConfigurationArn":"$C2"}],"region":"us-east-1"}"#,
            "1:1 2:2"),
        .taken(
            "an export of rows",
            #"{"account":"123456789012","associations":[{"configurationName":"mobile","projectName":"acme/ledger","resource":{"projectId":"$P1"},"scanConfigurationArn":"$C1","statusCode":"ACCESS_DENIED"}],"region":"us-east-1"}"#,
            "1:1"),
        .taken(
            "an export of projects", #"{"projects":[{"projectName":"acme/ledger","resource":{"projectId":"$P1"}}],"region":"us-east-1"}"#,
            given: [1], "1:1"),
        .taken(
            "results, in JSON",
            #"{"action":"disassociate","failedAssociations":[{"scanConfigurationArn":"$C1","resource":{"projectId":"$P2"},"statusCode":"X","statusMessage":"y"}],"successfulAssociations":[{"scanConfigurationArn":"$C1","resource":{"projectId":"$P1"}}]}"#,
            "1:2"),
        .taken(
            "results, through a spreadsheet",
            "scanConfigurationArn;projectId;configurationName;projectName;outcome;statusCode;statusMessage;action;remarks\r\n$C1;$P1;mobile;acme/ledger;succeeded;;;disassociate;\r\n$C1;$P2;mobile;acme/web;failed;X;y;disassociate;\r\n;;;;;;;;\r\n",
            "1:2"),
        .refused(
            "a list of another region",
            #"{"configurations":[],"region":"eu-west-1","associations":[{"scanConfigurationArn":"$C1","resource":{"projectId":"$P1"}}]}"#,
            (0, "this plan is for region eu-west-1")),
        .refused(
            "results of an undo", #"{"action":"associate","failedAssociations":[],"successfulAssociations":[]}"#,
            (1, "results of an associate run")),
    ]
}
