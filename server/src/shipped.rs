//! What is part of the program itself: the services and the style sheet as they lie in the repository,
//! and the browser bundle where one has been made.

include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
