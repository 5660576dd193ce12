//! Linear programmes solved exactly, in rational numbers.
