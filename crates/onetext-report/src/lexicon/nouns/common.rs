//! Frequent nouns whose look or neighbours would mislead: "talks", "hearing", "theory", "approval".

/// Nouns, some with their plural.
pub(in crate::lexicon) const COMMON: &str = "\
ability absence absentee abundance academic academy acceptance access accessory accident accord \
accountability accountant accuracy accusation achievement acid acquisition action actions actor actress \
adaptation addition adhesive administrator adult adulthood adventure adversary advertiser advice advisory \
advocacy affair affairs afternoon age agenda agent agreement agreements agriculture aid aide aim aims air \
aircraft airing airline airplane airport airspace album alcohol alert allegation allegory alliance ally \
alternative altitude amateur ambassador ambition ambulance amendment ammunition amnesty amount analgesic \
analysis analyst ancestor anger angle anguish animal annexation anniversary announcement anomaly answer \
answers antarctic antibiotic anxiety apartment apology appeal appeals appearance appetite applicant \
application appointment appraisal appreciation approach approval aquarium arbiter arbitration architect \
architecture archive arctic area arena argument aristocrat arithmetic armful armistice armory arms army \
arrangement arrest arrival arsenal arson art article articles artillery artist ashes aspect assembly asset \
assets assistance assistant association assumption asylum athlete atmosphere atom atrocity attack attacks \
attention attic attitude attorney audience authority auto autonomy auxiliary availability average aviation \
award awareness baby bachelor back background backing bacteria bailiwick balcony ball ballistics ballot \
ban bank banker banking bankruptcy banner bans bar bargaining barracks barrier baseball basement basis \
basketball bastion battalion battery battlefield beach bearing bed bedding beehive beer beginning \
beginnings behavior behaviour belief belly belongings belt beneficiary betrayal bible bicycle bid bidding \
billionaire binding biography biology birth birthday bishop blackout blast blemish blessing blessings \
block blogger blood bloodshed board boarding boat body bombardment bombing bombings booking border borders \
boss bottom boundary bowl bowling boxing boy boyfriend bracket brain branch bread break breakdown \
breakthrough breathing breed breeding briefing briefings brigade broadcaster broadcasting brother \
brotherhood budget buffer building buildings bullet bulletin bully bullying bunker bureau bureaucracy \
bureaucrat burglar burglary burial bus bush business businessman businesswoman butterfly cabinet cable \
cafe calculation calendar call calls camera camp campaign camping canal canary cancellation cancer \
candidacy candidate cannibal capability capacity capital capitol captain caption captive captivity car \
carbon card cardinal care career caretaker cargo carnage carnival carrier case cases casting cat \
catastrophe category catering cathedral catholic cattle caution cavalry cave ceasefire ceiling celebration \
celebrity cell cemetery censor censorship census cent centrist century ceramic ceremony certainty \
certificate chain chair chairmanship challenger chamber chance chancellor chances change changes chaos \
chapel chapter character characteristic charge charges charity charter chemical chemist chemistry chest \
chief childhood christening church cinema circumstance circumstances citizenship city claim claims \
clarification clarity clash class classroom clause cleansing clearing clergy cleric clerical clerk client \
cliff climate clinic clock closing clothes clothing cloud co-founder coal coalition coast coating code \
coffee coffin cohesion coin colic colleague collection collective college colonel colony coloring colour \
columnist combatant comedian comedy comfort comic commander commando comment commentary commentator \
comments commerce commissary commissioner commitment commodity communication communications communism \
communist community companion comparison compensation competence competition competitor complaint \
complexity component composer compound compounding compromise compromises computer computing concept \
concern concerns concession concessions conclusion concrete condition conditions confederation conference \
confession confidence confidentiality confirmation conflict confrontation confusion congregation congress \
congressman conjecture connection conquest conscience conscript conscription consensus consequence \
conservation conservatism conservatory consideration consortium conspiracy constable constabulary \
constituency constituent constitution construction consulate consultancy consultant consultation \
consultations consumer consumption contempt contender content context continent contingent continuity \
contract contractor contracts contradiction contribution contributor control controversy convenience \
convention conversation conviction convoy cooking cooperation coordinator cop copper coral corollary \
coronation coroner corporal corporation corps correction correspondence correspondent corridor corruption \
cost costs council councillor councilman counseling counselling counter-offensive counteroffensive \
counterpart counterparts counterproposal county coup couple courage courier course court courtroom \
courtyard cousin coverage cow cowboy crackling creation creator creature credential credentials creditor \
creed crematory crew cricket crime crisis critic criticism crop crossfire crossing crossings crowd \
crowdfunding crown crucible cruelty crystal cuisine culprit cult culture cupful currency cursive custody \
customer customs cut cuts cyberattack cycling cynic dairy dam dancing darkness darling database date \
daughter dawn day days deadline deadlock deal dealer dealing dealings deals death debate debates debris \
debt debtor decade decency deception decimal decision decisions deck decrease decree deed defamation \
defeat defector defence defendant defender defense deferral deficit definition degree deity delay \
delegation delegations delicacy deliverable deliverables demand demands demarcation democracy demographics \
demonstration denial density dentist departure deployment deportation depositary depression depth \
derailment descendant desert designer desk destination destiny destruction detail details detainee \
detective detention deterrence deterrent developer development device diagnosis diagnostic diagram dial \
dialect dialogue diamond diary dictator dictatorial dictatorship dictionary diet difference difficulty \
digit dignitary dignity dilemma dimension dining dinner diplomacy direction directive directorate \
directory disability disadvantage disagreement disappearance disappointment disarmament disaster disbelief \
discipline discontent discovery discrepancy discrimination discussion discussions disease dish dismissal \
disobedience disorder dispensary displacement disposal disposition disruption dissent dissident \
distinction distribution distributor district dive diversity division divorce doctrine document \
documentary documents dog dollar dollars domain dome domestic donation donor door dormitory dossier \
downsizing draft drafts draining drama drawback drawing drawings dressing drilling drinking drive driver \
driving drone drop drought drug dual dumping duration dust duty dwelling dynamic dynasty ear earnings \
earring earthling earthquake ease east eclipse economist economy ecosystem edge edition editor editorial \
education effectiveness efficiency effort efforts egg ego elder election elections electorate electricity \
elegance element elephant elevation email embargo embassy emergence emergency emigration emission emotion \
emperor emphasis empire employee employer employment enclave encouragement end ending endings endorsement \
enemy energy enforcement engagement engine engineer engineering enlargement enmity enquiry enterprise \
entertainment enthusiasm entity entourage entrance entrepreneur entry envelope environment \
environmentalist epic epicenter epidemic episode equal equality equation equipment equity era error \
eruption escalation espionage essence establishment estate estuary ethic ethics ethnicity euro evacuation \
evaluation eve evening event evidence evil evolution example exception excerpt excess exchange exclusion \
execution executive exemption exhibition existence expansion expectation expedition expenditure expense \
expertise explanation expletive explosion explosive exporter exposition exposure expression extension \
extent extinction extradition extremism extremist eye fable fabric face facility fact faction factor \
factory faculty failure fairness faith fall fame family famine fanatic fans fantasy fare farming farmland \
fascism fatality fate favorite favourite fear fears feasibility feat feather federation feedback feeling \
feelings fellow feminist fence fencing fertilizer festival feud fiber fiction fidelity fierceness fiftieth \
figure file filing filings filling film filming finance financier finding findings finish firearm \
firefighter fireworks firmness fish fisherman fishery fishing fitness five fixture flame flash flavor \
flesh flexibility flight flooding floor flooring flourish flow flower flu fly flying focus foe folk \
follower folly food footage football footballer foothold footing footprint ford forecast forecaster \
foreigner forest forging format formation formula fort fortress fortune forum founder fracking fraction \
fragment framework franchise fraud freedom freelance freight frequency friction friend friendship frigate \
front frontier frustration fuel fugitive fulfilment fun function functionary fund funding fundraising \
funds funeral furniture fury future gain gains gallery gambler gambling game gaming gang garage garden \
garlic garnish garrison gas gasoline gate gateway gathering gatherings gauge gay gender general generation \
generosity genius genocide genre gentleman geography geologist geology geometry gerrymandering giant girl \
girlfriend glacier glass globe gloom glory glossary goal goals god gold golf goods goodwill governance \
government governor grace gradient graduation graffiti grain grammar granary grandchild granddaughter \
grandfather grandmother grandson grandstanding grass gratitude gravity grazing greatness greed greenhouse \
greeting greetings grenade grievance grip grocery ground groundbreaking groundwork group grouping growth \
guarantee guarantees guardian guerrilla guideline guidelines guild guilt gulf gully gun gunfire gunman \
guru guy gym habit habitat hacking hair half hall hallmark halt hand handful handgun handling handover \
hands handwriting happening happenings happiness harassment hardliner hardship hardware harm harmony \
hatred havoc head headings headline headquarters healing health healthcare hearing hearings heart heat \
heating heaven hegemony height heir helicopter hell helmet help helping hemisphere heretic heritage hero \
heroin herring hesitation heterosexual hierarchy highway hill hint historian history holder holding \
holdings hole holiday holocaust homage home homecoming homeland homeowner homicide homily homosexual \
honesty hood hope hopes horizon horn horror horse hospital hospitality hostage-taking hostility hotel \
hotline hour hours house household housekeeping housewife housing human humanity humor humour hundred \
hundreds hunger hunting hurricane hypocrisy hypothesis hysteric ice icon idea ideal identification \
identity ideology ignorance illness illusion imagination imam immigration immunity impact impasse \
imperative implementation implication importance importer impression imprisonment improvement impunity \
inability inauguration incentive incidence incident inclusion income increase incumbent independence index \
indication indicator indictment indifference individual industry inequality inevitability infant infantry \
infection infighting inflation influence influx info information infrastructure ingredient inhabitant \
inheritance initiative injection injunction injury injustice inning innocence innovation inquiry \
insecurity insight insistence inspection inspector inspiration instability installation instance instinct \
institute institution instruction instructor instrument insulation insurance insurgency insurgent integral \
integration integrity intellect intelligence intent intention interaction interception interest interests \
interference interim intermediary internet interpretation interpreter interrogation intersection interval \
intervention intimidation introduction intruder invasion invention inventor inventory investigation \
investment investor invitation involvement iron irony islamist island islander isolation issue issues \
italic item itinerary ivory jacket jail jealousy jeep jelly jersey jet jet-setting jeweller jewelry jihad \
jihadist job jobless jobs jogging joint journal journalism joy judgement judgment judiciary juncture \
jungle jurisdiction juror jury justice justification kid kidnapper kidnapping killing killings kilogram \
kilometer kilometre kindergarten kindness king kit kitchen knife knitting knowledge laboratory laborer \
lack lactic lady lake land landing landings landlord landmark landscape landslide lane language laptop \
laser laundering lavatory law lawn laws lawsuit laxative layer layoff lead leadership leaflet league \
leakage leaning learning leftist legacy legend legislation legislator legislature legitimacy leisure \
lending length lesson lessons letter lettering letters level levels leverage liability liaison liar \
liberal liberalism liberation liberty librarian library license licensing lieutenant life lifestyle \
lifetime lighting lightning likelihood lily limb limitation line lines liquid list listing listings \
literature litigation living loan loans lobbying location logic logistics longing look loophole looting \
lord loser loss lot loyalist loyalty luck luggage luminary lunatic lunch lung luxury lyric machine \
machinery magazine magic magistrate magnitude mainland mainstream maintenance majesty majority maker \
malice mall malware mammal management manager maneuver manifesto manipulation manner manpower mansion \
manslaughter manual manufacturer manufacturing map mapping marathon march marker market marketing \
marketplace marking marriage marshal martyr massacre mastermind mate material mathematics matter matters \
maturity maximum meal meantime measure measures meat mechanic mechanism medal media median mediation \
medication medicine medium meeting meetings melancholy membership memoir memorandum memorial memory menace \
mercenary merchant mercy merger messaging messenger metal meter method methodology metre metric metropolis \
middle midfielder midnight migrant migration mile milestone militancy militant militarism military \
millennium millionaire mimic mine miner mineral minimum mining ministry minority minute minutes miracle \
misconduct misery misinformation missile missionary missive mist misunderstanding mob mobility \
mobilization modeling modelling moderator modernity modification module momentum monarch monarchy \
monastery monetary money monitoring monk monopoly monster month months monument mood moon mooring morale \
morality moratorium morning mortality mosaic mosque mother motivation motive motorcycle motorist motorway \
motto mountain mouth mouthful move mover moves movie mud multitasking multitude municipality mural \
murderer museum music musical musician mutiny mystery mystic myth name names naming nanny narcotic \
narrative narwhal nation national nationalism nationalist nationality native nature navy nazi neanderthal \
necessity need needs neglect negotiation negotiations neighbor neighborhood neighbour neighbourhood nephew \
nerves network neutrality newborn newcomer news newspaper newsprint niche niece night nightclub nightmare \
node noise nomination nominee nonsense noon norm normalcy normalization norming north northeast northwest \
nostalgia notary notebook notion novel novelist novelty nuance nucleus nuisance number numbers numeral nun \
nurse nursing nutrition oath obedience obituary objection objective obligation observation observatory \
observer obsession obstacle obstruction occasion occupant occupation occupier occurrence ocean offal \
offence offender offense offensive offer offering offerings offers office officer offspring oil oligarch \
oligopoly olive olympics omission onboarding onslaught opening openings operation operative operator \
opinion opportunity opposite opposition optic optimism oratory orbit orchestra ordeal order orders \
ordinance organ organiser organizer orientation origin orphan outbreak outcome outfit outing outings \
outlook outpost outrage outset outsider outskirts outsourcing oval overhaul oversight overspending \
overview owner ownership oxygen pacific pacifist packaging packing pact pageant pain painter painting \
paintings palace pamphlet pandemic panelist panic parable parachute paradise paradox paragraph paralegal \
parameter paramilitary paranoia parcel parent parenting parish parity parking parliamentarian part \
participation partisan partition partnership parts passage passenger passion passport password past \
pasture patience patriot patriotism patron patronage pause pavement payment peace peacekeeper peacekeeping \
peacemaking peak peasant pedal pedestal peer peering pen penalty peninsula penitentiary pension pensioner \
percent percentage perception perfection performance performer permission perpetrator persecution \
persistence personality personnel perspective perusal petal petition petrol phenomenon philosopher \
philosophy photo photographer physician physics pickpocketing picnic piece pier pilgrim pilgrimage ping \
pipeline pirate pistol pitfall pity place places plaintiff plan planet planner planning plans plant \
plastic platform platoon playground plaza pleading pleasure plenary plenty plight plural pluralism \
poaching pocket poem poet poetry point points poison polarization polemic policies policing policy politic \
politics polity poll polling polls pollution pool population populism populist pornography portal \
portfolio portion portrait position positions possession possibility posting postings postponement potato \
potential pottery poverty power power-sharing powers powersharing practitioner praise prayer precaution \
precedent precision precondition predator predecessor predicament prediction preference prejudice \
preliminary premise premises premium preparation prerequisite prerogative prescription presence present \
presentation preservation preservative presidency pressure prestige pretext prevention prey price prices \
pricing pride priest primacy primary prince princess principal principle printing priority priory prisoner \
privacy privatization prize probability problem problems procedure proceeding proceedings process \
processing procession proclamation procurement producer productivity profession professional profile \
profiling profit-taking profitability profiteering program programme programming progress project projects \
proliferation prominence promontory pronouncement propaganda property prophet proponent proportion \
proposal proposals prosecution prospect prosperity protection protector protocol province provision \
provocation proximity pub public publication publicity publisher pudding pulse punishment pupil puppet \
purchaser purgatory purity purpose pursuit puzzle qualification quality quandary quantity quarter \
quarterback queen quest question questions queuing quintal quota quotation rabbi race racing racism racist \
radar radiation radical radicalism radio radish radius railroad railway rain rainfall raining rally ramp \
range ranking rankings rapist rapprochement rat rate rates ratification rating ratings ratio rationale \
reaction reactions reactor reader readiness reading readings realism reality realization rear reason \
reasoning reassurance rebel rebellion rebranding rebuilding rebuttal receivable recession recipe recipient \
recital reckoning recognition recommendation reconciliation reconstruction record recording recordings \
recovery recruitment rectangle recycling redemption reduction reed referee referendum referral refinancing \
refinery reflection reform reformer refugee refusal regiment registration regulation regulator \
rehabilitation rehearing rehearsal reign relation relations relationship relative release relevance \
reliability religion relish reluctance remainder remark remarks reminder removal renewal renovation rental \
reopening repercussion repetition replacement replica reply report reporting reports repository \
representation representative repression reprisal republic reputation request requests requirement \
rescheduling research researcher resentment reservation reserves reservoir residence resignation \
resilience resistance resolution resources respondent response responsibility restaurant restoration \
restraint restriction restructuring result results resurgence retailer retention retirement retraining \
retreat return reunification reunion revelation revenge revenue reversal review revision revival \
revolution revolutionary rhetoric rice riddle rider ridge rifle rigging right rightist rights rigor ring \
rioter rioting rise risk risks rite ritual rival rivalry river roadblock roadmap roaming robber robbery \
robot rocket role roof rookie rosary roster round rounds rout router routine rowing royalty rubbish rubble \
rule rules ruling rulings run runner running runway rupture rustic saber-rattling sabre-rattling sadness \
safeguards safety sailing sailor saint sake salary salesman salvation sampling sanction sanctions \
sanctuary sandal satellite satisfaction savage saving savings savior saviour sayings scaffolding scale \
scandal scarcity scenario scene sceptic scepticism scheming scholar scholarship school schooling science \
scientist scolding scope scoring screening screenings sculpting sculpture sea seal seaport seaside seating \
secession secondary secrecy secret secretary section sector secularism security sedative sedition segment \
selection self-defense self-determination semester seminar seminary senate sensation sensitivity sentence \
sentiment separation separatism separatist sequel sequence sergeant series seriousness sermon servant \
server service services serving session sessions set setback setting settings settlement settler settling \
severity sewage sewing sex sexuality shah shape share shareholder shares shark shawl shed sheep shelling \
sheriff shia shilling shipment shipping shipyard shirt shooter shooting shootings shoplifting shopping \
shore shortage shortcoming shortcomings shot shoulder showing showings shrine sibling siblings sickness \
side sidelines sides siding siege sighting sightings signal signatory significance signing similarity \
simplicity sincerity singer singing sister site sitting sittings situation skating skeleton skeptic \
skepticism skiing skill skirmish sky slave slavery slaying sled sling slogan slope smoking smuggler \
smuggling sniper snow snowboarding soccer socialism socialist society software soil solidarity solo \
solution solutions something song sophistication soul soul-searching south southeast southwest sovereignty \
spacecraft spacing speaker specialist species specimen spectacle spectator spectrum speculation speech \
speed spelling spending spiral spirit split spokesman spoonful sport spouse spring spy square stabbing \
stability stadium staffing stakeholder stakeholding stalemate stance standard standing standoff standpoint \
staple stardom starling start starvation state statehood statement static statistic statue stature statute \
steam steed steel step steps stereotype sterling stigma stocking stoic stomach stone stop storage store \
story strain strategist strategy strength strike striker strikes string structure student studio study \
stupidity style styling subcommittee subcontractor subject submarine submission subsidiary subsidy \
substance substitute suburb subway success succession successor suicide suit summary summer summit sun \
sunni superintendent superiority superlative supervision supervisor supplier supply support supporter \
supremacy surfing surgeon surgery surplus surprise surroundings surveillance survival survivor suspicion \
sustainability sweden swimming swing sword syllable symbol symbolism sympathy symptom synagogue syndicate \
syndrome synergy syrup system table tabloid tactic tactics talent talk talks tally tank target tariff \
tariffs task tasking tax taxation taxes taxi taxpayer teacher teaching teachings technician technique \
technology teenager temperature temple temptation tenant tendency tenet tension tensions tent tenure term \
terminal terms terrain territories territory terror terrorism terrorist test testament testimonial \
testimony testing text textbook theater theatre theft theme theologian theology theorist theory therapist \
therapy thief thing things thinker thirst thoroughbred thoroughness thought thousands threat threats \
threshold throne thug time times timetable timing tissue tobacco toddler toilet tolerance ton tongue tonic \
tonnage toolkit topiary topic tornado torpedo torture tory tourism tourist tournament tower towing town \
township tracking tractor trade trader trading tradition traffic trafficking tragedy trainee trainer \
training trainings traitor trajectory transaction transcript transformation transition translation \
translator transmission transparency transportation trapping trappings trash trauma traveler traveller \
travelling treason treasure treasurer treasury treatment treaty trench trespass trial tribe tribunal \
tributary tribute tricolour trilogy trip triumph trolley trolling troop troop-building trouble truce truck \
trust trustee truth tsar tsunami tube tunic tunnel turbulence turmoil turning turnout turnover tutorial \
tutoring twinning tycoon typhoon typing tyranny tyrant ultimatum umbrella unanimity uncertainty uncle \
underground undersecretary understanding undertaking undertakings unemployment unification uniform union \
unit unity universe university unrest upbringing update upheaval uprising uprisings uranium urgency urinal \
usage use usefulness user utensil utility vacancy vacation vaccination vaccine validity valley vandal \
vandalism vanguard variable variation variety varnish vegetable vehicle veiling vendor vengeance venue \
verb verdict verification version veteran vetting viability vial vicinity victim victor victory view \
viewer viewing viewpoint views vigil vigilance villa village villager villain violation violence virtue \
virus visa visibility vision visionary visit visitor visits vitality vocabulary voice volcano volume \
volunteer vote voter votes voting voyage vulnerability wages waiter waiver wake walking war warehouse \
warfare warhead warlord warmth warning warnings warrior warship watchdog water watershed waterway way \
weakness weapon weaponry weapons wedding weddings weed week weekday weekend weeks weight weighting welding \
welfare well-being wellbeing west whaling wheat whistleblower widow width wife wildfire wildlife \
willingness win windfall window wine wing winner winning winter wireless wiring wisdom wish withdrawal \
witness wolf womanhood wood word wording words work workforce working workplace works workshop world \
worldview worth wreckage wrestling writer writing writings wrongdoing yacht yard year yearning years yen \
yoga youngster youth yuan zeal zealot zone zoning";
