import Foundation
import Terminal
import Testing

@testable import OperatorUI

/// Screens as they were looked at and found good, a file each, with one frame after the other.
///
/// `SCANCONFIG_RECORD_FRAMES=1` writes them anew; look at the difference before it is kept.
enum GoldenFrames {
    static let sizes = [(60, 10), (80, 24), (120, 40), (160, 50)]

    /// Compares a screen in each size with its file.
    static func check(_ name: String, _ app: (_ columns: Int, _ rows: Int) throws -> App) throws {
        let now = try sizes.map { columns, rows in
            var app = try app(columns, rows)
            app.recomputeLists()
            return "== \(columns)x\(rows)\n" + app.lines.joined(separator: "\n") + "\n"
        }.joined()
        let file = folder.appendingPathComponent(name + ".txt")
        if ProcessInfo.processInfo.environment["SCANCONFIG_RECORD_FRAMES"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try now.write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        let differing = zip(golden.split(separator: "\n"), now.split(separator: "\n")).first { $0 != $1 }
        #expect(golden == now, "\(name): \(differing.map { "'\($0)' is now '\($1)'" } ?? "another number of lines")")
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Frames")
}
