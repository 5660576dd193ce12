//! States with their adjectives, capitals and other names; and places that are none.

/// States, one a row: the name (the short English one of the United Nations, where news uses it), its adjectives and peoples, its capital where that stands for the
/// government, other names. Words of a name that has several are joined by "_" but for the first column.
///
/// These are the members of the United Nations and five more that news speaks of as of states: a row says whose words
/// a name stands for, and nothing about recognition. Where it is disputed which town is the seat, none stands for the
/// government: it is a town like others.
pub(crate) const STATES: &[&str] = &[
    "Afghanistan|Afghan Afghans|Kabul|",
    "Albania|Albanian Albanians|Tirana|",
    "Algeria|Algerian Algerians|Algiers|",
    "Andorra|Andorran Andorrans||",
    "Angola|Angolan Angolans|Luanda|",
    "Antigua and Barbuda|Antiguan Antiguans||Antigua",
    "Argentina|Argentine Argentinian Argentines|Buenos_Aires|",
    "Armenia|Armenian Armenians|Yerevan|",
    "Australia|Australian Australians|Canberra|",
    "Austria|Austrian Austrians|Vienna|",
    "Azerbaijan|Azerbaijani Azerbaijanis Azeri Azeris|Baku|",
    "Bahamas|Bahamian Bahamians|Nassau|",
    "Bahrain|Bahraini Bahrainis|Manama|",
    "Bangladesh|Bangladeshi Bangladeshis|Dhaka|",
    "Barbados|Barbadian Barbadians|Bridgetown|",
    "Belarus|Belarusian Belarusians|Minsk|",
    "Belgium|Belgian Belgians||",
    "Belize|Belizean Belizeans|Belmopan|",
    "Benin|Beninese||",
    "Bhutan|Bhutanese|Thimphu|",
    "Bolivia|Bolivian Bolivians|La_Paz|",
    "Bosnia and Herzegovina|Bosnian Bosnians|Sarajevo|Bosnia Bosnia-Herzegovina",
    "Botswana|Botswanan|Gaborone|",
    "Brazil|Brazilian Brazilians|Brasilia Brasília|",
    "Brunei|Bruneian Bruneians||",
    "Bulgaria|Bulgarian Bulgarians|Sofia|",
    "Burkina Faso|Burkinabe|Ouagadougou|",
    "Burundi|Burundian Burundians|Gitega Bujumbura|",
    "Cabo Verde|Cape_Verdean Cabo_Verdean||Cape_Verde",
    "Cambodia|Cambodian Cambodians|Phnom_Penh|",
    "Cameroon|Cameroonian Cameroonians|Yaounde|",
    "Canada|Canadian Canadians|Ottawa|",
    "Central African Republic||Bangui|",
    "Chad|Chadian Chadians|N'Djamena|",
    "Chile|Chilean Chileans|Santiago|",
    "China|Chinese|Beijing Peking|PRC",
    "Colombia|Colombian Colombians|Bogota Bogotá|",
    "Comoros|Comorian Comorians|Moroni|",
    "Democratic Republic of the Congo|Congolese|Kinshasa Congo-Kinshasa|Congo Democratic_Republic_of_Congo DRC",
    "Republic of the Congo||Brazzaville|Republic_of_Congo Congo-Brazzaville",
    "Costa Rica|Costa_Rican||",
    "Croatia|Croatian Croatians Croat Croats|Zagreb|",
    "Cuba|Cuban Cubans|Havana|",
    "Cyprus|Cypriot Cypriots|Nicosia|",
    "Czechia|Czech Czechs|Prague|Czech_Republic",
    "Denmark|Danish Danes|Copenhagen|",
    "Djibouti|Djiboutian|Djibouti_City|",
    "Dominica|||",
    "Dominican Republic|Dominican||",
    "Timor-Leste|Timorese|Dili|East_Timor",
    "Ecuador|Ecuadorian Ecuadorean Ecuadorians|Quito|",
    "Egypt|Egyptian Egyptians|Cairo|",
    "El Salvador|Salvadoran Salvadorans|San_Salvador|",
    "Equatorial Guinea|Equatorial_Guinean|Malabo|",
    "Eritrea|Eritrean Eritreans|Asmara|",
    "Estonia|Estonian Estonians|Tallinn|",
    "Eswatini|Swazi Swazis|Mbabane|Swaziland",
    "Ethiopia|Ethiopian Ethiopians|Addis_Ababa|",
    "Fiji|Fijian Fijians|Suva|",
    "Finland|Finnish Finns|Helsinki|",
    "France|French Frenchmen|Paris|",
    "Gabon|Gabonese|Libreville|",
    "Gambia|Gambian Gambians|Banjul|",
    "Georgia|Georgian Georgians|Tbilisi|",
    "Germany|German Germans|Berlin|",
    "Ghana|Ghanaian Ghanaians|Accra|",
    "Greece|Greek Greeks|Athens|",
    "Grenada|Grenadian Grenadians||",
    "Guatemala|Guatemalan Guatemalans|Guatemala_City|",
    "Guinea|Guinean Guineans|Conakry|",
    "Guinea-Bissau||Bissau|",
    "Guyana|Guyanese|Georgetown|",
    "Haiti|Haitian Haitians|Port-au-Prince|",
    "Honduras|Honduran Hondurans|Tegucigalpa|",
    "Hungary|Hungarian Hungarians|Budapest|",
    "Iceland|Icelandic Icelanders|Reykjavik|",
    "India|Indian Indians|New_Delhi Delhi|",
    "Indonesia|Indonesian Indonesians|Jakarta|",
    "Iran|Iranian Iranians|Tehran Teheran|Islamic_Republic Islamic_Republic_of_Iran",
    "Iraq|Iraqi Iraqis|Baghdad|",
    "Ireland|Irish|Dublin|",
    "Israel|Israeli Israelis||",
    "Italy|Italian Italians|Rome|",
    "Côte d'Ivoire|Ivorian Ivorians|Abidjan|Ivory_Coast Cote_d'Ivoire",
    "Jamaica|Jamaican Jamaicans|Kingston|",
    "Japan|Japanese|Tokyo|",
    "Jordan|Jordanian Jordanians|Amman|",
    "Kazakhstan|Kazakh Kazakhs Kazakhstani|Astana|",
    "Kenya|Kenyan Kenyans|Nairobi|",
    "Kiribati||Tarawa|",
    "Kosovo|Kosovar Kosovars Kosovan|Pristina|",
    "Kuwait|Kuwaiti Kuwaitis|Kuwait_City|",
    "Kyrgyzstan|Kyrgyz|Bishkek|",
    "Laos|Laotian Lao|Vientiane|",
    "Latvia|Latvian Latvians|Riga|",
    "Lebanon|Lebanese|Beirut|",
    "Lesotho||Maseru|",
    "Liberia|Liberian Liberians|Monrovia|",
    "Libya|Libyan Libyans||",
    "Liechtenstein||Vaduz|",
    "Lithuania|Lithuanian Lithuanians|Vilnius|",
    "Luxembourg|Luxembourgish||",
    "Madagascar|Malagasy|Antananarivo|",
    "Malawi|Malawian|Lilongwe|",
    "Malaysia|Malaysian Malaysians|Kuala_Lumpur|",
    "Maldives|Maldivian||",
    "Mali|Malian Malians|Bamako|",
    "Malta|Maltese|Valletta|",
    "Marshall Islands|Marshallese|Majuro|",
    "Mauritania|Mauritanian|Nouakchott|Islamic_Republic_of_Mauritania",
    "Mauritius|Mauritian Mauritians||",
    "Mexico|Mexican Mexicans|Mexico_City|",
    "Micronesia|Micronesian Micronesians|Palikir|",
    "Moldova|Moldovan Moldovans|Chisinau Chișinău|",
    "Monaco|||",
    "Mongolia|Mongolian Mongolians|Ulaanbaatar|",
    "Montenegro|Montenegrin Montenegrins|Podgorica|",
    "Morocco|Moroccan Moroccans|Rabat|",
    "Mozambique|Mozambican Mozambicans|Maputo|",
    "Myanmar|Burmese|Naypyitaw Naypyidaw|Burma",
    "Namibia|Namibian|Windhoek|",
    "Nauru|Nauruan Nauruans||",
    "Nepal|Nepali Nepalese|Kathmandu|",
    "Netherlands|Dutch|The_Hague Amsterdam|Holland",
    "New Zealand|New_Zealander|Wellington|",
    "Nicaragua|Nicaraguan Nicaraguans|Managua|",
    "Niger|Nigerien|Niamey|",
    "Nigeria|Nigerian Nigerians|Abuja|",
    "North Korea|North_Korean North_Koreans|Pyongyang|DPRK Democratic_People's_Republic_of_Korea Democratic_People_'s_Republic_of_Korea",
    "North Macedonia|Macedonian Macedonians|Skopje|",
    "Norway|Norwegian Norwegians|Oslo|",
    "Oman|Omani Omanis|Muscat|",
    "Pakistan|Pakistani Pakistanis|Islamabad|Islamic_Republic_of_Pakistan",
    "Palau|Palauan Palauans||",
    "Palestine|Palestinian Palestinians||Palestinian_Authority",
    "Panama|Panamanian Panamanians|Panama_City|",
    "Papua New Guinea|Papua_New_Guinean Papua_New_Guineans|Port_Moresby|",
    "Paraguay|Paraguayan|Asuncion|",
    "Peru|Peruvian Peruvians|Lima|",
    "Philippines|Philippine Filipino Filipinos|Manila|",
    "Poland|Polish Poles Pole|Warsaw|",
    "Portugal|Portuguese|Lisbon|",
    "Qatar|Qatari Qataris|Doha|",
    "Romania|Romanian Romanians|Bucharest|",
    "Russia|Russian Russians|Moscow|Russian_Federation",
    "Rwanda|Rwandan Rwandans|Kigali|",
    "Saint Kitts and Nevis|||St._Kitts_and_Nevis",
    "Saint Lucia|||St._Lucia",
    "Saint Vincent and the Grenadines|||St._Vincent_and_the_Grenadines",
    "Samoa|Samoan Samoans|Apia|",
    "San Marino|||",
    "Sao Tome and Principe|||São_Tomé_and_Príncipe",
    "Saudi Arabia|Saudi Saudis Saudi_Arabian|Riyadh|",
    "Senegal|Senegalese|Dakar|",
    "Serbia|Serbian Serbs Serb Serbians|Belgrade|",
    "Seychelles|Seychellois||",
    "Sierra Leone|Sierra_Leonean|Freetown|",
    "Singapore|Singaporean Singaporeans||",
    "Slovakia|Slovak Slovaks Slovakian|Bratislava|",
    "Slovenia|Slovenian Slovenians Slovene|Ljubljana|",
    "Solomon Islands||Honiara|",
    "Somalia|Somali Somalis|Mogadishu|",
    "South Africa|South_African South_Africans|Pretoria|",
    "South Korea|South_Korean South_Koreans Korean Koreans|Seoul|Republic_of_Korea",
    "South Sudan|South_Sudanese|Juba|",
    "Soviet Union|Soviet Soviets||USSR",
    "Spain|Spanish Spaniards|Madrid|",
    "Sri Lanka|Sri_Lankan Sri_Lankans|Colombo|",
    "Sudan|Sudanese|Khartoum|",
    "Suriname|Surinamese|Paramaribo|",
    "Sweden|Swedish Swedes|Stockholm|",
    "Switzerland|Swiss|Bern Berne|",
    "Syria|Syrian Syrians|Damascus|",
    "Taiwan|Taiwanese|Taipei|",
    "Tajikistan|Tajik Tajiks|Dushanbe|",
    "Tanzania|Tanzanian Tanzanians|Dodoma|",
    "Thailand|Thai Thais|Bangkok|",
    "Togo|Togolese|Lome|",
    "Tonga|Tongan Tongans||",
    "Trinidad and Tobago|Trinidadian Trinidadians|Port_of_Spain|Trinidad",
    "Tunisia|Tunisian Tunisians|Tunis|",
    "Türkiye|Turkish Turks|Ankara|Turkey Turkiye",
    "Turkmenistan|Turkmen|Ashgabat|",
    "Tuvalu|Tuvaluan Tuvaluans|Funafuti|",
    "Uganda|Ugandan Ugandans|Kampala|",
    "Ukraine|Ukrainian Ukrainians|Kyiv Kiev|",
    "United Arab Emirates|Emirati Emiratis|Abu_Dhabi|UAE U.A.E. Emirates",
    "United Kingdom|British Britons Briton|London|Britain UK U.K. Great_Britain",
    "United States|American Americans|Washington|US U.S. USA U.S.A. United_States_of_America America",
    "Uruguay|Uruguayan Uruguayans|Montevideo|",
    "Uzbekistan|Uzbek Uzbeks|Tashkent|",
    "Vanuatu||Port_Vila|",
    "Vatican|||Holy_See",
    "Venezuela|Venezuelan Venezuelans|Caracas|",
    "Vietnam|Vietnamese|Hanoi|Viet_Nam",
    "Yemen|Yemeni Yemenis||",
    "Zambia|Zambian Zambians|Lusaka|",
    "Zimbabwe|Zimbabwean Zimbabweans|Harare|",
];

/// Bodies of states, regions and armed movements, in the same columns: a contact may be there or be told as theirs, but no
/// state is meant.
pub(crate) const REGIONS: &[&str] = &[
    "European Union|EU E.U.|Brussels|EU E.U. European_Commission",
    "United Nations|||UN U.N.",
    "Europe|European Europeans||",
    "NATO|||NATO Nato",
    "Scotland|Scottish Scots|Edinburgh|",
    "Northern Ireland||Belfast|",
    "Chechnya|Chechen Chechens|Grozny|",
    "Kurdistan|Kurdish Kurds|Erbil|",
    "Hamas|||",
    "Hezbollah|||",
    "Taliban|||",
    "Houthis|Houthi||",
    "African Union|||AU",
    "Arab League|||",
    "G7|||G-7 Group_of_Seven",
    "G20|||G-20",
];

/// Towns, regions and seas.
pub(crate) const PLACES: &str = "\
    Geneva|Miami|Florida|Istanbul|Alaska|Anchorage|New York|Munich|Davos|Jeddah|Sharm el-Sheikh|\
    Camp David|Dayton|Minsk|Zurich|Lausanne|Montreux|Vienna|Donbas|Donetsk|Luhansk|Crimea|Kherson|\
    Zaporizhzhia|Gaza|West Bank|Golan Heights|Kashmir|Nagorno-Karabakh|Tigray|Darfur|Aleppo|Mosul|\
    California|Texas|Ohio|Pennsylvania|Michigan|Wisconsin|Iowa|Nevada|Arizona|Virginia|Chicago|\
    Los Angeles|Houston|Boston|Philadelphia|Detroit|Seattle|San Francisco|St. Louis|Missouri|Colorado|\
    Oregon|Utah|Tennessee|Kentucky|Alabama|Louisiana|Mississippi|Arkansas|Kansas|Nebraska|Oklahoma|\
    Minnesota|Illinois|Indiana|Maryland|Delaware|New Jersey|New Hampshire|Maine|Vermont|Connecticut|\
    Massachusetts|Hawaii|Manchester|Birmingham|Liverpool|Glasgow|Hamburg|Frankfurt|Cologne|Lyon|\
    Marseille|Milan|Naples|Turin|Barcelona|Seville|Porto|Krakow|Gdansk|Odesa|Odessa|Kharkiv|Lviv|Dnipro|\
    Mariupol|St. Petersburg|Sochi|Sevastopol|Shanghai|Shenzhen|Hong Kong|Macau|Tibet|Xinjiang|Mumbai|\
    Kolkata|Chennai|Karachi|Lahore|Peshawar|Osaka|Kyoto|Hiroshima|Sydney|Melbourne|Brisbane|Perth|\
    Toronto|Montreal|Vancouver|Quebec|Ontario|Alberta|Johannesburg|Cape Town|Durban|Lagos|Kano|Mombasa|\
    Alexandria|Benghazi|Misrata|Tangier|Casablanca|Dubai|Sharjah|Mecca|Medina|Haifa|Tel Aviv|Sderot|\
    Rafah|Khan Younis|Tyre|Sidon|Homs|Idlib|Latakia|Basra|Kirkuk|Isfahan|Mashhad|Tabriz|Herat|Kandahar|\
    Middle East|Balkans|Baltic|Black Sea|Mediterranean|Africa|Asia|Latin America|South America|\
    North America|Central Asia|Bonn|Katowice|Glasgow|Marrakesh|Cancun|Copenhagen|Rio de Janeiro|\
    Sao Paulo|Cartagena|Oaxaca|Tijuana|Guadalajara|San Jose|Aden|Sanaa|Sana'a|Jerusalem|Ramallah|Tripoli|\
    Stormont";

/// Houses that speak for a state, and the state. Words are joined by "_".
pub(crate) const SEATS: &[(&str, &str)] = &[
    ("Kremlin", "Russia"),
    ("White_House", "United States"),
    ("Pentagon", "United States"),
    ("State_Department", "United States"),
    ("Capitol", "United States"),
    ("Downing_Street", "United Kingdom"),
    ("Whitehall", "United Kingdom"),
    ("Élysée", "France"),
    ("Elysee", "France"),
    ("Quai_d'Orsay", "France"),
    ("Bankova", "Ukraine"),
    ("Verkhovna_Rada", "Ukraine"),
    ("State_Duma", "Russia"),
    ("Knesset", "Israel"),
    ("Bundestag", "Germany"),
    ("Blue_House", "South Korea"),
    ("Zhongnanhai", "China"),
];

/// The columns of a row, each with its names.
pub(crate) fn columns(row: &'static str) -> [Vec<String>; 4] {
    let mut columns = row.split('|');
    let name = columns.next().unwrap_or("").to_owned();
    let mut next = || -> Vec<String> {
        columns
            .next()
            .unwrap_or("")
            .split(' ')
            .filter(|name| !name.is_empty())
            .map(|name| name.replace('_', " "))
            .collect()
    };
    [vec![name], next(), next(), next()]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What news speaks of as of states, and what is no member of the United Nations.
    const NO_MEMBERS: [&str; 5] = ["Kosovo", "Palestine", "Taiwan", "Vatican", "Soviet Union"];

    #[test]
    fn all_members_of_the_united_nations_are_listed_once() {
        let mut names: Vec<&str> = STATES.iter().filter_map(|row| row.split('|').next()).collect();
        assert!(NO_MEMBERS.iter().all(|name| names.contains(name)));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STATES.len());
        assert_eq!(STATES.len() - NO_MEMBERS.len(), 193, "the members since 2011");
    }

    #[test]
    fn every_row_has_four_columns_and_every_seat_a_state() {
        assert!(STATES.iter().chain(REGIONS).all(|row| row.split('|').count() == 4));
        let is_listed = |name: &str| STATES.iter().any(|row| row.split('|').next() == Some(name));
        assert!(SEATS.iter().all(|(_, state)| is_listed(state)));
    }
}
