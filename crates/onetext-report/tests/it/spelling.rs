//! One name in many spellings and scripts, and names that only look alike.

use onetext_report::spelling::same_name;

/// Sixty names, each in two spellings. Names that Cyrillic writes by ear ("Трамп") are no romanisation and not among them: a
/// case has those as aliases.
const SAME: [(&str, &str); 60] = [
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Volodymyr Zelenskyy", "Володимир Зеленський"),
    ("Volodymyr Zelenskyy", "Владимир Зеленский"),
    ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj"),
    ("Volodymyr Zelenskyy", "Zelenskiy"),
    ("Зеленського", "Зеленський"),
    ("Andrii Hnatov", "Andriy Hnatov"),
    ("Andrii Hnatov", "Andrey Gnatov"),
    ("Andrii Hnatov", "Андрій Гнатов"),
    ("Rustem Umerov", "Рустем Умєров"),
    ("Rustem Umerov", "Рустем Умеров"),
    ("Olha Stefanishyna", "Olga Stefanishyna"),
    ("Olha Stefanishyna", "Ольга Стефанішина"),
    ("Kirill Dmitriev", "Kirill Dmitriyev"),
    ("Kirill Dmitriev", "Кирилл Дмитриев"),
    ("Sergiy Kyslytsya", "Serhii Kyslytsia"),
    ("Sergiy Kyslytsya", "Сергій Кислиця"),
    ("Andriy Yermak", "Andrij Jermak"),
    ("Andriy Yermak", "Андрій Єрмак"),
    ("Vladimir Putin", "Владимир Путин"),
    ("Vladimir Putin", "Wladimir Putin"),
    ("Vladimir Putin", "Vladimir Poutine"),
    ("Sergey Lavrov", "Sergei Lavrov"),
    ("Sergey Lavrov", "Сергей Лавров"),
    ("Sergey Lavrov", "Sergej Lawrow"),
    ("Dmytro Kuleba", "Дмитро Кулеба"),
    ("Yuriy Romanenko", "Yurii Romanenko"),
    ("Yuriy Romanenko", "Юрій Романенко"),
    ("Alexander Lukashenko", "Aleksandr Lukashenko"),
    ("Alexander Lukashenko", "Александр Лукашенко"),
    ("Mykhailo Podolyak", "Михайло Подоляк"),
    ("Mykhailo Podolyak", "Mikhail Podolyak"),
    ("Yulia Svyrydenko", "Юлія Свириденко"),
    ("Oleksandr Syrskyi", "Oleksandr Syrsky"),
    ("Oleksandr Syrskyi", "Олександр Сирський"),
    ("Donald Tusk", "Дональд Туск"),
    ("Steve Witkoff", "Steven Witkoff"),
    ("Jared Kushner", "Джаред Кушнер"),
    ("Marco Rubio", "Марко Рубио"),
    ("Emmanuel Macron", "Эммануэль Макрон"),
    ("Friedrich Merz", "Friedrich MERZ"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Hakan Fidan", "HAKAN FİDAN"),
    ("Nikola Gruevski", "Никола Груевски"),
    ("Dr. Jane Roe", "Jane Roe"),
    ("J. Roe", "Jane Roe"),
    ("Roe, Jane", "Jane Roe"),
    ("President Jane Roe", "Jane Roe"),
    ("Сергей Викторович Лавров", "Sergey Lavrov"),
    ("Мария Захарова", "Maria Zakharova"),
    ("Maria Zakharova", "Mariya Zakharova"),
    ("Viktor Yushchenko", "Віктор Ющенко"),
    ("Viktor Yushchenko", "Viktor Iouchtchenko"),
    ("Leonid Kuchma", "Леонід Кучма"),
    ("Petro Poroshenko", "Петро Порошенко"),
    ("Yevhen Marchuk", "Євген Марчук"),
    ("Vasyl Shevchenko", "Vasyl' Ševčenko"),
    ("Жанна Щербак", "Zhanna Shcherbak"),
    ("Хома Гай", "Khoma Hai"),
    ("Ілля Цвєтков", "Illia Tsvietkov"),
];

/// Names that are not one.
const OTHER: [(&str, &str); 24] = [
    ("Donald Trump", "Donald Tusk"),
    ("Rustem Umerov", "Rustem Umarov"),
    ("Ivanov", "Ivanova"),
    ("Michel Barnier", "Michael Barnes"),
    ("Andriy Yermak", "Andriy Yermolenko"),
    ("Vladimir Putin", "Vladimir Medinsky"),
    ("Volodymyr Zelenskyy", "Olena Zelenska"),
    ("Sergey Lavrov", "Sergey Shoigu"),
    ("Steve Witkoff", "Alex Witkoff"),
    ("Jared Kushner", "Charles Kushner"),
    ("Marco Rubio", "Mario Rubio"),
    ("Jane Roe", "John Roe"),
    ("Jane Roe", "Jane Doe"),
    ("Kirill Dmitriev", "Kirill Dmitrenko"),
    ("Keith Kellogg", "Keith Kelly"),
    ("Emmanuel Macron", "Emma Macron"),
    ("Олена Зеленська", "Володимир Зеленський"),
    ("Петро Порошенко", "Петро Полтавець"),
    ("Friedrich Merz", "Angela Merkel"),
    ("Oleksandr Syrskyi", "Oleksandr Usyk"),
    ("Hakan Fidan", "Hakan Ferdan"),
    ("Dmytro Kuleba", "Dmytro Kulyk"),
    ("Yuriy Romanenko", "Yuriy Romanov"),
    ("Mykhailo Podolyak", "Mykhailo Fedorov"),
];

#[test]
fn spellings_of_one_name_match() {
    let missed: Vec<_> =
        SAME.iter().filter(|(one, other)| !(same_name(one, other) && same_name(other, one))).collect();
    assert!(missed.is_empty(), "{} of {}: {missed:#?}", missed.len(), SAME.len());
}

#[test]
fn names_that_only_look_alike_do_not() {
    let joined: Vec<_> =
        OTHER.iter().filter(|(one, other)| same_name(one, other) || same_name(other, one)).collect();
    assert!(joined.is_empty(), "{joined:#?}");
}
