//! The domain of Zhida 直达. Pure: no IO, no clock, no randomness; text in, never a path.
