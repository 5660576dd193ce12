//! People: pages with their forms, who may enter, live updates, the record kept.
