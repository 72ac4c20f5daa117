import AWSClient
import Testing
import TextSafety

@testable import InspectorCore

/// Listings that never end, in words and in bounded time; and long ones that do.
@Suite struct EndlessListingTests {
    private static let operation = "ListCodeSecurityScanConfigurationAssociations"

    /// The error that ends a listing of associations whose pages are made by `rows`; absent when it comes to its end.
    private func end(
        _ pages: Int = .max, _ rows: @escaping @Sendable (_ page: Int) -> [Int]
    ) async throws -> (error: ListingError?, pages: Int) {
        let transport = GeneratingTransport { page, _ in
            let list = rows(page).map { #"{"resource":{"projectId":"\#(MadePlan.projectId($0))"}}"# }.joined(separator: ",")
            return .json(#"{"associations":[\#(list)],"nextToken":\#(page < pages ? "\"\(page)\"" : "null")}"#)
        }
        let listing = AssociationListing(inspector: try transport.inspector())
        do throws(ListingError) {
            _ = try await listing.associations(of: MadePlan.arn(1))
            return (nil, transport.count)
        } catch {
            return (error, transport.count)
        }
    }

    @Test func emptyPagesForEverEnd() async throws {
        let (error, pages) = try await end { _ in [] }
        #expect(error == .endless(operation: Self.operation, .barrenPages(1_000)))
        #expect(pages == 1_000)
        #expect(error?.sentence == "\(Self.operation) does not come to an end: 1,000 pages in a row brought nothing new. Try again later.")
    }

    @Test func rowsThatComeAgainAndAgainEnd() async throws {
        let (error, pages) = try await end { [$0 % 7] }
        #expect(error == .endless(operation: Self.operation, .barrenPages(1_000)))
        #expect(pages < 2_100)
    }

    @Test func aFewEmptyPagesDoNotEndAListing() async throws {
        let (error, pages) = try await end(1_900) { $0 == 950 ? [1] : [] }
        #expect(error == nil && pages == 1_900)
    }

    @Test func manyPagesWithARowEachAreFollowedToTheEnd() async throws {
        let (error, pages) = try await end(4_000) { [$0] }
        #expect(error == nil && pages == 4_000)
    }

    @Test(arguments: [ListingLimits.configurations, .associations])
    func moreRowsThanTheServiceCanHaveEndAListing(limits: ListingLimits) throws {
        var course = ListingCourse<Int>(operation: "L", limits: limits)
        var (rows, error) = (0, ListingError?.none)
        while error == nil, rows < 100_000_000 {
            _ = course.take(Array(rows..<rows + 1_000))
            rows += 1_000
            do throws(ListingError) { _ = try course.checked("\(rows)") } catch let found { error = found }
        }
        #expect(error == .endless(operation: "L", .rows(limits.rows)))
        #expect(rows == limits.rows + 1_000)
    }

    @Test func whatTheServiceAllowsIsNotEndless() throws {
        for (limits, allowed) in [(ListingLimits.configurations, 502), (.associations, 100_000), (.coverage, 1_000_000)] {
            var course = ListingCourse<Int>(operation: "L", limits: limits)
            for row in stride(from: 0, to: allowed, by: 100) {
                _ = course.take(Array(row..<row + 100))
                _ = try course.checked("\(row)")
            }
        }
    }
}
