//! What the interface calls the words of the format, and the views.

use super::Words;
use crate::dataset::{AmountKind, DoubtKind, Evidence, MilestoneKind, TopicGroup};
use crate::explore::{Column, Rows, View};

impl Words {
    /// What kind of sum it is, as a word beside the sum.
    pub fn amount(self, kind: AmountKind) -> &'static str {
        let words = self;
        match kind {
            AmountKind::SetAside => words.amount_set_aside(),
            AmountKind::Approved => words.amount_approved(),
            AmountKind::Spent => words.amount_spent(),
            AmountKind::Raised => words.amount_raised(),
            AmountKind::Planned => words.amount_planned(),
            AmountKind::Gift => words.amount_gift(),
            AmountKind::Cost => words.amount_cost(),
            AmountKind::Holding => words.amount_holding(),
        }
    }

    /// Something to be said of how a record is known.
    pub fn evidence(self, evidence: Evidence) -> &'static str {
        let words = self;
        match evidence {
            Evidence::Disagree => words.evidence_disagree(),
            Evidence::NoOfficial => words.evidence_no_official(),
            Evidence::OnePublisher => words.evidence_one_publisher(),
            Evidence::Unconfirmed => words.evidence_unconfirmed(),
            Evidence::Estimated => words.evidence_estimated(),
            Evidence::Sum => words.evidence_sum(),
        }
    }

    /// The heading of a group of topics.
    pub fn topic_group(self, group: TopicGroup) -> &'static str {
        let words = self;
        match group {
            TopicGroup::Use => words.topics_use(),
            TopicGroup::Technology => words.topics_technology(),
            TopicGroup::Question => words.topics_question(),
        }
    }

    /// The heading of a doubt.
    pub fn doubt(self, kind: DoubtKind) -> &'static str {
        let words = self;
        match kind {
            DoubtKind::Disagree => words.doubt_disagree(),
            DoubtKind::Unconfirmed => words.doubt_unconfirmed(),
        }
    }

    /// The name of a view.
    pub fn view(self, view: View) -> &'static str {
        let words = self;
        match view {
            View::Overview => words.view_overview(),
            View::Cards => words.view_cards(),
            View::Table => words.view_table(),
            View::Timeline => words.view_timeline(),
            View::Class => words.view_class(),
        }
    }
    /// What kind of thing a milestone tells.
    pub fn milestone(self, kind: MilestoneKind) -> &'static str {
        let words = self;
        match kind {
            MilestoneKind::Announced => words.milestone_announced(),
            MilestoneKind::Funded => words.milestone_funded(),
            MilestoneKind::Begun => words.milestone_begun(),
            MilestoneKind::Opened => words.milestone_opened(),
            MilestoneKind::Changed => words.milestone_changed(),
            MilestoneKind::Result => words.milestone_result(),
            MilestoneKind::Reviewed => words.milestone_reviewed(),
            MilestoneKind::Ended => words.milestone_ended(),
            MilestoneKind::Dropped => words.milestone_dropped(),
        }
    }

    /// What has a row of the table.
    pub fn rows(self, rows: Rows) -> &'static str {
        let words = self;
        match rows {
            Rows::Initiatives => words.rows_initiatives(),
            Rows::Sums => words.rows_sums(),
            Rows::Milestones => words.rows_milestones(),
            Rows::Sources => words.rows_sources(),
        }
    }

    /// How many rows the table has.
    pub fn table_count(self, rows: Rows, count: usize) -> String {
        let words = self;
        match rows {
            Rows::Initiatives => words.table_count_initiatives(count),
            Rows::Sums => words.table_count_sums(count),
            Rows::Milestones => words.table_count_milestones(count),
            Rows::Sources => words.table_count_sources(count),
        }
    }

    /// The head of a column.
    pub fn column(self, column: Column) -> &'static str {
        let words = self;
        match column {
            Column::Name => words.column_name(),
            Column::Start => words.column_start(),
            Column::End => words.column_end(),
            Column::Status => words.facet_status(),
            Column::Lead => words.column_lead(),
            Column::Organisations => words.organisations(),
            Column::Theme => words.facet_theme(),
            Column::Topic => words.facet_topic(),
            Column::Sector => words.facet_sector(),
            Column::Kind => words.facet_kind(),
            Column::Place => words.facet_place(),
            Column::Evidence => words.facet_evidence(),
            Column::Heard => words.column_heard(),
            Column::Summary => words.column_summary(),
            Column::Sources | Column::Cited => words.sources(),
            Column::Amount => words.column_amount(),
            Column::AmountKind => words.column_amount_kind(),
            Column::What => words.column_what(),
            Column::Date => words.column_date(),
            Column::From => words.column_from(),
            Column::To => words.column_to(),
            Column::PartOf => words.column_part_of(),
            Column::Event => words.column_event(),
            Column::Planned => words.planned(),
            Column::Title => words.column_title(),
            Column::Publisher => words.column_publisher(),
            Column::SourceKind => words.column_source_kind(),
            Column::Link => words.column_link(),
            Column::Read => words.column_read(),
            Column::Copy => words.column_copy(),
        }
    }
}
