//! States: their names, what their people and things are called, and the capitals that stand for them.

/// A state's name, its adjectives and peoples, its capital where that stands for the government, other names. Words of a
/// name that has several are joined by "_". The short form that news uses stands first.
const STATES: &[&str] = &[
    "Afghanistan|Afghan Afghans|Kabul|",
    "Albania|Albanian Albanians|Tirana|",
    "Algeria|Algerian Algerians|Algiers|",
    "Angola|Angolan Angolans|Luanda|",
    "Argentina|Argentine Argentinian Argentines|Buenos_Aires|",
    "Armenia|Armenian Armenians|Yerevan|",
    "Australia|Australian Australians|Canberra|",
    "Austria|Austrian Austrians|Vienna|",
    "Azerbaijan|Azerbaijani Azerbaijanis Azeri|Baku|",
    "Bahrain|Bahraini Bahrainis|Manama|",
    "Bangladesh|Bangladeshi Bangladeshis|Dhaka|",
    "Belarus|Belarusian Belarusians|Minsk|",
    "Belgium|Belgian Belgians||",
    "Benin|Beninese||",
    "Bolivia|Bolivian Bolivians|La_Paz|",
    "Bosnia and Herzegovina|Bosnian Bosnians|Sarajevo|Bosnia Bosnia-Herzegovina",
    "Botswana|Botswanan|Gaborone|",
    "Brazil|Brazilian Brazilians|Brasilia Brasília|",
    "United Kingdom|British Britons Briton|London|Britain UK U.K. Great_Britain",
    "Bulgaria|Bulgarian Bulgarians|Sofia|",
    "Burkina Faso|Burkinabe|Ouagadougou|",
    "Burundi|Burundian Burundians|Bujumbura|",
    "Cambodia|Cambodian Cambodians|Phnom_Penh|",
    "Cameroon|Cameroonian Cameroonians|Yaounde|",
    "Canada|Canadian Canadians|Ottawa|",
    "Central African Republic||Bangui|",
    "Chad|Chadian Chadians||",
    "Chile|Chilean Chileans|Santiago|",
    "China|Chinese|Beijing Peking|",
    "Colombia|Colombian Colombians|Bogota Bogotá|",
    "Congo|Congolese|Kinshasa|Democratic_Republic_of_Congo Democratic_Republic_of_the_Congo DRC",
    "Costa Rica|Costa_Rican||",
    "Croatia|Croatian Croatians|Zagreb|",
    "Cuba|Cuban Cubans|Havana|",
    "Cyprus|Cypriot Cypriots|Nicosia|",
    "Czech Republic|Czech Czechs|Prague|Czechia",
    "Denmark|Danish Danes|Copenhagen|",
    "Djibouti|Djiboutian||",
    "Dominican Republic|Dominican||",
    "East Timor|Timorese|Dili|Timor-Leste",
    "Ecuador|Ecuadorian Ecuadorean Ecuadorians|Quito|",
    "Egypt|Egyptian Egyptians|Cairo|",
    "El Salvador|Salvadoran Salvadorans||",
    "Eritrea|Eritrean Eritreans|Asmara|",
    "Estonia|Estonian Estonians|Tallinn|",
    "Ethiopia|Ethiopian Ethiopians|Addis_Ababa|",
    "Fiji|Fijian Fijians|Suva|",
    "Finland|Finnish Finns|Helsinki|",
    "France|French Frenchmen|Paris|",
    "Gabon|Gabonese|Libreville|",
    "Georgia|Georgian Georgians|Tbilisi|",
    "Germany|German Germans|Berlin|",
    "Ghana|Ghanaian Ghanaians|Accra|",
    "Greece|Greek Greeks|Athens|",
    "Guatemala|Guatemalan Guatemalans||",
    "Guinea|Guinean Guineans|Conakry|",
    "Guyana|Guyanese|Georgetown|",
    "Haiti|Haitian Haitians|Port-au-Prince|",
    "Honduras|Honduran Hondurans|Tegucigalpa|",
    "Hungary|Hungarian Hungarians|Budapest|",
    "Iceland|Icelandic Icelanders|Reykjavik|",
    "India|Indian Indians|New_Delhi Delhi|",
    "Indonesia|Indonesian Indonesians|Jakarta|",
    "Iran|Iranian Iranians|Tehran Teheran|Islamic_Republic",
    "Iraq|Iraqi Iraqis|Baghdad|",
    "Ireland|Irish|Dublin|",
    "Israel|Israeli Israelis|Tel_Aviv Jerusalem|",
    "Italy|Italian Italians|Rome|",
    "Ivory Coast|Ivorian Ivorians|Abidjan|Côte_d'Ivoire",
    "Jamaica|Jamaican Jamaicans|Kingston|",
    "Japan|Japanese|Tokyo|",
    "Jordan|Jordanian Jordanians|Amman|",
    "Kazakhstan|Kazakh Kazakhs Kazakhstani|Astana|",
    "Kenya|Kenyan Kenyans|Nairobi|",
    "Kosovo|Kosovar Kosovars Kosovan|Pristina|",
    "Kuwait|Kuwaiti Kuwaitis||",
    "Kyrgyzstan|Kyrgyz|Bishkek|",
    "Laos|Laotian Lao|Vientiane|",
    "Latvia|Latvian Latvians|Riga|",
    "Lebanon|Lebanese|Beirut|",
    "Liberia|Liberian Liberians|Monrovia|",
    "Libya|Libyan Libyans|Tripoli|",
    "Lithuania|Lithuanian Lithuanians|Vilnius|",
    "Luxembourg|Luxembourgish||",
    "Madagascar|Malagasy|Antananarivo|",
    "Malawi|Malawian|Lilongwe|",
    "Malaysia|Malaysian Malaysians|Kuala_Lumpur|",
    "Maldives|Maldivian||",
    "Mali|Malian Malians|Bamako|",
    "Malta|Maltese|Valletta|",
    "Mauritania|Mauritanian|Nouakchott|",
    "Mexico|Mexican Mexicans|Mexico_City|",
    "Moldova|Moldovan Moldovans|Chisinau Chișinău|",
    "Mongolia|Mongolian Mongolians|Ulaanbaatar|",
    "Montenegro|Montenegrin Montenegrins|Podgorica|",
    "Morocco|Moroccan Moroccans|Rabat|",
    "Mozambique|Mozambican|Maputo|",
    "Myanmar|Burmese|Naypyitaw|Burma",
    "Namibia|Namibian|Windhoek|",
    "Nepal|Nepali Nepalese|Kathmandu|",
    "Netherlands|Dutch|The_Hague Amsterdam|Holland",
    "New Zealand|New_Zealander|Wellington|",
    "Nicaragua|Nicaraguan Nicaraguans|Managua|",
    "Niger|Nigerien|Niamey|",
    "Nigeria|Nigerian Nigerians|Abuja|",
    "North Korea|North_Korean North_Koreans|Pyongyang|DPRK",
    "North Macedonia|Macedonian Macedonians|Skopje|",
    "Norway|Norwegian Norwegians|Oslo|",
    "Oman|Omani Omanis|Muscat|",
    "Pakistan|Pakistani Pakistanis|Islamabad|",
    "Palestine|Palestinian Palestinians|Ramallah|Palestinian_Authority",
    "Panama|Panamanian Panamanians||",
    "Papua New Guinea||Port_Moresby|",
    "Paraguay|Paraguayan|Asuncion|",
    "Peru|Peruvian Peruvians|Lima|",
    "Philippines|Philippine Filipino Filipinos|Manila|",
    "Poland|Polish Poles Pole|Warsaw|",
    "Portugal|Portuguese|Lisbon|",
    "Qatar|Qatari Qataris|Doha|",
    "Romania|Romanian Romanians|Bucharest|",
    "Russia|Russian Russians|Moscow|Russian_Federation",
    "Rwanda|Rwandan Rwandans|Kigali|",
    "Saudi Arabia|Saudi Saudis Saudi_Arabian|Riyadh|",
    "Senegal|Senegalese|Dakar|",
    "Serbia|Serbian Serbs Serb Serbians|Belgrade|",
    "Sierra Leone|Sierra_Leonean|Freetown|",
    "Singapore|Singaporean Singaporeans||",
    "Slovakia|Slovak Slovaks Slovakian|Bratislava|",
    "Slovenia|Slovenian Slovenians Slovene|Ljubljana|",
    "Somalia|Somali Somalis|Mogadishu|",
    "South Africa|South_African South_Africans|Pretoria|",
    "South Korea|South_Korean South_Koreans Korean Koreans|Seoul|Republic_of_Korea",
    "South Sudan|South_Sudanese|Juba|",
    "Soviet Union|Soviet Soviets||USSR",
    "Spain|Spanish Spaniards|Madrid|",
    "Sri Lanka|Sri_Lankan Sri_Lankans|Colombo|",
    "Sudan|Sudanese|Khartoum|",
    "Sweden|Swedish Swedes|Stockholm|",
    "Switzerland|Swiss|Bern Berne|",
    "Syria|Syrian Syrians|Damascus|",
    "Taiwan|Taiwanese|Taipei|",
    "Tajikistan|Tajik Tajiks|Dushanbe|",
    "Tanzania|Tanzanian Tanzanians|Dodoma|",
    "Thailand|Thai Thais|Bangkok|",
    "Togo|Togolese|Lome|",
    "Tunisia|Tunisian Tunisians|Tunis|",
    "Turkey|Turkish Turks|Ankara|Türkiye Turkiye",
    "Turkmenistan|Turkmen|Ashgabat|",
    "Uganda|Ugandan Ugandans|Kampala|",
    "Ukraine|Ukrainian Ukrainians|Kyiv Kiev|",
    "United Arab Emirates|Emirati Emiratis|Abu_Dhabi|UAE U.A.E. Emirates",
    "United States|American Americans|Washington|US U.S. USA U.S.A. United_States_of_America America",
    "Uruguay|Uruguayan Uruguayans|Montevideo|",
    "Uzbekistan|Uzbek Uzbeks|Tashkent|",
    "Vatican|||Holy_See",
    "Venezuela|Venezuelan Venezuelans|Caracas|",
    "Vietnam|Vietnamese|Hanoi|Viet_Nam",
    "Yemen|Yemeni Yemenis|Sanaa Sana'a|",
    "Zambia|Zambian Zambians|Lusaka|",
    "Zimbabwe|Zimbabwean Zimbabweans|Harare|",
];

/// How a word speaks of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// "Ukraine", "the UK"
    Name,
    /// "Ukrainian"
    Adjective,
    /// "Ukrainians", "Poles"
    People,
    /// "Kyiv"
    Capital,
}

/// A state of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct State(u16);

impl State {
    /// Its usual name.
    pub(super) fn name(self) -> &'static str {
        fields(self).next().unwrap_or("")
    }
}

fn fields(state: State) -> impl Iterator<Item = &'static str> {
    STATES.get(usize::from(state.0)).copied().unwrap_or("").split('|')
}

/// Every word of the list (several joined by "_") with what it says of which state, for the table of words.
pub(super) fn all() -> impl Iterator<Item = (String, State, Manner)> {
    (0u16..).zip(STATES).flat_map(|(place, line)| {
        let state = State(place);
        let mut fields = line.split('|');
        let name = fields.next().unwrap_or("").replace(' ', "_");
        let demonyms = fields.next().unwrap_or("");
        let capitals = fields.next().unwrap_or("");
        let others = fields.next().unwrap_or("");
        let listed = |words: &'static str, manner: Option<Manner>| {
            words
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(move |word| (word.to_owned(), state, manner.unwrap_or_else(|| of_demonym(word))))
        };
        std::iter::once((name, state, Manner::Name))
            .chain(listed(demonyms, None))
            .chain(listed(capitals, Some(Manner::Capital)))
            .chain(listed(others, Some(Manner::Name)))
            .collect::<Vec<_>>()
    })
}

/// "Ukrainians" are people; "Ukrainian", "Swiss", "Chinese" describe.
fn of_demonym(word: &str) -> Manner {
    let is_people = (word.ends_with('s') && !word.ends_with("ss"))
        || matches!(word, "Danes" | "Poles" | "Pole" | "Finns" | "Frenchmen" | "Briton");
    if is_people { Manner::People } else { Manner::Adjective }
}

/// The state of this usual name.
pub(super) fn named(name: &str) -> Option<State> {
    STATES
        .iter()
        .position(|line| line.split('|').next() == Some(name))
        .and_then(|place| u16::try_from(place).ok())
        .map(State)
}
