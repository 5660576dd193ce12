//! Single points for many parties: a package with a proof of how far from the best it can be.
