//! First names of many languages, romanised; those that are mostly other words are left out.

/// First names, in lower case.
pub(super) const FIRST_NAMES: &str = "\
aaron abbas abdel abdelfattah abdelmadjid abdirahman abdoulaye abdul abdullah abebe abena abigail abiy \
adaeze adam adama adanna adel aditi adrian adriana agnes agnieszka ahmad ahmed ahmet aidan aileen aisha \
ajay akbar akinwumi akira alain alan alana alassane albert albin alejandro aleksandar aleksander aleksandr \
aleksei alena alessandra alessandro alessia alex alexander alexandra alexandre alexandros alexei alexey \
alexis alfonso alfred alfredo alhassan ali ali-reza alice alicia alina alison alma alois althea alvaro \
alyona amadou amal amanda amara amelia amelie amina amir amir-hossein amit amos amy ana anahit anastasia \
anatoli anatolii anatoliy anatoly anders andre andrea andreas andrei andrej andrejs andres andrew andrey \
andrii andris andrius andriy androulla andrzej anfal angela angelina angus anil anita anja anjali ankit \
ann ann-marie anna anna-maria annalena anne annette annika anselm anthony antoine anton antonella antonia \
antonina antonio antonis antony anwar aram aran arash archana ariana ariel arif aristide arkady armando \
armen armin arnaud arne arnold arsen arseniy artem arthur artur arturo arun arvind asad ashok ashraf \
ashton asif asim asma astrid ataullah atef audrey augusto aung avi avigdor avril aya aylin ayman aynur \
ayse azadeh aziz azra bahram bakhtiyar baltasar barack barbara bart bartosz basel bashar basil bastien \
beata beatrice beatriz belen ben benedict beniamino benito benjamin benny benoit berat berit bernadette \
bernard bernardo bernie bertrand beth betty beverly bezalel bharat bilal bilawal biljana bill birger \
birgit bjarne bjorn blaise blerim bob bogdan bogdana bohdan boiko bojan boniface boris borut borys boutros \
bozidar brad brandon branislav branko brenda brendan brent brett brian bridget brigitte bronislaw bruce \
bruno bulent burak burhan caitlin calin camila camille candace caren carine carl carla carlos carmen carol \
carolina caroline carsten cassandra catarina catherine cathy cecile cecilia celia celine cem cengiz cesar \
chad chandra chantal charlene charles charlie charlotte cheng cherif chiara chidi chinedu chinua chloe \
chris christa christel christelle christian christiane christina christine christoph christophe \
christopher chukwuemeka ciaran cindy ciro claire clara clarence claude claudia claus clemens clement \
clifford clint cody colette colin connie conor conrad constance constantin constantine corinna corinne \
cornelia cornelius craig crispin cristian cristiano cristina cynthia cyril cyrus czeslaw dag dagmar \
daisuke dalia damian damien damir dana daniel daniela danielle daniil danilo danny danuta danylo dara \
daria dario darius darko darren darya david davide davit dawit dean debbie deborah deepak deirdre delphine \
demetrius denis denise dennis denys derek desmond devika diana diego dilip dilma dimitar dimitri dimitrios \
dimitris dina dinara dinesh dirk djibril dmitri dmitrii dmitriy dmitry dmytro dolores dominic dominik \
dominique donald donatella donna donnell dora doris dorota dorothy doug douglas dragan drago driss duarte \
duncan dusan dushan dwight dylan edgar edgars edita edmund edna edouard eduard eduardo edvard edward edwin \
egils egor eileen einar ekaterina ekrem elaine eleanor elena elias elie elif elina elisa elisabeth \
elisabetta elise eliud eliza elizabeth ella ellen elon elsa elvira emanuel emanuele emil emile emilia \
emilio emily emine emir emma emmanuel emmanuelle emre enda enrico enrique enzo ercan erdem ergun eric \
erica erich erik erika erkki erlan erna ernest ernesto ersin erwin esam esteban estelle esther ethan \
etienne eugene eugenia eugenio eva evan evelina evelyn evgeni evgenia evgeny evika ewa ezequiel fabian \
fabien fabio fabrice fadi fahad faisal faiz farah farhad farid farida farouk farrukh fatih fatima fatma \
fatmata fatou fawzi fawzia faye federica federico fedir fedor felicia felicity felipe felix ferdinand \
fergus fernanda fernando fidel filip filippo finn fiona flavia flavio flora florence florian folke franca \
francesca francesco francine francis francisca francisco francois francoise franjo frank franz fred \
frederic frederica frederick frederik fredrik freya frieda friedrich fritz fuad fumio gabriel gabriela \
gabriele gaetano galina gareth gary gaston gaurav gavin gayane gebran geert geir gemma genaro genevieve \
gennadi gennadii gennadiy gennady geoff geoffrey georg george georges georgi georgina georgios georgy \
geraldine gerard gerhard germana gert ghada ghassan ghazi gilles gillian gina gintaras giorgi giorgia \
giorgio giovanni girish gisela gisele gitanas giulia giulio giuseppe gloria goran gordon gotabaya \
gottfried govind grace graham greg gregory greta grigol grigory grzegorz gudrun guillaume guillermo \
gulnara gunnar gunter gunther gustav gustavo gwen gwendolyn habib hadi hadiza hafiz haile haim haitham \
hakan hala haley halima halyna hamad hameed hamid hamza hana hanan hank hanna hannah hanneke hannelore \
hanno hans haris harish harjit harold harpreet harry haruki harun harvey hasan hashim hassan hassanal \
haydar hazem heather hector hedwig heidi heike heikki heiko heinz helen helena helene helga helmut hendrik \
henk henri henrik henrique henry henryk herbert heribert herman hermann herve hichem hideki hilda hilde \
hillary hiroshi hisham holger horacio horst hossam hossein howard huda hugh hugo humberto husam hussein \
iain ian ibrahim ibrahima idris idriss iga ignacio ignas igor ihor ilan ilana ildiko ileana ilham ilir \
ilka ilker ilona ilya ilyas imad imelda imran imre indira ines inga inge ingrid inna ioannis iona ionut \
iqbal irakli irena irene irina irma iryna isaac isabel isabella isabelle isaias isha ismael ismail ismet \
issa istvan itamar ivan ivana ivanka ivica ivo iwona izabela izzat jaak jaan jaber jacek jacinda jacinto \
jack jackie jaco jacob jacopo jacques jadwiga jagdish jaime jair jake jakob jakub jalal jamal james jamie \
jamieson jamila jan jane janet janez janice janina janis janos janusz jared jaroslav jaroslaw jasmin \
jasmine jason jasper jaswant javad javier jawad jayanti jean jeanette jeanine jeanne jeff jeffrey jelena \
jemima jenna jennifer jenny jens jeremy jerome jerry jerzy jesse jessica jesus jill jim jimmy jitka \
joachim joan joana joanna joanne joao joaquin jochen jodie joe joel joelle joerg johan johanna johannes \
john johnnie johnny jolanta jonas jonathan jonathon joost jordan jorge joris jorn jose josef josefina \
josefine josep joseph josette josh joshua josip jovan joyce jozef juan juana judith juergen juha jukka \
julia julian julie julien juliet juliette julio jurgen juri justin jyoti kadri kahlil kaisa kaja kalle \
kamal kamala kamil kamila kanat kaoru karel karen karim karin karina karine karl karol karolina kasia \
kaspar kasper kassym katarina katarzyna kate kateryna katharina katherine kathleen kathryn kathy katja \
katrin katsuya katya kaushik kayla kazimierz kazuhiko kazuo keiko keir keith kelechi kelly kellyanne kemal \
ken kenji kenneth kerry kerstin kevin khadija khairul khaled khalid khalifa khawaja kieran kim kiran \
kirill kirsten kirsty kjell klara klaudia klaus klemens koen kofi koichi koji konrad konstantin \
konstantinos konstanty korneliy kostas kostyantyn kremena kris krishna kristalina kristen kristin kristina \
kristjan kristof kristofer krzysztof kseniya kunal kurt kwame kwasi kwesi kyle ladislav lai lakshmi lal \
lalit lana lara larissa larry lars larysa lasse laszlo laura lauren laurence laurent lavinia lazar leah \
leander leandro lech lee leif leila lena lenka lenny leo leon leonard leonardo leonel leonhard leonid \
leonor leonora leopold leopoldo leroy leslie lester leszek leticia lev levan levon leyla liam liana lidia \
lidiya liis lilia lilian liliana lina linas linda lindsey linus lior lisa lisbeth litvin liudmyla livia \
ljubisa ljubomir lloyd lois lorena lorenzo loretta lori lothar louis louisa louise luana lubna lubomir \
luca lucas lucia luciana luciano lucie lucien lucinda lucy ludmila ludovic ludwig luigi luis luisa luiz \
lukas lukasz lutz lydia lynn lyudmila lyudmyla maarten maciej madeleine madhav magali magda magdalena \
magnus maha mahathir mahinda mahmood mahmoud maia maja majid makoto maksim maksym malala malcolm \
malgorzata malik mallory mamadou mamuka mandla manfred manisha manmohan manoel manoj manolo manon mansour \
manuel marat marc marcel marcela marcelo marcia marcin marco marcos marcus marek margaret margarita margit \
margot marguerite mari maria mariam marian mariana marianna marianne mariano maribel marie marielle marija \
marijan marika marilyn marin marina marine mario mariusz marjorie mark marko markus marlene marlon marta \
martha martin martina martine martins marwan mary maryam maryna marzena masaki masha masoud massimo \
mateusz mathias mathieu mathilde matias matilda matt matteo matthew matthias matthieu mattia maura maureen \
maurice mauricio maurizio mauro max maxim maxime maximilian maya mayra mbaye meera megan meghan mehdi \
mehmet mei melania melanie melinda melissa memli mercedes meredith merve mete mette michael michaela \
michail michal michel michele michelle michiko miguel mihaela mihai mikael mikayel mike mikel mikhael \
mikhail mikko mikolaj milan milana milena milica milos miloslav milosz mina minh mircea mireille mirek \
mirela miriam mirjana mirko miroslav miroslava mirza misha mitch mitchell mladen moataz modou moeed \
mohamad mohamed mohammad mohammed mohamud mohan mohsen moira mona monica monika montserrat moshe mounir \
moussa mthuli muhammad muhammadu muhammed mukesh mukhtar munir murad murat muriel murtaza musa mustafa \
mwai mykhailo mykhaylo mykola myriam myroslav nabil nadezhda nadia nadine nadir naftali naguib nahid najib \
najla nana nanci nancy naomi narendra narges nasrin nasser nassim natacha natali natalia natalie nataliia \
nataliya natasha nathan nayib nazanin nazar ndidi neil nelson neven ngozi nia nicanor niccolo nicholas \
nick nicola nicolae nicolas nicole nicoleta niels nigar nigel nikita nikki niklas niko nikol nikola \
nikolai nikolaj nikolaos nikolaus nikos nils nilufar nima nimrod nina nino nir nisha nitin niyazi noah \
nobuo noel noemi nolan noor nora norbert norma norman norodom nour nuno nuri nuria nursultan octavio odile \
ofelia ofer ognjen oksana ola olaf olav ole oleg oleh oleksandr oleksandra oleksii oleksiy olena olexander \
olga olha oliver olivia olivier olusegun omar omid ondrej oren oriol orla orlando orsolya osama oscar \
osman oswaldo othman otmar otto oumar ousmane ovidiu paavo pablo paddy paloma pam pamela panagiotis panos \
paola paolo paraskevi parisa parvez pascal pascale patrice patricia patricio patrick patrik patrycja paul \
paula pauline paulo pavel pavlo pavol pawel payam pedro peggy penelope percy pernille perry petar pete \
peter petr petra petri petro petros petteri phelim phil philip philipp philippe phoebe phuong pia piero \
pierre pierrick pieter pietro pilar piotr polina prabowo pradeep prakash pranab prasad pravin preeti prem \
priit priscilla priti priya priyanka przemyslaw qais qasem qasim quentin quim quincy rabia rachel rachid \
radek radka radoslav radoslaw radovan rafael rafaela rafal rafik raghav rahel rahim rahman rahul raila \
raimonds raimundo rainer raisa raj rajesh rajiv rajnath rakesh ralph rama ramadan raman ramaz rami ramiro \
ramon ramona ramzan ramzi rana randall randy rania raphael raquel rashad rashid rashida rasmus rastislav \
ratko raul ravi ray raymond raymonde razan rebeca rebecca recep regina reiner reinhard reinhold reka rekha \
remi renata renate rene renee renzo reuven reza rhiannon rhonda ricarda ricardo riccardo richa richard \
rick rihards rima rinat rishi rita ritva riyad rob robbie robert roberta roberto robin rocio roderick \
rodney rodolfo rodrick rodrigo rogelio roger rohan rohit roisin roland rolando rolf romain roman romano \
romuald ronald ronan roni ronnie rory rosa rosalia rosalind rosemary roslyn ross rostam rostislav \
rostyslav roxana roy ruben rudolf rudolfo rudolph rudy rukmini rupert ruslan rustem rusudan ruta ruth ryan \
saad saba sabina sabine sabrina sachiko sadia sadiq saeed safiya sahra saif sajid sakari salah saleh salih \
salim salima salman salome salvador salvatore sam samantha sameh samia samir samira samson samuel samuli \
sanaa sandeep sander sandor sandra sandrine sandro sanjay sanjiv sanna santino sara sarah sasha satoshi \
saud saul savannah scott seamus sean sebastian selim selma semyon senad serena serge sergei sergej sergey \
sergii sergio sergiy serhat serhii serhiy servet seth severin shafiq shahid shahram shai shaista shakil \
shamil shane shankar shannon sharif sharmila sharon shaun shehbaz sheila shelley shereen sherif sherry \
sheryl shinichi shinzo shira shirin shirley shlomo shoaib shoshana shreya siddharth sidi siegfried siegmar \
sigmar sigrid silja silke silvana silvia silvio sima simeon simon simona simone sinead siobhan sirpa siv \
slavko slavomir slobodan smriti snezana sofia sofie soheil sohrab solomon solveig sonia sonja sonya sophia \
soraya soren spencer spyros sridhar srinivas stacey stacy stan stanislav stanislaw stefan stefania stefano \
steffen stella stephan stephane stephanie stephen steve steven stewart stig stjepan stuart sulaiman \
suleiman sunil sunita suresh susan susanne sushma sven svenja svetlana sviatoslav svitlana sybille sylvain \
sylvester sylvia sylvie szymon taavi tadeusz tahir taira taisiya takeshi tala talal tamar tamara tamas \
tamim tania tanja tanya tapani tara taras tariq tarja taro tatiana tatsuo tatyana tayyip ted teemu temur \
teodor teodoro terence teresa terry tessa tetiana tetyana thabo thandi thanh thea theodor theodora \
theodore theodoros theresa theresia thierry thilo thomas thorsten tiago tibor tiina tijjani tim timo \
timofey timothy timur tina tito tobias todd toivo tom tomas tomasz tomislav tommaso tommy toni tony tore \
torsten toshiko tova tracy travis trevor tricia tsai tuan tuomas turki tyler tymofiy uchenna udo uhuru ulf \
ulla ulrich ulrik ulrike uma umar umaro uri urmas ursula usman ustin uwe uzma vaclav vadim vadym vaira \
vakhtang valdis valentin valentina valentyn valentyna valeria valerie valerii valeriy valeriya valery \
vanessa vanja vasil vasile vasilis vasily vasyl vazgen vera verena verica veronica veselin vesna vicente \
vicky victor victoria vidar viggo vijay vikas vikram viktor viktoria viktoriia viktoriya vilma vincent \
vincenzo vinod viola violeta violetta virginia virginie visar vissarion vitali vitalii vitaliy vitaly vito \
vittorio vivek vivian viviana vivien vlad vladimir vladimira vlado vladyslav volker volodymyr volodymyra \
vsevolod vuk vyacheslav vytautas wael wafa wahid walid walter wanda warren warsame wasim wayne wendell \
wendy wenzel werner wieslaw wiktor wilfred wilfried wilhelm will willem william willy winfried winston \
wioletta witold wladyslaw wojciech wolfgang xavi xavier xenia xi xiao ximena yaakov yacine yael yahya yair \
yana yannick yannis yaron yaroslav yasemin yaser yasin yasmin yasmine yasser yaw yegor yehor yehuda yelena \
yemi yevgeny yevhen yevheniia yigal yildiz yitzhak yoav yohannes yoko yolanda yonas yonatan yosef \
yoshihide yossi youcef younes youssef ysabel yuan yuichi yuki yukio yulia yuliia yuliya yunus yuri yuriy \
yury yusuf yuval yves yvette yvonne zachary zahir zahra zainab zaki zalmay zara zaur zbigniew zdenek \
zdravko zehra zeinab zeljko zeynep zhanna zhen zhiwei zia zineb zita zlatan zlatko zoe zofia zohra zoltan \
zoran zoya zsolt zsuzsanna zulfikar zurab zvi zygmunt";
