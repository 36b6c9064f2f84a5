//! The answers of “Who pays for AI?”.

use crate::Check;

const CORPORATION: &str = "hkic";
const OFFICE: &str = "oases";
const PACKAGE: &str = "budget-2018-innovation-package";
const CLUSTERS: &str = "innohk";
const SUBSIDY: &str = "ai-subsidy-scheme";
const SCHOOLS: &str = "cuhk-jc-ai-for-the-future";
const MODULE: &str = "edb-ai-module-junior-secondary";
const LISTINGS: &str = "hkex-ai-listings-january-2026";

pub const CHECKS: [Check; 7] = [
    (1, |records| {
        let held = records.sum(CORPORATION, "Total assets at the end of 2024");
        let promised = records.sum(OFFICE, "planned by the attracted firms");
        let largest = records.by_largest_sum();
        vec![
            (
                "US dollars",
                held["hkd"].is_null() || promised["hkd"].is_null(),
            ),
            (
                "what the attracted firms plan to invest",
                promised["kind"] == "planned",
            ),
            ("already been paid back", held["kind"] != "holding"),
            ("The first two are", largest[..2] == [CORPORATION, OFFICE]),
            (
                "about HK$64 billion",
                held["hkd"]
                    .as_u64()
                    .is_some_and(|hkd| hkd / 1_000_000_000 == 64),
            ),
            ("over HK$60 billion", promised["hkd"] == 60_000_000_000_u64),
            (
                "HK$62 billion of public money",
                records.sum(CORPORATION, "Starting capital")["hkd"] == 62_000_000_000_u64,
            ),
        ]
    }),
    (2, |records| {
        let part = records.sum(CLUSTERS, "Earmarked in the 2018-19 Budget");
        let is_part = part["part_of"]["id"] == PACKAGE;
        let same = records.sum(PACKAGE, "Two research clusters")["hkd"] == part["hkd"];
        let by_government = part["from"][0] == "hksar-government";
        vec![
            ("HK$60 billion", !is_part),
            ("partners from abroad", !by_government),
            ("part of the package", is_part && same),
            ("HK$10 billion", part["hkd"] == 10_000_000_000_u64),
            (
                "HK$50 billion",
                records.sum(PACKAGE, "The whole package")["hkd"] == 50_000_000_000_u64,
            ),
        ]
    }),
    (3, |records| {
        assert!(records.say(SUBSIDY, "Approved users normally get 70% of the list price"));
        let paid = 1_000_000 * (100 - 70) / 100;
        vec![
            ("HK$300,000", paid == 300_000),
            ("HK$500,000", paid == 500_000),
            ("HK$700,000", paid == 700_000),
            (
                "up to 90%",
                records.say(SUBSIDY, "Up to 90% is possible in exceptional cases"),
            ),
            (
                "a committee appointed by the government",
                records.say(SUBSIDY, "A committee appointed by the government"),
            ),
        ]
    }),
    (4, |records| {
        // What the government pays for six private dollars.
        let rules = [
            (
                "itvf",
                "each government dollar meets three from the market",
                2,
            ),
            (
                "new-industrialisation-acceleration-scheme",
                "one dollar for every two it spends",
                3,
            ),
            ("tsssu", "matches private investment dollar for dollar", 6),
        ];
        let [fund, acceleration, grants] = rules.map(|(id, rule, pays)| {
            assert!(records.say(id, rule), "{id}: {rule}");
            pays
        });
        let most = fund.max(acceleration).max(grants);
        vec![
            ("Venture Fund", fund == most),
            ("Acceleration Scheme", acceleration == most),
            ("TSSSU+", grants == most),
        ]
    }),
    (5, |records| {
        let source = records.say(
            MODULE,
            "comes from two charity-funded projects: AI for secondary schools",
        );
        let adapted = records.say(SCHOOLS, "has been adapted in the official AI module");
        vec![
            ("sold to a publisher", records.say(SCHOOLS, "publisher")),
            ("basis of the official AI module", source && adapted),
            (
                "six pioneer schools only",
                !records.say(SCHOOLS, "Sixty-three schools took part"),
            ),
            (
                "In May 2023",
                records.day(SCHOOLS, "distilling").starts_with("2023-05"),
            ),
            (
                "more than 450 public secondary schools",
                records.say(MODULE, "more than 450 public secondary schools"),
            ),
        ]
    }),
    (6, |records| {
        let sums = records.dollars(LISTINGS);
        let together: u64 = sums.iter().sum();
        let is_profit = records.say(LISTINGS, "profit");
        vec![
            (
                "raised HK$18.21 billion together",
                together == 18_210_000_000 && sums.len() == 4,
            ),
            ("a profit of HK$18.21 billion", is_profit),
            ("raised HK$5.58 billion together", together == 5_580_000_000),
            (
                "5.58, 4.35, 4.80 and 3.48",
                sums == [5_580_000_000, 4_350_000_000, 4_800_000_000, 3_480_000_000],
            ),
            (
                "that of Biren",
                records.sum(LISTINGS, "Raised by Biren")["hkd"].as_u64()
                    == sums.iter().max().copied(),
            ),
        ]
    }),
    (7, |records| {
        let secret = "kept the details confidential";
        vec![
            (
                "a lack of transparency",
                records.say(CORPORATION, "lacks transparency"),
            ),
            (
                "undisclosed details",
                records.say(CORPORATION, "doubts over undisclosed details"),
            ),
            (secret, records.say("smartmore", secret)),
            (
                "in July 2024",
                records.say("smartmore", "When a lawmaker asked in July 2024"),
            ),
            (
                "first annual report in December 2025",
                records
                    .day(CORPORATION, "first annual report")
                    .starts_with("2025-12"),
            ),
        ]
    }),
];
