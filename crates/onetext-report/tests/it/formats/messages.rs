//! E-mail and feeds.

use onetext_report::formats::{Arrived, FormatError, Remark, read};

fn rules(arrived: &Arrived) -> Vec<&'static str> {
    arrived.findings.iter().map(Remark::rule).collect()
}

const LETTER: &str = "From: =?utf-8?q?Mar=C3=ADa_L=C3=B3pez?= <press@upland.example>\r\nTo: desk@mediator.example\r\n\
Subject: Note on the\r\n second round\r\nDate: Sat, 7 Mar 2026 23:10:00 -0500\r\nMIME-Version: 1.0\r\n\
Content-Type: multipart/mixed; boundary=\"cut\"\r\n\r\n--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\
Content-Transfer-Encoding: quoted-printable\r\n\r\nThe minister =E2=80=9Cwill not sign=E2=80=9D, our delegation said.\r\n\r\n\
On Friday the mediator wrote:\r\n> Will the minister sign?\r\n> Please answer.\r\n\r\nWe shall call tomorrow.\r\n\
--cut\r\nContent-Type: application/pdf; name=\"draft 4.pdf\"\r\nContent-Disposition: attachment; filename=\"draft 4.pdf\"\r\n\
Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--cut--\r\n";

#[test]
fn a_letter_gives_its_words_and_names_what_hangs_on_it() {
    let all = read(LETTER.as_bytes(), "letter.eml").unwrap();
    let [letter] = all.as_slice() else { panic!("one letter") };
    assert_eq!(letter.title.as_deref(), Some("Note on the second round"));
    assert_eq!(letter.outlet.as_deref(), Some("María López"));
    assert_eq!(letter.published.as_ref().unwrap().day(None).to_string(), "2026-03-07");
    assert!(letter.text.starts_with("The minister “will not sign”, our delegation said.\n\nOn Friday"));
    let [(start, end)] = letter.quoted.as_slice() else { panic!("one quotation: {:?}", letter.quoted) };
    assert_eq!(
        &letter.text[*start..*end],
        "On Friday the mediator wrote:\n> Will the minister sign?\n> Please answer."
    );
    assert_eq!(letter.attachments, ["draft 4.pdf"]);
    assert_eq!(rules(letter), ["attachments", "quotes"]);
    // The name does not matter: the headers tell.
    assert_eq!(read(LETTER.as_bytes(), "letter.txt").unwrap(), all);
}

#[test]
fn a_letter_of_html_alone_gives_its_words() {
    let letter = "From: a@b.example\nSubject: Hello\nDate: never\nContent-Type: text/html; charset=windows-1251\n\n\
        <html><head><style>p{}</style></head><body><p>We <b>agree</b> to Annex&nbsp;2.</p>\
        <script>alert(1)</script><blockquote>Do you agree?</blockquote></body></html>";
    let all = read(letter.as_bytes(), "x.eml").unwrap();
    assert_eq!(all[0].text, "We agree to Annex 2.\n\n> Do you agree?");
    assert_eq!(all[0].quoted.len(), 1);
    assert_eq!(all[0].outlet.as_deref(), Some("a@b.example"));
    assert_eq!(all[0].published, None);
    assert_eq!(rules(&all[0]), ["date-not-read", "quotes"]);
}

#[test]
fn a_text_with_a_colon_in_it_is_no_letter() {
    let text = "To: whom it may concern. The talks: an account.\n\nThey met on Monday.";
    assert_eq!(read(text.as_bytes(), "a.txt").unwrap()[0].text, text);
}

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Upland Herald</title>
<link>https://herald.example/</link><language>en-gb</language>
<item><title>Envoys &amp; ministers meet</title><link>https://herald.example/1</link>
<pubDate>Sat, 07 Mar 2026 22:30:00 -0500</pubDate><description>In short.</description>
<content:encoded><![CDATA[<p>The envoys met.</p><p>They <em>will</em> meet again.</p><script>x()</script>]]></content:encoded></item>
<item><title>Talks pause</title><link>https://herald.example/2</link><description>&lt;p&gt;The talks pause, a source said.&lt;/p&gt;</description></item>
</channel></rss>"#;

#[test]
fn a_feed_gives_a_text_for_each_item() {
    let items = read(RSS.as_bytes(), "feed.xml").unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items[0].title.as_deref(), Some("Envoys & ministers meet"));
    assert_eq!(items[0].text, "The envoys met.\n\nThey will meet again.");
    assert_eq!(items[0].outlet.as_deref(), Some("The Upland Herald"));
    assert_eq!(items[0].address.as_deref(), Some("https://herald.example/1"));
    assert_eq!(items[0].language.as_deref(), Some("en-gb"));
    // The day where it was published, not the day in Greenwich.
    assert_eq!(items[0].published.as_ref().unwrap().day(None).to_string(), "2026-03-07");
    assert!(rules(&items[0]).is_empty());
    assert_eq!(items[1].text, "The talks pause, a source said.");
    assert_eq!(items[1].published, None);
    assert_eq!(rules(&items[1]), ["summary-only"]);
}

#[test]
fn an_atom_feed_is_read_too() {
    let feed = r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Agence</title><id>a</id>
        <updated>2026-03-07T10:00:00+01:00</updated><entry><id>1</id><title>Reprise</title>
        <updated>2026-03-07T10:00:00+01:00</updated><author><name>A. Martin</name></author>
        <link rel="alternate" href="https://agence.example/1"/>
        <content type="html">&lt;p&gt;Les pourparlers reprennent.&lt;/p&gt;</content></entry></feed>"#;
    let items = read(feed.as_bytes(), "atom").unwrap();
    assert_eq!(items[0].text, "Les pourparlers reprennent.");
    assert_eq!(items[0].byline.as_deref(), Some("A. Martin"));
    assert_eq!(items[0].published.as_ref().unwrap().day(None).to_string(), "2026-03-07");
    assert_eq!(items[0].language.as_deref(), Some("fr"));
}

#[test]
fn a_feed_that_is_not_sound_says_so() {
    let deep = format!("<rss>{}", "<a>".repeat(5_000));
    for feed in ["<rss version=\"2.0\"><channel>", "<feed/>", deep.as_str()] {
        let refused = read(feed.as_bytes(), "feed.rss").unwrap_err();
        assert!(matches!(refused, FormatError::Unsound { .. } | FormatError::Empty), "{refused}");
    }
}
