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

impl Table {
    /// The table.
    pub fn view(self) -> AnyView {
        let heads = self.heads.clone().into_iter().map(|head| {
            view! { <th role="columnheader" scope="col">{head}</th> }
        });
        let rows = self.rows.into_iter().map(|(name, cells)| {
            let cells = cells
                .into_iter()
                .zip(self.heads.iter().skip(1).cloned())
                .map(|(cell, head)| {
                    view! { <td role="cell" data-label=head>{cell}</td> }
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
