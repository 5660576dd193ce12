//! States with their adjectives, seats of government and other names; and places that are none.

/// One state or body of states: its name, adjectives, seats (capital, residence of the government), other names; each apart by
/// commas, the groups by bars.
pub(crate) const STATES: &str = "\
Afghanistan|Afghan,Afghans|Kabul|Taliban
Albania|Albanian,Albanians|Tirana|
Algeria|Algerian,Algerians|Algiers|
Angola|Angolan,Angolans|Luanda|
Argentina|Argentine,Argentinian,Argentines|Buenos Aires,Casa Rosada|
Armenia|Armenian,Armenians|Yerevan|
Australia|Australian,Australians|Canberra|
Austria|Austrian,Austrians|Vienna|
Azerbaijan|Azerbaijani,Azeri,Azerbaijanis,Azeris|Baku|
Bahrain|Bahraini,Bahrainis|Manama|
Bangladesh|Bangladeshi,Bangladeshis|Dhaka|
Belarus|Belarusian,Belarusians|Minsk|
Belgium|Belgian,Belgians||
Bolivia|Bolivian,Bolivians|La Paz|
Bosnia and Herzegovina|Bosnian,Bosnians|Sarajevo|Bosnia
Brazil|Brazilian,Brazilians|Brasilia|
Bulgaria|Bulgarian,Bulgarians|Sofia|
Burundi|Burundian,Burundians|Bujumbura|
Cambodia|Cambodian,Cambodians|Phnom Penh|
Cameroon|Cameroonian,Cameroonians|Yaounde|
Canada|Canadian,Canadians|Ottawa|
Central African Republic||Bangui|
Chad|Chadian,Chadians|N'Djamena|
Chile|Chilean,Chileans|Santiago|
China|Chinese|Beijing,Zhongnanhai|PRC
Colombia|Colombian,Colombians|Bogota|
Congo|Congolese|Kinshasa|DRC
Costa Rica|Costa Rican|San Jose|
Croatia|Croatian,Croat,Croats,Croatians|Zagreb|
Cuba|Cuban,Cubans|Havana|
Cyprus|Cypriot,Cypriots|Nicosia|
Czech Republic|Czech,Czechs|Prague|Czechia
Denmark|Danish,Danes|Copenhagen|
Djibouti|Djiboutian|Djibouti City|
Ecuador|Ecuadorian,Ecuadorians|Quito|
Egypt|Egyptian,Egyptians|Cairo|
El Salvador|Salvadoran,Salvadorans|San Salvador|
Eritrea|Eritrean,Eritreans|Asmara|
Estonia|Estonian,Estonians|Tallinn|
Ethiopia|Ethiopian,Ethiopians|Addis Ababa|
European Union|EU,E.U.|Brussels|EU,E.U.,European Commission,the bloc
Finland|Finnish,Finns|Helsinki|
France|French|Paris,Elysee|
Georgia|Georgian,Georgians|Tbilisi|
Germany|German,Germans|Berlin|
Ghana|Ghanaian,Ghanaians|Accra|
Greece|Greek,Greeks|Athens|
Guatemala|Guatemalan,Guatemalans|Guatemala City|
Guinea|Guinean,Guineans|Conakry|
Haiti|Haitian,Haitians|Port-au-Prince|
Honduras|Honduran,Hondurans|Tegucigalpa|
Hungary|Hungarian,Hungarians|Budapest|
Iceland|Icelandic,Icelanders|Reykjavik|
India|Indian,Indians|New Delhi|
Indonesia|Indonesian,Indonesians|Jakarta|
Iran|Iranian,Iranians|Tehran|
Iraq|Iraqi,Iraqis|Baghdad|
Ireland|Irish|Dublin|
Israel|Israeli,Israelis|Jerusalem|
Italy|Italian,Italians|Rome|
Ivory Coast|Ivorian,Ivorians|Abidjan|Cote d'Ivoire
Jamaica|Jamaican,Jamaicans|Kingston|
Japan|Japanese|Tokyo|
Jordan|Jordanian,Jordanians|Amman|
Kazakhstan|Kazakh,Kazakhs|Astana|
Kenya|Kenyan,Kenyans|Nairobi|
Kosovo|Kosovar,Kosovars|Pristina|
Kuwait|Kuwaiti,Kuwaitis|Kuwait City|
Kyrgyzstan|Kyrgyz|Bishkek|
Laos|Laotian,Lao|Vientiane|
Latvia|Latvian,Latvians|Riga|
Lebanon|Lebanese|Beirut|
Liberia|Liberian,Liberians|Monrovia|
Libya|Libyan,Libyans|Tripoli|
Lithuania|Lithuanian,Lithuanians|Vilnius|
Malaysia|Malaysian,Malaysians|Kuala Lumpur|
Mali|Malian,Malians|Bamako|
Malta|Maltese|Valletta|
Mauritania|Mauritanian|Nouakchott|
Mexico|Mexican,Mexicans|Mexico City|
Moldova|Moldovan,Moldovans|Chisinau|
Mongolia|Mongolian,Mongolians|Ulaanbaatar|
Montenegro|Montenegrin|Podgorica|
Morocco|Moroccan,Moroccans|Rabat|
Mozambique|Mozambican,Mozambicans|Maputo|
Myanmar|Burmese|Naypyidaw|Burma
Nepal|Nepali,Nepalese|Kathmandu|
Netherlands|Dutch|The Hague|Holland
New Zealand|New Zealander|Wellington|
Nicaragua|Nicaraguan,Nicaraguans|Managua|
Niger|Nigerien|Niamey|
Nigeria|Nigerian,Nigerians|Abuja|
North Korea|North Korean,North Koreans|Pyongyang|
North Macedonia|Macedonian,Macedonians|Skopje|
Norway|Norwegian,Norwegians|Oslo|
Oman|Omani,Omanis|Muscat|
Pakistan|Pakistani,Pakistanis|Islamabad|
Palestine|Palestinian,Palestinians|Ramallah|Palestinian Authority
Panama|Panamanian,Panamanians|Panama City|
Paraguay|Paraguayan|Asuncion|
Peru|Peruvian,Peruvians|Lima|
Philippines|Philippine,Filipino,Filipinos|Manila|
Poland|Polish,Poles|Warsaw|
Portugal|Portuguese|Lisbon|
Qatar|Qatari,Qataris|Doha|
Romania|Romanian,Romanians|Bucharest|
Russia|Russian,Russians|Moscow,Kremlin|Russian Federation
Rwanda|Rwandan,Rwandans|Kigali|
Saudi Arabia|Saudi,Saudis|Riyadh|
Senegal|Senegalese|Dakar|
Serbia|Serbian,Serb,Serbs|Belgrade|
Sierra Leone|Sierra Leonean|Freetown|
Singapore|Singaporean,Singaporeans||
Slovakia|Slovak,Slovaks|Bratislava|
Slovenia|Slovenian,Slovene|Ljubljana|
Somalia|Somali,Somalis|Mogadishu|
South Africa|South African,South Africans|Pretoria|
South Korea|South Korean,South Koreans|Seoul|
South Sudan|South Sudanese|Juba|
Spain|Spanish,Spaniards|Madrid|
Sri Lanka|Sri Lankan,Sri Lankans|Colombo|
Sudan|Sudanese|Khartoum|
Sweden|Swedish,Swedes|Stockholm|
Switzerland|Swiss|Bern|
Syria|Syrian,Syrians|Damascus|
Taiwan|Taiwanese|Taipei|
Tajikistan|Tajik,Tajiks|Dushanbe|
Tanzania|Tanzanian,Tanzanians|Dodoma|
Thailand|Thai|Bangkok|
Togo|Togolese|Lome|
Tunisia|Tunisian,Tunisians|Tunis|
Turkey|Turkish,Turks|Ankara|Türkiye,Turkiye
Turkmenistan|Turkmen|Ashgabat|
Uganda|Ugandan,Ugandans|Kampala|
Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev,Bankova|
United Arab Emirates|Emirati,Emiratis|Abu Dhabi|UAE,U.A.E.
United Kingdom|British,Britons|London,Downing Street,Whitehall|UK,U.K.,Britain,Great Britain
United Nations|||UN,U.N.
United States|American,Americans|Washington,White House,Pentagon,State Department|US,U.S.,USA,U.S.A.,America
Uruguay|Uruguayan,Uruguayans|Montevideo|
Uzbekistan|Uzbek,Uzbeks|Tashkent|
Vatican||Holy See|
Venezuela|Venezuelan,Venezuelans|Caracas,Miraflores|
Vietnam|Vietnamese|Hanoi|
Yemen|Yemeni,Yemenis|Sanaa,Aden|Houthis
Zambia|Zambian,Zambians|Lusaka|
Zimbabwe|Zimbabwean,Zimbabweans|Harare|
Europe|European,Europeans||
NATO|||NATO,Nato
Scotland|Scottish,Scots|Edinburgh|
Northern Ireland||Belfast|Stormont
Chechnya|Chechen,Chechens|Grozny|
Kurdistan|Kurdish,Kurds|Erbil|
Hamas|||
Hezbollah|||
African Union|||AU
Arab League|||
G7|||G-7,Group of Seven
G20|||G-20";

/// Towns and lands that are no seat of a government.
pub(crate) const PLACES: &str = "Geneva|Miami|Florida|Istanbul|Alaska|Anchorage|New York|Munich|Davos|Jeddah|Sharm el-Sheikh|Camp David|Dayton|Minsk|Zurich|Lausanne|Montreux|Vienna|Donbas|Donetsk|Luhansk|Crimea|Kherson|Zaporizhzhia|Gaza|West Bank|Golan Heights|Kashmir|Nagorno-Karabakh|Tigray|Darfur|Aleppo|Mosul|California|Texas|Ohio|Pennsylvania|Michigan|Wisconsin|Iowa|Nevada|Arizona|Virginia|Chicago|Los Angeles|Houston|Boston|Philadelphia|Detroit|Seattle|San Francisco|St. Louis|Missouri|Colorado|Oregon|Utah|Tennessee|Kentucky|Alabama|Louisiana|Mississippi|Arkansas|Kansas|Nebraska|Oklahoma|Minnesota|Illinois|Indiana|Maryland|Delaware|New Jersey|New Hampshire|Maine|Vermont|Connecticut|Massachusetts|Hawaii|Manchester|Birmingham|Liverpool|Glasgow|Hamburg|Frankfurt|Cologne|Lyon|Marseille|Milan|Naples|Turin|Barcelona|Seville|Porto|Krakow|Gdansk|Odesa|Odessa|Kharkiv|Lviv|Dnipro|Mariupol|St. Petersburg|Sochi|Sevastopol|Shanghai|Shenzhen|Hong Kong|Macau|Tibet|Xinjiang|Mumbai|Kolkata|Chennai|Karachi|Lahore|Peshawar|Osaka|Kyoto|Hiroshima|Sydney|Melbourne|Brisbane|Perth|Toronto|Montreal|Vancouver|Quebec|Ontario|Alberta|Johannesburg|Cape Town|Durban|Lagos|Kano|Mombasa|Alexandria|Benghazi|Misrata|Tangier|Casablanca|Dubai|Sharjah|Mecca|Medina|Haifa|Tel Aviv|Sderot|Rafah|Khan Younis|Tyre|Sidon|Homs|Idlib|Latakia|Basra|Kirkuk|Isfahan|Mashhad|Tabriz|Herat|Kandahar|Middle East|Balkans|Baltic|Black Sea|Mediterranean|Africa|Asia|Latin America|South America|North America|Central Asia|Bonn|Katowice|Glasgow|Marrakesh|Cancun|Copenhagen|Rio de Janeiro|Sao Paulo|Cartagena|Oaxaca|Tijuana|Guadalajara";
