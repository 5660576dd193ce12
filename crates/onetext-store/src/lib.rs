//! Where a room keeps its logs: one narrow trait over SQLite and PostgreSQL.
