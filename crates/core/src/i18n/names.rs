//! What the interface calls the words of the format, and the views.

use super::Words;
use crate::dataset::{AmountKind, DoubtKind, Evidence};
use crate::explore::View;

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
            View::Timeline => words.view_timeline(),
            View::Class => words.view_class(),
        }
    }
}
