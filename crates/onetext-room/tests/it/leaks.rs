//! Leaks as they have been made elsewhere, planted into what side One gets: the two-worlds test must catch each.

use onetext_model::{Entry, Fact};

use crate::stage::{Answer, Stage};

/// A known way to leak.
#[derive(Clone, Copy, Debug)]
pub enum Leak {
    /// The tag of a page counts all changes.
    TagFromGlobalVersion,
    /// A header counts all entries.
    RevisionHeader,
    /// The page says how many entries there are in all.
    TotalInPage,
    /// Live events are numbered over everybody's changes.
    EventNumbers,
    /// A live event for every change.
    EventForEveryChange,
    /// "Not allowed" where "not there" is due.
    ForbiddenForNotThere,
    /// An error quotes the entry that was asked for.
    ErrorQuotes,
    /// An error says that a name is taken.
    NameTaken,
    /// Padding that grows with everything.
    Length,
    /// A shared quota.
    Quota,
    /// Who else is there.
    Presence,
    /// Whether a cache was warm.
    CacheWarm,
    /// A badge that counts what is unread.
    UnreadBadge,
    /// The size of the one shared log.
    SharedLogSize,
    /// Order by something hidden.
    HiddenOrder,
    /// Whether any deal exists.
    DealExists,
    /// How long the server took, in entries looked at.
    EntriesLookedAt,
    /// The list of backups.
    Backups,
    /// A digest over the whole case.
    WholeDigest,
    /// The last change, whoever made it.
    LastModified,
}

impl Leak {
    /// Every one.
    pub const ALL: [Leak; 20] = [
        Leak::TagFromGlobalVersion,
        Leak::RevisionHeader,
        Leak::TotalInPage,
        Leak::EventNumbers,
        Leak::EventForEveryChange,
        Leak::ForbiddenForNotThere,
        Leak::ErrorQuotes,
        Leak::NameTaken,
        Leak::Length,
        Leak::Quota,
        Leak::Presence,
        Leak::CacheWarm,
        Leak::UnreadBadge,
        Leak::SharedLogSize,
        Leak::HiddenOrder,
        Leak::DealExists,
        Leak::EntriesLookedAt,
        Leak::Backups,
        Leak::WholeDigest,
        Leak::LastModified,
    ];

    /// Puts the leak into an answer.
    pub fn spoil(self, answer: &mut Answer, stage: &Stage) {
        let all = stage.all();
        let turn = stage.room.state().turn;
        let count = all.len();
        let secret = all.iter().rev().find_map(|entry| match &entry.fact {
            Fact::Question(question) if question.words.starts_with("Secret") => Some(question.words.clone()),
            _ => None,
        });
        let is_stream = answer.headers.is_empty();
        let is_secret = secret.is_some();
        let mut header = |name: &str, value: String| answer.headers.push((name.to_owned(), value));
        match self {
            Leak::TagFromGlobalVersion => header("etag", format!("\"{turn}\"")),
            Leak::RevisionHeader => header("x-revision", count.to_string()),
            Leak::LastModified => {
                header("last-modified", format!("{:?}", all.iter().map(|entry| entry.id).max()));
            }
            Leak::CacheWarm => header("x-cache", (turn & 1).to_string()),
            Leak::EntriesLookedAt => header("server-timing", format!("fold;dur={count}")),
            Leak::ForbiddenForNotThere if answer.status == 404 && is_secret => answer.status = 403,
            Leak::Quota if count > 27 => answer.status = 507,
            Leak::HiddenOrder if count & 1 == 0 => answer.body = answer.body.chars().rev().collect(),
            _ => answer.body += &self.words(answer.status, is_stream, turn, &all, secret.as_deref()),
        }
    }

    /// What the leak adds to the body.
    fn words(self, status: u16, is_stream: bool, turn: u64, all: &[Entry], secret: Option<&str>) -> String {
        let count = all.len();
        match self {
            Leak::TotalInPage => format!("showing 3 of {count}"),
            Leak::EventNumbers if is_stream => format!("id: {turn}\n"),
            Leak::EventForEveryChange if is_stream => {
                "event: changed\n".repeat(usize::try_from(turn).unwrap())
            }
            Leak::ErrorQuotes if status == 404 => secret.unwrap_or_default().to_owned(),
            Leak::NameTaken if status == 422 && secret.is_some() => "name already taken".to_owned(),
            Leak::Length => " ".repeat(count),
            Leak::Presence if secret.is_some() => "Bob was here".to_owned(),
            Leak::UnreadBadge => format!("({})", count - 20),
            Leak::SharedLogSize => format!("log: {} lines", count + 1),
            Leak::DealExists if all.iter().any(is_red_line) => "no deal".to_owned(),
            Leak::Backups => format!("backup of {} bytes", format!("{all:?}").len()),
            Leak::WholeDigest => format!("{:x}", fold(&format!("{all:?}"))),
            _ => String::new(),
        }
    }
}

fn is_red_line(entry: &Entry) -> bool {
    matches!(&entry.fact, Fact::Position(position) if position.stance == onetext_model::Stance::RedLine)
}

fn fold(text: &str) -> u64 {
    text.bytes().fold(7, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)))
}
