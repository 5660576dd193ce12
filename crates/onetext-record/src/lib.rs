//! The record: what was entered, in which order, provable to anybody who kept a checkpoint.
