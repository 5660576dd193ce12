//! Who met whom, when, where, for how long: calls, meetings, rounds, briefings, visits.
