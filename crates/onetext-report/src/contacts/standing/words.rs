//! Words that tell whether a contact is planned, expected, wished, refused, called off, begun or held.

use crate::tokens::List;

/// Who plans: those who take part.
pub(super) const PLANNING: List = List::of(
    "set due scheduled slated plan plans planned planning agreed agree arranged arrange arranges organise organize going \
    intend intends intended poised booked announced confirmed fixed invited preparing decided \
    promised pledged vowed arranging supposed",
);

/// Who expects: others.
pub(super) const EXPECTING: List = List::of(
    "expected likely anticipated expects expect tipped believed foreseen envisaged \
    anticipates possible probable",
);

/// Who is ready for it.
pub(super) const READY: List = List::of("ready willing prepared readiness willingness open");

/// Who wishes, asks or offers.
pub(super) const WISHING: List = List::of(
    "want wants wanted hope hopes hoped hoping seek seeks sought seeking offer offers \
    offered propose proposes proposed proposing urge urged urges wish wishes asked asks ask request \
    requested demand demanded demands called calling need needs needed suggest suggested \
    insisted wanting trying tried try push pushed pushing considering consider consideration mulling \
    weighing opportunity chance appeal appealed floated like invitation invite desire desired advocated \
    favour favor favours favors favored favoured recommended pressing pressed discussing raised idea \
    prospect possibility proposal bid",
);

/// Who refuses or denies.
pub(super) const REFUSING: List = List::of(
    "refuse refuses refused refusing decline declines declined failed rejected rejects \
    reject unable unwilling fail refusal denied denies deny without avoided avoid never excluded ruled \
    dismissed boycott boycotted skipped skip snubbed shunned unlikely opposed opposes oppose missed",
);

/// What is called off.
pub(super) const CANCELLING: List = List::of(
    "cancelled canceled postponed scrapped shelved cancels cancel delayed \
    cancelling canceling aborted axed",
);

/// What begins.
pub(super) const BEGINNING: List = List::of(
    "began begun opened started resumed kicked launched begin start open opening \
    underway continued entered commenced reopened restarted continuing",
);

/// Verbs that tell that the noun happens.
pub(super) const HAPPENING: List = List::of(
    "held hold holding holds place began begun begin begins opened opens open started \
    starts start restarted restart restarts restarting resumed resume resumes concluded conclude ended ends ending wrapped wrapping lasted continued continue continuing \
    continues took take taken taking wound convened convene happened occurred finished broke collapsed kicked \
    went hosted host hosts hosting co-hosted co-chaired attended attend attends attending chaired chair joined join conducted \
    conduct had have having has scheduled planned expected set due slated arranged cancelled canceled \
    postponed launched mediated led lead leads leading completed completes entered enter stalled \
    adjourned followed come comes came brokered sent send wrote answered replied responded received delivered deliver delivers renewed staged \
    finalised finalized participated participate participating underway under opening resuming starting \
    returned return returning made paid pay go going goes opted back make cut left interrupted capped concluding marked see be \
    get got off placed",
);
