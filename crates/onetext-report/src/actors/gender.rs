//! What grammar calls gender: by a form of address, a word of kinship, or the given name.

use std::sync::LazyLock;

use super::names::{Named, Page};
use super::roster::Gender;
use super::words::Sense;
use crate::lexicon::{self, Classes, Table};

/// By a form of address, a word of kinship, or the given name.
pub(super) fn gender(page: &Page<'_, '_>, named: &Named, words: &[&str]) -> Option<Gender> {
    for token in named.words.indices() {
        if page.has(token, Sense::MALE) {
            return Some(Gender::Male);
        }
        if page.has(token, Sense::FEMALE) {
            return Some(Gender::Female);
        }
    }
    by_given_name(words)
}

/// Given names of women that do not end in "a".
const FEMALE: &str = "abigail adaeze aditi agnes aileen alice alison amal amelie amy anahit anjali ann anne annette \
    ann-marie astrid audrey avril aylin aynur ayse azadeh beatrice beatriz belen berit bernadette beth betty beverly \
    birgit bridget brigitte caitlin camille candace caren carine carmen carol carole caroline catherine cathy cecile \
    celine chantal charlene charlotte chloe christel christelle christiane christine cindy claire clare colette \
    connie constance corinne dagmar danielle debbie deborah deirdre delphine denise diane dolores doris dorothy \
    eileen elaine eleanor elisabeth elise elizabeth ellen elodie emily emine emmanuelle esther estelle eve evelyn \
    farah fatou faye felicity florence francine francoise gayane genevieve geraldine gillian gisele giselle grace \
    gretchen gudrun gwen gwendolyn haley hanan hannah hanneke hannelore harriet heather hedwig heidi heike helen \
    helene hilde hillary ildiko ines inge ingrid irene isabel isabelle jane janet janice janis jasmin jasmine jayanti \
    jeanette jeanine jeanne jennifer jenny jill joanne jodie joelle josefine josette joyce judith julie juliet \
    juliette kadri karen karin karine karoline kate katherine kathleen kathryn kathy katrin kayleigh keiko \
    kellyanne kerstin kirsten kirsty kristen kristin lakshmi laurence lauren leah leonor liis lilian lisbeth liv liz \
    lois lori lotte louise lucie lucy lynn madeleine magali maggie mallory manon margaret margit margot marguerite \
    mari mariam marianne maribel marie marielle marilyn marine marjorie marlene martine mary maryam mathilde maureen \
    megan meghan melanie mercedes meredith merve mette michelle michiko mireille miriam montserrat muriel myriam \
    nadine nanci nancy naomi narges nasrin natalie nathalie nazanin ngozi nicole nigar nilufar noemi odile pam \
    pascale patrice pauline peggy penelope pernille phoebe pilar preeti priti rachel raquel rebekah renate renee \
    rhiannon rocio roisin rosalind rosemary rukmini rusudan ruth sabine sachiko sally salome sandrine sarah savannah \
    sharon shelley shereen sheryl shirin shirley sigrid silke sinead siobhan siv smriti sofie solveig sophie stacey \
    stacy stephanie sue susan susanne sybille sylvie thandi toshiko tracy tulsi ursule valerie vicky virginie vivian \
    vivien wendy yael yasemin yasmin yasmine yildiz yoko ysabel yvette yvonne zainab zeinab zeynep zineb zoe";

/// Given names of men that end in "a".
const MALE: &str = "abdulla akira chukwuemeka danila elisha ezra garba gotabaya hamza ibrahima ilia illia ilya isa \
    joshua juha jukka juma katsuya khalifa khawaja kosta kuzma ljubisa luca mahinda mamuka mandla mattia mircea \
    mirza moussa murtaza musa mustafa mykola mykyta narendra nikita nikola osama raila rama reza ali-reza \
    taira uchenna yahya yehuda zia joakim ";

/// Given names of either, and family names that stand first.
const EITHER: &str = "alex alexis andrea angel ariel ashton aung charlie cheng chris claude dara dominique eden frances \
    gabriele hilary jackie jaime jamie jan jean jo joan jordan jyoti kaoru kelechi kelly kerry kim kiran kris lai lal \
    lee leslie lindsey lior maxime marian michal michele minh mo morgan nicola nikki nino noor nour pat phuong quincy \
    robin roni rowan saba sam sasha shai shannon shira sidi sima simone taylor terry thanh toni tsai xiao yuan \
    yuki yukio zhen zhiwei issa iga mina maha azra";

fn by_given_name(words: &[&str]) -> Option<Gender> {
    static NAMES: LazyLock<Table<Option<Gender>>> = LazyLock::new(|| {
        Table::of([(EITHER, None), (FEMALE, Some(Gender::Female)), (MALE, Some(Gender::Male))])
    });
    let given = words.first().filter(|_| words.len() > 1)?;
    if let Some(told) = NAMES.get(given) {
        return told;
    }
    if given.len() > 2 && given.ends_with('a') {
        return Some(Gender::Female);
    }
    // Of the names that we know, those of women are listed.
    lexicon::known(given).classes.any(Classes::FIRST_NAME).then_some(Gender::Male)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_tell_gender() {
        for (name, gender) in [
            ("John Roe", Some(Gender::Male)),
            ("Heidi Roe", Some(Gender::Female)),
            ("Oksana Roe", Some(Gender::Female)),
            ("Mykola Roe", Some(Gender::Male)),
            ("Kim Roe", None),
            ("Xyz Roe", None),
            ("Roe", None),
        ] {
            let words: Vec<&str> = name.split(' ').collect();
            assert_eq!(by_given_name(&words), gender, "{name}");
        }
    }
}
