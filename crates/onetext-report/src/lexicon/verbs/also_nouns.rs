//! Regular verbs whose base form and third person are nouns too: "plan", "reports", "talk".

/// Base forms.
pub(super) const ALSO_NOUNS: &str = "\
abuse accent access accord account ache act address advance advocate affront aid aim air airlift alarm \
alert ally ambush amount anchor anger angle answer appeal approach arc arm array arrest assault attack \
attempt auction audit author award babble back badge bail bait balance ballot ban band bandage bang banter \
bar bargain bark base bash bat batch battle bay beam benefit bias bill blackout blame blanket blast blaze \
blend blink block blockade bloom blunder blunt blush board boast boil bolt bomb bond book boom boost boot \
border bother bottle bounce bow bowl box boycott brace bracket brake branch brand brawl breach breakfast \
breath breeze bribe brick bridge brief broker bruise brush bubble bucket budge budget buffer bug bully \
bump bunch bundle burden burn bus butcher button buzz cage call calm camp campaign cap care caress carpet \
cartoon carve case cash catalog cause caution cave censor center centre chain chair challenge champion \
chance change channel chant charge charm chart charter chase chat check cheer chill chip choke chop \
chronicle circle claim clamp clash class claw clean click climb cloak clock clone close cloud club clutch \
coach coast coat code coil coin collapse color colour comb combat comfort command comment commission \
compact complaint complement compliment compound comprise compromise concern condition conduct conference \
confine conflict conjecture conscript consent constraint contact contest contract contrast control convict \
cook cool cop cope copy corner cough counsel count counter counterattack couple court cover crack cradle \
craft cramp crane crash crave crawl craze cream credit croak crop cross crowd crown cruise crush cry cue \
cup curb cure curl curse curve cycle damage dance dare dart dash data date dawn debate debrief debut decay \
decline decrease decree default defeat defect delay delegate delight demand den dent deposit desert design \
desire despair detail detour dial dialogue diet dip direct discharge discipline discount disdain disgrace \
disguise disgust dish disk dislike dismay display dispute dissent distance distress distrust disuse ditch \
dive divide divorce dock doctor dodge dog dole dollar doom double doubt draft drag drain dread dream dress \
drift drill drip drone drop drug drum duck duel dump dust dwarf dye ease echo eclipse edge effort elbow \
embargo embrace encounter end endeavor engineer envy escape escort estimate excerpt exchange excuse \
exercise exhibit exile exit experience experiment exploit export extract eye face factor fail fake fan \
fancy farm fashion fast father fault favor favour fear feast feature fee fence ferry feud field figure \
file fill film filter finance fine finger finish fire fish fix flag flame flap flare flash flaw flight \
flinch flip float flock flood floor flow flush focus fog fold foot force fork form format founder fountain \
fracture frame freak free freight front frown fuel function fund fuss gain gamble game gasp gauge gaze \
gear gesture gift glance glare glaze gleam glimpse glitch glow glue gossip grab grade graduate grain grant \
grasp grave graze grief grin grip groan groom gross ground group growl grudge guard guess guide gush gust \
hack hail halt hammer hand handicap handle handshake harbor harbour harm harvest haste hatch haul haven \
hazard head headline headquarter heap heat hedge heel heist help herald herd highlight hike hint hire \
hitch hoax hole honor honour hook hop hope host hound house howl hug hum hunger hunt hurdle hurry ice idle \
impact implement import inch increase index influence input insult interest interface interview intrigue \
invoice iron issue itch jab jail jam jet jog joke jolt journey judge juice jump junk key kick kill kiss \
knock knot label labor labour lack land lapse lash laugh launch leak lean lease leash lecture level lever \
levy liaison licence license lick life lift light limit limp line link list litter load loan lobby lock \
lodge log look loop loot loss love lump lunch mail mainstream mandate maneuver manicure manoeuvre map \
march mark market mask mass massacre master match mate matter measure member menace mention merit mess \
message milk mill mind mirror miss mix moan mob mock model mold monitor mop mortgage motion motor mount \
mouth move mow murder murmur muscle muse mushroom nail name nap neck need neglect nest net network \
nickname nod nose notch note notice number nurse object offer oil okay open option orbit order outfit \
outline output outrage outreach overflow overhaul pace pack package pad paddle page pain paint pair panic \
paper parade parallel pardon parent park parole part partner party pass past paste patch patent patrol \
pattern pause paw peak pedal peer pen pencil pepper peril permit pet petition phase phone photograph \
phrase pick picket picture piece pile pillow pilot pin pinch pioneer pipe pit pitch pity pivot place \
plague plan plant plaster plate play plea pledge plot plow plug plunge pocket point poison poke pole \
police polish poll pool pop port portion pose position post pot pounce pound power practice praise preface \
prejudice premiere present press pressure prey price pride print prize probe process produce profile \
profit program programme progress project promise promote prompt prop protest provision puff pull pulse \
pump punch purchase purpose push puzzle quake quarrel quarter query quest question queue quip quiz quote \
race rack raid rail railroad rain raise rally ram ramp range rank ransom rant rape rash rate ration ray \
reach rear reason rebel rebound recall recess record recruit redress reel reference reform refrain refund \
regard regret reign relapse relay release remark remedy rent repair repeal repeat reply report repose \
reproach repute request rescue research resolve resort resource respect rest result retail retreat return \
reverse review revolt reward rhyme ridicule rinse riot rip ripple risk rival road roar roast rob rock \
rocket roll roof root rope round route row rub ruin rule rumble rumor rumour rush sabotage sack sacrifice \
saddle sail sale salute sample sanction save saw scale scam scan scar scare scatter scent schedule scheme \
scoop score scorn scout scrape scratch scream screen screw script scroll seal search season seat section \
segment sense sentence separate sequence serve settle shade shadow shame shape share shell shelter shield \
shift shine ship shock shop shore short shoulder shout shower shred shuffle shuttle side sigh sight sign \
signal silence sin sip size sketch skid skin skip slack slam slang slap slash slice slip slope slot slow \
slump smack smash smear smell smile smoke snack snag snap snub soak sob soil solo sort sound space \
spam span spar spare spark spat spell spike spill spiral spirit splash spoil sponsor spoof spook spoon \
sport spot spotlight spray sprint spy square squeeze stab stack staff stage stain stake stalk stall stamp \
staple star stare start starter state station stay steam steel stem step stereotype stir stitch stock \
stone stop store storm strain strand strap stray streak stream stress stretch string strip stroke \
structure struggle stub study stuff stumble stump stunt style subject substitute suit sum supply support \
surface surge surprise survey suspect swamp swap swarm sway sweat switch syndicate table tag tail talk \
tally tangle tank tap tape target tariff task taste tattoo taunt tax team tease telephone temper tender \
term test text thaw thread thrill thumb thunder tick ticket tide tie tilt time tip tire title toast toll \
tone tool top torch torture toss total touch tour tow towel tower toy trace track trade trail train tramp \
transfer transit transition transplant transport trap trash travel treasure treat trek trend trick trickle \
trigger trim trip triumph trouble truck trust try tube tuck tumble tune turn tutor tweet twin twist type \
update upgrade use vacuum value vault veil vent venture veto view visit voice void volley volunteer vote \
vow voyage wag wage wait walk wall war ward warehouse warrant wash waste watch water wave way weather \
wedge weight welcome wheel whip whisper whistle wince wing wink wire wish witness wonder word work worry \
worship wound wrap wreck wrong yard yawn yell yield zone";
