//! Who is there beside those who meet: "with Roe as host", "hosted by the emir", "in the presence of", "at his side".

use super::company;
use super::scene::Scene;
use super::window;
use crate::reading::ActorIndex;
use crate::tokens::{List, Words, list};

/// What a third one does at a contact, before "by".
const THIRD: List = List::of(
    "hosted mediated brokered chaired facilitated moderated convened led attended sponsored \
    overseen supervised presided joined observed",
);

/// What a third one is at a contact, after "as".
const PARTS: List = List::of(
    "host hosts mediator mediators facilitator facilitators chair moderator broker observer \
    observers guarantor guarantors go-between intermediary intermediaries arbiter witness",
);

/// What a third one is said to do after its name.
const DOING: List = List::of(
    "presiding mediating shuttling hosting attending chairing moderating facilitating listening present \
    observing looking carrying",
);

/// Tokens from "with" to the word that says what a third one does: a title and a long name lie between.
const REACH_MAX: usize = 14;

/// The third ones named in the run.
pub(super) fn third(scene: &Scene<'_>, run: Words) -> Vec<ActorIndex> {
    let mut found = vec![];
    for place in run.indices() {
        let list = if scene.is(place, "by") && place > 0 && scene.is_one(place - 1, THIRD) {
            Some(place + 1)
        } else if scene.is(place, "with") {
            does_something(scene, place, run.to).then_some(place + 1)
        } else {
            under(scene, place)
        };
        if let Some(from) = list {
            company::add_all(&mut found, &company::list(scene, from, run.to, true).0);
        }
    }
    found
}

/// "The talks opened on Monday | and are led by Roe": the third ones of the next verb of the same subject.
pub(super) fn by_next_verb(scene: &Scene<'_>, after: Words) -> Vec<ActorIndex> {
    let sentence = scene.sentence(after.to.saturating_sub(1));
    let Some(next) = scene.verbs_in(Words::new(after.to, sentence.to)).first() else { return vec![] };
    let is_of_subject = next.is_passive
        && scene.is_one(next.main, THIRD)
        && next.words.from.checked_sub(1).is_some_and(|before| scene.is(before, "and") && before <= after.to);
    if !is_of_subject {
        return vec![];
    }
    third(scene, window::ahead(scene, next.words.to, 0))
}

/// Verbs of whoever comes to what others hold.
const COMING: List = List::of("attended attend attends attending joined join joins joining observed");

/// "Roe also attended the meeting", "took part in the talks", "was present at the session".
pub(super) fn is_joined(scene: &Scene<'_>, full: Words) -> bool {
    if !scene.is_one(full.from, list!("the that this")) {
        return false;
    }
    let Some(last) = full.from.checked_sub(1) else { return false };
    let sits_in = || {
        scene.is(last, "on")
            && last > 1
            && scene.is(last - 1, "in")
            && scene.is_one(last - 2, list!("sat sit sits"))
    };
    let takes_part = || scene.is(last, "in") && last > 0 && scene.is(last - 1, "part");
    let is_present = || scene.is(last, "at") && last > 0 && scene.is(last - 1, "present");
    // "Roe chaired the session"
    let leads = || {
        scene.is(full.from, "the")
            && scene.is_one(
                last,
                list!("chaired chairs chairing hosted hosts hosting mediated moderated brokered facilitated opened"),
            )
    };
    scene.is_one(last, COMING) || leads() || sits_in() || takes_part() || is_present()
}

/// "with Roe as host", "with Roe presiding".
fn does_something(scene: &Scene<'_>, with: usize, limit: usize) -> bool {
    let near = Words::new(with + 1, limit.min(with + REACH_MAX));
    near.indices().any(|place| {
        scene.is(place, "as") && (place + 1..place + 4).any(|part| scene.is_one(part, PARTS))
            || scene.is_one(place, DOING)
    })
}

/// "in the presence of Roe", "under the auspices of the mediator".
fn under(scene: &Scene<'_>, place: usize) -> Option<usize> {
    let is_led = scene.is_one(place, list!("presence auspices mediation chairmanship supervision aegis"))
        && scene.is(place + 1, "of");
    is_led.then_some(place + 2)
}
