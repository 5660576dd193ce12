//! Names across spellings and scripts: romanisations of Cyrillic, variants of one name.
