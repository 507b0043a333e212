//! What is part of the program itself: the services and the style sheets, as they lie in the repository.

include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
