//! What letters and official papers say, independent of their format: values with text ids, no words.
