//! Nouns by what they name: sources, offices, bodies, people, things that speak.

mod common;

use super::Classes;
pub(in crate::lexicon) use common::COMMON;

/// Words with their classes.
pub(super) const ROWS: &[(Classes, &str)] = &[
    (
        Classes::TITLE,
        "\
mr mr. mrs mrs. ms ms. miss sir dr dr. prof prof. professor president premier chancellor king queen \
prince princess sheikh emir pope archbishop bishop rabbi imam ayatollah general gen gen. lieutenant lt \
lt. colonel col col. major maj maj. captain capt capt. sergeant sgt admiral adm adm. commander cmdr \
brigadier senator sen sen. representative rep rep. congressman congresswoman governor gov gov. secretary \
minister ambassador envoy judge justice mayor attorney analyst spokesman spokeswoman spokesperson chief \
chairman chairwoman director reverend rev. lord lady baroness marshal commissioner vice deputy \
undersecretary coach detective officer inspector",
    ),
    (
        Classes::OFFICE,
        "\
president premier chancellor minister secretary ambassador envoy emissary negotiator mediator spokesman \
spokeswoman spokesperson adviser advisor aide official officer chief head leader director chairman \
chairwoman chair commissioner governor mayor senator representative lawmaker congressman congresswoman \
deputy general admiral commander king queen prince pope bishop judge justice prosecutor attorney lawyer \
counsel strategist analyst economist professor researcher expert manager ceo executive coordinator \
delegate diplomat consul attache undersecretary treasurer speaker whip candidate nominee frontrunner \
incumbent son daughter wife husband son-in-law brother sister father mother co-chair co-founder founder \
owner author editor reporter journalist columnist correspondent pollster campaigner activist consultant \
surrogate",
    ),
    (
        Classes::SOURCE,
        "\
source sources official officials diplomat diplomats aide aides adviser advisers advisor advisors \
insider insiders person people participant participants negotiator negotiators envoy envoys officer \
officers lawmaker lawmakers spokesman spokeswoman spokesperson spokespersons spokespeople delegate \
delegates minister ministers executive executives expert experts analyst analysts observer observers \
witness witnesses operative operatives staffer staffers representative representatives member members",
    ),
    (
        Classes::BODY,
        "\
government governments ministry ministries department agency agencies office cabinet parliament congress \
senate house council commission committee court union unions company companies firm corporation group \
groups organization organisation organizations bank fund party coalition alliance campaign \
administration delegation delegations army military navy police force forces side sides team authority \
authorities board bureau embassy consulate mission assembly league federation association institute \
institution university foundation network team capital presidency secretariat tribunal chamber panel \
movement militia faction regime kingdom republic state states country countries nation nations city \
district region union's white-house pentagon kremlin",
    ),
    (
        Classes::HUMAN,
        "\
accountant accountants acquaintance acquaintances activist activists actor actors actress actresses \
adjunct adjuncts administrator administrators admirer admirers advocate advocates agent agents \
aide-de-camp aide-de-camps allies ally american americans analyst analysts anchorman anchormen \
anchorwoman anchorwomen anthropologist anthropologists arbitrator arbitrators architect architects \
archivist archivists artist artists associate associates astronaut astronauts athlete athletes attendee \
attendees author authors backer backers banker bankers beneficiaries beneficiary biographer biographers \
biologist biologists blogger bloggers bodyguard bodyguards boss broadcaster broadcasters brother builder \
builders bureaucrat bureaucrats businessman businessmen businesswoman businesswomen buyer buyers \
campaigner campaigners candidate candidates caretaker caretakers celebrities celebrity chancellor \
chancellors chaplain chaplains chemist chemists child children citizen citizens civilian civilians \
clergyman clergymen cleric clerics clerk clerks climatologist climatologists co-author co-authors \
co-chairman co-chairmen co-director co-directors co-owner co-owners coach coaches colleague colleagues \
columnist columnists combatant combatants comedian comedians commentator commentators companion \
companions composer composers conductor conductors conservative conservatives consumer consumers \
contender contenders contractor contractors coordinator coordinators coroner coroners counsellor \
counsellors counselor counselors counterpart counterparts courier couriers cousin cousins creditor \
creditors crew critic critics customer customers daughter dealer dealers dean deans defector defectors \
defendant defendants defender defenders delegate delegates democrat democrats demographer demographers \
demonstrator demonstrators denier deniers designer designers detainee detainees detective detectives \
developer developers director-general director-generals dissident dissidents diver divers doctor doctors \
donor donors drafter drafters driver drivers economist economists editor-in-chief editor-in-chiefs \
educator educators electrician electricians emigrant emigrants employee employees engineer engineers \
entrepreneur entrepreneurs environmentalist environmentalists envoy envoys evacuee evacuees executor \
executors expert experts facilitator facilitators families family fan fans farmer farmers father fellow \
fellows fighter fighters financier financiers firefighter firefighters fisherman fishermen forecaster \
forecasters foreigner foreigners friend friends frontman frontmen geographer geographers geologist \
geologists girlfriend girlfriends grandfather grandfathers grandmother grandmothers guard guardian \
guardians guards guerrilla guerrillas guest guests gunman gunmen heir heirs helper helpers historian \
historians host hostage hostage-taker hostage-takers hostages hosts housewife housewifes hunter hunters \
husband immigrant immigrants importer importers inhabitant inhabitants inmate inmates inspector \
inspectors instructor instructors insurgent insurgents intern interns interpreter interpreters inventor \
inventors investigator investigators investor investors islamist islamists jailer jailers jihadist \
jihadists journalist journalists judge judges juror jurors kidnapper kidnappers laborer laborers \
labourer labourers landlord landlords laureate laureates lawyer lawyers leader leaders lecturer \
lecturers legislator legislators liaison liaisons liberal liberals librarian librarians lieutenant \
lieutenants listener listeners lobbyist lobbyists loyalist loyalists machinist machinists magistrate \
magistrates man manufacturer manufacturers mediator mediators medic medics member members men \
mercenaries mercenary merchant merchants meteorologist meteorologists midwife midwifes migrant migrants \
militant militants miner miners minister ministers moderator moderators monk monks mother musician \
musicians nationalist nationalists negotiator negotiators neighbor neighbors neighbour neighbours nephew \
nephews niece nieces nominee nominees novelist novelists nun nuns nurse nurses nutritionist \
nutritionists observer observers official officials oligarch oligarches onlooker onlookers opponent \
opponents organiser organisers organizer organizers orphan orphans outsider outsiders owner owners \
pacifist pacifists paramedic paramedics paratrooper paratroopers parent parents parliamentarian \
parliamentarians partisan partisans partner partners passenger passengers pastor pastors patient \
patients patriarch patriarches peacekeeper peacekeepers pensioner pensioners people performer performers \
person persons philanthropist philanthropists philosopher philosophers photographer photographers \
physician physicians physicist physicists pilgrim pilgrims pilot pilots pirate pirates planner planners \
player players playwright playwrights poet poets policeman policemen policewoman policewomen politician \
politicians pollster pollsters populist populists preacher preachers predecessor predecessors president \
president-elect president-elects presidents priest priests principal principals prisoner prisoners \
producer producers programmer programmers proponent proponents prosecutor prosecutors protester \
protesters psychiatrist psychiatrists psychologist psychologists publisher publishers pundit pundits \
pupil pupils rapporteur rapporteurs reader readers rebel rebels recruit recruits refugee refugees \
reporter reporters republican republicans rescuer rescuers researcher researchers reservist reservists \
resident residents respondent respondents retailer retailers retiree retirees rioter rioters rival \
rivals robber robbers sailor sailors salesman salesmen scholar scholars scientist scientists sculptor \
sculptors seafarer seafarers seaman seamen seller sellers senator-elect senator-elects separatist \
separatists sergeant-at-arms sergeant-at-armses servant servants settler settlers sheriff sheriffs \
shopkeeper shopkeepers signatories signatory sister skeptic skeptics sniper snipers socialist socialists \
sociologist sociologists soldier soldiers son source sources specialist specialists spectator spectators \
spouse spouses staffer staffers statesman statesmen statistician statisticians steward stewards \
strategist strategists striker strikers student students successor successors supporter supporters \
survivor survivors suspect suspects sympathiser sympathisers sympathizer sympathizers taxpayer taxpayers \
teacher teachers teammate teammates technician technicians teenager teenagers theologian theologians \
therapist therapists toddler toddlers tourist tourists trader traders trainee trainees translator \
translators treasurer treasurers troop troops trustee trustees tutor tutors undergraduate undergraduates \
undersecretary-general undersecretary-generals user users vendor vendors veteran veterans veterinarian \
veterinarians vice-chairman vice-chairmen vice-president vice-presidents victim victims viewer viewers \
villager villagers visitor visitors volunteer volunteers voter voters waiter waiters warden wardens \
widow widows wife winner winners woman women worker workers worshipper worshippers writer writers \
youngster youngsters",
    ),
    (
        Classes::UTTERANCE,
        "\
report reports statement statements article articles story stories document documents letter letters \
memo memos email emails e-mail e-mails poll polls survey surveys study studies book books speech \
speeches interview interviews ad ads advertisement tweet tweets post posts message messages filing \
filings complaint lawsuit petition release transcript communique communiqué declaration resolution text \
draft paper newspaper magazine website site blog video recording tape readout note notes data figures \
analysis editorial headline law bill order ruling constitution treaty agreement deal plan proposal \
platform",
    ),
];
