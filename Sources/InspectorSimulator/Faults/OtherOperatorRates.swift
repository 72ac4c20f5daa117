/// How often another operator changes associations while the client works.
package struct OtherOperatorRates: Equatable, Sendable {
    /// Share of pages of association listings, from the second page on, before which it acts on the configuration listed. Of two
    /// listings of a configuration that reach the client whole, one after the other, it leaves one alone.
    package var betweenPages = 0.0
    /// Share of association listings after whose end it acts on the configuration listed.
    package var betweenListings = 0.0
    /// Share of batch calls after whose effect it acts on some configuration.
    package var afterBatches = 0.0
    /// How many associations it changes at most at a time; one half is dissolved, the other made.
    package var changes = 3

    /// Whether it does nothing by chance.
    package var isIdle: Bool { betweenPages == 0 && betweenListings == 0 && afterBatches == 0 }
}
