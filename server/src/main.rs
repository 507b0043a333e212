//! The program `zhida`.
fn main() {}
