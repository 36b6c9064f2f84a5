//! The answers of “Who decides what is fair?”.

use crate::Check;
use crate::records::{in_order, numbers};

const FRAMEWORK: &str = "ethical-ai-framework";
const GENERATIVE: &str = "dpo-genai-guideline";
const MODEL: &str = "pcpd-ai-model-framework";
const ROUNDS: &str = "pcpd-ai-compliance-checks";
const CAMERAS: &str = "police-smartview-cctv";
const TOOLKIT: &str = "pcpd-deepfake-toolkit-schools";
const COURSEWORK: &str = "hkeaa-ai-in-school-based-assessment";
const HKU: &str = "hku-genai-policy";
const HKUST: &str = "hkust-genai-in-teaching";

pub const CHECKS: [Check; 8] = [
    (1, |records| {
        let no_fines = records.say(GENERATIVE, "sets no penalties of its own");
        let no_force = records.say(FRAMEWORK, "has no force of law");
        let no_duties = records.say(
            MODEL,
            "is no law and adds no binding duties to those of the privacy ordinance",
        );
        let for_schools = |id| records.say(id, "school");
        vec![
            (
                "only for schools",
                [FRAMEWORK, GENERATIVE, MODEL].into_iter().all(for_schools),
            ),
            ("none of them is a law", no_fines && no_force && no_duties),
            ("is fined", !no_fines),
        ]
    }),
    (2, |records| {
        let in_force =
            |id| records.field(id, "status") == "active" && records.field(id, "start") < "2025";
        let vehicles = "autonomous-vehicle-regulation";
        vec![
            ("self-driving vehicles", in_force(vehicles)),
            ("copyright exception", in_force("copyright-ai-consultation")),
            ("sexual images", in_force("sexual-offences-ai-law-reform")),
            (
                "1 March 2024",
                records.field(vehicles, "start") == "2024-03-01",
            ),
            (
                "by August 2025",
                records.say(
                    "copyright-ai-consultation",
                    "By August 2025 none had been tabled",
                ),
            ),
            (
                "no law specifically forbids",
                records.say(
                    "sexual-offences-ai-law-reform",
                    "no law specifically forbids",
                ),
            ),
        ]
    }),
    (3, |records| {
        let differ = records.say(ROUNDS, "The 2026 round added five sectors");
        let begun = ["The second round begins", "The third round begins"];
        let sixty = begun.map(|words| numbers(records.text(ROUNDS, words)).contains(&60));
        let figures = numbers(records.text(ROUNDS, "AI was in daily use"));
        let [before, _, users, asked, share, _] = figures[..] else {
            panic!("{figures:?}")
        };
        vec![
            ("95 minus 80", !differ),
            ("Yes, because both rounds checked 60", !differ),
            ("the 2026 round added five sectors", differ),
            ("Both rounds checked 60 organisations", sixty == [true; 2]),
            (
                "80% of the organisations checked in 2025 and at 95% in 2026",
                before == 80 && share == 95 && users * 100 == share * asked,
            ),
        ]
    }),
    (4, |records| {
        let guidance = records.text(CAMERAS, "guidance asks for");
        vec![
            ("vote among the residents", guidance.contains("vote")),
            (
                "Strong justification",
                guidance
                    .contains("strong justification before CCTV is combined with face recognition"),
            ),
            ("899 cases", guidance.contains("899")),
            (
                "In February 2026",
                records.say(CAMERAS, "In February 2026 the police were still settling"),
            ),
        ]
    }),
    (5, |records| {
        let answer = records.text(TOOLKIT, "The honorary chairman of an association of heads");
        let agrees = answer.contains("agrees with its aim");
        vec![
            ("With a refusal", !agrees),
            ("a ban on all pictures", answer.contains("ban ")),
            (
                "agreement on the aim",
                agrees && answer.contains("asks for time and balance"),
            ),
            (
                "few parents object",
                answer.contains("few parents object to pictures online"),
            ),
        ]
    }),
    (6, |records| {
        let says = |words| records.say(COURSEWORK, words);
        let named =
            says("must name it and sum up how it was used and what it gave. The output is kept");
        vec![
            ("Name the tool", named),
            ("Nothing, as long", !named),
            ("into other words", says("other words") || says("paraphras")),
            (
                "known only from press reports of 2023",
                says("known from press reports of October 2023"),
            ),
        ]
    }),
    (7, |records| {
        let banned = records.day(HKU, "bans ChatGPT and other AI tools");
        let ended = records.day(HKU, "announces the end of the ban");
        let free = records.day(HKUST, "gives teachers freedom to set their own rules");
        vec![
            (
                "banned the tools as well",
                !records.say(HKUST, "contrasted with the ban then in force at HKU"),
            ),
            ("but not teachers", records.say(HKUST, "not teachers")),
            ("teachers set the rules", in_order(&[banned, free, ended])),
            (
                "equal access and fair",
                records.say(
                    HKU,
                    "equal access for students or fair and secure examinations",
                ),
            ),
        ]
    }),
    (8, |records| {
        let few = "breaking a guideline has few consequences";
        vec![
            (few, records.say("consumer-council-ethical-ai-study", few)),
            (
                "a living one",
                records.say(GENERATIVE, "called it a living guideline"),
            ),
            (
                "every year or sooner",
                records.say(GENERATIVE, "plans to update it every year or sooner"),
            ),
            (
                "no law made for AI itself",
                records.say("doj-ai-law-review", "no law made for AI itself"),
            ),
            (
                "a group led by the Department of Justice",
                records.say("doj-ai-law-review", "led by the Department of Justice"),
            ),
        ]
    }),
];
