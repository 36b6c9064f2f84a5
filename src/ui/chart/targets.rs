//! The targets: marks and clusters that can be reached and opened, in order of time. The keyboard goes from one to the
//! next, and a click or a key opens one: a record, or the days of a cluster, or where no zoom parts them, its records.

use super::drawing::Scene;
use super::widget::{Chart, Told};
use crate::timeline::{ClusterMark, Viewport};

/// Something on the chart that can be reached and opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The id of its element.
    pub id: String,
    /// Where it begins, in pixels from the drawing's left edge.
    pub x: f64,
    /// Its lane.
    pub lane: u16,
    /// What it is.
    pub what: What,
}

/// What a target is.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A record, by its place among the cards.
    Record(u32),
    /// A cluster.
    Cluster(ClusterMark),
}

impl Scene<'_> {
    /// What can be reached, in order of time.
    pub fn targets(&self) -> Vec<Target> {
        let marks = self.drawing.marks.iter().map(|mark| Target {
            id: format!("mark-{}", mark.record),
            x: mark.x0,
            lane: mark.lane,
            what: What::Record(mark.record),
        });
        let clusters = self.drawing.clusters.iter().map(|cluster| Target {
            id: cluster_id(cluster),
            x: cluster.x,
            lane: cluster.lane,
            what: What::Cluster(cluster.clone()),
        });
        let mut targets: Vec<Target> = marks.chain(clusters).collect();
        targets.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.lane.cmp(&b.lane)));
        targets
    }
}

impl Chart {
    /// The targets that begin within what is seen, with places in pixels from its left edge.
    pub(super) fn seen(&self) -> Vec<Target> {
        let shift = self.shift();
        let seen = self.targets.iter().map(|target| Target {
            x: target.x + shift,
            ..target.clone()
        });
        seen.filter(|target| (0.0..self.width).contains(&target.x))
            .collect()
    }

    /// Opens a target: a record beside the chart, a cluster into its days. A cluster that no zoom parts is listed.
    pub(super) fn open(&mut self, id: &str) -> Vec<Told> {
        let target = self.targets.iter().find(|target| target.id == id);
        match target.map(|target| target.what.clone()) {
            Some(What::Record(record)) => {
                let card = self.bundle.cards.get(record as usize);
                card.map(|card| Told::Open(card.id.clone()))
                    .into_iter()
                    .collect()
            }
            Some(What::Cluster(cluster)) => {
                let viewport = Viewport::fit(cluster.first, cluster.end, &self.limits);
                let is_of_one_day = cluster.end - cluster.first <= 1;
                if is_of_one_day || viewport.days() >= self.viewport.days() {
                    self.list(id, &cluster);
                    return Vec::new();
                }
                self.go(viewport)
            }
            None => Vec::new(),
        }
    }
}

/// The id of a cluster's element.
pub fn cluster_id(cluster: &ClusterMark) -> String {
    format!("cluster-{}-{}", cluster.lane, cluster.first)
}
