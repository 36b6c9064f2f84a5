//! The answers of “AI in the hospital”.

use crate::Check;
use crate::records::numbers;

const FILMS: &str = "ha-ai-chest-xray";
const WARNING: &str = "ha-ai-deterioration-warning";
const REPORTS: &str = "ha-genai-medical-reports";
const EYES: &str = "polyu-ai-diabetic-retinopathy-screening";
const VISION: &str = "cuhk-visionfm";
const LABORATORY: &str = "ha-data-collaboration-laboratory";

pub const CHECKS: [Check; 7] = [
    (1, |records| {
        let ahead = |id| records.say(id, "48 hours") || records.say(id, "two days");
        vec![
            ("chest X-rays", ahead(FILMS)),
            ("deterioration warning", ahead(WARNING)),
            ("medical reports", ahead(REPORTS)),
        ]
    }),
    (2, |records| {
        let more_people = records.say(
            FILMS,
            "remote reading by radiologists overseas and more radiology staff",
        );
        vec![
            (
                "ranks them by risk",
                records.say(FILMS, "sorts chest X-rays by risk"),
            ),
            ("by phone", records.say(FILMS, "phone")),
            ("no longer needed", !more_people),
            (
                "three cases",
                records.say(FILMS, "three cases in which doctors missed visible shadows"),
            ),
        ]
    }),
    (3, |records| {
        let followed_up = records.say(WARNING, "93% of the patients flagged needed follow-up");
        vec![
            ("only drafts reports", records.say(WARNING, "draft")),
            ("needed no follow-up", !followed_up),
            (
                "own and cover one month only",
                records.say(WARNING, "the hospital’s own, of one month"),
            ),
            (
                "25% shorter",
                records.say(WARNING, "25% shorter than a year earlier"),
            ),
            (
                "only of stays lengthened",
                records.say(WARNING, "only of stays lengthened by deterioration"),
            ),
        ]
    }),
    (4, |records| {
        let checked = records.say(REPORTS, "A doctor has to check and complete it");
        let human = "human expertise was still needed";
        vec![
            ("straight to the patient", !checked),
            ("Check each report and complete it", checked),
            ("Only put in the patient’s name", !checked),
            (human, records.say("mammography-ai-hong-kong", human)),
        ]
    }),
    (5, |records| {
        let figures = numbers(records.text(EYES, "people screened"));
        let [screened, _, flagged, confirmed] = figures[..] else {
            panic!("{figures:?}")
        };
        vec![
            ("In 8 of the 13", flagged == 13 && flagged - confirmed == 8),
            (
                "Of 320 people, 13 had the disease",
                screened == 320 && confirmed == 13,
            ),
            (
                "overlooked 8",
                records.say(EYES, "overlooked") || records.say(EYES, "missed"),
            ),
            ("13 of 320 people", (screened, flagged) == (320, 13)),
        ]
    }),
    (6, |records| {
        let says = |words| records.say(VISION, words);
        let device = |words| records.say("mdd-ai-medical-device-tr-008", words);
        vec![
            ("equally accurate", says("equally accurate")),
            ("less accurate", says("less accurate for Chinese patients")),
            ("more accurate", says("more accurate for Chinese patients")),
            (
                "doctors from more countries",
                says("doctors from more countries"),
            ),
            ("Since February 2026", device("Since February 2026")),
            (
                "manage bias and to explain a model’s limits",
                device("Bias must be managed and the model’s limits explained"),
            ),
        ]
    }),
    (7, |records| {
        let says = |words| records.say(LABORATORY, words);
        vec![
            (
                "download, save or print",
                says("downloaded, saved or printed"),
            ),
            (
                "personal details withheld",
                says("personal details withheld"),
            ),
            (
                "first six projects",
                says("six university projects were picked"),
            ),
            (
                "hip fractures and of blocked brain vessels",
                says("hip fractures and of blocked brain vessels"),
            ),
            (
                "inside the hospital",
                records.say("hku-thyroid-cancer-ai", "can stay inside the hospital"),
            ),
        ]
    }),
];
