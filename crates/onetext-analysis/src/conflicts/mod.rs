//! Which demands cannot stand together, and the least that would have to be given up.
