//! What a store promises, held against both databases; then power cuts and kills.

mod contract;
mod sqlite;
