//! Bridging: where no option of an issue works, what a new one would have to reach, and typed operators on options that exist.
