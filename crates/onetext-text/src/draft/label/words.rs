//! The words that labels begin with, in the languages of negotiations, in small letters.

/// Words that begin the label of an article, in small letters.
pub(super) const ARTICLES: [&str; 26] = [
    "§",
    "ст.",
    "ст",
    "пункт",
    "بند",
    "article",
    "art.",
    "rule",
    "clause",
    "point",
    "principle",
    "artikel",
    "artículo",
    "articulo",
    "artigo",
    "articolo",
    "статья",
    "стаття",
    "артыкул",
    "член",
    "المادة",
    "مادة",
    "סעיף",
    "ماده",
    "madde",
    "artykuł",
];
/// The same for what holds articles.
pub(super) const CHAPTERS: [&str; 18] = [
    "titel",
    "capítulo",
    "kapitel",
    "часть",
    "частина",
    "القسم",
    "part",
    "title",
    "chapter",
    "section",
    "partie",
    "titre",
    "chapitre",
    "глава",
    "раздел",
    "розділ",
    "الفصل",
    "الباب",
];
/// The same for what is put behind a text.
pub(super) const ANNEXES: [&str; 14] = [
    "allegato",
    "مرفق",
    "annex",
    "appendix",
    "schedule",
    "protocol",
    "annexe",
    "anhang",
    "anexo",
    "приложение",
    "додаток",
    "протокол",
    "ملحق",
    "الملحق",
];
/// The same for one of several wordings.
pub(super) const OPTIONS: [&str; 11] = [
    "البديل",
    "альтернатива",
    "option",
    "alternative",
    "opción",
    "вариант",
    "варіант",
    "الخيار",
    "خيار",
    "variant",
    "variante",
];
/// What a preamble is called.
pub(super) const PREAMBLES: [&str; 8] =
    ["ديباجة", "序言", "preamble", "préambule", "preámbulo", "преамбула", "الديباجة", "präambel"];
