/// JSON in which one object has a member twice, as RFC 8259 allows and no service should write.
struct RepeatedMember {
    private let json: [UInt8]
    private var members: [Member] = []
    private var open: [Int] = []
    private var ends: [Int: Int] = [:]

    /// A member of an object.
    private struct Member {
        /// Its name with the quotes.
        let name: Range<Int>
        /// Where its object begins.
        let object: Int
    }

    /// Reads `json`, which has no white space between its tokens.
    init(_ json: [UInt8]) {
        self.json = json
        var place = 0
        while place < json.count { place = read(at: place) }
    }

    /// The text with one of its members twice, the other time with an empty value of the same kind, before or after everything else.
    ///
    /// - Parameter draw: Draws a number below the one given. Every other time the member is one of the outermost object.
    func text(_ draw: (_ bound: Int) -> Int) -> [UInt8] {
        let outer = members.filter { $0.object == 0 }
        let choice = draw(2) == 0 ? outer : members
        guard !choice.isEmpty else { return json }
        let member = choice[draw(choice.count)]
        let twin = Array(json[member.name]) + Array(":".utf8) + emptyValue(of: member)
        guard draw(2) == 0, let end = ends[member.object] else {
            return Array(json[...member.object]) + twin + Array(",".utf8) + json[(member.object + 1)...]
        }
        return Array(json[..<end]) + Array(",".utf8) + twin + json[end...]
    }

    private func emptyValue(of member: Member) -> [UInt8] {
        switch json[member.name.upperBound + 1] {
        case UInt8(ascii: "["): Array("[]".utf8)
        case UInt8(ascii: "{"): Array("{}".utf8)
        case UInt8(ascii: "\""): Array("\"\"".utf8)
        default: Array("0".utf8)
        }
    }

    /// Reads the token at `place` and gives the place of the next one.
    private mutating func read(at place: Int) -> Int {
        switch json[place] {
        case UInt8(ascii: "{"): open.append(place)
        case UInt8(ascii: "}"): if let start = open.popLast() { ends[start] = place }
        case UInt8(ascii: "\""): return readString(at: place)
        default: break
        }
        return place + 1
    }

    private mutating func readString(at start: Int) -> Int {
        var end = start + 1
        while end < json.count, json[end] != UInt8(ascii: "\"") { end += json[end] == UInt8(ascii: "\\") ? 2 : 1 }
        end += 1
        if end < json.count, json[end] == UInt8(ascii: ":"), let object = open.last {
            members.append(Member(name: start..<end, object: object))
        }
        return end
    }
}

extension ListingBody {
    /// What is answered instead of a page of `operation`.
    func body(of operation: ServiceOperation) -> [UInt8] {
        let text =
            switch self {
            case .noMembers: "{}"
            case .nullList: #"{"\#(Self.list(of: operation))":null,"nextToken":null}"#
            case .otherOperation: #"{"successfulAssociations":[],"failedAssociations":[]}"#
            }
        return Array(text.utf8)
    }

    private static func list(of operation: ServiceOperation) -> String {
        switch operation {
        case .listConfigurations: "configurations"
        case .listAssociations: "associations"
        case .listCoverage: "coveredResources"
        case .getConfiguration, .batchDisassociate, .batchAssociate, .getCallerIdentity, .assumeRole: ""
        }
    }
}
