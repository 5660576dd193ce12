//! The SVG writer: charts as standalone pictures in one ink, each with its text alternative inside.
//!
//! The same chart gives the same bytes on every machine: geometry is plain arithmetic, angles come from `libm`,
//! and every number is printed with one decimal. Colours are the current ink and the paper (classes `paper` and
//! `halo`, so that a page can turn them dark); no meaning is in them.

mod bars;
mod edges;
mod ink;
mod marks;
mod network;
mod parallel;
mod plane;
mod ranges;
mod timeline;

use crate::Chart;

/// The chart as a standalone SVG picture.
///
/// Pictures run from left to right in every language, as maps and calendars of the talks do; words inside keep
/// their own direction.
pub fn write(chart: &Chart) -> String {
    match chart {
        Chart::Network(network) => network::picture(network),
        Chart::Timeline(timeline) => timeline::picture(timeline),
        Chart::Bars(bars) => bars::picture(bars),
        Chart::Plane(plane) => plane::picture(plane),
        Chart::Parallel(parallel) => parallel::picture(parallel),
        Chart::Ranges(ranges) => ranges::picture(ranges),
    }
}
