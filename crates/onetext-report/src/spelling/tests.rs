//! Tables of spellings that are one name, and of names that only look alike.

use super::{Likeness, Name, fold, likeness, same_name};

/// Each line: spellings of one name, all of which must match each other.
const SAME: &[&str] = &[
    "Volodymyr Zelenskyy|Volodymyr Zelensky|Vladimir Zelenskiy|Wolodymyr Selenskyj|Володимир Зеленський|Владимир Зеленский|Volodymyr Zelenskyi|V. Zelensky|Zelenskyy Volodymyr",
    "Зеленський|Зеленського|Зеленським|Zelensky|Selenskyj|Zelenskyy",
    "Володимир Зеленський|Володимира Зеленського|Володимиру Зеленському",
    "Andrii Hnatov|Andriy Gnatov|Андрій Гнатов|Андрей Гнатов|General Andriy Hnatov|Gen. Andrii Hnatov|Andrej Hnatow",
    "Andriy Yermak|Andrii Ermak|Andrey Yermak|Andrij Jermak|Андрій Єрмак|Андрей Ермак|Andriï Iermak|Андрія Єрмака|Yermak Andriy",
    "Olha Stefanishyna|Olga Stefanishina|Ольга Стефанішина|Ольга Стефанишина|Ambassador Olha Stefanishyna|Ольги Стефанішини",
    "Serhii Kyslytsya|Sergiy Kyslytsia|Сергій Кислиця|Sergei Kislitsa|Serhij Kyslyzja|Сергея Кислицы",
    "Kirill Dmitriev|Kirill Dmitriyev|Kyrylo Dmytriiev|Кирилл Дмитриев|Kirill Dmitrijew|Кирилла Дмитриева",
    "Sergei Lavrov|Sergey Lavrov|Sergueï Lavrov|Sergej Lawrow|Сергей Лавров|Сергей Викторович Лавров|Сергія Лаврова",
    "Vladimir Putin|Vladimir Poutine|Wladimir Putin|Владимир Путин|Володимир Путін|Vladimir Vladimirovich Putin|President Vladimir Putin|Владимира Путина",
    "Sergei Shoigu|Sergey Shoygu|Sergueï Choïgou|Sergej Schoigu|Сергей Шойгу",
    "Valerii Zaluzhnyi|Valery Zaluzhny|Valeri Zaloujny|Walerij Saluschnyj|Валерій Залужний",
    "Viktor Yanukovych|Viktor Yanukovich|Viktor Ianoukovitch|Wiktor Janukowytsch|Віктор Янукович|Виктор Янукович",
    "Petro Poroshenko|Petr Poroshenko|Petro Porochenko|Petro Poroschenko|Петро Порошенко|Пётр Порошенко",
    "Yulia Tymoshenko|Yuliia Tymoshenko|Ioulia Timochenko|Julija Tymoschenko|Юлія Тимошенко|Юлия Тимошенко",
    "Viktor Yushchenko|Viktor Iouchtchenko|Wiktor Juschtschenko|Віктор Ющенко",
    "Mikhail Gorbachev|Mikhail Gorbachyov|Michail Gorbatschow|Mikhaïl Gorbatchev|Михаил Горбачёв|Михаил Горбачев|Mihail Gorbačev",
    "Maria Zakharova|Mariya Zakharova|Marija Sacharowa|Мария Захарова",
    "Svitlana Tsikhanouskaya|Sviatlana Tsikhanouskaya|Svetlana Tsikhanouskaia",
    "Dmytro Kuleba|Dmitry Kuleba|Dmytro Kouleba|Дмитро Кулеба|Дмитрий Кулеба|Дмитра Кулеби",
    "Slobodan Milošević|Slobodan Milosevic|Слободан Милошевић",
    "Aleksandar Vučić|Aleksandar Vucic|Александар Вучић",
    "Recep Tayyip Erdoğan|Recep Tayyip Erdogan|Recep Erdogan",
    "Annalena Baerbock|Annalena Bärbock",
    "J. D. Vance|JD Vance|J.D. Vance|James David Vance",
    "Mohammed bin Salman|Mohamed bin Salman|Muhammad bin Salman",
    "Mohammed bin Abdulrahman Al Thani|Mohammed bin Abdulrahman Al-Thani|Mohamed bin Abdulrahman al-Thani",
    "Xi Jinping|Jinping Xi|President Xi Jinping",
    "Kim Jong Un|Kim Jong-un|Kim Jongun",
    "Steve Witkoff|Steven Witkoff|S. Witkoff|Special Envoy Steve Witkoff|Steve Witkoff's",
    "Donald Trump|Donald J. Trump|President Donald John Trump|D. Trump|Trump",
    "Mykhailo Podolyak|Mikhail Podolyak|Михайло Подоляк|Mychajlo Podoljak",
    "Oleksandr Syrskyi|Alexander Syrsky|Oleksandr Syrskyj|Олександр Сирський|Александр Сырский|Aleksandr Syrskiy|Oleksandr Syrskyi’s",
    "Denys Shmyhal|Denis Shmygal|Denys Chmyhal|Denys Schmyhal|Денис Шмигаль|Денис Шмыгаль",
    "Ihor Zhovkva|Igor Zhovkva|Ihor Jovkva|Ігор Жовква|Ihor Showkwa",
    "Vyacheslav Volodin|Viacheslav Volodin|Wjatscheslaw Wolodin|Вячеслав Володин",
];

/// Initials stand for a name in the nominative.
const INITIALS: &[(&str, &str)] = &[
    ("K. Dmitriev", "Kyrylo Dmytriiev"),
    ("S. V. Lavrov", "Сергей Викторович Лавров"),
    ("В. В. Путин", "Vladimir Putin"),
    ("Putin V.V.", "Владимир Владимирович Путин"),
    ("Є. Мураєв", "Yevhen Murayev"),
    ("O. Scholz", "Olaf Scholz"),
];

/// Pairs that must not match.
const DIFFERENT: &[(&str, &str)] = &[
    ("Sergei Ivanov", "Olga Ivanova"),
    ("Ivanov", "Ivanova"),
    ("Іванов", "Іванова"),
    ("Sergei Ivanov", "Sergei Ivanova"),
    ("Volodymyr Zelenskyy", "Olena Zelenska"),
    ("Volodymyr Zelensky", "Andriy Zelensky"),
    ("Zelensky", "Zelinsky"),
    ("Donald Trump", "Donald Tusk"),
    ("Donald Trump", "Melania Trump"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Donald", "Donald Trump"),
    ("Rustem Umerov", "Rustem Umarov"),
    ("Rustem Umerov", "Jamshid Umarov"),
    ("Michel Barnier", "Michael Barnier"),
    ("Viktor Medvedchuk", "Dmitry Medvedev"),
    ("Medvedev", "Medvedchuk"),
    ("George W. Bush", "George H. W. Bush"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Andriy Yermak", "Andriy Yermolenko"),
    ("Sergei Lavrov", "Sergei Lavrin"),
    ("Sergei Lavrov", "Mikhail Lavrov"),
    ("John Hill", "John Gill"),
    ("Harris", "Garris"),
    ("Boris Johnson", "Boris Jonson-Reed"),
    ("Sergei Ivanovich Petrov", "Ivan Petrov"),
    ("Angela Merkel", "Angela Markel"),
    ("Marco Rubio", "Mario Rubio"),
    ("Martin Schulz", "Marta Schulz"),
    ("Oleksandr Syrskyi", "Oleksandra Syrska"),
    ("Alexander Stubb", "Alexandra Stubb"),
    ("Steven Miller", "Stephen Millar"),
    ("Li Qiang", "Li Keqiang"),
    ("Anna Roe", "Anne Row"),
    ("Petro Poroshenko", "Petro Symonenko"),
    ("K. Dmitriev", "V. Dmitriev"),
    ("Путин", "Путина Людмила"),
    ("Valeriy Zaluzhny", "Valeria Zaluzhna"),
    ("Kaja Kallas", "Kristi Kallas"),
    ("Mette Frederiksen", "Marte Fredriksen"),
    ("Keir Starmer", "Kurt Sturmer"),
    ("Emmanuel Macron", "Brigitte Macron"),
    ("Erdogan", "Erdogdu"),
    ("Mark Rutte", "Maarten Rutten"),
    ("Xi Jinping", "Xi Zhongxun"),
    ("Wang Yi", "Wang Ying"),
    ("Hun Sen", "Hun Manet"),
    ("Moon Jae-in", "Lee Jae-myung"),
    ("Ilham Aliyev", "Heydar Aliyev"),
    ("Nikol Pashinyan", "Nikol Pashaian"),
    ("Алієв", "Алієва"),
    ("Кулеба", "Кулиба"),
    ("Dmytro Kuleba", "Dmytro Kulyk"),
    ("Ihor Klymenko", "Ihor Klymchuk"),
    ("Antony Blinken", "Antony Blanken"),
    ("Tony Blair", "Tony Blain"),
    ("Olaf Scholz", "Olaf Schulz"),
    ("Mohammed bin Salman", "Mohammed bin Zayed"),
    ("", "Trump"),
    ("President", "President Trump"),
    ("J. D.", "James David"),
];

#[test]
fn spellings_of_one_name_match() {
    let mut missed = vec![];
    for line in SAME {
        let names: Vec<&str> = line.split('|').collect();
        for (place, a) in names.iter().enumerate() {
            for b in &names[place..] {
                if !same_name(a, b) || !same_name(b, a) {
                    missed.push(format!("{a} [{}] / {b} [{}]", fold(a), fold(b)));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn initials_stand_for_names() {
    for (a, b) in INITIALS {
        assert_eq!(likeness(a, b), Likeness::Initials, "{a} / {b}");
    }
}

#[test]
fn near_misses_do_not_match() {
    let wrong: Vec<String> = DIFFERENT
        .iter()
        .filter(|(a, b)| same_name(a, b) || same_name(b, a))
        .map(|(a, b)| format!("{a} [{}] / {b} [{}]", fold(a), fold(b)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_agrees_is_said() {
    for (a, b, expected) in [
        ("Zelensky", "Volodymyr Zelenskyy", Likeness::Surname),
        ("V. Zelensky", "Volodymyr Zelenskyy", Likeness::Initials),
        ("Vladimir Zelensky", "Volodymyr Zelenskyy", Likeness::Full),
        ("Xi", "Xi Jinping", Likeness::Surname),
        ("Yanukovych", "Виктор Янукович", Likeness::Surname),
        ("Andersson", "Li Andersson", Likeness::Surname),
        ("Петров", "Петров Иван Иванович", Likeness::Surname),
    ] {
        assert_eq!(likeness(a, b), expected, "{a} / {b}");
    }
}

#[test]
fn different_families_in_one_table_line_up_only_with_themselves() {
    // Every line of the table against every other: no spelling matches a spelling of another name. Lines that share a
    // surname alone (Зеленський twice) are the exception.
    let names: Vec<Vec<Name>> = SAME.iter().map(|line| line.split('|').map(Name::of).collect()).collect();
    for (place, line) in names.iter().enumerate() {
        for (other_place, other) in names.iter().enumerate().skip(place + 1) {
            let is_one = line[0].likeness(&other[0]) != Likeness::Different;
            let found = line.iter().any(|a| other.iter().any(|b| a.likeness(b) != Likeness::Different));
            assert_eq!(found, is_one, "{} / {}", SAME[place], SAME[other_place]);
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_two_strings_compare_and_agree_both_ways(a in "\\PC{0,24}", b in "[а-яіїєґА-Яa-zA-Z .'’-]{0,24}") {
        proptest::prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
        let _ = fold(&a);
    }
}
