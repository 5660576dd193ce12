//! What a single word says about time: the table of Ukrainian and Russian words.

use jiff::civil::Weekday;

use super::expression::{PartOfDay, Unit};
use super::terms::Term;

/// Longest word that can be one of ours, in bytes: "післязавтра" has 22.
const WORD_BYTES_MAX: usize = 32;

/// A word in Cyrillic letters, in any case of letters.
pub(super) fn of_word(word: &str) -> Term {
    if word.len() > WORD_BYTES_MAX {
        return Term::Other;
    }
    let mut lower = [0; WORD_BYTES_MAX];
    let mut length = 0;
    for letter in word.chars().flat_map(char::to_lowercase) {
        let letter = if matches!(letter, '’' | 'ʼ') { '\'' } else { letter };
        let Some(place) = lower.get_mut(length..length + letter.len_utf8()) else { return Term::Other };
        letter.encode_utf8(place);
        length += letter.len_utf8();
    }
    let lower = std::str::from_utf8(lower.get(..length).unwrap_or(&[])).unwrap_or("");
    month(lower).or_else(|| weekday(lower)).or_else(|| unit(lower)).unwrap_or_else(|| other(lower))
}

/// Months in the cases in which dates have them: "листопада", "у листопаді", "в ноябре".
fn month(lower: &str) -> Option<Term> {
    let month = match lower {
        "січень" | "січня" | "січні" | "январь" | "января" | "январе" => 1,
        "лютий" | "лютого" | "лютому" | "февраль" | "февраля" | "феврале" => {
            2
        }
        "березень" | "березня" | "березні" | "март" | "марта" | "марте" => {
            3
        }
        "квітень" | "квітня" | "квітні" | "апрель" | "апреля" | "апреле" => {
            4
        }
        "травень" | "травня" | "травні" | "май" | "мая" | "мае" => 5,
        "червень" | "червня" | "червні" | "июнь" | "июня" | "июне" => 6,
        "липень" | "липня" | "липні" | "июль" | "июля" | "июле" => 7,
        "серпень" | "серпня" | "серпні" | "август" | "августа" | "августе" => {
            8
        }
        "вересень" | "вересня" | "вересні" | "сентябрь" | "сентября" | "сентябре" => {
            9
        }
        "жовтень" | "жовтня" | "жовтні" | "октябрь" | "октября" | "октябре" => {
            10
        }
        "листопад" | "листопада" | "листопаді" | "ноябрь" | "ноября" | "ноябре" => {
            11
        }
        "грудень" | "грудня" | "грудні" | "декабрь" | "декабря" | "декабре" => {
            12
        }
        _ => return None,
    };
    Some(Term::UnsureMonth(month))
}

fn weekday(lower: &str) -> Option<Term> {
    let weekday = match lower {
        "понеділок" | "понеділка" | "понедельник" | "понедельника" => {
            Weekday::Monday
        }
        "вівторок" | "вівторка" | "вторник" | "вторника" => Weekday::Tuesday,
        "середу" | "середи" | "среду" | "среды" => Weekday::Wednesday,
        "четвер" | "четверга" | "четверг" => Weekday::Thursday,
        "п'ятницю" | "п'ятниці" | "пятницу" | "пятницы" => Weekday::Friday,
        "суботу" | "суботи" | "субботу" | "субботы" => Weekday::Saturday,
        "неділю" | "неділі" | "воскресенье" | "воскресенья" => {
            Weekday::Sunday
        }
        _ => return None,
    };
    Some(Term::ShortWeekday(weekday))
}

fn unit(lower: &str) -> Option<Term> {
    Some(match lower {
        "день" => Term::Unit(Unit::Day),
        "дні" | "днів" | "дня" | "дней" | "дни" => Term::Units(Unit::Day),
        "тиждень" | "тижня" | "тижні" | "неделю" | "неделе" | "недели" => {
            Term::Unit(Unit::Week)
        }
        "тижнів" | "недель" => Term::Units(Unit::Week),
        "місяць" | "місяця" | "месяц" | "месяца" | "месяце" => {
            Term::Unit(Unit::Month)
        }
        "місяці" | "місяців" | "месяцев" => Term::Units(Unit::Month),
        "рік" => Term::Unit(Unit::Year),
        "роки" | "років" | "лет" => Term::Units(Unit::Year),
        "року" | "году" | "год" | "года" | "році" | "годах" | "рр" => {
            Term::YearMark
        }
        "хвилин" | "хвилини" | "минут" | "минуты" => Term::Units(Unit::Minute),
        "година" | "годину" | "час" => Term::Unit(Unit::Hour),
        "години" | "годин" | "часа" | "часов" => Term::Units(Unit::Hour),
        _ => return None,
    })
}

fn other(lower: &str) -> Term {
    match lower {
        "сьогодні" | "сегодня" => Term::Today(0),
        "вчора" | "учора" | "вчера" => Term::Today(-1),
        "завтра" => Term::Today(1),
        "позавчора" | "позавчера" => Term::Today(-2),
        "післязавтра" | "послезавтра" => Term::Today(2),
        "минулий" | "минулого" | "минулої" | "минулому" | "минулу" | "прошлый" | "прошлого" | "прошлой"
        | "прошлом" | "прошлую" => Term::Last,
        "наступний"
        | "наступного"
        | "наступної"
        | "наступному"
        | "наступну"
        | "следующий"
        | "следующего"
        | "следующей"
        | "следующем"
        | "следующую" => Term::Next,
        "цей" | "цього" | "цієї" | "цьому" | "цю" | "этот" | "этого" | "этой" | "этом" | "эту" => {
            Term::This
        }
        "тому" | "назад" => Term::Ago,
        "через" => Term::In,
        "за" => Term::Within,
        "в" | "у" | "во" | "на" => Term::On,
        "з" | "із" | "с" | "со" | "від" | "от" => Term::From,
        "до" | "по" => Term::To,
        "і" | "й" | "та" | "и" => Term::And,
        "вранці" | "уранці" | "ранку" | "утром" | "утра" => {
            Term::Part(PartOfDay::Morning)
        }
        "вдень" | "удень" | "днём" | "днем" => Term::Part(PartOfDay::Afternoon),
        "ввечері" | "увечері" | "вечора" | "вечером" | "вечера" => {
            Term::Part(PartOfDay::Evening)
        }
        "вночі" | "уночі" | "ночи" | "ночью" => Term::Part(PartOfDay::Night),
        "один" | "одну" | "одного" => Term::Number { value: 1, digits: 0 },
        "два" | "дві" | "две" | "двох" | "двух" => Term::Number { value: 2, digits: 0 },
        "три" | "трьох" | "трёх" | "трех" => Term::Number { value: 3, digits: 0 },
        "чотири" | "четыре" => Term::Number { value: 4, digits: 0 },
        "п'ять" | "пять" => Term::Number { value: 5, digits: 0 },
        "шість" | "шесть" => Term::Number { value: 6, digits: 0 },
        "сім" | "семь" => Term::Number { value: 7, digits: 0 },
        "вісім" | "восемь" => Term::Number { value: 8, digits: 0 },
        "дев'ять" | "девять" => Term::Number { value: 9, digits: 0 },
        "десять" => Term::Number { value: 10, digits: 0 },
        "кілька" | "декілька" | "несколько" => Term::Several,
        _ => Term::Other,
    }
}
