//! Who I am and how I want things: at present how pages are shown.

pub mod settings;

#[cfg(test)]
mod tests;
