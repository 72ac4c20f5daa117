import Foundation

/// An answer as Foundation reads it, reduced to what tests compare.
protocol AnswerMirror: Decodable, Equatable {}

/// The union of a resource: its project's id, or nothing for another member.
private struct ResourceMirror: Decodable {
    let projectId: String?

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        let names = try container.allKeys.filter { try !container.decodeNil(forKey: $0) }
        let isProject = names.map(\.stringValue) == ["projectId"]
        projectId = isProject ? try container.decode(String.self, forKey: names[0]) : nil
    }
}

struct ConfigurationsMirror: AnswerMirror {
    struct Row: Decodable, Equatable {
        let scanConfigurationArn: String
        let name: String?
        let ruleSetCategories: [String]?
        let scope: String?

        init(scanConfigurationArn: String, name: String, ruleSetCategories: [String], scope: String?) {
            (self.scanConfigurationArn, self.name, self.ruleSetCategories) = (scanConfigurationArn, name, ruleSetCategories)
            self.scope = scope
        }

        private enum CodingKeys: String, CodingKey {
            case scanConfigurationArn, name, ruleSetCategories, scopeSettings, ownerAccountId, periodicScanFrequency
            case frequencyExpression, continuousIntegrationScanSupportedEvents
        }

        private struct Scope: Decodable {
            let projectSelectionScope: String?
        }

        init(from decoder: any Decoder) throws {
            let row = try decoder.container(keyedBy: CodingKeys.self)
            scanConfigurationArn = try row.decode(String.self, forKey: .scanConfigurationArn)
            name = try row.decodeIfPresent(String.self, forKey: .name) ?? scanConfigurationArn
            ruleSetCategories = try row.decodeIfPresent([String].self, forKey: .ruleSetCategories) ?? []
            scope = try row.decodeIfPresent(Scope.self, forKey: .scopeSettings)?.projectSelectionScope
            for key in [CodingKeys.ownerAccountId, .periodicScanFrequency, .frequencyExpression] {
                _ = try row.decodeIfPresent(String.self, forKey: key)
            }
            _ = try row.decodeIfPresent([String].self, forKey: .continuousIntegrationScanSupportedEvents)
        }
    }

    let configurations: [Row]?
    let nextToken: String?
}

struct AssociationsMirror: AnswerMirror {
    struct Row: Decodable, Equatable {
        let projectId: String?

        init(projectId: String?) { self.projectId = projectId }

        private enum CodingKeys: CodingKey {
            case resource
        }

        init(from decoder: any Decoder) throws {
            let row = try decoder.container(keyedBy: CodingKeys.self)
            projectId = try row.decodeIfPresent(ResourceMirror.self, forKey: .resource)?.projectId
        }
    }

    let associations: [Row]?
    let nextToken: String?
}

struct CoverageMirror: AnswerMirror {
    struct Row: Decodable, Equatable {
        let resourceId: String?
        let projectName: String?

        init(resourceId: String?, projectName: String?) { (self.resourceId, self.projectName) = (resourceId, projectName) }

        private enum CodingKeys: CodingKey {
            case resourceId, resourceMetadata
        }

        /// What cannot be read is absent, and costs no more than itself.
        private struct Metadata: Decodable {
            struct Repository: Decodable {
                let projectName: String?

                init(from decoder: any Decoder) throws {
                    projectName = try? decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(String.self, forKey: .projectName)
                }

                private enum CodingKeys: CodingKey {
                    case projectName
                }
            }

            let codeRepository: Repository?

            init(from decoder: any Decoder) throws {
                codeRepository = try? decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(Repository.self, forKey: .codeRepository)
            }

            private enum CodingKeys: CodingKey {
                case codeRepository
            }
        }

        init(from decoder: any Decoder) throws {
            let row = try decoder.container(keyedBy: CodingKeys.self)
            resourceId = try? row.decodeIfPresent(String.self, forKey: .resourceId)
            projectName = (try? row.decodeIfPresent(Metadata.self, forKey: .resourceMetadata))?.codeRepository?.projectName
        }
    }

    let coveredResources: [Row]?
    let nextToken: String?
}

struct BatchMirror: AnswerMirror {
    struct Entry: Decodable, Equatable {
        let scanConfigurationArn: String?
        let projectId: String?
        let statusCode: String?
        let statusMessage: String?

        init(scanConfigurationArn: String?, projectId: String?, statusCode: String? = nil, statusMessage: String? = nil) {
            (self.scanConfigurationArn, self.projectId) = (scanConfigurationArn, projectId)
            (self.statusCode, self.statusMessage) = (statusCode, statusMessage)
        }

        private enum CodingKeys: CodingKey {
            case scanConfigurationArn, resource, statusCode, statusMessage
        }

        init(from decoder: any Decoder) throws {
            let entry = try decoder.container(keyedBy: CodingKeys.self)
            scanConfigurationArn = try entry.decodeIfPresent(String.self, forKey: .scanConfigurationArn)
            projectId = try entry.decodeIfPresent(ResourceMirror.self, forKey: .resource)?.projectId
            let isFailure = decoder.codingPath.first?.stringValue == "failedAssociations"
            statusCode = isFailure ? try entry.decodeIfPresent(String.self, forKey: .statusCode) : nil
            statusMessage = isFailure ? try entry.decodeIfPresent(String.self, forKey: .statusMessage) : nil
        }
    }

    let successfulAssociations: [Entry]?
    let failedAssociations: [Entry]?
}
