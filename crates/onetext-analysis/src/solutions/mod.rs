//! Solution concepts, one file each: set-valued, with the paper and its axioms.
