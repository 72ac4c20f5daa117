import AWSClient
import Runtime

/// The run that is watched, as its journal and the service know it.
package struct WatchedRun: WatchSurroundings {
    /// What its journal tells, with what later runs did to its targets.
    package let record: RunRecord
    private let store: JournalStore
    private let inspector: Inspector

    /// Reads a run's journal without touching it.
    package init(_ runId: String, in store: JournalStore, inspector: Inspector) throws(JournalError) {
        let record = try store.open(runId)
        if let reason = record.distrust { throw .distrusted(path: record.journal, reason: reason) }
        self.record = record.with(store.laterRuns(than: record))
        (self.store, self.inspector) = (store, inspector)
    }

    package func defaultConfigurations() async -> Set<String>? {
        let retries = PageRetryPolicy(clock: EventLoopClock())
        let pages = Pages("ListCodeSecurityScanConfigurations", of: inspector, limits: .configurations, retries: retries)
        var defaults: Set<String> = []
        do throws(ListingError) {
            try await pages.follow { token throws(CallError) in
                let page = try await inspector.listCodeSecurityScanConfigurations(maxResults: ServiceLimits.pageSize, nextToken: token)
                return ListedPage(page.configurations ?? [], page.nextToken)
            } _: { configurations, _ in
                defaults.formUnion(configurations.lazy.filter(\.isDefault).map(\.scanConfigurationArn))
            }
            return defaults
        } catch {
            return nil
        }
    }

    @DiskActor package func laterChanges() async -> [Int: LaterChange] { store.laterRuns(than: record).changes }

    /// The journal is locked for as long as the sentence is written, so that a resume or an undo can begin at any time. What another watch
    /// has recorded already, at whatever moment it was listed, is not recorded again.
    package func record(_ remark: String) async -> String? {
        do throws(JournalError) {
            let (journal, now) = try await store.hold(record.runId)
            do throws(JournalError) {
                if !now.remarks.contains(where: { $0.withoutMomentOfListing == remark.withoutMomentOfListing }) {
                    try await journal.record(.remark(remark, ofListings: true))
                }
            } catch {
                await journal.close()
                throw error
            }
            await journal.close()
            return nil
        } catch {
            return error.words
        }
    }

    package func reloadCredentials() async { await inspector.client.reloadCredentials() }
}
