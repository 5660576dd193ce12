//! Fields: a command, and what it last gave, which alone is shown. No command is run.

/// Commands that run something or fetch something.
const ACTIVE: [&str; 10] = [
    "DDE",
    "DDEAUTO",
    "INCLUDETEXT",
    "INCLUDEPICTURE",
    "INCLUDE",
    "IMPORT",
    "LINK",
    "MACROBUTTON",
    "DATABASE",
    "RD",
];
/// Fields in fields that are followed.
const DEPTH_MAX: usize = 32;

/// Fields that are open.
#[derive(Default)]
pub(super) struct Fields {
    minds: bool,
    /// Their commands, and whether those are still being told.
    open: Vec<(String, bool)>,
    /// The command of a simple field, to be looked at.
    odd: Option<String>,
}

impl Fields {
    pub(super) fn new(minds: bool) -> Fields {
        Fields { minds, ..Fields::default() }
    }

    /// A sign between the parts of a field; the command of one that ends.
    pub(super) fn sign(&mut self, sort: &str) -> Option<String> {
        match sort {
            "begin" if self.open.len() < DEPTH_MAX => self.open.push((String::new(), true)),
            "separate" => {
                if let Some((_, in_code)) = self.open.last_mut() {
                    *in_code = false;
                }
            }
            "end" => return self.open.pop().map(|(code, _)| code),
            _ => {}
        }
        None
    }

    /// Words of a command.
    pub(super) fn command(&mut self, words: &str) {
        if let Some((code, _)) = self.open.last_mut() {
            code.push_str(words);
        }
    }

    /// A field whose command is told at once.
    pub(super) fn simple(&mut self, code: &str) {
        self.odd = Some(code.to_owned());
    }

    /// The command of a simple field that nobody has looked at yet.
    pub(super) fn take_odd(&mut self) -> Option<String> {
        self.odd.take()
    }

    /// Whether what comes next is part of a command.
    pub(super) fn is_in_code(&self) -> bool {
        self.minds && self.open.iter().any(|(_, in_code)| *in_code)
    }

    /// Whether a field was not ended while its command was being told.
    pub(super) fn are_open(&self) -> bool {
        self.is_in_code()
    }
}

/// Whether a command would run or fetch something.
pub(super) fn is_active(code: &str) -> bool {
    let first = code.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
    ACTIVE.contains(&first.as_str())
}
