//! A reading as JSON: offsets in Unicode code points.
