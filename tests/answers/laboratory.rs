//! The answers of “From laboratory to listing”.

use crate::Check;
use crate::records::in_order;

const FACES: &str = "deepid-face-recognition";
const FANO: &str = "fano-labs";
const GRANTS: &str = "tsssu";
const ACCELERATOR: &str = "hkai-lab";
const CHAPTER: &str = "hkex-chapter-18c";
const QUANTUMPHARM: &str = "quantumpharm-xtalpi-listing";
const SENSETIME: &str = "sensetime";
const INSILICO: &str = "insilico-medicine";

pub const CHECKS: [Check; 8] = [
    (1, |records| {
        let says = |words| records.say(FACES, words);
        vec![
            ("harder pictures", says("harder")),
            (
                "says little about real use",
                says("a laboratory test often says little about real use"),
            ),
            (
                "had not used deep learning",
                !says("rested on deep learning"),
            ),
            (
                "97.53%",
                says("People score 97.53% on it, and the CUHK system scored 99.15%"),
            ),
            (
                "small sets of faces are far easier to match",
                says("small sets of faces are far easier to match"),
            ),
        ]
    }),
    (2, |records| {
        let from_elsewhere = |id| {
            let university = "of the Chinese University of Hong Kong";
            !["professor", "doctoral graduate"]
                .iter()
                .any(|who| records.say(id, &format!("founded by a {who} {university}")))
        };
        vec![
            ("SmartMore", from_elsewhere("smartmore")),
            (
                "Cornerstone Robotics",
                from_elsewhere("cornerstone-robotics"),
            ),
            (
                "Fano Labs",
                from_elsewhere(FANO)
                    && records.say(FANO, "graduate of HKU and his supervisor found the company"),
            ),
            ("Imsight", from_elsewhere("imsight-medical")),
            (
                "in 2015",
                records.day(FANO, "his supervisor found the company") == "2015",
            ),
        ]
    }),
    (3, |records| {
        let rule = "a start-up may receive up to HK$1.5 million a year for at most three years";
        assert!(records.say(GRANTS, rule));
        let most = 3 * 1_500_000;
        let ceiling =
            &records.sum(GRANTS, "Yearly ceiling for each university since 2023-24")["hkd"];
        vec![
            ("HK$1.5 million", most == 1_500_000),
            ("HK$4.5 million", most == 4_500_000),
            ("HK$8 million", most == 8_000_000),
            (
                "from 2019-20",
                records.say(GRANTS, "each university to HK$8 million, from 2019-20"),
            ),
            ("HK$16 million", *ceiling == 16_000_000),
        ]
    }),
    (4, |records| {
        assert!(records.say(
            ACCELERATOR,
            "US$100,000 from the Alibaba fund in return for a 6% stake"
        ));
        let whole = 100_000.0 * 100.0 / 6.0;
        let is_about = |dollars: f64| (whole - dollars).abs() < 50_000.0;
        vec![
            ("About US$1.7 million", is_about(1_700_000.0)),
            ("About US$600,000", is_about(600_000.0)),
            ("About US$6 million", is_about(6_000_000.0)),
        ]
    }),
    (5, |records| {
        let says = |words| records.say(CHAPTER, words);
        let early = says("lets technology companies go public before they make a profit");
        let first = records.day(
            CHAPTER,
            "QuantumPharm, a drug discovery firm, becomes the first",
        );
        vec![
            ("on the first day", says("first day")),
            (
                "less than the threshold",
                !says("At first a company needed a value of HK$10 billion"),
            ),
            (
                "before they make a profit",
                early
                    && records.say(
                        QUANTUMPHARM,
                        "Its loss had widened to RMB 522 million in 2023",
                    ),
            ),
            (
                "in June 2024",
                first == records.field(QUANTUMPHARM, "start") && first.starts_with("2024-06"),
            ),
            (
                "31 March 2023",
                records.field(CHAPTER, "start") == "2023-03-31",
            ),
        ]
    }),
    (6, |records| {
        let list = records.day(SENSETIME, "puts it on the entity list");
        let ban = records.day(SENSETIME, "announces an investment ban");
        let listing = records.day(SENSETIME, "shares begin trading in Hong Kong");
        vec![
            (
                "Entity list, then investment ban, then listing",
                in_order(&[list, ban, listing]),
            ),
            (
                "Listing, then entity list, then investment ban",
                in_order(&[listing, list, ban]),
            ),
            (
                "Investment ban, then listing, then entity list",
                in_order(&[ban, listing, list]),
            ),
            ("in 2019", list == "2019"),
            ("10 December 2021", ban == "2021-12-10"),
            ("30 December", listing == "2021-12-30"),
        ]
    }),
    (7, |records| {
        let says = |words| records.say(INSILICO, words);
        let lapsed = says("Three listing applications lapsed before the fourth went through");
        let fell = says("Revenue in the first half of 2025 fell by 54%");
        vec![
            ("accepted at the first application", !lapsed),
            (
                "Three applications had lapsed",
                lapsed && says("The company lost US$19.22 million"),
            ),
            (
                "never planned to list anywhere else",
                !says("after an earlier plan for New York"),
            ),
            ("54 per cent lower", fell),
            (
                "in December 2025",
                records
                    .day(INSILICO, "Trading begins on the Main Board")
                    .starts_with("2025-12"),
            ),
        ]
    }),
    (8, |records| {
        let part = "a comparatively weak part";
        vec![
            (part, records.say("raise-plus", part)),
            (
                "at least 100 teams",
                records.say("raise-plus", "At least 100 teams"),
            ),
            (
                "HK$10 million to HK$100 million",
                records.say(
                    "raise-plus",
                    "between HK$10 million and HK$100 million each",
                ),
            ),
            (
                "put off some Western investors",
                records.say("miro-ai", "put off some Western investors"),
            ),
        ]
    }),
];
