import Foundation
import Testing

@testable import InspectorCore

struct JSONWriterTests {
    @Test func whatIsWrittenCanBeReadAgain() throws {
        let awkward = "quote \" backslash \\ newline \n bell \u{7} é 漢 🚀 /"
        var writer = JSONWriter()
        writer.object { object in
            object.member("text", awkward)
            object.member("absent", nil as String?)
            object.member("list", ["a", "b"])
            object.key("number")
            object.number(1.5)
            object.key("empty")
            object.array { _ in }
            object.key("tags")
            object.object(["z": "1", "a\"": "2"])
        }
        let read = try #require(try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any])
        #expect(Set(read.keys) == ["text", "list", "number", "empty", "tags"])
        #expect(read["text"] as? String == awkward)
        #expect(read["list"] as? [String] == ["a", "b"])
        #expect(read["number"] as? Double == 1.5)
        #expect((read["empty"] as? [Any])?.isEmpty == true)
        #expect(read["tags"] as? [String: String] == ["z": "1", "a\"": "2"])
    }

    @Test func whatIsHiddenIsEscapedAndExact() throws {
        let name = "\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{2066}\u{200B}\u{2028}\u{E0041}é漢"
        var writer = JSONWriter()
        writer.array { $0.string(name) }
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(text == #"["\u001b[31m\u007f\u009b\u202e\u2066\u200b\u2028\udb40\udc41é漢"]"#)
        #expect(try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String] == [name])
        var plain = JSONWriter()
        plain.array { $0.string("pay\u{202E}ments") }
        #expect(String(decoding: plain.bytes, as: UTF8.self) == #"["pay\u202ements"]"#)
    }
}
