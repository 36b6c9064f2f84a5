//! A lesson is taken, made, packed into an address, and a view shared, by plain functions that know no browser.

use std::sync::Arc;

use explorer_core::address::Address;
use explorer_core::dataset::{Lang, Lesson};
use explorer_core::explore::{Setting, View, ViewState};
use hong_kong_ai_explorer::ui::classroom::{
    Attempt, Progress, SharedView, focus_after, own_lesson, own_step, pack, question_id, unpack,
};
use serde_json::json;

fn state(query: &str) -> ViewState {
    Address::read(query).state
}

/// A lesson of a question with three choices, of which the second is right, a look, and an open question.
fn lesson() -> Arc<Lesson> {
    let text = |en: &str| json!({ "en": en, "zh-Hant": "字", "zh-Hans": "字" });
    let step = |view: &str, question: serde_json::Value| json!({ "text": text("Look"), "view": view, "question": question });
    let choices =
        json!([{ "text": text("a") }, { "text": text("b"), "right": true }, { "text": text("c") }]);
    let json = json!({
        "id": "robots",
        "title": text("Robots"),
        "ages": [12, 15],
        "minutes": 20,
        "aims": [],
        "steps": [
            step("view=cards&theme=robotics", json!({ "text": text("Which?"), "choices": choices, "why": text("So") })),
            { "text": text("Look"), "view": "view=timeline&id=astri" },
            step("view=overview", json!({ "text": text("Why?"), "why": text("So") })),
        ],
    });
    Arc::new(Lesson::read("robots.json", &json.to_string()).expect("a sound lesson"))
}

fn attempt(query: &str) -> Attempt {
    Attempt {
        lesson: lesson(),
        state: state(query),
    }
}

#[test]
fn a_step_leads_to_the_next_with_its_view_and_all_answers() {
    let first = attempt("view=cards&theme=robotics&lesson=robots&answers=b&lang=zh-Hant");
    assert_eq!(first.place(), 0);
    assert!(!first.is_elsewhere());
    // The record that the step is about is linked, not opened.
    assert_eq!(
        first.href(1),
        "?view=timeline&lesson=robots&step=2&answers=b&lang=zh-Hant"
    );
    assert_eq!(
        first.href(3),
        "?view=class&lesson=robots&step=4&answers=b&lang=zh-Hant"
    );
    assert_eq!(
        first.begin_href(),
        "?view=cards&theme=robotics&lesson=robots&lang=zh-Hant"
    );
    assert_eq!(
        first.page_href(),
        "?view=class&lesson=robots&answers=b&lang=zh-Hant"
    );
    assert!(attempt("view=cards&lesson=robots").is_elsewhere());
    // An open record lies over the view of the step.
    assert!(!attempt("view=cards&theme=robotics&lesson=robots&id=astri").is_elsewhere());
    let after = attempt("view=cards&lesson=robots&step=99");
    assert_eq!((after.place(), after.step()), (3, None));
    assert_eq!(attempt("view=class&lesson=robots").step(), None);
}

#[test]
fn the_first_answer_to_a_question_counts() {
    let query = "view=cards&theme=robotics&lesson=robots";
    let answered = attempt(query).answered(2).expect("an answer");
    assert_eq!(answered, state(&format!("{query}&answers=c")));
    let attempt = Attempt {
        lesson: lesson(),
        state: answered,
    };
    assert_eq!(attempt.answer(0), Some(2));
    assert_eq!(attempt.answered(1), None);
    let third = self::attempt("view=overview&lesson=robots&step=3&answers=b");
    let answered = third.answered(0).expect("an answer");
    assert_eq!(answered.settings.of(Setting::Answers), Some("b-a"));
    for garbage in ["B", "é", "-", "7"] {
        let attempt = self::attempt(&format!("{query}&answers={garbage}"));
        assert_eq!(attempt.answer(0), None, "{garbage}");
    }
}

#[test]
fn an_answer_says_what_was_asked_and_chosen() {
    let query = "view=cards&theme=robotics&lesson=robots&lang=zh-Hant";
    let answer = attempt(query).told(2, Lang::ZhHant).expect("an answer");
    assert_eq!(answer.id, "step-1-Which");
    assert_eq!((&*answer.question, answer.lang), ("字", Lang::ZhHant));
    assert_eq!(answer.choices.len(), 3);
    assert_eq!((answer.response, answer.correct), (2, 1));
    assert_eq!(answer.query, query);
    // An open question has no right answer, and the second step no question.
    assert_eq!(
        attempt("view=overview&lesson=robots&step=3").told(0, Lang::En),
        None
    );
    assert_eq!(
        attempt("view=timeline&lesson=robots&step=2").told(0, Lang::En),
        None
    );
}

#[test]
fn a_question_is_named_in_letters_that_every_platform_takes() {
    let check = |step: usize, words: &str, id: &str| assert_eq!(question_id(step, words), id);
    check(
        1,
        "In which order did they begin?",
        "step-1-In-which-order-did-they-begin",
    );
    check(12, "“AI+”: who paid, HK$1?", "step-12-AI-who-paid-HK-1");
    check(3, "哪一項最早？", "step-3");
    assert!(question_id(1, &"very ".repeat(60)).len() <= 60);
}

#[test]
fn a_link_that_only_names_a_lesson_is_told_from_a_place_in_it() {
    let check = |query: &str, is_only_named: bool| {
        assert_eq!(attempt(query).is_only_named(), is_only_named, "{query}");
    };
    check("lesson=robots", true);
    check("lesson=robots&lang=zh-Hant&embed=1&scheme=dark", true);
    check("lesson=robots&step=3", false);
    check("lesson=robots&answers=b", false);
    check("view=class&lesson=robots", false);
    check("theme=ethics&lesson=robots", false);
    check("id=astri&lesson=robots", false);
}

#[test]
fn progress_counts_questions_with_choices() {
    let check = |query: &str, expected: (usize, usize, bool), score: Option<f64>| {
        let progress = attempt(query).progress();
        let Progress {
            done,
            of,
            right,
            complete,
            ..
        } = progress;
        assert_eq!(((done, right, complete), of), (expected, 1), "{query}");
        assert_eq!(progress.score(), score, "{query}");
        assert_eq!(progress.query, state(query).to_query());
    };
    check("view=cards&lesson=robots", (0, 0, false), None);
    check(
        "view=cards&lesson=robots&answers=b",
        (1, 1, false),
        Some(1.0),
    );
    check(
        "view=cards&lesson=robots&answers=a-a",
        (1, 0, false),
        Some(0.0),
    );
    // A choice that there is not.
    check(
        "view=cards&lesson=robots&answers=z",
        (1, 0, false),
        Some(0.0),
    );
    // Who skips everything has nothing right.
    check("view=class&lesson=robots&step=4", (0, 0, true), Some(0.0));
}

#[test]
fn the_focus_goes_to_what_a_step_brings() {
    for (before, now, id) in [
        (
            "view=class",
            "view=class&lesson=robots",
            Some("class-title"),
        ),
        (
            "view=class&lesson=robots",
            "view=class",
            Some("class-title"),
        ),
        (
            "view=class&lesson=robots",
            "view=cards&lesson=robots",
            Some("lesson-title"),
        ),
        (
            "view=cards&lesson=robots",
            "view=timeline&lesson=robots&step=2",
            Some("lesson-title"),
        ),
        (
            "view=overview&lesson=robots&step=3",
            "view=class&lesson=robots&step=4",
            Some("lesson-result"),
        ),
        ("view=class", "view=class&game=4B", Some("game-title")),
        (
            "view=class&game=4B",
            "view=class&game=4B&level=hard",
            Some("game-title"),
        ),
        ("view=class&game=4B", "view=class", Some("class-title")),
        // Nothing new: another language, an open record, a look around, an answer, another view.
        (
            "view=class&game=4B",
            "view=class&game=4B&lang=zh-Hans",
            None,
        ),
        ("view=class&game=4B", "view=class&game=4B&id=astri", None),
        (
            "view=cards&lesson=robots",
            "view=timeline&lesson=robots",
            None,
        ),
        (
            "view=cards&lesson=robots",
            "view=cards&lesson=robots&answers=b",
            None,
        ),
        ("view=cards&lesson=robots", "view=cards", None),
        ("view=cards", "view=class", None),
        ("view=cards", "view=timeline", None),
    ] {
        let to = focus_after(&state(before), &state(now));
        assert_eq!(to, id, "{before} -> {now}");
    }
}

#[test]
fn a_lesson_is_made_of_views_without_what_is_the_readers_own() {
    let looked_at = state(
        "view=cards&theme=ethics&lesson=new&embed=1&lang=zh-Hant&data=https://example.org/a.json",
    );
    assert_eq!(own_step(&looked_at, "  ", "Why?", ""), None);
    let open = own_step(&looked_at, " Look. ", " Why? ", "").expect("a step");
    assert_eq!(
        (&*open.text.zh_hans, &*open.view),
        ("Look.", "view=cards&theme=ethics")
    );
    let question = open.question.as_ref().expect("a question");
    assert_eq!((&*question.text.en, &*question.why.en), ("Why?", "–"));
    let plain = own_step(&state("view=timeline"), "Look.", "", "unasked").expect("a step");
    assert_eq!(plain.question, None);
    let json =
        serde_json::to_string(&own_lesson(" Robots ", [open, plain].into_iter())).expect("JSON");
    let lesson = Lesson::read("lesson.json", &json).expect("a sound lesson");
    assert_eq!((&*lesson.title.en, lesson.steps.len()), ("Robots", 2));
}

#[test]
fn a_packed_lesson_comes_back_and_so_does_one_of_an_older_link() {
    let json = serde_json::to_string(&*lesson()).expect("JSON");
    let packed = pack(&json);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "~-_".contains(c);
    assert!(packed.chars().all(is_plain), "{packed}");
    assert_eq!(unpack(&packed), Some(json));
    // As browsers pack, by `CompressionStream`.
    let old = "~fY5BC4JAEIX_yjIHT1thEISox-jcNTysOuRAruGMGYn_vdkOQSSd5vF9j-FNQDUk0I0eLAjJFSGZAL2yU1d2wiYt88gMnG7KXCvPZnV0\
               Xv5rXtazBXdBled4a-N9YaElP0gg8U4dtcEpZsFbiBMIPuQz6EC-Ns704fP6a8uy4R-jC-6Eo_Jwssr1NUfSYIvZu0EVw1zMLw";
    let lesson = Lesson::read("lesson.json", &unpack(old).expect("a lesson")).expect("a sound one");
    assert_eq!(lesson.title.en, "Robots <b>& us</b>");
}

#[test]
fn what_is_no_packed_lesson_is_refused() {
    let longest = "a".repeat(1024 * 1024);
    assert_eq!(
        unpack(&pack(&longest)).map(|text| text.len()),
        Some(longest.len())
    );
    for packed in [
        "",
        "~",
        "~garbage",
        "~%%%",
        "robots",
        // What grows beyond a megabyte.
        &pack(&(longest + "a")),
    ] {
        assert_eq!(unpack(packed), None, "{packed:.40}");
    }
}

#[test]
fn a_shared_collection_has_its_title_under_a_name_of_the_explorers_own() {
    let own = state("view=cards&list=b,a&title=Our+%22robots%22&id=a");
    let shared = SharedView::new(own, "https://example.org/");
    let element = "<hong-kong-ai-explorer view=\"cards\" list=\"b,a\" list-title=\"Our &quot;robots&quot;\" record=\"a\">";
    assert!(shared.element().contains(element), "{}", shared.element());
    let step = own_step(&state("view=cards&list=b,a&id=a"), "Look", "", "");
    assert_eq!(
        step.map(|step| step.view).as_deref(),
        Some("view=cards&list=b,a&id=a")
    );
}

#[test]
fn a_shared_view_is_escaped_in_html_and_keeps_no_answers() {
    let own = state(
        "view=cards&q=%22%3E%3Cb%3E%26&theme=ethics&theme=health&id=astri&lesson=robots&answers=ab&embed=1",
    );
    let mut shared = SharedView::new(own, "https://example.org/ai/index.html");
    assert_eq!(
        shared.link(),
        "https://example.org/ai/index.html?view=cards&q=%22%3E%3Cb%3E%26&theme=ethics&theme=health&id=astri&lesson=robots"
    );
    assert_eq!(
        shared.element(),
        "<script src=\"https://example.org/ai/embed.js\" defer=\"\"></script>\
         <hong-kong-ai-explorer view=\"cards\" q=\"&quot;&gt;&lt;b&gt;&amp;\" theme=\"ethics health\" \
         record=\"astri\" lesson=\"robots\"></hong-kong-ai-explorer>"
    );
    assert_eq!(
        shared.marked_link("A <title>"),
        "<script src=\"https://example.org/ai/embed.js\" defer=\"\"></script><a href=\"https://example.org/ai/index.html\
         ?view=cards&amp;q=%22%3E%3Cb%3E%26&amp;theme=ethics&amp;theme=health&amp;id=astri&amp;lesson=robots\" \
         data-hong-kong-ai-explorer=\"\">A &lt;title&gt;</a>"
    );
    shared.set_view("timeline");
    assert_eq!(shared.state.view, View::Timeline);
    (shared.without_filters, shared.lang, shared.height) = (true, Some(Lang::ZhHans), Some(480));
    let frame = shared.frame("A \"title\"");
    assert!(frame.contains(" title=\"A &quot;title&quot;\" "), "{frame}");
    assert!(frame.contains(" height=\"480\" "), "{frame}");
    let link = shared.marked_link("Title");
    assert!(link.contains(" data-height=\"480\">"), "{link}");
    assert!(frame.contains("view=timeline&amp;"), "{frame}");
    assert!(!frame.contains("ethics"), "{frame}");
}
