use crate::structure::part;

#[test]
fn roles_are_written_and_cells_know_their_heading() {
    let table = part(&super::examples::examples().remove(0).1);
    assert_eq!(table.count("table[role=table] tr[role=row]"), 3);
    assert_eq!(table.count("tbody th[scope=row][role=rowheader]"), 2);
    assert_eq!(table.count("td[role=cell][data-label=谁来提供]"), 2);
}
