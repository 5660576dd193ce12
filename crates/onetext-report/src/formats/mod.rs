//! Files of many kinds to the text of a report: plain text, HTML, e-mail, feeds.
