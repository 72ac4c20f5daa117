import Foundation
import Testing
import TextSafety

@testable import AWSClient

@Suite struct EndpointRulesTests {
    static let inspector2 = Service(
        signingName: "inspector2", endpointPrefix: "inspector2", environmentSuffix: "INSPECTOR2", configurationKey: "inspector2")

    @Test(.enabled(if: TestData.isWanted)) func aWSsCases() throws {
        let cases = try #require(TestData.json("endpoints/endpoint-tests-1.json")["testCases"] as? [[String: Any]])
        #expect(cases.count == 39)
        for given in cases {
            let name = given["documentation"] as? String ?? ""
            let parameters = given["params"] as? [String: Any] ?? [:]
            let expected = try #require(given["expect"] as? [String: Any])
            let result = Result { () throws(SettingsError) in
                try EndpointRules.resolve(
                    Self.inspector2, region: parameters["Region"] as? String, useFIPS: parameters["UseFIPS"] as? Bool ?? false,
                    useDualStack: parameters["UseDualStack"] as? Bool ?? false,
                    custom: (parameters["Endpoint"] as? String).map { Endpoint(url: $0, isCustom: true, source: "test") })
            }
            switch result {
            case .success(let endpoint):
                #expect(endpoint.url == (expected["endpoint"] as? [String: String])?["url"], "\(name)")
            case .failure(let error):
                let words = try #require(expected["error"] as? String, "\(name)")
                #expect(error.sentence.contains(words) || (error == .missingRegion(profile: "default") && words.contains("Missing Region")))
            }
        }
    }

    @Test(.enabled(if: TestData.isWanted)) func thePartitionTableIsAWSs() throws {
        let table = try #require(TestData.json("endpoints/partitions.json")["partitions"] as? [[String: Any]])
        #expect(table.compactMap { $0["id"] as? String } == Partition.all.map(\.id))
        for (row, partition) in zip(table, Partition.all) {
            let outputs = try #require(row["outputs"] as? [String: Any])
            #expect(outputs["dnsSuffix"] as? String == partition.dnsSuffix)
            #expect(outputs["dualStackDnsSuffix"] as? String == partition.dualStackDnsSuffix)
            let pattern = try Regex(row["regionRegex"] as? String ?? "")
            let known = try #require(row["regions"] as? [String: Any]).keys.sorted()
            for region in known { #expect(Partition.of(region: region).id == partition.id, "\(region)") }
            for region in Self.probes { #expect(partition.matches(region) == (region.wholeMatch(of: pattern) != nil), "\(region)") }
        }
    }

    private static let probes = [
        "us-east-1", "us-gov-west-1", "us-iso-east-1", "us-isob-east-1", "us-isof-south-9", "eu-isoe-west-1", "eu-west-12", "us-east",
        "cn-north-1", "eusc-de-east-1", "eusc-fr-east-1", "us--1", "us-east-1a", "mx-central-1", "zz-east-1", "us-ea_st-1", "eu-1",
    ]

    @Test func stsKeepsItsOwnNameForFIPSInGovCloudSignInHasItsOwnHosts() throws {
        let sts = try EndpointRules.resolve(.sts, region: "us-gov-west-1", useFIPS: true, useDualStack: false)
        #expect(sts.url == "https://sts.us-gov-west-1.amazonaws.com")
        let fips = try EndpointRules.resolve(.sts, region: "us-east-1", useFIPS: true, useDualStack: false)
        #expect(fips.url == "https://sts-fips.us-east-1.amazonaws.com")
        let signin = try EndpointRules.resolve(.signin, region: "eu-west-1", useFIPS: false, useDualStack: false)
        #expect(signin.url == "https://eu-west-1.signin.aws.amazon.com")
        let portal = try EndpointRules.resolve(.sso, region: "eu-west-1", useFIPS: false, useDualStack: true)
        #expect(portal.url == "https://portal.sso.eu-west-1.api.aws")
    }
}
