//! Languages told apart, and what is read of Ukrainian and Russian.

use onetext_report::Span;
use onetext_report::languages::{Foreign, Language, Script, language_of, read_foreign, unread};
use proptest::prelude::*;

fn all(text: &str) -> Foreign {
    read_foreign(text, Span { start: 0, end: text.len() })
}

fn said(text: &str, spans: &[Span]) -> String {
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join("; ")
}

#[test]
fn languages_are_told_apart() {
    for (text, expected) in [
        ("The delegations will meet again on Friday, two officials said.", Language::English),
        ("Olena Petrenko, Ivan Kovalenko", Language::English),
        ("Talks resume Monday", Language::English),
        ("Делегації зустрінуться знову в п'ятницю.", Language::Ukrainian),
        ("Про це заявив посол та додав, що текст готовий.", Language::Ukrainian),
        ("Делегации встретятся снова, об этом сообщили два чиновника.", Language::Russian),
        ("Текст готов, и посол его одобрил.", Language::Russian),
        (
            "Делегациите ще се срещнат отново в петък, съобщиха двама служители. Текстът е съгласуван.",
            Language::Other(Script::Cyrillic),
        ),
        ("Дэлегацыі сустрэнуцца зноў у пятніцу, паведаміў прадстаўнік.", Language::Other(Script::Cyrillic)),
        ("Делегације ће се поново састати у петак.", Language::Other(Script::Cyrillic)),
        (
            "Die Delegationen treffen sich am Freitag, und der Text ist fertig.",
            Language::Other(Script::Latin),
        ),
        ("Les délégations se retrouvent vendredi, et le texte est prêt.", Language::Other(Script::Latin)),
        ("Delegacje spotkają się w piątek i nie wiadomo, z kim.", Language::Other(Script::Latin)),
        ("تلتقي الوفود مرة أخرى", Language::Other(Script::Arabic)),
        ("代表团将再次会晤", Language::Other(Script::EastAsian)),
        ("1234 - 5678", Language::Other(Script::None)),
        ("", Language::Other(Script::None)),
    ] {
        assert_eq!(language_of(text), expected, "{text}");
    }
}

#[test]
fn names_keep_their_case() {
    for (text, expected) in [
        ("Учора Олена Петренко зустрілася з Іваном Коваленком.", "Олена Петренко; Іваном Коваленком"),
        ("Президент Петренко прибув до Києва.", "Петренко; Києва"),
        ("У Києві про це сказав посол В. Коваленко.", "Києві; В. Коваленко"),
        ("Зустріч відбулася. Вони говорили з представниками США та ЄС.", "США; ЄС"),
        (
            "Переговори з Петровым продолжились; об этом сообщили Анна Иванова-Петрова и он.",
            "Петровым; Анна Иванова-Петрова",
        ),
        ("Встреча была короткой, это сообщил Axios.", "Axios"),
        ("Это всё, что было сказано.", ""),
    ] {
        assert_eq!(said(text, &all(text).names), expected, "{text}");
    }
}

#[test]
fn numbers_quotations_and_dates() {
    let text = "28 листопада посол сказав: «Маємо 20 пунктів, з них „п'ять“ спірні», а це 80% тексту і 1 500 млн доларів.";
    let found = all(text);
    assert_eq!(said(text, &found.numbers), "20 пунктів; 80%; 1 500 млн доларів");
    assert_eq!(said(text, &found.quotations), "Маємо 20 пунктів, з них „п'ять“ спірні");
    assert_eq!(said(text, &found.dates.iter().map(|date| date.span).collect::<Vec<_>>()), "28 листопада");
    assert_eq!(found.unread.len(), 1);
    let text = "Он заявил: \"Это хорошо\", и добавил: „Увы“. Су-35 и “две встречи” «без конца";
    assert_eq!(said(text, &all(text).quotations), "Это хорошо; Увы; две встречи");
    assert_eq!(said(text, &all(text).numbers), "");
}

#[test]
fn what_was_not_read_is_said() {
    assert_eq!(all("The envoys met again."), Foreign::default());
    let found = all("Die Delegationen treffen sich am Freitag, und der Text ist fertig.");
    assert_eq!((found.names.len(), found.unread[0].why.as_str()), (0, "its language is not read"));
    let text = "First.\nЦе друге речення.";
    let found = read_foreign(text, Span { start: 7, end: text.len() });
    assert_eq!(found.unread[0].span.of(text), "Це друге речення.");
    assert!(found.unread[0].why.starts_with("Ukrainian"));
    let text = "First.\n\n  Це друге речення. \n12 - 13";
    assert_eq!(
        said(text, &unread(text).iter().map(|piece| piece.span).collect::<Vec<_>>()),
        "Це друге речення."
    );
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(
        text in "([а-яіїєґёА-Я]{0,6}|\\PC{0,4}|[«»„“”\"']|[0-9]{1,4}|%|[ .,:-])*",
        start in 0..40_usize,
        end in 0..200_usize,
    ) {
        let found = read_foreign(&text, Span { start, end });
        prop_assert_eq!(&found, &read_foreign(&text, Span { start, end }));
        for piece in unread(&text) {
            prop_assert!(piece.span.start < piece.span.end && text.get(piece.span.start..piece.span.end).is_some());
        }
        let spans = found.names.iter().chain(&found.numbers).chain(&found.quotations);
        for span in spans.copied().chain(found.dates.iter().map(|date| date.span)) {
            prop_assert!(span.start < span.end && text.get(span.start..span.end).is_some());
        }
    }
}
