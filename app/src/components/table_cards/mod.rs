//! A table where there is room, cards where there is none. The roles are written out, since the
//! browser forgets them when the display changes.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

/// A table: each row begins with its name.
pub struct Table {
    /// What it holds, in which order.
    pub caption: String,
    /// A caption that repeats the heading above is only heard.
    pub caption_shown: bool,
    /// The headings, the one of the row names first.
    pub heads: Vec<String>,
    /// The rows: the name, and the other cells in the order of the headings.
    pub rows: Vec<(AnyView, Vec<AnyView>)>,
}

/// What else a table says of its columns, counted from 0 with the name of the row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    /// The column of the state: on a card it stands beside the name.
    pub state: Option<usize>,
    /// The column it is sorted by.
    pub sorted: Option<(usize, Sorted)>,
}

/// A direction of sorting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}

impl Table {
    /// The table.
    pub fn view(self) -> AnyView {
        self.view_marked(Marks::default())
    }

    /// The table, with what else it says of its columns.
    pub fn view_marked(self, marks: Marks) -> AnyView {
        let heads = self.heads.clone().into_iter().enumerate().map(|(at, head)| {
            let sort = marks
                .sorted
                .and_then(|(column, sorted)| (column == at).then_some(sorted))
                .map(|sorted| match sorted {
                    Sorted::Ascending => "ascending",
                    Sorted::Descending => "descending",
                });
            view! { <th role="columnheader" scope="col" aria-sort=sort>{head}</th> }
        });
        let rows = self.rows.into_iter().map(|(name, cells)| {
            let heads = self.heads.iter().cloned().enumerate().skip(1);
            let cells = cells.into_iter().zip(heads).map(|(cell, (at, head))| {
                if marks.state == Some(at) {
                    view! { <td role="cell" class="cell-state">{cell}</td> }.into_any()
                } else {
                    view! { <td role="cell" data-label=head>{cell}</td> }.into_any()
                }
            });
            view! { <tr role="row"><th role="rowheader" scope="row">{name}</th>{cells.collect_view()}</tr> }
        });
        let caption_class = (!self.caption_shown).then_some("only-heard");
        view! {
            <table class="table table-cards" role="table">
                <caption class=caption_class>{self.caption}</caption>
                <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    }
}
