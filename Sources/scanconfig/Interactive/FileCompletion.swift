import AWSClient
import Glibc
import TextSafety

/// The files and folders whose path begins with a text, for Tab.
struct FileCompletion {
    /// The paths, spelled as the text is; folders end in a slash.
    let paths: [String]

    /// How many entries of a folder are looked at, and how many are offered.
    private static let (most, offered) = (20_000, 200)

    /// Looks in one folder. Hidden entries count only where the text begins one; names that a screen cannot show exactly never do.
    init(_ text: String, _ environment: AWSClient.Environment) {
        if text == "~" {
            paths = ["~/"]
            return
        }
        let end = text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex
        let (folder, beginning) = (String(text[..<end]), String(text[end...]))
        let place = folder.isEmpty ? "." : environment.expanded(folder)
        let names = Self.entries(of: place).filter { name in
            name.hasPrefix(beginning) && (beginning.hasPrefix(".") || !name.hasPrefix(".")) && name.terminalSafe == name
        }
        paths = names.sorted().prefix(Self.offered).map { name in
            folder + name + (Self.isFolder(place + "/" + name) ? "/" : "")
        }
    }

    private static func entries(of folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while names.count < most, let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            if let name, name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
