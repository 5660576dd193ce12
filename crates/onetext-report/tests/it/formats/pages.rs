//! Web pages.

use onetext_report::formats::{Arrived, Remark, read};

fn page(html: &str) -> Arrived {
    read(html.as_bytes(), "page.html").unwrap().remove(0)
}

fn rules(arrived: &Arrived) -> Vec<&'static str> {
    arrived.findings.iter().map(Remark::rule).collect()
}

/// What newspapers put around a story.
fn around(story: &str) -> String {
    format!(
        r##"<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Envoys meet by the lake | The Upland Herald</title>
<meta property="og:title" content="Envoys meet by the lake"><meta property="og:url" content="https://herald.example/lake">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[
 {{"@type":"NewsMediaOrganization","@id":"#us","name":"The Upland Herald"}},
 {{"@type":["NewsArticle"],"headline":"Envoys meet by the lake","datePublished":"2026-03-07T22:30:00-05:00",
   "publisher":{{"@id":"#us"}},"author":[{{"@type":"Person","name":"A. Writer"}},{{"@type":"Person","name":"B. Writer"}}]}}]}}</script>
<style>.x{{}}</style></head><body class="has-cookie-notice">
<div id="cookie-consent"><p>We use cookies to make this page better. By going on you agree to them, as the law wants us to say at length.</p><button>Accept</button></div>
<header class="site-header"><a href="/">The Upland Herald</a><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
{story}
<aside class="related"><h2>Related</h2><ul><li><a href="/2">Ministers arrive in the capital</a></li><li><a href="/3">What the draft says</a></li></ul></aside>
<section id="comments"><h3>Comments</h3><p>I have said for years that they will never sign, and nobody has listened to me.</p></section>
<footer><p>Copyright The Upland Herald. All rights reserved.</p></footer><script>track()</script></body></html>"##
    )
}

const FIRST: &str =
    "The envoys of both sides met by the lake on Saturday, a spokesman for the mediator said.";
const SECOND: &str =
    "“We shall meet again on Tuesday,” the spokesman told reporters, and did not take questions.";
const THIRD: &str =
    "Neither delegation would say whether the draft of nine points had been discussed at all.";

#[test]
fn a_marked_story_is_taken_without_what_stands_around_it() {
    let story = format!(
        "<main><article><h1>Envoys meet by the lake</h1><p class=\"byline\">By A. Writer</p>\
         <figure><img src=x><figcaption>The lake in winter.</figcaption></figure>\
         <p>{FIRST}</p><p><a href=\"/2\">Read more: Ministers arrive</a></p><div class=\"ad\">Buy a boat</div>\
         <p>{SECOND}</p><p>{THIRD}</p></article></main>"
    );
    let arrived = page(&around(&story));
    assert_eq!(arrived.text, [FIRST, SECOND, THIRD].join("\n\n"));
    assert_eq!(arrived.title.as_deref(), Some("Envoys meet by the lake"));
    assert_eq!(arrived.outlet.as_deref(), Some("The Upland Herald"));
    assert_eq!(arrived.byline.as_deref(), Some("A. Writer, B. Writer"));
    assert_eq!(arrived.address.as_deref(), Some("https://herald.example/lake"));
    assert_eq!(arrived.language.as_deref(), Some("en-GB"));
    assert_eq!(arrived.published.as_ref().unwrap().day(None).to_string(), "2026-03-07");
    assert!(rules(&arrived).is_empty(), "{:?}", arrived.findings);
}

#[test]
fn a_story_that_nothing_marks_is_found_by_its_words() {
    let story = format!(
        "<div class=\"page\"><div class=\"left\"><ul><li><a href=/a>One</a></li></ul></div><div class=\"text\">\
         <h1>Envoys meet by the lake</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></div>"
    );
    assert_eq!(page(&around(&story)).text, [FIRST, SECOND, THIRD].join("\n\n"));
}

#[test]
fn of_several_articles_the_story_is_the_longest() {
    let cards =
        "<article class=card><h3><a href=/4>Boat sinks</a></h3><p>A boat sank.</p></article>".repeat(3);
    let story = format!("<article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article><div>{cards}</div>");
    assert_eq!(page(&around(&story)).text, [FIRST, SECOND, THIRD].join("\n\n"));
}

#[test]
fn comments_longer_than_the_story_are_no_story() {
    let comment = format!(
        "<article class=comment><p>{}</p></article>",
        "I have said so for years, and longer. ".repeat(20)
    );
    let story = format!(
        "<div><h1>Envoys meet</h1><p>{FIRST}</p><p>{SECOND}</p></div><div id=comments>{comment}{comment}</div>"
    );
    assert_eq!(page(&around(&story)).text, [FIRST, SECOND].join("\n\n"));
}

#[test]
fn a_page_that_is_one_form_without_paragraphs_keeps_its_words() {
    let html = format!(
        "<html><body><form><div class=menu><a href=/>Home</a></div><div>{FIRST}<br><br>{SECOND}</div></form></body></html>"
    );
    assert_eq!(page(&html).text, [FIRST, SECOND].join("\n\n"));
}

#[test]
fn a_page_of_asides_alone_gives_all_its_words() {
    let html = "<html><body><nav><a href=/>Home</a></nav><div class=comments><p>Nobody spoke.</p></div></body></html>";
    let arrived = page(html);
    assert_eq!(arrived.text, "Home\n\nNobody spoke.");
    assert_eq!(rules(&arrived), ["whole-page"]);
}

#[test]
fn sentences_that_begin_like_a_label_stay() {
    let sentences = [
        "Recommended cuts were refused by both sides.",
        "Copyright was the ninth point of the text.",
        "Advertisements ran on Sunday.",
    ];
    let html = format!(
        "<article><p>Advertisement</p>{}<p>{FIRST}</p></article>",
        sentences.map(|words| format!("<p>{words}</p>")).concat()
    );
    assert_eq!(page(&html).text, [&sentences[..], &[FIRST]].concat().join("\n\n"));
}

#[test]
fn lines_and_cells_and_headings_stay_apart() {
    let html = "<article><h2>What is known</h2><p>One<br>Two</p><table><tr><td>1</td><td>2</td></tr></table>\
        <p>Three   <b>bold</b>\n words that make this long enough to be a story.</p></article>";
    assert_eq!(
        page(html).text,
        "What is known\n\nOne\n\nTwo\n\n1 2\n\nThree bold words that make this long enough to be a story."
    );
}

#[test]
fn what_is_hidden_or_run_is_no_text() {
    let html = format!(
        "<article><p>{FIRST}</p><p hidden>not shown</p><div style=\"display: none\"><p>not shown</p></div>\
         <script>document.write('not shown')</script><noscript>not shown</noscript><template><p>not shown</p></template>\
         <!-- not shown --><iframe srcdoc='<p>not shown</p>'></iframe><p>{SECOND}</p></article>"
    );
    assert_eq!(page(&html).text, [FIRST, SECOND].join("\n\n"));
}

#[test]
fn days_and_names_are_found_where_pages_put_them() {
    let with = |head: &str, body: &str| {
        page(&format!("<html><head>{head}</head><body>{body}<p>{FIRST}</p></body></html>"))
    };
    let day = |arrived: &Arrived| arrived.published.as_ref().map(|published| published.day(None).to_string());
    let arrived = with(r#"<meta property="article:published_time" content="2026-03-07T10:00:00+02:00">"#, "");
    assert_eq!(day(&arrived).as_deref(), Some("2026-03-07"));
    let arrived = with(
        "",
        "<time datetime=2026-03-09>now</time><time itemprop=datePublished datetime=2026-03-07></time>",
    );
    assert_eq!(day(&arrived).as_deref(), Some("2026-03-07"));
    let arrived = with("<title>A headline of some length - The Herald</title>", "<time>7 March 2026</time>");
    assert_eq!(day(&arrived).as_deref(), Some("2026-03-07"));
    assert_eq!(arrived.title.as_deref(), Some("A headline of some length"));
    assert_eq!(arrived.outlet.as_deref(), Some("The Herald"));
    let arrived = with("<meta name=date content=soon>", "");
    assert_eq!(day(&arrived), None);
    assert!(rules(&arrived).contains(&"date-not-read"));
}

#[test]
fn an_old_page_is_read_in_the_encoding_that_it_declares() {
    let mut bytes = b"<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head><body><p>".to_vec();
    bytes.extend(b"\xcf\xee\xf1\xee\xeb \xe7\xe0\xff\xe2\xe8\xe2, \xf9\xee \xef\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xe8 \xf2\xf0\xe8\xe2\xe0\xfe\xf2\xfc.</p>");
    let arrived = read(&bytes, "page.html").unwrap().remove(0);
    assert_eq!(arrived.text, "Посол заявив, що переговори тривають.");
    assert!(
        matches!(&arrived.findings[..], [.., Remark::Encoding { name, declared: true }] | [Remark::Encoding { name, declared: true }, ..] if name == "windows-1251")
    );
}
