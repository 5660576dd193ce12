//! Irregular verbs with their past and participle.

/// Base, past, participle; the verbs apart by bars.
pub(super) const IRREGULAR: &str = "\
arise arose arisen|awake awoke awoken|backslide backslid backslid|bear bore born|bear bore borne|\
beat beat beaten|become became become|befall befell befallen|beget begot begotten|begin began begun|\
behold beheld beheld|bend bent bent|bereave bereft bereft|beseech besought besought|\
beset beset beset|bespeak bespoke bespoken|bet bet bet|bid bid bid|bind bound bound|\
bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|\
bring brought brought|broadcast broadcast broadcast|browbeat browbeat browbeaten|build built built|\
burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|\
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|\
deal dealt dealt|deepfreeze deepfroze deepfrozen|dig dug dug|draw drew drawn|dream dreamt dreamt|\
drink drank drunk|drive drove driven|dwell dwelt dwelt|eat ate eaten|fall fell fallen|feed fed fed|\
feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|\
fly flew flown|forbid forbade forbidden|forecast forecast forecast|forego forewent foregone|\
foresee foresaw foreseen|foretell foretold foretold|forget forgot forgotten|forgive forgave forgiven|\
forgo forwent forgone|forsake forsook forsaken|forswear forswore forsworn|freeze froze frozen|\
get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|\
hear heard heard|hew hewed hewn|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|\
input input input|interweave interwove interwoven|keep kept kept|kneel knelt knelt|know knew known|\
lay laid laid|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|\
lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|\
mean meant meant|meet met met|mislead misled misled|misread misread misread|\
misspend misspent misspent|mistake mistook mistaken|misunderstand misunderstood misunderstood|\
mow mowed mown|offset offset offset|outbid outbid outbid|outdo outdid outdone|\
outgrow outgrew outgrown|outrun outran outrun|outsell outsold outsold|outspend outspent outspent|\
overcome overcame overcome|overdo overdid overdone|overeat overate overeaten|\
overhear overheard overheard|overpay overpaid overpaid|override overrode overridden|\
overrun overran overrun|oversee oversaw overseen|oversell oversold oversold|\
overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid paid|\
plead pled pled|prove proved proven|put put put|quit quit quit|read read read|\
reawaken reawoke reawoken|rebuild rebuilt rebuilt|redo redid redone|redraw redrew redrawn|\
regrow regrew regrown|remake remade remade|repay repaid repaid|reread reread reread|\
rerun reran rerun|resell resold resold|resend resent resent|reset reset reset|resit resat resat|\
retake retook retaken|retell retold retold|rethink rethought rethought|rewrite rewrote rewritten|\
rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|saw sawed sawn|\
say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|\
sew sewed sewn|shake shook shaken|shear sheared shorn|shed shed shed|shoot shot shot|\
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|\
slay slew slain|sleep slept slept|slide slid slid|sling slung slung|slit slit slit|\
sneak snuck snuck|sow sowed sown|speak spoke spoken|speed sped sped|spell spelt spelt|\
spend spent spent|spin spun spun|spit spat spat|split split split|spoil spoilt spoilt|\
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|\
stink stank stunk|strew strewed strewn|stride strode stridden|strike struck struck|\
strive strove striven|sublet sublet sublet|swear swore sworn|sweep swept swept|\
swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|\
tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|\
tread trod trodden|undercut undercut undercut|undergo underwent undergone|\
underlie underlay underlain|understand understood understood|undertake undertook undertaken|\
underwrite underwrote underwritten|undo undid undone|unwind unwound unwound|uphold upheld upheld|\
upset upset upset|wake woke woken|wear wore worn|weave wove woven|wed wed wed|weep wept wept|\
win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|\
withstand withstood withstood|wring wrung wrung|write wrote written";

/// Those whose base form and third person are nouns too.
pub(super) const IRREGULAR_NOUNS: &str = "\
bear beat bet bid bite blow break breed broadcast build burn cast catch cost cut deal draw dream drink \
drive fall feed feel fight find fly forecast freeze hit hold hurt input keep lead leap leave lie light \
make mistake offset override overrun overthrow quit read remake rerun reset retake ride ring rise run set \
shake shed shine shoot show sink sleep slide sling slit spell spin split spoil spread spring stand steal \
stick stink stride strike sweep swell swim swing tear throw thrust tread upset wake wind";
