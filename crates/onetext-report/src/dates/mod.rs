//! Days as news reports give them, resolved against the day of the report.
