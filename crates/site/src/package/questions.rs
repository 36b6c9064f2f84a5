//! The questions of a lesson as a test of its own in a cartridge, for the question banks of platforms: QTI 1.2.1 as Common
//! Cartridges profile it.

use std::fmt::Write as _;

use explorer_core::dataset::{Lang, Lesson, Question, Step};
use explorer_core::i18n::Words;

use super::course::Course;
use super::xml::escaped;

/// The questions in one language, where there are any. A question with choices is marked by the platform, an open one by
/// a teacher; why an answer is right is told after it. `version` is that of the cartridge, as its schemas are named: `v1p3`.
pub fn questions(course: &Course, version: &str) -> Option<String> {
    let (lesson, lang) = (course.lesson.as_deref()?, course.lang);
    let steps = lesson.steps.iter().zip(1..);
    let asked = steps.filter_map(|(step, number)| Some((number, step, step.question.as_ref()?)));
    let items: String = asked
        .map(|(number, step, question)| {
            // A bank of questions takes up those of several cartridges.
            let id = course.xml_id(&format!("question-{number}"));
            item(&id, &title(lesson, step, number, lang), question, lang)
        })
        .collect();
    let title = escaped(lesson.title.get(lang));
    (!items.is_empty()).then(|| {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/ims_qtiasiv1p2 http://www.imsglobal.org/profile/cc/cc{version}/cc{version}_qtiasiv1p2p1_v1p0.xsd">
<assessment ident="{test}" title="{title}">
{exam}
<section ident="{section}">
{items}</section>
</assessment>
</questestinterop>
"#,
            test = course.xml_id("test"),
            section = course.xml_id("section"),
            exam = metadata(&[
                ("cc_profile", "cc.exam.v0p1"),
                ("qmd_assessmenttype", "Examination"),
                ("qmd_scoretype", "Percentage"),
            ])
        )
    })
}

/// What a question is called: its step.
fn title(lesson: &Lesson, step: &Step, number: usize, lang: Lang) -> String {
    match step.title.get(lang) {
        "" => Words(lang).lesson_of(number, lesson.steps.len()),
        title => format!("{number}. {title}"),
    }
}

fn item(id: &str, title: &str, question: &Question, lang: Lang) -> String {
    let title = escaped(title);
    let asked = material(question.text.get(lang));
    let why = material(question.why.get(lang));
    let (profile, answer, score) = if question.is_open() {
        let profile = [
            ("cc_profile", "cc.essay.v0p1"),
            ("qmd_computerscored", "No"),
        ];
        let answer =
            "<response_str ident=\"answer\" rcardinality=\"Single\"><render_fib/></response_str>";
        (metadata(&profile), answer.to_owned(), String::new())
    } else {
        let profile = [("cc_profile", "cc.multiple_choice.v0p1")];
        (metadata(&profile), choices(question, lang), score(question))
    };
    format!(
        "<item ident=\"{id}\" title=\"{title}\">\n<itemmetadata>\n{profile}\n</itemmetadata>\n\
         <presentation>\n{asked}\n{answer}\n</presentation>\n\
         <resprocessing>\n<outcomes><decvar varname=\"SCORE\" vartype=\"Decimal\" minvalue=\"0\" maxvalue=\"100\"/></outcomes>\n\
         <respcondition continue=\"Yes\"><conditionvar><other/></conditionvar>\
         <displayfeedback feedbacktype=\"Response\" linkrefid=\"general_fb\"/></respcondition>\n{score}</resprocessing>\n\
         <itemfeedback ident=\"general_fb\"><flow_mat>{why}</flow_mat></itemfeedback>\n</item>\n"
    )
}

/// What is offered to choose from, each with its place, from 1.
fn choices(question: &Question, lang: Lang) -> String {
    let labels = question.choices.iter().zip(1..);
    let labels: String = labels
        .map(|(choice, place)| {
            let text = material(choice.text.get(lang));
            format!("<response_label ident=\"choice-{place}\">{text}</response_label>\n")
        })
        .collect();
    format!(
        "<response_lid ident=\"answer\" rcardinality=\"Single\"><render_choice>\n{labels}</render_choice></response_lid>"
    )
}

/// What the right choice scores: all.
fn score(question: &Question) -> String {
    let mut conditions = String::new();
    for (choice, place) in question.choices.iter().zip(1..) {
        if choice.right {
            let _ = writeln!(
                conditions,
                "<respcondition continue=\"No\"><conditionvar><varequal respident=\"answer\">choice-{place}</varequal>\
                 </conditionvar><setvar action=\"Set\" varname=\"SCORE\">100</setvar></respcondition>"
            );
        }
    }
    conditions
}

fn metadata(fields: &[(&str, &str)]) -> String {
    let fields: String = fields
        .iter()
        .map(|(label, entry)| {
            format!(
                "<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry></qtimetadatafield>"
            )
        })
        .collect();
    format!("<qtimetadata>{fields}</qtimetadata>")
}

fn material(text: &str) -> String {
    format!(
        "<material><mattext texttype=\"text/plain\">{}</mattext></material>",
        escaped(text)
    )
}

/// Among them facts of the profile of QTI 1.2.1 for Common Cartridges, by the headings and the numbers of rules by which the
/// standard's own schema lists what it narrows. That schema is in no package that could be fetched.
#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use roxmltree::{Document, Node};

    use super::super::xml::parsed::{all, children, names, only};
    use super::*;

    #[test]
    fn each_question_of_a_lesson_can_be_marked() {
        let start = "?lesson=blueprint-to-ai-plus&lang=zh-Hant";
        let course = Course::new(start, None, None).unwrap();
        let xml = questions(&course, "v1p1").expect("it asks");
        let lesson = course.lesson.unwrap();
        let asked: Vec<&Question> = lesson
            .steps
            .iter()
            .filter_map(|step| step.question.as_ref())
            .collect();
        assert_eq!(xml.matches("<item ident=").count(), asked.len());
        for question in asked {
            assert!(xml.contains(&material(&question.text.zh_hant)));
            assert!(xml.contains(&material(&question.why.zh_hant)));
            let right = question.choices.iter().position(|choice| choice.right);
            let Some(right) = right else { continue };
            let label = format!(
                "<response_label ident=\"choice-{}\">{}</response_label>",
                right + 1,
                material(&question.choices[right].text.zh_hant)
            );
            assert!(xml.contains(&label), "{label}");
        }
        let idents = |xml: &str| -> Vec<String> {
            let parts = xml.split(" ident=\"question-").skip(1);
            parts
                .filter_map(|part| Some(part.split_once('"')?.0.to_owned()))
                .collect()
        };
        let english = Course::new("?lesson=blueprint-to-ai-plus", None, None).unwrap();
        let english = idents(&questions(&english, "v1p1").expect("it asks"));
        let common = idents(&xml).into_iter().filter(|id| english.contains(id));
        assert_eq!(common.count(), 0, "a bank would take one for the other");
        let view = Course::new("?view=cards", None, None).unwrap();
        assert_eq!(questions(&view, "v1p3"), None);
    }

    #[test]
    fn a_test_is_as_its_profile_has_it() {
        let course = Course::new("?lesson=blueprint-to-ai-plus", None, None).unwrap();
        let xml = questions(&course, "v1p3").expect("it asks");
        let document = Document::parse(&xml).unwrap();
        let root = document.root_element();
        let namespace = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2";
        assert!(root.has_tag_name((namespace, "questestinterop")));
        // Root (a); Assessment (a), (b), (d): one test, of metadata and one section, with a title.
        assert_eq!(names(root), ["assessment"]);
        let test = only(root, "assessment");
        assert_eq!(names(test), ["qtimetadata", "section"]);
        assert!(
            test.attribute("title")
                .is_some_and(|title| !title.is_empty())
        );
        // Rules 1b, 1c, 1j.
        let about = [
            ("cc_profile", "cc.exam.v0p1"),
            ("qmd_assessmenttype", "Examination"),
            ("qmd_scoretype", "Percentage"),
        ];
        assert_eq!(fields(children(test).next().unwrap()), about);
        // Section (a): nothing but questions, at least one.
        let items: Vec<Node> = children(only(test, "section")).collect();
        assert!(!items.is_empty());
        items.iter().for_each(|item| check_item(*item));
        // Rule 13a: no two questions have one identifier.
        let idents: BTreeSet<_> = items.iter().map(|item| item.attribute("ident")).collect();
        assert_eq!(idents.len(), items.len());
    }

    /// What metadata say, by label.
    fn fields<'a>(metadata: Node<'a, 'a>) -> Vec<(&'a str, &'a str)> {
        let text = |field, name| only(field, name).text().unwrap_or_default();
        children(metadata)
            .map(|field| (text(field, "fieldlabel"), text(field, "fieldentry")))
            .collect()
    }

    /// Item (j), (p), (q): metadata, one variable for the score, and one material to tell after an answer.
    fn check_item(item: Node) {
        let parts = [
            "itemmetadata",
            "presentation",
            "resprocessing",
            "itemfeedback",
        ];
        assert_eq!(names(item), parts);
        assert_eq!(only(item, "decvar").attribute("varname"), Some("SCORE"));
        assert_eq!(names(only(item, "itemfeedback")), ["flow_mat"]);
        // Rules 12a to 12c: what is displayed is there, and is told as a response.
        let feedback = only(item, "itemfeedback").attribute("ident");
        for display in all(item, "displayfeedback") {
            assert_eq!(display.attribute("linkrefid"), feedback);
            assert_eq!(display.attribute("feedbacktype"), Some("Response"));
        }
        let about = fields(only(only(item, "itemmetadata"), "qtimetadata"));
        // Rules 2b, 2f, 2g: each is of one kind that the profile has.
        match about[0] {
            ("cc_profile", "cc.multiple_choice.v0p1") => check_choice(item),
            ("cc_profile", "cc.essay.v0p1") => {
                // Rules 8a to 8d, 8f: a teacher marks it.
                assert!(about.contains(&("qmd_computerscored", "No")));
                assert_eq!(
                    names(only(item, "presentation")),
                    ["material", "response_str"]
                );
                assert_eq!(all(item, "varequal").count(), 0);
            }
            other => panic!("{other:?}"),
        }
    }

    /// Rules 4a to 4f, 9a: one of at least two is chosen, and what is right is one of them.
    fn check_choice(item: Node) {
        assert_eq!(
            names(only(item, "presentation")),
            ["material", "response_lid"]
        );
        let response = only(item, "response_lid");
        assert_eq!(response.attribute("rcardinality"), Some("Single"));
        let labels: BTreeSet<_> = all(response, "response_label")
            .filter_map(|label| label.attribute("ident"))
            .collect();
        assert!(labels.len() >= 2);
        assert_eq!(labels.len(), all(response, "response_label").count());
        for right in all(item, "varequal") {
            assert_eq!(right.attribute("respident"), response.attribute("ident"));
            assert!(labels.contains(right.text().unwrap()));
        }
        assert_eq!(only(item, "setvar").text(), Some("100"));
    }
}
