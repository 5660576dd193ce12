//! Function words: the small closed classes of English.

use super::Classes;

/// Words with their classes, words of one row apart by blanks.
pub(super) const ROWS: &[(Classes, &str)] = &[
    (
        Classes::DETERMINER,
        "the a an this these those every each no some any another either neither both all half several many few much most such what which whatever whichever enough",
    ),
    (
        Classes::PRONOUN,
        "i you he she it we they me him us them himself herself itself themselves myself yourself ourselves who whom someone somebody anyone anybody everyone everybody nobody none one others something anything nothing everything this these those that both all some many most few several neither each another",
    ),
    (Classes::POSSESSIVE, "his her its their my your our whose"),
    (Classes::PRONOUN, "her hers his theirs ours mine yours"),
    (
        Classes::PREPOSITION,
        "of in on at by for with from to into onto over under about against between among amid amidst through throughout during before after since until till within without toward towards upon across along around behind beyond near off out up down above below beneath beside besides despite except inside outside per via like unlike as than regarding concerning following including alongside ahead versus vs. past notwithstanding pending",
    ),
    (Classes::CONJUNCTION, "and or but nor yet plus"),
    (
        Classes::SUBORDINATOR,
        "that whether if because although though while whereas since until unless after before when once as lest provided so",
    ),
    (
        Classes::RELATIVE,
        "who whom whose which that what where when why how whoever whatever whichever wherever",
    ),
    (
        Classes::MODAL,
        "will would shall should can could may might must ought cannot can't won't wouldn't shouldn't couldn't mustn't shan't 'll i'll he'll she'll they'll we'll you'll it'll i'd he'd she'd they'd we'd you'd",
    ),
    (
        Classes::AUXILIARY,
        "be am is are was were been being have has had having do does did done isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't ain't i'm i've they've we've you've they're we're you're",
    ),
    (
        Classes::NEGATION,
        "not never n't neither nor hardly barely scarcely isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't can't cannot won't wouldn't shouldn't couldn't mustn't",
    ),
    (
        Classes::NUMERAL,
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen dozens first second third fourth fifth hundreds thousands",
    ),
    (
        Classes::ADVERB,
        "also too very quite rather just only even still already yet again once twice often always sometimes rarely seldom usually soon now then here there thus hence therefore however moreover meanwhile nevertheless nonetheless instead together apart away back ahead forward abroad almost nearly about perhaps maybe later earlier today yesterday tomorrow tonight overnight ago long far well fast hard more most less least so as both either indeed otherwise especially particularly mainly largely partly further furthermore elsewhere everywhere somewhere repeatedly publicly privately previously recently initially finally eventually separately jointly reportedly allegedly apparently clearly likely probably possibly certainly simply merely really actually exactly currently shortly directly openly formally officially explicitly",
    ),
    (
        Classes::WEEKDAY,
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon. tue. wed. thu. fri. sat. sun.",
    ),
    (
        Classes::MONTH,
        "january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.",
    ),
    (
        Classes::HEDGE,
        "perhaps maybe possibly probably likely unlikely apparently allegedly reportedly seemingly presumably supposedly roughly approximately about nearly almost may might could would should seems seem seemed appears appear appeared clearly certainly definitely undoubtedly surely obviously hopefully somewhat largely mostly generally usually often",
    ),
];
