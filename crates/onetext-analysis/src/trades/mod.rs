//! Joint gains and trades: what is better for all than the draft on the table.
