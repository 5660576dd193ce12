//! Invented events, each told twice in other words; both tellings quote the same statement.

/// Each event: two tellings, paragraphs apart by an empty line.
pub const EVENTS: [[&str; 2]; 6] = [
    [
        "The delegations of Upland and Lowland left the hotel by the lake on Monday evening after eleven hours of talks on the \
water of the river Sel, and neither side would say how far they had come.\n\n\
“We have begun to speak about numbers, and numbers can be divided,” the mediator Ines Okoro told reporters on the steps.\n\n\
Upland had gone into the round with a demand for a fixed flow at the border gauge. Lowland wants the flow to follow the \
rain of the past three years, which its engineers put at a third less.\n\n\
Two diplomats who were in the room described a paper of four columns that Okoro had laid on the table before lunch. It was \
taken back at the end of the day, they said, because one side would not carry it home.\n\n\
A second round is to begin in nine days, in a town that has not been named. Until then engineers of both ministries will \
read the gauges together every morning.",
        "After a long Monday at the lakeside, the two governments that share the Sel went home without an agreement on how \
its water is to be counted.\n\n\
Ines Okoro, who mediates between them, sounded hopeful all the same. “We have begun to speak about numbers, and numbers can \
be divided,” she said as the cars were brought round.\n\n\
Behind the doors the quarrel was about a gauge. Officials from the upper country ask for the same amount every year; their \
neighbours downstream would rather have an amount that changes with the weather, and they brought tables to show why.\n\n\
According to people briefed on the session, a draft with several columns circulated for some hours and vanished again.\n\n\
The next meeting is set for the week after next. Joint readings at the river continue in the meantime.",
    ],
    [
        "The crews of eleven ferries stopped work at midnight after the Harbour Company refused to put into writing a promise \
that no route would be closed before the summer of next year.\n\n\
“A promise that cannot be written down is a wish,” said Tomas Brandt, who leads the seamen's union.\n\n\
The company answered that it had offered a rise of six per cent over two years and a fund for training, and that the routes \
were never part of the bargain. It asked the court to forbid the strike on the two lines that carry medicine to the islands.\n\n\
Some nine thousand passengers were left on the quays on the first morning. The mayor opened the sports hall to those who \
could not go home.\n\n\
The federal mediation service has called both sides to its office on Thursday.",
        "Islanders woke up to empty piers as a walkout over the future of small ferry lines began overnight.\n\n\
At the heart of it lies a guarantee that the seamen's union wants on paper. Its leader, Tomas Brandt, put it this way: “A \
promise that cannot be written down is a wish.”\n\n\
Management says that wages were all that had been under discussion, that its offer there was generous, and that judges \
should at least keep the hospital boats running.\n\n\
In the capital's port, families slept on benches. Volunteers brought soup, and a gymnasium was turned into a shelter.\n\n\
Mediators appointed by the government hope to see the two chairmen later this week.",
    ],
    [
        "Prisoners will be exchanged at the bridge of Marn before the end of the month, the foreign ministries of both republics \
announced on Wednesday, in the first such step since the ceasefire of last autumn.\n\n\
“Forty families will sit at one table again,” the president of the Northern Republic, Adela Voss, said in an address.\n\n\
The lists were drawn up by a neutral commission, which visited nine prisons in August and spoke with each prisoner alone. \
It struck out six names because those who bore them did not wish to be sent across.\n\n\
A senior official in the southern capital said that the exchange had been tied to the opening of two roads for grain, and \
that the roads would open on the same morning. The northern ministry denied that there was any such link.\n\n\
Observers in white vests will stand on both ends of the bridge.",
        "Two governments that have not spoken for a year agreed to let each other's captives go.\n\n\
Adela Voss broke the news to her country on television. “Forty families will sit at one table again,” the northern president \
said, and thanked the commissioners who had gone from cell to cell.\n\n\
Not everybody on the first list will travel: half a dozen asked to stay where they are, according to a person with knowledge \
of the interviews.\n\n\
Whether lorries with wheat may pass in return is disputed. Southern officials hint at it; in the north nobody will confirm it.\n\n\
The handover is planned for late this month on a river crossing that has been shut since the fighting ended.",
    ],
    [
        "The board of the State Orchestra and its musicians signed a contract of three years early on Saturday and ended a \
lockout that had silenced the hall since the beginning of the season.\n\n\
“Nobody got what he came for, and everybody can play,” said the cellist Noor Haddad for the committee of players.\n\n\
Under the contract the pay is frozen for a year and then rises with the prices. The board gives up its plan to cut the number \
of players from ninety to seventy, and the players accept that nine seats will stay empty until the spring.\n\n\
The pensions, on which the talks had broken down twice, are left to an arbiter whom both sides will name within sixty days.\n\n\
The first concert is planned for the coming Friday, with a programme that was chosen by the audience.",
        "Music returns to the capital next week. Shortly before dawn on Saturday, negotiators shook hands on a deal to reopen \
the concert hall after months of silence.\n\n\
“Nobody got what he came for, and everybody can play,” as Noor Haddad of the players' committee summed it up.\n\n\
Managers drop a reduction that would have cost twenty jobs. In exchange some vacancies are not filled for the time being, \
and there will be no raise before inflation is taken into account from the second season on.\n\n\
What retired players receive was too hard a nut: a neutral expert is going to decide.\n\n\
Listeners have already voted on what they would like to hear at the reopening.",
    ],
    [
        "Fishing boats of three countries may return to the Tessel Bank in April, officials said on Sunday after a night of \
bargaining over nets, seasons and the right of inspectors to come on board.\n\n\
“The fish do not carry passports, but the boats do,” the commissioner Liam Aherne remarked when he presented the text.\n\n\
The agreement sets a catch of forty thousand tonnes and lets each country inspect the boats of the other two, with an hour's \
notice by radio. Closed areas around the spawning grounds grow by a fifth.\n\n\
Two articles stand in brackets: who pays for the inspectors, and what happens to a boat that is caught twice in a season. \
Ministers are to settle them at their meeting in February, a person close to the talks said.\n\n\
Environmental groups called the catch too high, and the skippers' federation called it too low.",
        "A dispute over one of the richest fishing grounds of the northern sea is nearly over.\n\n\
Negotiators for three coastal states worked through the night. In the morning Commissioner Liam Aherne appeared with a \
document and a joke: “The fish do not carry passports, but the boats do.”\n\n\
Quotas for next year are fixed, protected zones become larger, and patrols of one state may check trawlers of another.\n\n\
Still open is the bill for those patrols, and so are penalties for repeat offenders; politicians will have the last word.\n\n\
Neither conservationists nor trawler owners were pleased, which an aide to the commissioner took as a good sign.",
    ],
    [
        "The guarantor states of the Halden accord will send forty monitors to the demilitarised strip within two weeks, their \
ambassadors decided on Tuesday, without a vote and over the reservation of one of them.\n\n\
“A line that nobody watches is a line that nobody keeps,” the chair of the meeting, Ruth Amsel, said afterwards.\n\n\
The monitors carry no arms. They may enter every building in the strip by day, and by night with the consent of the local \
mayor. Their reports go to all signatories on the same day and in the same words.\n\n\
One guarantor, whose ambassador asked not to be named, held that the accord speaks of observers and not of monitors, and that \
the two are not the same. The difference is to be looked at by lawyers before the first report.\n\n\
Shelling was heard in the strip on Sunday. Both sides said that the other had begun.",
        "Unarmed teams from abroad are going to watch over the buffer zone created by the Halden accord, it was decided this \
week.\n\n\
Ruth Amsel presided over the session of envoys. “A line that nobody watches is a line that nobody keeps,” she said.\n\n\
They will look into houses and barns while it is light, ask permission after dark, and write to every party at once.\n\n\
The wording caused some trouble. A diplomat from one of the countries that vouch for the deal complained that its authors had \
meant something weaker, and jurists have been asked for an opinion.\n\n\
Meanwhile, guns were fired near the zone at the weekend; each army blames its opponent.",
    ],
];
