//! Adjectives, in the forms in which they are met.

/// Adjectives.
pub(super) const ADJECTIVES: &str = "\
able abnormal aboriginal abrupt absent absolute abstract absurd abundant abusive acceptable accessible \
accidental accountable accurate accusatory acute adamant additional adequate adjacent adjoining \
administrative adult advanced adverse advisable aerial affluent affordable afraid african aged aggressive \
agile agricultural aimless airborne akin alarming alert alien alive alleged allied alone alternate \
alternative amateur amazing ambiguous ambitious ambivalent american ample ancient angry annual anonymous \
anti-establishment anxious apathetic apologetic apparent appealing applicable appropriate apt arab \
arbitrary archaic ardent arid armed arrogant artificial artistic ashamed asian asleep assertive astute \
atomic atrocious attractive atypical audible auspicious austere authentic authoritarian authoritative \
automatic autonomous auxiliary available average averse avid awake aware awesome awful awkward backward \
bad baffling balanced bald ballistic bankrupt bare baseless basic beautiful belated bellicose belligerent \
beloved beneficial benign best better bewildering biased big bigger biggest bilateral binding bitter \
bizarre black blameless bland blank blatant bleak blind blond bloody blue blunt bogus bold boring bottom \
bound bountiful brave brazen breathless brief bright brighter brightest brilliant brisk broad broader \
broadest broken brown brutal budget bulky bureaucratic burgeoning busier busiest busy calm candid capable \
capitalist cardiac careful careless casual catastrophic cautious cavalier ceaseless celebrated central \
centrist ceremonial certain challenging chaotic charismatic charitable charming chartered cheap cheaper \
cheapest cheerful chemical chief chilly christian chronic circular circumspect circumstantial civic civil \
civilian civilized clandestine classic classified clean cleaner clear clearer clearest clever climatic \
clinical close closed closer closest clumsy coarse coastal cohesive cold colder coldest collaborative \
collateral collective colonial colorful colossal colourful combative combined comfortable comic commanding \
commendable commercial common commonplace communal communist compact comparable comparative compatible \
compelling competent competitive complacent complementary complete complex complicated comprehensive \
compulsory conceivable concerned concerted conciliatory conclusive concrete concurrent conditional \
confederate confident confidential confrontational confusing congenial congressional conscious consecutive \
consensual consequent conservative considerable considerate consistent conspicuous constant constitutional \
constrained constructive contagious contaminated contemporary contemptuous contentious contested \
contiguous continental contingent continual continuous contradictory contrary controversial convenient \
conventional convincing convoluted cool cooler coolest cooperative cordial corporate correct corrosive \
corrupt cosmetic costly counterproductive courageous courteous covert cozy crazy creative credible \
criminal crippling crisp critical crooked crowded crucial crude cruel crumbling cryptic culpable cultural \
cumbersome cumulative curious current customary cyclical cynical daily damp dangerous daring dark darker \
darkest daunting dead deadlier deadliest deadlocked deadly deaf dear dearest debatable decent \
decentralized deceptive decisive dedicated deep deeper deepest defective defenseless defensive defiant \
deficient definite definitive defunct delicate delicious delighted demanding demilitarized democratic \
demographic dense dental dependable dependent deplorable deputy derogatory desirable desolate desperate \
despicable destitute destructive detailed detrimental devastating developed developing devious devoid \
devout dexterous different difficult digital dignified diligent dim diplomatic dire direct dirty disabled \
disadvantaged disappointed disappointing disastrous discontented discreet discrete discretionary \
discriminatory disgraceful dishonest disparaging disparate dispensable disproportionate disputed \
disruptive dissatisfied dissident distant distinct distinctive distinguished distraught distressed \
disturbing diverse divisive dizzy docile documentary domestic dominant doomed dormant double dovish \
downcast downstream dramatic drastic dreadful drunk dry dual dubious due dull dumb durable dutiful dynamic \
dysfunctional eager earlier earliest early earnest earthly easier easiest eastern eastward easy eccentric \
ecological economic economical edible educational eerie effective efficient elaborate elastic elated \
elderly electoral electric electrical electronic elegant elementary eligible elite eloquent elusive \
embarrassed embarrassing emergent eminent emotional emphatic empirical empty enclosed encouraging \
endangered endless enduring energetic engaging enjoyable enlightened enormous entangled enthusiastic \
entire entrenched environmental ephemeral epic equal equitable equivalent erratic erroneous essential \
established esteemed eternal ethical ethnic european evasive eventual evident evil exact excellent \
exceptional excessive excited exciting exclusive executive exemplary exempt exhausted exhaustive exiled \
existential existing exotic expansive expensive experienced experimental explicit explosive exponential \
express expressive exquisite extensive external extinct extra extraordinary extravagant extreme extremist \
exuberant fabulous face-to-face factual faint fainter fair fairer fairest faithful fake fallen fallible \
false familiar famous fanatical fancy far-reaching farther fascinating fascist fast faster fastest fat \
fatal fatter faulty favorable favorite favourable favourite fearful fearless feasible federal feeble \
fellow female feminine fertile fervent festive feverish fickle fictional fierce fiery final financial fine \
finer finest finite firmer first fiscal fit fixed flagrant flat flattering flawed flawless flexible flimsy \
floating fluent fluid focal foggy foolish forceful forcible foreign foreseeable forged formal former \
formidable forthcoming forthright fortunate forward fragile fragmented frail frank frantic fraudulent free \
freer frequent fresh fresher friendlier friendly frightened frightening frigid fringe frivolous front \
frosty frozen fruitful fruitless frustrating full full-scale full-time fuller fullest fulltime fundamental \
funny furious further furtive futile fuzzy gallant gay general generic generous genetic gentle genuine \
geographic geopolitical germane ghastly giant gifted gigantic glad global gloomy glorious golden good \
gorgeous gradual grand grandiose graphic grassroots grateful grave gray great greater greatest greedy \
green grey grievous grim grimmer groundbreaking groundless growing gruesome guilty gullible half-hearted \
handsome handy haphazard hapless happier happiest happy hard hard-line harder hardest hardline hardy \
harmful harmless harmonious harsh harsher harshest hasty hateful haughty hawkish hazardous hazy heady \
healthier healthy hearty heated heavier heaviest heavy heavy-handed hefty heinous helpful helpless heroic \
hesitant hidden hideous high high-level high-profile high-ranking high-tech higher highest hilarious hind \
historic historical holiest holistic hollow holy home-grown homeless homogeneous honest honorable \
honourable hopeful hopeless horizontal horrendous horrible horrific hostile hot hotter hottest huge human \
humane humanitarian humble humid humiliating humorous hungry hurtful hybrid hypocritical hypothetical \
hysterical icy ideal identical ideological idle ill ill-advised ill-fated illegal illegitimate illicit \
illiterate illusory imaginary imaginative immaculate immaterial immature immeasurable immediate immense \
imminent immoral immune impartial impassioned impatient impeccable impending impenetrable imperative \
imperfect imperial impersonal impervious implausible implicit important imposing impossible impotent \
impoverished impractical imprecise impressive improbable improper imprudent inaccessible inaccurate \
inactive inadequate inadmissible inadvertent inappropriate incapable incendiary incessant incidental \
incisive inclined inclusive incoherent incoming incompatible incompetent incomplete inconceivable \
inconclusive inconsistent inconvenient incorrect incredible incremental incumbent indebted indecisive \
indefensible indefinite independent indestructible indifferent indigenous indirect indiscriminate \
indispensable indisputable indistinct individual indoor industrial ineffective inefficient inept \
inequitable inert inevitable inexcusable inexorable inexpensive inexperienced inexplicable infamous \
infected inferior infinite inflammatory inflated inflexible influential informal informative infrequent \
inherent inhospitable inhuman inhumane initial injured innate inner innermost innocent innocuous \
innovative innumerable inorganic inquisitive insane insatiable insecure insensitive inseparable inside \
insidious insignificant insolent insolvent instantaneous institutional instrumental insufficient insulting \
insurgent insurmountable intact intangible integral integrated intellectual intelligent intelligible \
intense intensive intentional interactive interdependent interested interesting interethnic \
intergovernmental interim interior intermediate intermittent internal international interpersonal intimate \
intolerable intolerant intractable intransigent intricate intriguing intrinsic introductory intrusive \
invalid invaluable invasive inventive invincible invisible involuntary inward ironic irrational \
irreconcilable irrefutable irregular irrelevant irreparable irreplaceable irresistible irresponsible \
irreversible irritable irritated isolated jealous jewish jittery jobless joint joyful joyous jubilant \
judicial judicious junior justifiable juvenile keen key kinetic knowledgeable known lackluster laden \
lamentable landlocked landmark languid large large-scale larger largest last last-ditch last-minute \
lasting late late-night latent later latest latter laudable laughable lavish lawful lawless lax lazy \
leaderless leading lean left left-wing legal legendary legible legislative legitimate lengthy lenient \
lesser lethal liable liberal lifeless lifelong light lighter like like-minded likeable likely limited \
limitless linear linguistic liquid literal literary literate little lively living local localised \
localized logical logistical lone lonely long long-lasting long-range long-running long-standing long-term \
long-time longer longest longstanding longtime loose loud louder lousy low low-key low-level lower lowest \
loyal lucid lucky lucrative ludicrous luxurious mad magic magical magnanimous magnificent main mainstream \
major male malicious malignant mammoth manageable mandatory manifold marginal marine marital maritime \
married marvelous masculine mass massive master material maternal mature maximum meager meagre mean \
meaningful meaningless measurable mechanical medical medieval mediocre medium meek mellow melodramatic \
memorable menial mental merciful merciless mere meritorious messy metallic methodical metropolitan middle \
midterm mighty mild milder militant military mindful mindless mini miniature minimal minimum ministerial \
minor minuscule miraculous miscellaneous mischievous miserable misguided missing mistaken mixed mobile \
mocking moderate modern modest momentary momentous monetary monolithic monotonous monstrous monthly \
monumental moral morbid mortal motionless mountainous mournful mouth-watering movable multi-ethnic \
multicultural multilateral multinational multiple multipolar mundane municipal murderous murky muscular \
mushy musical muslim mutual mysterious mystical naive naked namesake narrow narrow-minded narrower nascent \
nasty national nationalist nationwide native natural naughty nautical naval nearby nearer nearest neat \
necessary needless needy negative negligent negligible negotiable neighboring neighbouring nervous net \
neutral new new-found newborn newer newest newfound next nice nicer nicest noble nocturnal noisy nominal \
non-binding nonbinding nonpartisan nonprofit nonstop nonviolent normal north northern northward notable \
noteworthy noticeable notorious novel nuanced nuclear numb numerous obedient objective obligatory oblique \
oblivious obnoxious obscene obscure observable obsessive obsolete obvious occasional occupied odd \
offensive official offshore oily old older oldest ominous ongoing online onward opaque open open-ended \
operational operative opposing opposite oppressive optimal optimistic optimum optional opulent oral \
ordinary organic organizational oriented original ornate orthodox ostensible other other-worldly outbound \
outdated outdoor outer outgoing outlandish outlying outmoded outright outside outspoken outstanding oval \
over-the-top overall overarching overblown overdue overhead overland overnight overriding overseas \
oversized overt overwhelming own pacific painful painless painstaking pale palpable paltry pan-european \
panicky paradoxical parallel paramilitary paramount paranoid parental parliamentary part-time partial \
particular partisan passionate passive patchy pathetic patient patriarchal patriotic patronizing peaceful \
peculiar pedestrian penultimate perceptible perceptive perennial perfect perilous periodic peripheral \
permanent permissible permissive pernicious perpetual perplexing persistent persona personal persuasive \
pertinent pervasive perverse pessimistic petty phenomenal philosophical phony physical picturesque pink \
pious pitiful pivotal placid plain planned plastic plausible playful pleasant pleased pleasing plentiful \
pliable plural plush poetic poignant pointed pointless poisonous polar polite political pompous poor \
poorer poorest poorly popular populist populous porous portable posh positive possessive possible post-war \
postwar potent potential powerful powerless practicable practical pragmatic pre-war precarious precious \
precise precocious predatory predictable predominant preeminent preferable pregnant prehistoric \
preliminary premature premier preparatory prepared preposterous prerequisite present presidential pressing \
prestigious presumptuous pretty prevalent preventable preventive previous prewar pricy primal primary \
prime primitive principal prior pristine private privileged pro-american pro-democracy pro-european \
pro-government pro-kremlin pro-russian pro-western probable problematic procedural productive professional \
proficient profitable profound profuse progressive prohibitive prolific prolonged prominent promising \
prompt prone proper proportional proportionate prospective prosperous protective protracted proud \
provincial provisional provocative prudent psychological public punctual punishing punitive pure purple \
pushy puzzling quaint qualitative quantitative quarterly queer questionable quick quicker quickest quiet \
quieter quirky racial racist radical radioactive ragged rainy rampant random rapid rare rarer rash \
rational raucous raw reactionary readier ready real real-time realistic rear reasonable reassuring rebel \
rebellious recent receptive reciprocal reckless reclusive recognizable record recurrent recurring \
recyclable red reddish redundant reformist refreshing regal regardless regional regrettable regular \
relative relaxed relentless relevant reliable reliant religious reluctant remaining remarkable reminiscent \
remote renewable renewed renowned repeated repetitive reprehensible representative repressive republican \
repugnant reputable resentful reserved residential residual resilient resistant resolute resounding \
resourceful respectable respectful respective responsible responsive restive restless restrictive \
resurgent retaliatory retarded reticent retired retroactive retrograde retrospective revealing revered \
reverse reversible revolutionary rhetorical rich richer richest ridiculous right right-wing righteous \
rightful rigid rigorous ripe risky rival riveting robust romantic rosy rotten rough rougher round \
roundabout routine rowdy royal rude rudimentary ruinous rural rustic ruthless sacred sad sadder safe safer \
safest sagacious salient same sandy sane sarcastic satirical satisfactory satisfied satisfying savage \
savvy scandalous scant scarce scarier scary scathing scattered sceptical scholarly scientific scornful \
scrupulous seamless seasonal seasoned secluded second secondary secret secretive sectarian secular secure \
sedentary seismic select selective self-appointed self-declared self-evident self-governing \
self-proclaimed self-styled self-sufficient selfish selfless semi-autonomous senior senseless sensible \
sensitive sensory sentimental separate separatist serene serial serious severe sexual sexy shabby shady \
shaky shallow sham shameful shameless sharp sharper sharpest sheer shiny shocked shocking shoddy short \
short-term shorter shortest shrewd shrill shy sick sickly side significant silent silly silver similar \
simple simpler simplest simplistic simultaneous sincere single sinister sizable sizeable skeptical sketchy \
skilful skilled skillful skinny slack slavic sleek sleepy slender slick slight slighter slightest slim \
slimmer slippery sloppy slow slower slowest sluggish sly small small-scale smaller smallest smart smarter \
smooth smoother smug snowy so-called sober sobering sociable social socialist socioeconomic soft \
soft-spoken softer solar sole solemn solid solitary solo soluble solvent somber sombre soothing \
sophisticated sore sorry sound sour southern southward sovereign soviet spacious spare sparse spatial \
special specialized specific spectacular speculative speechless speedy spicy spiritual spiteful splendid \
spontaneous sporadic spotless spurious square squeamish stable staggering stagnant stale standard standing \
standstill stark startled startling state-owned state-run stately static stationary statistical statutory \
staunch steadfast steady stealthy steep steeper stellar sterile stern stiff stiffer stimulating stoic \
stolen stormy straight straightforward strained strange stranger strangest strategic stray stressed \
stressful strict stricter strident stringent strong stronger strongest structural structured stubborn \
studious stunned stunning stupid sturdy stylish suave subdued subjective submissive subordinate subpar \
subsequent subservient substandard substantial substantive subtle suburban subversive successful \
successive succinct sudden sufficient suggestive suicidal suitable sullen sunny super superb superficial \
superfluous superior supernatural supplementary supportive supposed supreme sure surer surgical surly \
surplus surprised surprising surreal susceptible suspicious sustainable sustained swift swifter symbolic \
symmetrical sympathetic symptomatic synthetic systematic systemic taboo tacit taciturn tactful tactical \
tall taller tallest tame tangible tardy targeted tart tasteful tasteless tasty taut taxing technical \
technological tectonic tedious telling temperate temporary tempting tenable tenacious tendentious tense \
tentative tenuous tepid terminal terrible terrific terrified terrifying territorial terrorist terse \
textile thankful thankless theatrical thematic theoretical therapeutic thermal thick thicker thin thinner \
third third-party thirsty thorny thorough thoughtful thoughtless threatening thriving tidal tidy tight \
tighter tightest timeless timely timid tiny tired tireless tiresome tolerable tolerant top top-level \
topical topmost topsy-turvy total totalitarian touchy tough tougher toughest toxic traditional tragic \
trained tranquil transatlantic transient transitional transitory translucent transnational transparent \
traumatic treacherous treasonous tremendous trenchant tribal tricky trilateral triumphal triumphant \
trivial tropical troublesome troubling truculent true truer trusted trusting trustworthy truthful \
turbulent twin two-state typical tyrannical ubiquitous ugly ulterior ultimate ultra ultraconservative \
unable unacceptable unaffected unafraid unambiguous unanimous unarmed unashamed unattainable unattractive \
unauthorized unavailable unavoidable unaware unbearable unbeaten unbelievable unbiased unbreakable uncanny \
uncertain unchanged uncharacteristic unclear uncomfortable uncommon uncompromising unconcerned \
unconditional unconfirmed unconscious unconstitutional uncontrollable unconventional unconvinced \
uncooperative undecided undemocratic undeniable underground underlying understandable undesirable \
undeterred undisclosed undisputed undue uneasy uneconomic uneducated unemployed unending unequal \
unequivocal unethical uneven uneventful unexpected unexplained unfair unfamiliar unfavorable unfavourable \
unfinished unfit unflinching unforeseen unforgettable unforgivable unfortunate unfounded unfriendly \
ungrateful unhappy unhealthy unheard unidentified uniform unilateral unimaginable unimportant unimpressed \
uninformed unintended unintentional uninterested uninterrupted unique universal unjust unjustifiable \
unjustified unknown unlawful unleaded unlicensed unlikely unlimited unlucky unmanned unmarked unmistakable \
unmoved unnamed unnatural unnecessary unofficial unorthodox unparalleled unpatriotic unpleasant unpopular \
unprecedented unpredictable unprepared unproductive unprofessional unprovoked unqualified unquestionable \
unrealistic unreasonable unrelated unrelenting unreliable unresolved unrestricted unruly unsafe \
unsatisfactory unscathed unscheduled unscrupulous unseen unsettling unskilled unspecified unspoken \
unstable unsteady unstoppable unsubstantiated unsuccessful unsuitable unsure unsustainable untenable \
unthinkable untimely untouched untrue unusual unwanted unwarranted unwavering unwelcome unwieldy unwilling \
unwise unworkable unworthy unwritten unyielding upbeat upcoming upper uppermost upright upset upside-down \
urban urgent usable useful useless usual utmost utter vacant vague vaguer vain valiant valid valuable \
variable varied various vast vaster vehement venerable vengeful venomous verbal verbose verifiable \
veritable versatile vertical viable vibrant vicious victorious vigilant vigorous vile vindictive vintage \
violent viral virtual virtuous virulent visible visionary visual vital vivid vocal vociferous volatile \
volcanic voluminous voluntary voracious vulgar vulnerable wanton war-torn warlike warm warmer warmest \
warring wary wasteful watchful watertight wayward weak weaker weakest wealthier wealthiest wealthy \
wearisome weary weekly weighty weird welcome well-established well-informed well-known well-placed western \
westernmost westward wet white white-collar whole wholehearted wholesale wholesome wicked wide \
wide-ranging wider widespread widest wild wilder willful willing wily windy wintry wise wiser wishful \
wistful witty woeful wonderful wondrous wooden word-of-mouth wordless workable working-class worldly \
worldwide worried worrisome worrying worse worst worthless worthwhile worthy would-be wounded wretched \
written wrong yearly yellow young younger youngest youthful zealous zero-sum";
