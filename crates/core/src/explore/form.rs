//! Forms of English words: spellings and endings that count as the same.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

/// Longer words are no English.
const LONGEST: usize = 40;

/// British endings, each with the American one that is written for it.
const ENDINGS: [(&str, &str); 21] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("ogue", "og"),
    ("ogues", "ogs"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("eller", "eler"),
    ("ellers", "elers"),
    ("mme", "m"),
    ("mmes", "ms"),
    ("tre", "ter"),
    ("tres", "ters"),
];

/// Beginnings of words in one spelling, each with the other, which is written for it. Words that mean something else in
/// the other spelling, as `cheque` and `check`, stay apart, but for `tyre`: it finds what is tired as well.
const BEGINNINGS: [(&str, &str); 47] = [
    ("acknowledgement", "acknowledgment"),
    ("aeroplane", "airplane"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("anaesthe", "anesthe"),
    ("archaeo", "archeo"),
    ("artefact", "artifact"),
    ("behaviour", "behavior"),
    ("centre", "center"),
    ("centring", "centering"),
    ("colour", "color"),
    ("defence", "defense"),
    ("encyclopaed", "encycloped"),
    ("endeavour", "endeavor"),
    ("enroll", "enrol"),
    ("favour", "favor"),
    ("fibre", "fiber"),
    ("flavour", "flavor"),
    ("foetal", "fetal"),
    ("fulfill", "fulfil"),
    ("grey", "gray"),
    ("gynaeco", "gyneco"),
    ("haemat", "hemat"),
    ("haemo", "hemo"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("humour", "humor"),
    ("installment", "instalment"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("labour", "labor"),
    ("leukaem", "leukem"),
    ("licence", "license"),
    ("litre", "liter"),
    ("manoeuvre", "maneuver"),
    ("manoeuvring", "maneuvering"),
    ("metre", "meter"),
    ("mould", "mold"),
    ("neighbour", "neighbor"),
    ("offence", "offense"),
    ("orthopaed", "orthoped"),
    ("paediatric", "pediatric"),
    ("practise", "practice"),
    ("practising", "practicing"),
    ("rumour", "rumor"),
    ("skillful", "skilful"),
    ("tyre", "tire"),
];

/// Words that another word with the same stem would be taken for, each with what stands for it.
const APART: [(&str, &str); 4] = [
    ("parking", "parking"),
    ("customs", "customs"),
    ("customer", "customer"),
    ("customers", "customer"),
];

/// What the forms of a word have in common: its stem by the Snowball stemmer for English, in one spelling.
///
/// ```
/// # use explorer_core::explore::stem;
/// assert_eq!(stem("centres"), stem("center"));
/// assert_eq!(stem("personalised"), stem("personalize"));
/// assert_eq!(stem("universities"), stem("university"));
/// ```
pub fn stem(word: &str) -> String {
    if word.len() > LONGEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    // As `address’s` is folded; no word has three.
    let word = word
        .strip_suffix("sss")
        .map_or(word, |beginning| &word[..beginning.len() + 2]);
    if let Some((_, stem)) = APART.iter().find(|(other, _)| *other == word) {
        return (*stem).to_owned();
    }
    let spelling = one_spelling(word);
    Stemmer::new(Algorithm::English)
        .stem(&spelling)
        .into_owned()
}

/// The word in the spelling in which it is looked for.
fn one_spelling(word: &str) -> Cow<'_, str> {
    let beginning = BEGINNINGS.iter().find_map(|(one, other)| {
        let rest = word.strip_prefix(one)?;
        // What ends in an e lost one where it goes on: `centred`.
        let e = if one.ends_with("re") && rest == "d" {
            "e"
        } else {
            ""
        };
        Some(format!("{other}{e}{rest}"))
    });
    let word: Cow<'_, str> = beginning.map_or(word.into(), Cow::from);
    let ending = ENDINGS.iter().find_map(|(british, american)| {
        let beginning = word.strip_suffix(british)?;
        (beginning.len() > 2).then(|| format!("{beginning}{american}"))
    });
    ending.map_or(word, Cow::from)
}

/// Words that say nothing of what is looked for, where other words are there.
const STOP_WORDS: &str = " a about am an and any are as at be been by can cant could did do does dont find for from get gets good had has have how i if \
    im in into is it its latest me more most much my newest of on or our out s so some than that the their them there these they this those to too up us use used uses using was we were \
    what when where which who whom whose why will with would you your dollar dollars hkd ";

/// Han that says nothing of what is looked for, where other words are there, in either script.
const STOP_HAN: &str = " 的 了 有 吗 嗎 呢 和 与 與 及 在 是 嘅 用 我 咩 冇 个 個 点 點 会唔会 會唔會 有咩 有冇 \
    有没有 有沒有 有无 有無 有哪些 哪些 边个 邊個 点样 點樣 怎么 怎麼 怎样 怎樣 如何 什么 什麼 \
    甚么 甚麼 为什么 為什麼 点解 點解 最新 是不是 系咪 係咪 ";

/// Whether folded Han says nothing of what is looked for.
pub(super) fn is_stop_han(run: &str) -> bool {
    let mut words = STOP_HAN.split_ascii_whitespace();
    words.any(|other| other == run)
}

/// Whether a folded word says nothing of what is looked for.
pub(super) fn is_stop_word(word: &str) -> bool {
    word.len() <= 7
        && STOP_WORDS
            .split_ascii_whitespace()
            .any(|other| other == word)
}
