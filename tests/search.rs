//! Searching finds what a plain look through all the words finds, in the same order, and marks what it found.

mod random;

use explorer_core::dataset::{
    Card, Names, Organisation, RecordTexts, SearchTexts, Text, Vocabulary,
};
use explorer_core::explore::{
    Index, Query, Term, TokenKind, Variants, ViewState, allowed_errors, highlight, tokens,
    within_errors,
};
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

/// The index of cards of one day, each given as name, organisation, summary and facts.
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
    });
    let bodies = vocabulary.organisations.iter();
    let texts = SearchTexts {
        records: records.collect(),
        organisations: bodies
            .map(|body| Names::new(&body.id, &body.name, body.aliases.iter()))
            .collect(),
        topics: Vec::new(),
        variants: String::new(),
    };
    let card = |(i, [name, ..]): (usize, &[&str; 4])| Card {
        id: id(i),
        name: same(name),
        organisations: vec![id(i)],
        ..Card::default()
    };
    let cards: Vec<Card> = cards.iter().enumerate().map(card).collect();
    Index::new(&vocabulary, &cards, Some(&texts), Variants::new(VARIANTS))
}

fn found(index: &Index, q: &str) -> Vec<u32> {
    index
        .explore(&ViewState {
            q: q.to_owned(),
            ..ViewState::default()
        })
        .cards
}

/// That of cards with these names, a search finds those at these places.
#[track_caller]
fn check(names: &[&str], q: &str, expected: &[u32]) {
    let cards: Vec<[&str; 4]> = names.iter().map(|name| [*name, "", "", ""]).collect();
    assert_eq!(found(&index(&cards), q), expected, "{q}");
}

#[test]
fn words_are_found_by_their_beginning() {
    let names = [
        "Hospital Authority",
        "Authority for hospices",
        "Inhospitable",
    ];
    check(&names, "hosp", &[0, 1]);
    check(&names, "HOSPITAL", &[0]);
    check(&names, "auth hosp", &[0, 1]);
    check(&names, "auth hospital", &[0]);
    check(&names, "nothing", &[]);
    check(&names, "", &[0, 1, 2]);
    check(&names, " !? ", &[0, 1, 2]);
}

#[test]
fn wrong_letters_are_forgiven_by_length_and_only_where_nothing_is_right() {
    check(&["data"], "dsta", &[]);
    check(&["model"], "modle", &[0]);
    check(&["model"], "mdl", &[]);
    check(&["health"], "helth", &[0]);
    check(&["health"], "hleth", &[]);
    check(&["education"], "edcatoin", &[]);
    check(&["education"], "edcuatoin", &[0]);
    check(&["intelligence"], "inteligens", &[0]);
    check(&["model", "modal"], "model", &[0]);
    check(&["model", "modal"], "modil", &[0, 1]);
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
    check(&["smart\ncity"], "\"smart city\"", &[]);
    check(&["smart, city"], "\"smart city\"", &[0]);
}

#[test]
fn han_is_found_anywhere_in_either_script() {
    let names = ["數據科學", "数据", "科學數", "大數"];
    for q in ["數據", "数据", "數据"] {
        check(&names, q, &[0, 1]);
    }
    check(&names, "學數", &[2]);
    check(&names, "學", &[0, 2]);
    check(&names, "數學", &[]);
    check(&names, "數 學", &[0, 2]);
    check(&["2024年數據"], "2024年", &[0]);
    check(&["2024年數據"], "「2024年数」", &[0]);
}

#[test]
fn case_accents_and_width_do_not_matter() {
    for q in ["cafe", "CAFÉ", "café", "cafe\u{301}", "ＣＡＦＥ", "ｃａｆé"] {
        for name in ["Café", "ｃafe", "CAFE\u{301}"] {
            check(&[name], q, &[0]);
        }
    }
}

#[test]
fn names_come_before_organisations_before_summaries_before_facts() {
    let word = "robot";
    let index = index(&[
        ["x", "x", "x", word],
        ["x", "x", word, "x"],
        ["x", word, "x", word],
        ["x robots", "x", "x", "x"],
        [word, "x", "x", "x"],
    ]);
    assert_eq!(found(&index, "robot"), [4, 3, 2, 1, 0]);
    assert_eq!(found(&index, "\"robot\""), [4, 2, 1, 0]);
    // One term in a name does not outdo another in the facts: the terms add up.
    let index = self::index(&[["a", "", "", "b"], ["", "", "a b", ""], ["a b", "", "", ""]]);
    assert_eq!(found(&index, "a b"), [2, 0, 1]);
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

/// Whether some beginning of the word is near enough to what was typed.
fn begins_nearly(typed: &str, word: &str, errors: usize) -> bool {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    (0..=word.len()).any(|end| distance(&typed, &word[..end]) <= errors)
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// The score of each card, by looking through all of its words; `None` where it does not match.
fn plain_scores(index: &Index, query: &Query) -> Vec<Option<usize>> {
    let fields = |card: usize| index.fields(card).iter().map(|field| &**field).enumerate();
    let all: Vec<&str> = (0..index.len())
        .flat_map(fields)
        .flat_map(|(_, field)| field.split_whitespace())
        .collect();
    let term_score = |card: usize, term: &Term| -> Option<usize> {
        match term {
            Term::Phrase(_) => fields(card)
                .find(|(_, field)| field.contains(&term.needle()))
                .map(|(i, _)| 2 * i),
            Term::Word(typed) => {
                let errors = allowed_errors(letters(typed));
                let known = all.iter().any(|word| word.starts_with(typed.as_str()));
                let fits = |word: &str| {
                    if known {
                        word.starts_with(typed.as_str())
                    } else {
                        errors > 0 && begins_nearly(typed, word, errors)
                    }
                };
                let words = fields(card)
                    .flat_map(|(i, field)| field.split_whitespace().map(move |word| (i, word)));
                words
                    .filter(|(_, word)| fits(word))
                    .map(|(i, word)| 2 * i + usize::from(word != typed))
                    .min()
            }
        }
    };
    (0..index.len())
        .map(|card| query.terms.iter().map(|term| term_score(card, term)).sum())
        .collect()
}

/// The parts of a text that a term matches, by looking at every token, as a mark for each of its bytes.
fn plain_marks(text: &str, term: &Term, variants: &Variants) -> Vec<bool> {
    let mut marks = vec![false; text.len()];
    let tokens = tokens(text, variants);
    match term {
        Term::Word(typed) => {
            let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
            let errors = allowed_errors(letters(typed));
            let known = words().any(|word| word.text.starts_with(typed.as_str()));
            for word in words() {
                let near = || errors > 0 && begins_nearly(typed, &word.text, errors);
                if word.text.starts_with(typed.as_str()) || (!known && near()) {
                    marks[word.span.clone()].fill(true);
                }
            }
        }
        Term::Phrase(_) => {
            // The folded text with, for each of its characters, the bytes that it stands for.
            let mut folded: Vec<(char, std::ops::Range<usize>)> = vec![(' ', 0..0)];
            for token in &tokens {
                let han: Vec<_> = text[token.span.clone()].char_indices().collect();
                for (i, c) in token.text.chars().enumerate() {
                    let span = match token.kind {
                        TokenKind::Word => token.span.clone(),
                        TokenKind::Han => {
                            token.span.start + han[i].0
                                ..token.span.start + han[i].0 + han[i].1.len_utf8()
                        }
                    };
                    folded.push((c, span));
                }
                folded.push((' ', token.span.end..token.span.end));
            }
            let needle: Vec<char> = term.needle().chars().collect();
            for window in folded.windows(needle.len()) {
                if window.iter().map(|(c, _)| c).eq(&needle) {
                    let spans = || {
                        window
                            .iter()
                            .filter(|(c, _)| *c != ' ')
                            .map(|(_, span)| span)
                    };
                    if let (Some(first), Some(last)) = (spans().next(), spans().next_back()) {
                        marks[first.start..last.end].fill(true);
                    }
                }
            }
        }
    }
    marks
}

#[test]
fn every_place_is_marked() {
    #[track_caller]
    fn check(text: &str, q: &str, expected: &[&str]) {
        let variants = Variants::new(VARIANTS);
        let ranges = highlight(text, &Query::new(q, &variants), &variants);
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
    check("數據科學數據", "数据", &["數據", "數據"]);
    check("人人人", "人人", &["人人人"]);
    check("大學2024年數", "「學2024年」", &["學2024年"]);
    check("a modal model", "modil", &["modal", "model"]);
    check("a modal model", "model", &["model"]);
    check("nothing here", "", &[]);
    check("nothing here", "\"\" !", &[]);
}

/// Letters that have no base letter in Unicode's eyes but are typed without their stroke.
const STROKES: &str = "ØoøoĐdđdĦhħhıiŁlłlŦtŧt";

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
    for piece in ["a", "數", "word ", "\u{301}", "🤖", "\" ", "a數"] {
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
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn search_agrees_with_a_plain_look_through_all_words(given in given_cards(6), typed in prop::collection::vec(typed(), 6)) {
        let index = given.index();
        for q in typed {
            let scores = plain_scores(&index, &index.query(&q));
            let mut expected: Vec<u32> = (0..index.len() as u32).filter(|card| scores[*card as usize].is_some()).collect();
            expected.sort_by(|a, b| {
                let start = |card: u32| given.cards[card as usize].start;
                let score = |card: u32| scores[card as usize];
                score(*a).cmp(&score(*b)).then(start(*b).cmp(&start(*a))).then(a.cmp(b))
            });
            prop_assert_eq!(found(&index, &q), expected, "{:?}", q);
        }
    }

    #[test]
    fn marks_are_in_order_apart_and_where_the_terms_are(text in text(), q in typed()) {
        let variants = Variants::new(VARIANTS);
        let query = Query::new(&q, &variants);
        let ranges = highlight(&text, &query, &variants);
        let mut marks = vec![false; text.len()];
        let mut end = None;
        for range in ranges {
            prop_assert!(!range.is_empty() && text.get(range.clone()).is_some());
            prop_assert!(end.is_none_or(|end| end < range.start));
            end = Some(range.end);
            marks[range].fill(true);
        }
        let mut expected = vec![false; text.len()];
        for term in &query.terms {
            for (mark, more) in expected.iter_mut().zip(plain_marks(&text, term, &variants)) {
                *mark |= more;
            }
        }
        prop_assert_eq!(marks, expected);
    }

    #[test]
    fn what_is_found_is_marked_in_some_field(given in given_cards(4), q in typed()) {
        let index = given.index();
        let query = index.query(&q);
        for card in found(&index, &q) {
            let card = &given.cards[card as usize];
            let mut fields: Vec<&str> = card.name.iter().map(|(_, words)| words).collect();
            for id in &card.organisations {
                if let Some(body) = given.vocabulary.organisation(id) {
                    fields.extend(body.name.iter().map(|(_, words)| words));
                    fields.extend(body.aliases.iter().map(String::as_str));
                }
            }
            let texts = given.texts.iter().flat_map(|texts| &texts.records).find(|texts| texts.id == card.id);
            match texts {
                Some(texts) => fields.extend(texts.summary.iter().chain(texts.facts.iter()).map(|(_, words)| words)),
                None => fields.push(&card.summary),
            }
            for term in query.terms.clone() {
                let query = Query { terms: vec![term] };
                let marked = fields.iter().any(|field| !highlight(field, &query, index.variants()).is_empty());
                prop_assert!(marked, "{:?}", query);
            }
        }
    }

    #[test]
    fn nothing_breaks_on_any_text(texts in prop::collection::vec(any::<String>(), 4), q in any::<String>(), pairs in any::<String>()) {
        let fields = [&*texts[0], &*texts[1], &*texts[2], &*texts[3]];
        let index = index(&[fields]);
        found(&index, &q);
        found(&index, &texts[0]);
        let variants = Variants::new(&pairs);
        for q in [&q, &texts[0]] {
            for range in highlight(&texts[0], &Query::new(q, &variants), &variants) {
                prop_assert!(texts[0].get(range).is_some_and(|part| !part.is_empty()));
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
        let expected = begins_nearly(&typed, &word, errors);
        prop_assert_eq!(within_errors(&letters(&typed), &letters(&word), errors), expected);
    }
}
