import InspectorCore

extension ProjectIndex: ProjectTextSearch {
    /// Looks the text up in the order of memory, which is several times as fast as in the order of rows.
    func find(_ text: SearchText, in place: ProjectTextPlace, among projects: [ResourceNumber]?, _ found: (ResourceNumber) -> Void) {
        let idPart = text.idPart?.bytes ?? []
        withTexts { texts in
            text.bytes.withUnsafeBufferPointer { text in
                idPart.withUnsafeBufferPointer { id in
                    let search = ProjectSearch(texts: texts, place: place, text: text, idPart: id.isEmpty ? nil : id)
                    if let projects { search.find(among: projects, found) } else { search.find(among: 0..<ResourceNumber(count), found) }
                }
            }
        }
    }

    /// Whether the project's name or id has the text.
    func matches(_ number: ResourceNumber, _ text: SearchText) -> Bool {
        var isFound = false
        find(text, in: .nameOrID, among: [number]) { _ in isFound = true }
        return isFound
    }
}

/// The texts of all projects with one to look for.
private struct ProjectSearch {
    let texts: ProjectTexts
    let place: ProjectTextPlace
    let text: UnsafeBufferPointer<UInt8>
    let idPart: UnsafeBufferPointer<UInt8>?

    @inline(__always)
    func find(among projects: some Collection<ResourceNumber>, _ found: (ResourceNumber) -> Void) {
        for project in projects where isFound(in: texts.places[Int(project)]) { found(project) }
    }

    private func isFound(in project: ProjectPlace) -> Bool {
        if place != .id, texts.names.contains(text, in: project.name) { return true }
        guard place != .name else { return false }
        return texts.ids.contains(text, in: project.id) || (idPart.map { texts.ids.contains($0, in: project.id) } ?? false)
    }
}
