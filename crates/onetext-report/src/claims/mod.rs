//! Each attributed statement: cue, source, content; who said it, and the chain through which it came.
