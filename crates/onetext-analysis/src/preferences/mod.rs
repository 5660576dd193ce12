//! What is known of how a party values options, and what follows from it for every consistent utility function.
