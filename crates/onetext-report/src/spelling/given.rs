//! Given names that are one name: across languages, and short forms.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::skeleton;

/// One name in several languages, in the usual romanisations. A name stands in one line only.
const LANGUAGES: &[&str] = &[
    "Volodymyr Vladimir Wladimir Uladzimir Vladimír",
    "Oleksandr Aleksandr Alexandr Alexander Aliaksandr Alexandre",
    "Oleksandra Aleksandra Alexandra",
    "Oleksii Aleksei Alexei Oleksiy Aliaksei",
    "Mykola Nikolai Nikolay Mikalai Nicolai",
    "Serhii Sergei Sergey Siarhei Serge Sjarhej",
    "Dmytro Dmitri Dmitry Dzmitry Dimitri",
    "Yevhen Yevgeny Evgeny Evgueni Yauhen Evgenij Eugene",
    "Yevheniia Yevgenia Evgenia",
    "Kyrylo Kirill Kiryl",
    "Pavlo Pavel Paval",
    "Petro Pyotr Petr Piotr",
    "Mykhailo Mikhail Michail Mihail Mikhailo",
    "Olena Elena Yelena Alena",
    "Hanna Anna Ganna",
    "Tetiana Tatiana Tatsiana Tetyana",
    "Kateryna Ekaterina Yekaterina Katsiaryna",
    "Nataliia Natalia Natalya Natallia Natalie",
    "Ihor Igor Ihar",
    "Vasyl Vasily Vasili Vasilii",
    "Hryhorii Grigory Grigori Ryhor",
    "Fedir Fyodor Fedor",
    "Semen Semyon",
    "Illia Ilya Iliya",
    "Oleh Oleg Aleh",
    "Mykyta Nikita Mikita",
    "Danylo Daniil Danila Danilo",
    "Artem Artyom Artsiom",
    "Olha Olga Volha",
    "Svitlana Svetlana Sviatlana",
    "Liudmyla Lyudmila Ludmila",
    "Bohdan Bogdan Bahdan",
    "Hennadii Gennady Gennadi Henadz",
    "Heorhii Georgy Georgi Georgii",
    "Yukhym Yefim Efim",
    "Matvii Matvei",
    "Yosyp Iosif Osip",
    "Valentyn Valentin Valiantsin",
    "Viktor Victor Viktar",
    "Viacheslav Vyacheslav Wjatscheslaw",
    "Yelyzaveta Elizaveta Yelizaveta",
    "Liubov Lyubov",
    "Mohammed Mohamed Muhammad Mohammad Muhammed Mohamad",
    "Ahmed Ahmad Achmed",
    "Abdullah Abdallah Abdulla",
    "Hussein Hussain Husayn Husain Hossein",
    "Khalid Khaled",
    "Yusuf Youssef Yousef Yusif",
    "Said Saeed Saïd",
    "Mustafa Mostafa Moustafa",
    "Hakan Khakan",
];

/// A short form and the names that it stands for. Two full names of one line are not one name.
const SHORT: &[(&str, &str)] = &[
    ("Joe", "Joseph"),
    ("Mike", "Michael"),
    ("Steve", "Steven Stephen"),
    ("Bill", "William"),
    ("Will", "William"),
    ("Bob", "Robert"),
    ("Rob", "Robert"),
    ("Jim", "James"),
    ("Jimmy", "James"),
    ("Tom", "Thomas"),
    ("Tony", "Anthony Antony"),
    ("Dan", "Daniel"),
    ("Dave", "David"),
    ("Dick", "Richard"),
    ("Rick", "Richard"),
    ("Ed", "Edward Edwin"),
    ("Ted", "Edward Theodore"),
    ("Ken", "Kenneth"),
    ("Pete", "Peter"),
    ("Phil", "Philip Phillip"),
    ("Ben", "Benjamin"),
    ("Bibi", "Benjamin"),
    ("Matt", "Matthew"),
    ("Greg", "Gregory"),
    ("Jeff", "Jeffrey Geoffrey"),
    ("Chris", "Christopher Christian"),
    ("Nick", "Nicholas"),
    ("Andy", "Andrew"),
    ("Tim", "Timothy"),
    ("Ron", "Ronald"),
    ("Don", "Donald"),
    ("Larry", "Lawrence Laurence"),
    ("Charlie", "Charles"),
    ("Chuck", "Charles"),
    ("Liz", "Elizabeth"),
    ("Kate", "Katherine Catherine"),
    ("Sue", "Susan"),
    ("Maggie", "Margaret"),
    ("Sasha", "Oleksandr Oleksandra"),
    ("Volodya", "Volodymyr"),
];

/// Each skeleton of a listed name with the lines that it stands in; a short form carries all of its names' lines.
static GROUPS: LazyLock<BTreeMap<String, Vec<u16>>> = LazyLock::new(|| {
    let mut groups: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    let mut next = 0u16;
    for line in LANGUAGES {
        for name in line.split(' ') {
            add(&mut groups, name, next);
        }
        next += 1;
    }
    for (short, full) in SHORT {
        for name in full.split(' ') {
            add(&mut groups, name, next);
            add(&mut groups, short, next);
            next += 1;
        }
    }
    groups
});

fn add(groups: &mut BTreeMap<String, Vec<u16>>, name: &str, line: u16) {
    for reading in skeleton::readings(name).into_iter().take(1) {
        let lines = groups.entry(reading).or_default();
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
}

/// The lines of the table that a word stands in, by any of its readings.
pub(super) fn lines(readings: &[String]) -> Vec<u16> {
    readings.iter().filter_map(|reading| GROUPS.get(reading)).flatten().copied().collect()
}

/// Whether two words share a line.
pub(super) fn share(a: &[u16], b: &[u16]) -> bool {
    a.iter().any(|line| b.contains(line))
}

/// The first sounds of every name of the lines: what an initial may stand for.
pub(super) fn initials(lines: &[u16]) -> Vec<String> {
    GROUPS.iter().filter(|(_, of)| share(of, lines)).map(|(name, _)| name.clone()).collect()
}
