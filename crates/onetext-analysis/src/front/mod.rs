//! The Pareto front of a scenario: exact for a few parties, within a proven factor for more.
