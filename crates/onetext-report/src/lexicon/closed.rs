//! Function words: the small closed classes of English.

use super::Classes;

/// Words with their classes, words of one row apart by blanks.
pub(super) const ROWS: &[(Classes, &str)] = &[
    (
        Classes::DETERMINER,
        "\
the a an this these those every each no some any another either neither both all half several many few \
much most such what which whatever whichever enough",
    ),
    (
        Classes::PRONOUN,
        "\
i you he she it we they me him us them himself herself itself themselves myself yourself ourselves who \
whom someone somebody anyone anybody everyone everybody nobody none one others something anything \
nothing everything this these those that both all some many most few several neither each another",
    ),
    (Classes::POSSESSIVE, "his her its their my your our whose"),
    (Classes::PRONOUN, "her hers his theirs ours mine yours"),
    (
        Classes::PREPOSITION,
        "\
of in on at by for with from to into onto over under about against between among amid amidst through \
throughout during before after since until till within without toward towards upon across along around \
behind beyond near off out up down above below beneath beside besides aboard amongst atop barring upon \
despite except inside outside per via like unlike as than regarding concerning following including \
alongside ahead versus vs. past notwithstanding pending",
    ),
    (Classes::CONJUNCTION, "and or but nor yet plus"),
    (
        Classes::SUBORDINATOR,
        "\
that whether if because although though while whereas since until unless whilst after before when once \
as lest provided so",
    ),
    (
        Classes::RELATIVE,
        "who whom whose which that what where when why how whoever whatever whichever wherever",
    ),
    (
        Classes::MODAL,
        "\
will would shall should can could may might must ought cannot can't won't wouldn't shouldn't couldn't \
mustn't shan't 'll i'll he'll she'll they'll we'll you'll it'll i'd he'd she'd they'd we'd you'd",
    ),
    (
        Classes::AUXILIARY,
        "\
be am is are was were been being have has had having do does did done isn't aren't wasn't weren't \
haven't hasn't hadn't don't doesn't didn't ain't i'm i've they've we've you've they're we're you're",
    ),
    (
        Classes::NEGATION,
        "\
not never n't neither nor hardly barely scarcely isn't aren't wasn't weren't haven't hasn't hadn't don't \
doesn't didn't can't cannot won't wouldn't shouldn't couldn't mustn't",
    ),
    (
        Classes::NUMERAL,
        "\
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion \
trillion dozen dozens first second third fourth fifth hundreds thousands",
    ),
    (
        Classes::ADVERB,
        "\
aboard about abreast abroad accordingly across actually adrift afar afield aforehand afresh afterward \
afterwards again ago ahead albeit all-out allegedly almost aloft alone along aloud already also \
alternately altogether always amiss anew annually anyhow anymore anytime anyway anywhere apart apiece \
apparently around as aside askew astray away awhile awry back backward backwards barely beforehand \
behind below besides better beyond bilaterally both by-and-large certainly clearly clockwise close \
closer consequently counterclockwise currently daily deeply directly doubly downhill downstairs \
downstream downward downwards due earlier early east eastward eastwards either elsewhere especially even \
eventually ever evermore everyplace everywhere exactly explicitly extra far farther fast finally firstly \
fore foremost forever formally forth forthwith forward forwards full-time further furthermore furthest \
halfway hard hardly hence henceforth here hereafter herein hitherto home hourly however inasmuch indeed \
indoors initially inland inside insofar instead inward inwards jointly just kindly largely lastly late \
lately later least left less lest likely likewise live long longer loud low mainly maybe meantime \
meanwhile merely mid-air midway monthly more moreover most mostly much namely near nearby nearer nearly \
needless neither never nevertheless nightly nominally nonetheless nonstop north northward northwards not \
notwithstanding now nowadays nowhere o'clock officially offshore often once online only onward onwards \
openly otherwise outdoors outright outside outward outwards over overall overboard overhead overnight \
overseas part-time particularly partly partway perchance perhaps possibly presently pretty previously \
prior privately probably publicly quite rarely rather really recently regardless repeatedly reportedly \
right seldom separately shortly sideways simply sky-high so some somehow sometime sometimes somewhat \
somewhere soon sooner south southward southwards still straight straightaway then thence thenceforth \
there thereabouts thereafter thereby therefore therein thereof thereupon though thrice through \
throughout thus today together tomorrow tonight too twice ultimately unawares under-way underfoot \
underground underneath underway unduly upstairs upstream upward upwards usually very vis-a-vis weekly \
well west westward westwards whatsoever when whence whenever whereby wherein whereupon wherever wide \
widely worldwide yearly yesterday yet",
    ),
    (
        Classes::WEEKDAY,
        "\
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays \
saturdays sundays mon. tue. wed. thu. fri. sat. sun.",
    ),
    (
        Classes::MONTH,
        "\
january february march april may june july august september october november december jan. feb. mar. \
apr. jun. jul. aug. sep. sept. oct. nov. dec.",
    ),
    (
        Classes::HEDGE,
        "\
perhaps maybe possibly probably likely unlikely apparently allegedly reportedly seemingly presumably \
supposedly roughly approximately about nearly almost may might could would should seems seem seemed \
appears appear appeared clearly certainly definitely undoubtedly surely obviously hopefully somewhat \
largely mostly generally usually often",
    ),
];
