//! Tests of the reader of reports, one file a subject.
