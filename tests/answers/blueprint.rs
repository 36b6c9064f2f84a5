//! The answers of “From the Smart City Blueprint to AI+”.

use crate::Check;
use crate::records::in_order;

const BUREAU: &str = "innovation-and-technology-bureau";
const PLAN: &str = "policy-address-2017-innovation-plan";
const FIRST: &str = "smart-city-blueprint-2017";
const SECOND: &str = "smart-city-blueprint-2";
const CENTRE: &str = "cyberport-ai-supercomputing-centre";
const INSTITUTE: &str = "hong-kong-ai-research-and-development-institute";
const LAMPPOSTS: &str = "multi-functional-smart-lampposts";
const SUBSIDY: &str = "ai-subsidy-scheme";
const AI_PLUS: &str = "policy-address-2025-ai-plus";
const TEAM: &str = "ai-efficacy-enhancement-team";

pub const CHECKS: [Check; 7] = [
    (1, |records| {
        let start = |id| records.field(id, "start");
        let order = |ids: [&'static str; 3]| in_order(&ids.map(start));
        vec![
            (
                "Blueprint, then bureau, then Policy Address",
                order([FIRST, BUREAU, PLAN]),
            ),
            (
                "Policy Address plan, then blueprint, then bureau",
                order([PLAN, FIRST, BUREAU]),
            ),
            (
                "Bureau, then Policy Address plan, then blueprint",
                order([BUREAU, PLAN, FIRST]),
            ),
            ("formed in 2015", start(BUREAU).starts_with("2015")),
            (
                "eight areas in October 2017",
                start(PLAN).starts_with("2017-10") && records.say(PLAN, "eight areas"),
            ),
            ("15 December 2017", start(FIRST) == "2017-12-15"),
        ]
    }),
    (2, |records| {
        let blueprint = records.field(FIRST, "start");
        let proposed = records.day(CENTRE, "proposes a feasibility study");
        let added = records.say(SECOND, "Among the additions are a Smart Traffic Fund");
        vec![
            ("supercomputing", in_order(&[proposed, blueprint])),
            (
                "electronic identity",
                records.say(
                    FIRST,
                    "planned a single electronic identity for all residents",
                ),
            ),
            (
                "Smart Traffic Fund",
                records.say(FIRST, "Traffic Fund") || !added,
            ),
            (
                "opened in December 2020",
                records
                    .day("iam-smart", "can download the app")
                    .starts_with("2020-12"),
            ),
            ("proposed in February 2023", proposed == "2023-02"),
        ]
    }),
    (3, |records| {
        let set_aside = records.day(INSTITUTE, "sets aside HK$1 billion");
        vec![
            (
                "COVID-19",
                records.say(
                    SECOND,
                    "A new chapter deals with technology against COVID-19",
                ),
            ),
            ("Generative AI", records.say(SECOND, "enerative AI")),
            (
                "institute for AI research",
                in_order(&[set_aside, records.field(SECOND, "start")]),
            ),
            (
                "home quarantine",
                records.say(
                    SECOND,
                    "home quarantine and for notifying people of exposure",
                ),
            ),
            (
                "2025-26 Budget",
                records.say(INSTITUTE, "The 2025-26 Budget sets aside"),
            ),
        ]
    }),
    (4, |records| {
        let is_complete = records.field(LAMPPOSTS, "status") == "completed"
            && records
                .day(LAMPPOSTS, "completed with over 400 lampposts")
                .starts_with("2023");
        let denied = records.say(LAMPPOSTS, "denied that the posts could recognise faces");
        vec![
            ("given up after 2019", !is_complete),
            ("with face recognition", is_complete && !denied),
            (
                "without the cameras",
                is_complete && records.say(LAMPPOSTS, "the cameras were dropped"),
            ),
            ("Only the first 50", !is_complete),
            (
                "An expert committee backed",
                records.say(LAMPPOSTS, "backs the scheme without cameras"),
            ),
            (
                "a legislator’s question of 2024",
                records.say(LAMPPOSTS, "a legislator’s question of May 2024"),
            ),
        ]
    }),
    (5, |records| {
        let most = records.say(
            SUBSIDY,
            "Approved users normally get 70% of the list price of computing power",
        );
        let goes_on = records.field(SUBSIDY, "status") == "active";
        vec![
            ("and then ended", !goes_on),
            ("most of its price for approved users", most && goes_on),
            ("trains the people", records.say(SUBSIDY, "train")),
            (
                "7 October 2024",
                records.day(SUBSIDY, "opens for applications") == "2024-10-07",
            ),
            (
                "9 December 2024",
                records.day(CENTRE, "The first phase opens") == "2024-12-09",
            ),
        ]
    }),
    (6, |records| {
        let supports = records.text(AI_PLUS, "Among the supports that it listed");
        let is_missing = |words| !supports.contains(words);
        vec![
            (
                "AI research institute",
                is_missing("an AI research institute"),
            ),
            (
                "data park at Sandy Ridge",
                is_missing("a data park at Sandy Ridge"),
            ),
            (
                "Smart Traffic Fund",
                is_missing("Traffic Fund") && records.say(SECOND, "a Smart Traffic Fund"),
            ),
            (
                "research scheme of HK$3 billion",
                is_missing("a HK$3 billion research scheme"),
            ),
        ]
    }),
    (7, |records| {
        let early = "at this early stage would limit progress";
        vec![
            (
                "at least 200 government processes by the end of 2027",
                records.say(TEAM, "at least 200 by the end of 2027"),
            ),
            (
                "more than 40 of its 76 measures",
                records.say(FIRST, "Of its 76 measures, more than 40 were finished"),
            ),
            (
                "the aim was better service",
                records.say(TEAM, "the aim was better service"),
            ),
            (early, records.say(AI_PLUS, early)),
        ]
    }),
];
