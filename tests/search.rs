//! Searching finds what a plain look at the texts of every record finds, the best first, and marks what it found.

mod plain;
mod random;
mod synonyms;

use std::sync::Arc;

use explorer_core::dataset::{
    Aliases, Card, CardAmount, Lang, Names, Organisation, RecordTexts, SearchTexts, Text, Topic,
    Vocabulary,
};
use explorer_core::explore::{
    Facet, Index, Query, Reason, Results, Term, Variants, ViewState, allowed_errors, highlight,
    tokens, within_errors,
};
use plain::{Plain, plain_cards, plain_text, plain_typed};
use proptest::prelude::*;
use random::{VARIANTS, config, given_cards, text, typed};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

fn same(text: &str) -> Text {
    Text {
        en: text.to_owned(),
        zh_hant: text.to_owned(),
        zh_hans: text.to_owned(),
    }
}

/// The index of cards of one day, each given as name, organisation that leads, summary and facts.
fn index(cards: &[[&str; 4]]) -> Index {
    let id = |i: usize| format!("record-{i}");
    let organisation = |(i, [_, name, ..]): (usize, &[&str; 4])| Organisation {
        id: id(i),
        name: same(name),
        ..Organisation::default()
    };
    let vocabulary = Vocabulary {
        organisations: cards.iter().enumerate().map(organisation).collect(),
        ..Vocabulary::default()
    };
    let texts = cards.iter().enumerate();
    let records = texts.map(|(i, [name, _, summary, facts])| RecordTexts {
        id: id(i),
        name: same(name),
        summary: same(summary),
        facts: same(facts),
        leads: vec![id(i)],
        ..RecordTexts::default()
    });
    let texts = SearchTexts {
        records: records.collect(),
        ..SearchTexts::default()
    };
    let card = |(i, [name, ..]): (usize, &[&str; 4])| Card {
        id: id(i),
        name: same(name),
        organisations: vec![id(i)],
        ..Card::default()
    };
    let cards: Vec<Card> = cards.iter().enumerate().map(card).collect();
    let variants = Variants::new(VARIANTS);
    Index::new(&vocabulary, &cards, Some(Arc::new(texts)), variants)
}

fn explore(index: &Index, q: &str) -> Results {
    index.explore(&ViewState {
        q: q.to_owned(),
        ..ViewState::default()
    })
}

fn found(index: &Index, q: &str) -> Vec<u32> {
    explore(index, q).cards
}

fn index_of_names(names: &[&str]) -> Index {
    let cards: Vec<[&str; 4]> = names.iter().map(|name| [*name, "", "", ""]).collect();
    index(&cards)
}

/// That of cards with these names, a search finds those at these places, in whatever order.
#[track_caller]
fn check(names: &[&str], q: &str, expected: &[u32]) {
    let mut cards = found(&index_of_names(names), q);
    cards.sort_unstable();
    assert_eq!(cards, expected, "{q}");
}

#[test]
fn forms_of_a_word_count_as_the_word_itself() {
    let names = [
        "Hospital Authority",
        "Centre of hospitals",
        "Hospices",
        "A bank",
    ];
    check(&names, "hospitals", &[0, 1]);
    check(&names, "center", &[1]);
    check(
        &["personalised", "universities", "dog"],
        "personalize",
        &[0],
    );
    check(&["personalised", "universities", "dog"], "university", &[1]);
    for (british, american) in [
        ("labour", "labor"),
        ("judgement", "judgment"),
        ("orthopaedic", "orthopedic"),
        ("practised", "practiced"),
        ("tyres", "tire"),
        ("enrolments", "enrollment"),
        ("enrolled", "enrol"),
        ("fulfilled", "fulfil"),
        ("anaesthetise", "anesthetized"),
        ("centred", "centering"),
        ("manoeuvring", "maneuvered"),
        ("metres", "meter"),
    ] {
        check(&[british, "dog", "cat"], american, &[0]);
        check(&[american, "dog", "cat"], british, &[0]);
    }
    // Another word is another word.
    check(&["Science Park", "a car park", "parking"], "parking", &[2]);
    check(&["customs", "customers", "x"], "customer", &[1]);
    check(&["fact checks", "e-cheques", "cat"], "cheque", &[1]);
    check(&["Alzheimer’s", "dog", "cat"], "alzheimers", &[0]);
    check(&["the Address’s plan", "dress", "add"], "address", &[0]);
    // A word that no record has stands for those that begin so, until it is ended.
    check(&names, "hospita", &[0, 1]);
    check(&names, "hosp", &[0, 1, 2]);
    check(&names, "", &[0, 1, 2, 3]);
    check(&names, " !? ", &[0, 1, 2, 3]);
    check(&names, "-", &[0, 1, 2, 3]);
}

#[test]
fn joined_hyphenated_and_parted_words_are_one() {
    let names = ["A start-up", "startups", "cat", "dog", "bird"];
    for q in [
        "startup",
        "start-up",
        "start up",
        "startups",
        "start-ups",
        "startup:",
    ] {
        check(&names, q, &[0, 1]);
    }
    let names = ["A chat bot", "chatbots", "cat", "dog", "bird"];
    for q in ["chatbot", "chat bot", "chat-bot"] {
        check(&names, q, &[0, 1]);
    }
}

#[test]
fn han_is_found_anywhere_in_every_way_of_writing() {
    let names = ["數據科學", "数据", "科學數", "大數"];
    for q in ["數據", "数据"] {
        check(&names, q, &[0, 1]);
    }
    check(&names, "學數", &[2]);
    check(&names, "學", &[0, 2]);
    check(&["2024年數據", "x"], "2024年", &[0]);
    check(&["2024年數據", "x"], "「2024年数」", &[0]);
    check(&["只用AI的數據", "x"], "ai", &[0]);
    check(&["AI治理指引", "x", "y"], "AI治理", &[0]);
    // Whatever pairs a data set has.
    for pair in [
        "群羣", "裏裡", "綫線", "线綫", "台臺", "啟啓", "説說", "衞衛",
    ] {
        let (one, other) = pair.split_at(pair.chars().next().map_or(0, char::len_utf8));
        check(&[&format!("上{one}下"), "x", "y"], other, &[0]);
        check(
            &[&format!("上{other}下"), "x", "y"],
            &format!("上{one}下"),
            &[0],
        );
    }
}

#[test]
fn a_run_of_han_that_occurs_nowhere_is_looked_for_in_its_segments() {
    let names = ["醫院用的機械人", "酒店", "機械人", "x", "y"];
    check(&names, "醫院機械人", &[0]);
    let results = explore(&index_of_names(&names), "酒店機械人");
    assert_eq!(results.terms, (1, 2));
}

#[test]
fn a_run_of_han_that_a_record_has_hides_none_that_say_its_words_apart() {
    let names = [
        "支援醫生的診斷",
        "診斷支援",
        "診斷",
        "支援",
        "x",
        "y",
        "z",
        "u",
        "v",
    ];
    assert_eq!(found(&index_of_names(&names), "診斷支援"), [1, 0]);
    // What says nothing parts words, and a character too many keeps none from being found, nor is it mended.
    let names = ["醫院用機械人", "醫院", "酒店", "x", "y"];
    for said in ["醫院用", "用醫院", "醫院學"] {
        let results = explore(&index_of_names(&names), said);
        assert_eq!(results.cards.len(), 2, "{said}");
        assert_eq!(results.query.corrected, []);
    }
    // One word is not parted: nobody else has a part of it.
    let index = index_of_names(&["大灣區", "大學", "灣仔區", "x"]);
    assert_eq!(found(&index, "大灣區"), [0]);
    assert_eq!(
        index.query("大灣區").terms,
        [Term::Han("大灣區".to_owned())]
    );
    // What says nothing finds itself alone, and is passed over beside words.
    let index = index_of_names(&["有咩用", "AI", "AI有咩用", "x", "y"]);
    assert_eq!(found(&index, "有咩用"), [0, 2]);
    assert_eq!(found(&index, "AI有咩用"), [2, 1]);
    // Hardly any records, and long runs.
    for names in [&[][..], &["醫院"], &["醫院", "x"]] {
        let all: Vec<u32> = (0..names.len().min(1) as u32).collect();
        assert_eq!(found(&index_of_names(names), "醫院學"), all);
        for count in [1, 2, 39, 40, 41, 500] {
            assert!(found(&index_of_names(names), &"數".repeat(count)).is_empty());
        }
    }
}

#[test]
fn numbers_are_found_however_they_are_written() {
    let names = [
        "HK$50 million",
        "5,000萬元",
        "五千万元",
        "50m",
        "50 cats",
        "3,000 petaflops",
        "99.15%",
        "27 March 2019",
        "five years",
        "y",
        "z",
    ];
    for q in ["HK$50 million", "50m", "5000萬", "五千萬", "50000000"] {
        check(&names, q, &[0, 1, 2, 3]);
    }
    check(&names, "3000", &[5]);
    check(&names, "99.15", &[6]);
    check(&names, "2019年3月27日", &[7]);
    check(&names, "5", &[8]);
    check(&names, "15", &[]);
}

#[test]
fn sums_and_years_of_cards_are_found() {
    let card = |hkd: u64, start: &str| Card {
        id: start.to_owned(),
        start: start.parse().expect("a date"),
        amount: Some(CardAmount { hkd, kind: None }),
        ..Card::default()
    };
    let cards = [
        card(62_000_000_000, "2014-05-06"),
        card(1, "2020"),
        card(2, "2021"),
    ];
    let index = Index::new(&Vocabulary::default(), &cards, None, Variants::default());
    for q in ["HK$62bn", "620億元", "2014", "6 May 2014", "2014-05-06"] {
        assert_eq!(found(&index, q), [0], "{q}");
    }
}

/// Cards with a topic and an organisation each, found by their aliases.
#[test]
fn what_records_refer_to_is_found_under_all_its_names() {
    let topic = Topic {
        id: "cars".to_owned(),
        name: same("Autonomous vehicles"),
        ..Topic::default()
    };
    let body = |id: &str| Organisation {
        id: id.to_owned(),
        name: same("Science Institute"),
        ..Organisation::default()
    };
    let vocabulary = Vocabulary {
        topics: vec![topic],
        organisations: vec![body("a"), body("b")],
        ..Vocabulary::default()
    };
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let card = |id: &str, topics: &[&str], bodies: &[&str]| Card {
        id: id.to_owned(),
        topics: ids(topics),
        organisations: ids(bodies),
        ..Card::default()
    };
    let cards = [
        card("0", &["cars"], &["a"]),
        card("1", &[], &["a", "b"]),
        card("2", &[], &["b"]),
        card("3", &[], &[]),
        card("4", &[], &[]),
    ];
    let aliases = Aliases {
        en: ids(&["self-driving", "robot taxi"]),
        zh_hant: ids(&["無人駕駛"]),
        ..Aliases::default()
    };
    let all = aliases.en.iter().chain(&aliases.zh_hant);
    let texts = SearchTexts {
        topics: vec![Names::new("cars", &same("Autonomous vehicles"), all)],
        organisations: vec![Names::new(
            "b",
            &same("Science Institute"),
            ["SCI".to_owned()].iter(),
        )],
        ..SearchTexts::default()
    };
    let index = Index::new(
        &vocabulary,
        &cards,
        Some(Arc::new(texts)),
        Variants::default(),
    );
    for q in [
        "self-driving",
        "selfdriving",
        "autonomous vehicle",
        "taxi robots",
        "無人駕駛",
    ] {
        assert_eq!(found(&index, q), [0], "{q}");
    }
    // A part of an alias is another word.
    assert_eq!(found(&index, "taxi"), [0; 0]);
    // Who leads comes before who takes part, and a part of a proper name is enough.
    assert_eq!(found(&index, "sci"), [2, 1]);
    assert_eq!(found(&index, "science"), [1, 0, 2]);
}

#[test]
fn what_the_card_does_not_say_has_its_reason() {
    let text = |en: &str, zh_hant: &str| Text {
        en: en.to_owned(),
        zh_hant: zh_hant.to_owned(),
        zh_hans: zh_hant.to_owned(),
    };
    let vocabulary = Vocabulary {
        topics: vec![Topic {
            id: "cars".to_owned(),
            name: same("Autonomous vehicles"),
            ..Topic::default()
        }],
        ..Vocabulary::default()
    };
    let cards = [Card {
        id: "0".to_owned(),
        name: same("Airport shuttle"),
        topics: vec!["cars".to_owned()],
        ..Card::default()
    }];
    let texts = SearchTexts {
        records: vec![RecordTexts {
            id: "0".to_owned(),
            name: same("Airport shuttle"),
            facts: text(
                "It began in spring.\nIt carries staff.",
                "春季開始。\n接載員工。",
            ),
            keywords: Text {
                en: "who drives at night".to_owned(),
                zh_hant: "夜晚邊個揸車\n車位".to_owned(),
                zh_hans: "车位".to_owned(),
            },
            ..RecordTexts::default()
        }],
        topics: vec![Names::new(
            "cars",
            &same("Autonomous vehicles"),
            ["self-driving".to_owned()].iter(),
        )],
        ..SearchTexts::default()
    };
    let index = Index::new(
        &vocabulary,
        &cards,
        Some(Arc::new(texts)),
        Variants::default(),
    );
    let topic = || Reason::Named {
        facet: Facet::Topic,
        id: "cars".to_owned(),
    };
    let says = |text: &str| Reason::Statement(text.to_owned());
    let keyword = || Reason::Keyword(Lang::En, "who drives at night".to_owned());
    for (q, expected) in [
        ("airport", vec![]),
        ("airports shuttle", vec![]),
        ("self-driving", vec![topic()]),
        ("airport vehicle", vec![topic()]),
        ("staff", vec![says("It carries staff.")]),
        // Found by the words of another language, told in that of the page.
        ("員工", vec![says("It carries staff.")]),
        ("night", vec![keyword()]),
        (
            "vehicles spring night",
            vec![topic(), says("It began in spring."), keyword()],
        ),
    ] {
        assert_eq!(found(&index, q), [0], "{q}");
        let reasons = index.reasons(0, &index.query(q), Lang::En, &["Airport shuttle"]);
        assert_eq!(reasons, expected, "{q}");
    }
}

#[test]
fn wrong_letters_are_mended_and_told() {
    #[track_caller]
    fn check(names: &[&str], q: &str, right: Option<(&str, &str)>) {
        let results = explore(&index_of_names(names), q);
        let right: Vec<_> = right
            .into_iter()
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .collect();
        assert_eq!(results.query.corrected, right, "{q}");
    }
    check(
        &["typhoon", "x", "y"],
        "typhon",
        Some(("typhon", "typhoon")),
    );
    check(
        &["education", "x", "y"],
        "edcuatoin",
        Some(("edcuatoin", "education")),
    );
    check(&["data", "x", "y"], "dst", None);
    check(&["model", "modal"], "model", None);
    check(&["sensetime", "x"], "sense", None);
    check(
        &["apologise", "apollo go"],
        "apolo go",
        Some(("apolo", "apollo")),
    );
    check(&["2014", "x"], "2104", None);
    check(&["數碼港", "x", "y"], "數馬港", Some(("数馬港", "數碼港")));
    // What was typed is found exactly in quotes, and only then.
    let index = index_of_names(&["typhoon", "typhoons"]);
    assert_eq!(found(&index, "typhon").len(), 2);
    assert_eq!(found(&index, "\"typhon\""), [0; 0]);
    assert_eq!(found(&index, "\"typhoon\""), [0]);
}

#[test]
fn phrases_are_found_whole() {
    let names = [
        "Smart City Blueprint",
        "City of smart people",
        "Smart Citys",
    ];
    check(&names, "\"smart city\"", &[0]);
    check(&names, "\"smart cit\"", &[]);
    check(&names, "“city blueprint”", &[0]);
    check(&names, "\"smart city", &[0, 1, 2]);
    check(&["smart\ncity", "x"], "\"smart city\"", &[]);
    check(&["smart, city", "x"], "\"smart city\"", &[0]);
}

#[test]
fn words_that_say_nothing_are_passed_over_where_others_are() {
    let names = ["the vote", "how to cook", "law of the sea", "x", "y"];
    check(&names, "how do I vote", &[0]);
    check(&names, "how to", &[1]);
    check(&names, "the law", &[2]);
}

#[test]
fn where_no_record_has_all_words_those_with_most_come() {
    let names = [
        "typhoon forecast",
        "typhoon signal",
        "bank",
        "robot",
        "x",
        "y",
    ];
    let index = index_of_names(&names);
    let results = explore(&index, "typhoon forecast bank");
    assert_eq!((results.cards, results.terms), (vec![0], (2, 3)));
    let results = explore(&index, "typhoon signal");
    assert_eq!((results.cards, results.terms), (vec![1], (2, 2)));
    // A word that most records have chooses none, unless there is no other.
    let index = index_of_names(&["AI bank", "AI robot", "AI law", "park"]);
    assert_eq!(found(&index, "ai park"), [3]);
    assert_eq!(found(&index, "ai").len(), 3);
}

#[test]
fn the_best_comes_first() {
    let word = "robot";
    let index = index(&[
        ["x", "x", "x", word],
        ["x", "x", word, "x"],
        ["x", word, "x", word],
        ["x robots", "x", "x", "x"],
        [word, "x", "x", "x"],
        ["y", "y", "y", "y"],
    ]);
    assert_eq!(found(&index, "robot"), [4, 3, 2, 1, 0]);
    // A name that is what was typed, however often another has the words; in brackets too.
    let index = index_of_names(&[
        "SenseTime SenseTime SenseTime lab",
        "商湯科技 (SenseTime)",
        "x",
    ]);
    assert_eq!(found(&index, "sense time"), [1, 0]);
    // Words side by side come before words apart.
    let filler = "one other thing and more of it between";
    let apart = format!("smart {filler} city");
    let near = format!("smart city {filler}");
    let index = self::index(&[["", "", "", &apart], ["", "", "", &near], ["", "", "", "x"]]);
    assert_eq!(found(&index, "smart city"), [1, 0]);
    // Rare words count more.
    let index = index_of_names(&[
        "robot a",
        "robot b",
        "robot c",
        "typhoon d",
        "e",
        "f",
        "g",
        "h",
        "i",
    ]);
    assert_eq!(found(&index, "robot typhoon")[0], 3);
}

/// The optimal string alignment distance, by its definition.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (table[i - 1][j] + 1)
                    .min(table[i][j - 1] + 1)
                    .min(table[i - 1][j - 1] + change);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}

#[test]
fn every_place_is_marked() {
    #[track_caller]
    fn check(text: &str, q: &str, expected: &[&str]) {
        let index = index_of_names(&[text, "x", "y"]);
        let ranges = highlight(text, &index.query(q), index.variants());
        let marked: Vec<&str> = ranges.into_iter().map(|range| &text[range]).collect();
        assert_eq!(marked, expected, "{q}");
    }
    check("Smart City, smart people", "smart", &["Smart", "smart"]);
    check(
        "Smart City, smart people",
        "\"smart city\"",
        &["Smart City"],
    );
    check("Café (ＡＩ)", "cafe ai", &["Café", "ＡＩ"]);
    check(
        "Hospitals and a hospital",
        "hospital",
        &["Hospitals", "hospital"],
    );
    check("the centre", "center", &["centre"]);
    check("a start-up", "startup", &["start-up"]);
    check("a chat bot", "chatbot", &["chat bot"]);
    check("the chatbots", "chat bot", &["chatbots"]);
    check("the typhoon", "typhon", &["typhoon"]);
    check(
        "HK$50 million, 5,000萬元",
        "50m",
        &["50 million", "5,000萬元"],
    );
    check("數據科學數據", "数据", &["數據", "數據"]);
    check("人人人", "人人", &["人人人"]);
    check("羣組", "群", &["羣"]);
    check("大學2024年數", "「學2024年」", &["學2024年"]);
    check("nothing here", "", &[]);
    check("nothing here", "\"\" !", &[]);
}

/// Letters that have no base letter in Unicode's eyes but are typed without their stroke.
const STROKES: &str = "ØoøoĐdđdĦhħhıiŁlłlŦtŧt";

#[test]
fn letters_with_two_marks_are_found_in_either_form_and_plain() {
    let composed = "Viện Nguyễn Huệ";
    let decomposed: String = composed.nfd().collect();
    assert_ne!(composed, decomposed);
    let names = [composed, &*decomposed, "x", "y"];
    for q in [
        "nguyen",
        "Nguyễn",
        &*"Nguyễn".nfd().collect::<String>(),
        "ｎｇｕｙｅｎ",
    ] {
        check(&names, q, &[0, 1]);
        let index = index_of_names(&names);
        for name in &names[..2] {
            let marks = highlight(name, &index.query(q), index.variants());
            let marked: Vec<String> = marks
                .into_iter()
                .map(|mark| name[mark].nfc().collect())
                .collect();
            assert_eq!(marked, ["Nguyễn"], "{q} in {name}");
        }
    }
    check(&["ASTRI 2024", "x", "y"], "ＡＳＴＲＩ", &[0]);
    check(&["ASTRI 2024", "x", "y"], "２０２４", &[0]);
}

#[test]
fn accents_fold_as_unicode_says() {
    let folded = |c: char| {
        tokens(&c.to_string(), &Variants::default())
            .into_iter()
            .map(|token| token.text)
            .collect::<String>()
    };
    let strokes: Vec<char> = STROKES.chars().collect();
    for c in ('\u{c0}'..='\u{17f}').filter(|c| c.is_alphanumeric()) {
        let base: String = c
            .to_string()
            .nfkd()
            .filter(|c| !is_combining_mark(*c) && *c != '·')
            .collect();
        let stroke = strokes
            .chunks(2)
            .find(|pair| pair[0] == c)
            .map(|pair| pair[1].to_string());
        let one_letter = base.len() == 1 && base.is_ascii();
        let expected = if one_letter {
            base.to_lowercase()
        } else {
            stroke.unwrap_or_else(|| c.to_lowercase().collect())
        };
        assert_eq!(folded(c), expected, "{c}");
    }
    for (text, right) in [
        ("Thảo Điền", "thao dien"),
        ("Nguyễn", "nguyen"),
        ("Xiǎolǜ", "xiaolu"),
        ("Ḥaḍar", "hadar"),
        ("Ηλεκτρά", "ηλεκτρα"),
        ("ИСКУССТВЕННЫЙ", "искусственныи"),
        ("Ǿ ＡＩ ①", "o ai 1"),
        ("ガ ﬁ ½", "ガ ﬁ ½"),
    ] {
        let words: Vec<String> = tokens(text, &Variants::default())
            .into_iter()
            .map(|token| token.text)
            .collect();
        assert_eq!(words.join(" "), right, "{text}");
    }
    for c in '\u{ff01}'..='\u{ff5e}' {
        let narrow: String = c.to_string().nfkc().collect();
        assert_eq!(narrow.len(), 1);
        assert_eq!(
            folded(c),
            folded(narrow.chars().next().expect("a character")),
            "{c}"
        );
    }
}

#[test]
fn long_texts_are_searched_and_marked() {
    for piece in [
        "a", "數", "word ", "\u{301}", "🤖", "\" ", "a數", "b-", "1,",
    ] {
        let text = piece.repeat((1 << 20) / piece.len());
        let index = index(&[[&text, "", "", ""]]);
        let query = index.query("word 數");
        assert_eq!(
            found(&index, "數").len(),
            usize::from(piece.contains('數')),
            "{piece}"
        );
        let ranges = highlight(&text, &query, index.variants());
        assert!(ranges.iter().all(|range| text.get(range.clone()).is_some()));
    }
    let index = index(&[["a", "", "", ""]]);
    assert_eq!(found(&index, &"a".repeat(1 << 20)), [0; 0]);
    assert_eq!(found(&index, &"數".repeat(1 << 20)), [0; 0]);
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn search_agrees_with_a_plain_look_at_every_record(given in plain_cards(), typed in prop::collection::vec(plain_typed(), 8)) {
        let index = given.index();
        let plain = Plain::new(&given);
        for q in typed {
            let query = index.query(&q);
            let results = explore(&index, &q);
            let mut cards = results.cards.clone();
            cards.sort_unstable();
            prop_assert_eq!(cards, plain.matching(&query), "{:?}", query);
            // What is looked for is what was typed, or told.
            if query.corrected.is_empty() && q.is_ascii() {
                prop_assert_eq!(plain::words_of(&query), plain::typed_words(&q));
            }
        }
    }

    #[test]
    fn a_name_that_is_what_was_typed_comes_first(given in plain_cards()) {
        let index = given.index();
        for (i, card) in given.cards.iter().enumerate() {
            let name = &card.name.en;
            let results = found(&index, name);
            if let Some(first) = results.first().filter(|_| plain::says_something(name)) {
                let first = &given.cards[*first as usize].name;
                let is_same = first.iter().any(|(_, other)| plain::squeezed(other) == plain::squeezed(name));
                prop_assert!(is_same, "{} for {} ({})", first.en, name, i);
            }
        }
    }

    #[test]
    fn marks_are_the_places_where_a_plain_look_finds_the_terms(given in plain_cards(), text in plain_text(), q in plain_typed()) {
        let query = given.index().query(&q);
        let mut marks = vec![false; text.len()];
        let mut end = None;
        for range in highlight(&text, &query, &Variants::new(VARIANTS)) {
            prop_assert!(!range.is_empty() && text.get(range.clone()).is_some());
            prop_assert!(end.is_none_or(|end| end < range.start));
            end = Some(range.end);
            marks[range].fill(true);
        }
        prop_assert_eq!(marks, plain::marks(&text, &query), "{:?} in {:?}", query, text);
    }

    #[test]
    fn nothing_breaks_on_any_text(texts in prop::collection::vec(any::<String>(), 4), q in any::<String>(), pairs in any::<String>()) {
        let fields = [&*texts[0], &*texts[1], &*texts[2], &*texts[3]];
        let index = index(&[fields]);
        found(&index, &q);
        found(&index, &texts[0]);
        let variants = Variants::new(&pairs);
        for q in [&q, &texts[0]] {
            for query in [index.query(q), Query::new(q, &variants)] {
                for range in highlight(&texts[0], &query, &variants) {
                    prop_assert!(texts[0].get(range).is_some_and(|part| !part.is_empty()));
                }
            }
        }
    }

    #[test]
    fn a_name_is_found_by_itself(given in given_cards(4)) {
        let index = given.index();
        for (i, card) in given.cards.iter().enumerate() {
            for (_, name) in card.name.iter() {
                let words = name.replace(['"', '“', '「', '『'], " ");
                prop_assert!(found(&index, &words).contains(&(i as u32)), "{}", name);
            }
        }
    }

    #[test]
    fn what_is_typed_never_breaks_a_search(given in given_cards(6), q in typed()) {
        let results = explore(&given.index(), &q);
        prop_assert!(results.terms.0 <= results.terms.1);
        prop_assert!(results.cards.iter().all(|card| (*card as usize) < given.cards.len()));
    }

    #[test]
    fn tokens_lie_in_order_where_they_are_said_to(text in text()) {
        let mut end = 0;
        for token in tokens(&text, &Variants::new(VARIANTS)) {
            prop_assert!(end <= token.span.start && text.get(token.span.clone()).is_some());
            prop_assert!(!token.text.is_empty() && !token.text.contains(char::is_whitespace));
            end = token.span.end;
        }
    }

    #[test]
    fn nearness_is_the_optimal_string_alignment_distance(typed in "[abc]{0,9}", word in "[abc]{0,12}", errors in 0usize..4) {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        let (typed, word) = (letters(&typed), letters(&word));
        let beginning = (0..=word.len()).map(|end| distance(&typed, &word[..end])).min().unwrap_or(0);
        let whole = distance(&typed, &word);
        let found = within_errors(&typed, &word, errors);
        prop_assert_eq!(found.is_some(), beginning <= errors);
        if let Some((found_whole, found_beginning)) = found {
            prop_assert_eq!(found_beginning, beginning);
            prop_assert_eq!(found_whole <= errors, whole <= errors);
            prop_assert!(whole > errors || found_whole == whole);
        }
        prop_assert!(allowed_errors(typed.len()) <= 2);
    }
}
