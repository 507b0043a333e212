//! The pages of Zhida: a view model in, HTML out.
