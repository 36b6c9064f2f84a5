//! The parts of the program that are loaded when they are first needed.
//!
//! With the feature `split`, each function here is the entry to a chunk: a WebAssembly file of its own that holds the
//! function and whatever only it uses. Calling it loads the chunk first; a failure is not remembered, so the next call
//! tries again. Without the feature everything is in one file and the functions are called directly.

use leptos::html::Input;
use leptos::prelude::*;
use thiserror::Error;

use super::cards::CardList;
use super::chart::{self, Chart, ChartView, Format};
use super::classroom::{self, GameView, LessonEditor, ShareView};
use super::collection::CollectionHead;
use super::layout::{OfferList, PaperNote};
use super::organisation::ChosenOrganisation;
use super::overview::Overview;
use super::record::{self, ShowRecord};
use super::table::{self, MakeFile, Sheet, TableView};
use super::timeline::TimelineView;
use crate::explore::{View, ViewState};
use crate::state::{MakeAnswers, index};

/// A chunk did not arrive, or is not one of this build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a part of the program could not be loaded")]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Declares the entry to a chunk: an `async` function in any build.
macro_rules! chunk {
    ($(#[$doc:meta])* $chunk:ident: fn $name:ident($($argument:ident: $type:ty),*) -> $output:ty $body:block) => {
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($chunk, wasm_split_path = ::leptos::wasm_split, fallible)]
        pub fn $name($($argument: $type),*) -> Result<$output, NotLoaded> {
            Ok($body)
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)]
        pub async fn $name($($argument: $type),*) -> Result<$output, NotLoaded> {
            Ok($body)
        }
    };
}

/// Shows the cards, the table or the timeline.
pub type ShowResults = fn(View) -> AnyView;

fn show_results(view: View) -> AnyView {
    match view {
        View::Timeline => view! { <TimelineView/> }.into_any(),
        View::Table => view! { <TableView/> }.into_any(),
        _ => view! { <CardList/> }.into_any(),
    }
}

chunk! {
    /// What shows the views of results: the cards, and what stands around the table and the chart.
    ///
    /// # Errors
    /// The chunk did not arrive.
    results: fn results() -> ShowResults {
        show_results
    }
}

chunk! {
    /// What makes the index that answers searches and filters.
    ///
    /// # Errors
    /// The chunk did not arrive.
    index: fn answers() -> MakeAnswers {
        index
    }
}

/// What the views of results need, from two chunks that come side by side.
#[derive(Clone, Copy)]
pub struct Results {
    /// Shows the cards, the table or the timeline.
    pub show: ShowResults,
    /// Makes what answers searches and filters.
    pub answers: MakeAnswers,
}

impl Results {
    /// Loads both.
    ///
    /// # Errors
    /// One of them did not arrive.
    pub async fn load() -> Result<Self, NotLoaded> {
        let (show, answers) = futures::join!(results(), answers());
        Ok(Self {
            show: show?,
            answers: answers?,
        })
    }
}

/// Shows what a search field offers.
pub type ShowOffers = fn(NodeRef<Input>) -> AnyView;

chunk! {
    /// What shows what the search field offers.
    ///
    /// # Errors
    /// The chunk did not arrive.
    offers: fn offers() -> ShowOffers {
        |field| view! { <OfferList field=field/> }.into_any()
    }
}

/// Shows something of the page.
pub type ShowView = fn() -> AnyView;

chunk! {
    /// What shows the overview.
    ///
    /// # Errors
    /// The chunk did not arrive.
    overview: fn overview() -> ShowView {
        || view! { <Overview/> }.into_any()
    }
}

chunk! {
    /// What shows the timeline chart.
    ///
    /// # Errors
    /// The chunk did not arrive.
    chart: fn timeline_chart() -> ShowView {
        || view! { <ChartView/> }.into_any()
    }
}

/// Keeps the chart as a picture.
pub type KeepPicture = fn(Chart, Format);

chunk! {
    /// What keeps the chart as a picture.
    ///
    /// # Errors
    /// The chunk did not arrive.
    picture: fn chart_picture() -> KeepPicture {
        chart::keep
    }
}

chunk! {
    /// What makes the files in which a table, or its records, are taken away.
    ///
    /// # Errors
    /// The chunk did not arrive.
    files: fn table_files() -> MakeFile {
        table::make_file
    }
}

chunk! {
    /// What shows the table, within the views of results.
    ///
    /// # Errors
    /// The chunk did not arrive.
    table: fn table() -> ShowView {
        || view! { <Sheet/> }.into_any()
    }
}

chunk! {
    /// What shows a record, out of its file.
    ///
    /// # Errors
    /// The chunk did not arrive.
    record: fn record() -> ShowRecord {
        record::show
    }
}

chunk! {
    /// What shows the classroom: the lessons, one of them, and its steps.
    ///
    /// # Errors
    /// The chunk did not arrive.
    classroom: fn classroom() -> classroom::Views {
        classroom::VIEWS
    }
}

/// Shows ways to share a view, and what closes them.
pub type ShowShare = fn(ViewState, Callback<()>) -> AnyView;

chunk! {
    /// What shows the timeline game, within the classroom.
    ///
    /// # Errors
    /// The chunk did not arrive.
    game: fn game() -> ShowView {
        || view! { <GameView/> }.into_any()
    }
}

chunk! {
    /// What shows the editor of a lesson, within the classroom.
    ///
    /// # Errors
    /// The chunk did not arrive.
    editor: fn lesson_editor() -> ShowView {
        || view! { <LessonEditor/> }.into_any()
    }
}

chunk! {
    /// What shows ways to share a view.
    ///
    /// # Errors
    /// The chunk did not arrive.
    share: fn share() -> ShowShare {
        |state, close| view! { <ShareView state=state close=close/> }.into_any()
    }
}

chunk! {
    /// What stands on paper alone.
    ///
    /// # Errors
    /// The chunk did not arrive.
    paper: fn paper() -> ShowView {
        || view! { <PaperNote/> }.into_any()
    }
}

chunk! {
    /// What stands above the records of a collection, and puts it on paper.
    ///
    /// # Errors
    /// The chunk did not arrive.
    collection: fn collection() -> ShowView {
        || view! { <CollectionHead/> }.into_any()
    }
}

chunk! {
    /// What stands above the records of one organisation.
    ///
    /// # Errors
    /// The chunk did not arrive.
    organisation: fn organisation() -> ShowView {
        || view! { <ChosenOrganisation/> }.into_any()
    }
}
