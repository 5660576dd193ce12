//! Which reports are one story: texts that share most of their wording have one root.
