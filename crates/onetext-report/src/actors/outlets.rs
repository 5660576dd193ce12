//! Publishers: the well-known ones by name, the others by the words that end a publisher's name.

/// Names of outlets and agencies known in many countries, without "The". A name of several words is found as a whole.
pub(super) const NAMES: &[&str] = &[
    // Agencies
    "Reuters",
    "Associated Press",
    "AP",
    "Agence France-Presse",
    "AFP",
    "DPA",
    "Deutsche Presse-Agentur",
    "ANSA",
    "EFE",
    "Kyodo",
    "Kyodo News",
    "Yonhap",
    "Xinhua",
    "TASS",
    "RIA Novosti",
    "Interfax",
    "Interfax-Ukraine",
    "Ukrinform",
    "UNIAN",
    "BelTA",
    "Anadolu",
    "Anadolu Agency",
    "IRNA",
    "Tasnim",
    "Fars",
    "WAFA",
    "PTI",
    "Press Trust of India",
    "Bloomberg",
    "Bloomberg News",
    "Dow Jones Newswires",
    "United Press International",
    "UPI",
    "Press Association",
    "CNA",
    "KCNA",
    "MENA",
    "Petra",
    "SPA",
    "Bernama",
    "Antara",
    "Canadian Press",
    "Australian Associated Press",
    "AAP",
    // Newspapers and magazines
    "New York Times",
    "Washington Post",
    "Wall Street Journal",
    "WSJ",
    "NYT",
    "Financial Times",
    "FT",
    "Guardian",
    "Times of London",
    "Sunday Times",
    "Daily Telegraph",
    "Telegraph",
    "Independent",
    "Daily Mail",
    "Economist",
    "Le Monde",
    "Le Figaro",
    "Libération",
    "Der Spiegel",
    "Spiegel",
    "Die Zeit",
    "Bild",
    "Die Welt",
    "Welt",
    "Frankfurter Allgemeine Zeitung",
    "FAZ",
    "Süddeutsche Zeitung",
    "Handelsblatt",
    "El País",
    "El Pais",
    "El Mundo",
    "Corriere della Sera",
    "La Repubblica",
    "La Stampa",
    "Neue Zürcher Zeitung",
    "NZZ",
    "Der Standard",
    "Haaretz",
    "Jerusalem Post",
    "Times of Israel",
    "Yedioth Ahronoth",
    "Ynet",
    "Maariv",
    "Asahi Shimbun",
    "Yomiuri Shimbun",
    "Nikkei",
    "Nikkei Asia",
    "South China Morning Post",
    "SCMP",
    "Global Times",
    "People's Daily",
    "Straits Times",
    "Times of India",
    "Hindu",
    "Hindustan Times",
    "Indian Express",
    "Dawn",
    "Globe and Mail",
    "Toronto Star",
    "Sydney Morning Herald",
    "Los Angeles Times",
    "Chicago Tribune",
    "Boston Globe",
    "USA Today",
    "Miami Herald",
    "Seattle Times",
    "New York Post",
    "New Yorker",
    "Atlantic",
    "Foreign Affairs",
    "Foreign Policy",
    "Newsweek",
    "Time magazine",
    "National Interest",
    "Kommersant",
    "Izvestia",
    "Vedomosti",
    "Novaya Gazeta",
    "Rossiyskaya Gazeta",
    "Moscow Times",
    "Kyiv Independent",
    "Kyiv Post",
    "Ukrainska Pravda",
    "European Pravda",
    "Gazeta Wyborcza",
    "Rzeczpospolita",
    "Hurriyet",
    "Al-Ahram",
    "Asharq Al-Awsat",
    "Daily Sabah",
    "Le Temps",
    "Le Soir",
    // Broadcasters and sites
    "BBC",
    "BBC News",
    "CNN",
    "CBS",
    "CBS News",
    "ABC News",
    "NBC",
    "NBC News",
    "MSNBC",
    "Fox News",
    "PBS",
    "NPR",
    "CNBC",
    "Sky News",
    "ITV",
    "Channel 4",
    "Channel 12",
    "Channel 13",
    "Kan",
    "RTÉ",
    "CBC",
    "Al Jazeera",
    "Al Arabiya",
    "Al-Mayadeen",
    "Deutsche Welle",
    "DW",
    "ARD",
    "ZDF",
    "France 24",
    "France Info",
    "RFI",
    "Euronews",
    "NHK",
    "RT",
    "Sputnik",
    "Suspilne",
    "Rossiya",
    "Meduza",
    "Hromadske",
    "Zerkalo Nedeli",
    "Axios",
    "Politico",
    "Politico Europe",
    "Semafor",
    "HuffPost",
    "BuzzFeed News",
    "Vox",
    "Hill",
    "Daily Beast",
    "Intercept",
    "ProPublica",
    "Bellingcat",
    "Radio Free Europe",
    "RFE/RL",
    "Radio Liberty",
    "Voice of America",
    "VOA",
    "Middle East Eye",
    "Al-Monitor",
    "Business Insider",
    "Defense News",
    "Breaking Defense",
    "Bloomberg Law",
    "Law360",
    "Carbon Brief",
    "Climate Home News",
    "Climate Home",
    "E&E News",
    "EurActiv",
    "Euractiv",
    "EUobserver",
    "Devex",
    "Punchbowl News",
    "Puck",
    "Drop Site News",
];

/// Words that end a publisher's name: "the Anytown Herald". The word before must be part of the name.
pub(super) fn ends_name(word: &str) -> bool {
    matches!(
        word,
        "Times"
            | "Post"
            | "Journal"
            | "News"
            | "Herald"
            | "Tribune"
            | "Gazette"
            | "Chronicle"
            | "Observer"
            | "Mirror"
            | "Mail"
            | "Telegraph"
            | "Inquirer"
            | "Examiner"
            | "Dispatch"
            | "Courier"
            | "Sun"
            | "Standard"
            | "Guardian"
            | "Echo"
            | "Globe"
            | "Bulletin"
            | "Daily"
            | "Weekly"
            | "Magazine"
            | "Review"
            | "Press"
            | "Newswire"
            | "Newspaper"
            | "Radio"
            | "TV"
            | "Television"
            | "Broadcasting"
            | "Shimbun"
            | "Zeitung"
            | "Pravda"
            | "Gazeta"
            | "Insider"
            | "Online"
    )
}
