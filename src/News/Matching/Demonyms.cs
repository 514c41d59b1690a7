using System.Collections.Frozen;

namespace News.Matching;

/// <summary>
/// The names that a country's people go by, from the country: <c>Iraq</c> meets Iraqi and Iraqis, <c>France</c> meets
/// French and Frenchmen. Not the other way round: <c>Iraqi</c> asks for the people.
/// </summary>
/// <remarks>
/// The members of the United Nations and a few lands that the news names like them. Left out are countries that are
/// other things too (Georgia, Jordan, Chad, Guinea, Niger, Dominica), those of more than one word, and demonyms that are
/// other words in small letters (a Turk is often a Turk's name, a swede a vegetable, a pole a stick).
/// </remarks>
internal static class Demonyms
{
    private static readonly FrozenDictionary<string, string[]> ByCountry = Table("""
        afghanistan: afghan afghans; albania: albanian albanians; algeria: algerian algerians; andorra: andorran andorrans;
        angola: angolan angolans; argentina: argentine argentines argentinian argentinians; armenia: armenian armenians;
        australia: australian australians; austria: austrian austrians; azerbaijan: azerbaijani azerbaijanis;
        bahamas: bahamian bahamians; bahrain: bahraini bahrainis; bangladesh: bangladeshi bangladeshis;
        barbados: barbadian barbadians; belarus: belarusian belarusians; belgium: belgian belgians; belize: belizean belizeans;
        benin: beninese; bhutan: bhutanese; bolivia: bolivian bolivians; bosnia: bosnian bosnians; botswana: botswanan botswanans;
        brazil: brazilian brazilians; britain: british briton britons; brunei: bruneian bruneians; bulgaria: bulgarian bulgarians;
        burundi: burundian burundians; cambodia: cambodian cambodians; cameroon: cameroonian cameroonians;
        canada: canadian canadians; chile: chilean chileans; china: chinese; colombia: colombian colombians;
        comoros: comorian comorians; congo: congolese; croatia: croatian croatians croat croats; cuba: cuban cubans;
        cyprus: cypriot cypriots; czechia: czech czechs; denmark: danish dane danes; djibouti: djiboutian djiboutians;
        ecuador: ecuadorian ecuadorians ecuadorean ecuadoreans; egypt: egyptian egyptians; england: english englishman englishmen;
        eritrea: eritrean eritreans; estonia: estonian estonians; eswatini: swazi swazis; ethiopia: ethiopian ethiopians;
        fiji: fijian fijians; finland: finnish finn finns; france: french frenchman frenchmen frenchwoman frenchwomen;
        gabon: gabonese; gambia: gambian gambians; gaza: gazan gazans; germany: german germans; ghana: ghanaian ghanaians;
        greece: greek greeks; grenada: grenadian grenadians; guatemala: guatemalan guatemalans; guyana: guyanese;
        haiti: haitian haitians; honduras: honduran hondurans; hungary: hungarian hungarians; iceland: icelandic icelander icelanders;
        india: indian indians; indonesia: indonesian indonesians; iran: iranian iranians; iraq: iraqi iraqis;
        ireland: irish irishman irishmen irishwoman irishwomen; israel: israeli israelis; italy: italian italians;
        jamaica: jamaican jamaicans; japan: japanese; kazakhstan: kazakh kazakhs kazakhstani kazakhstanis; kenya: kenyan kenyans;
        kosovo: kosovar kosovars kosovan kosovans; kurdistan: kurdish kurd kurds; kuwait: kuwaiti kuwaitis;
        kyrgyzstan: kyrgyz kyrgyzstani kyrgyzstanis; laos: lao laotian laotians; latvia: latvian latvians; lebanon: lebanese;
        lesotho: basotho mosotho; liberia: liberian liberians; libya: libyan libyans; liechtenstein: liechtensteiner liechtensteiners;
        lithuania: lithuanian lithuanians; luxembourg: luxembourgish luxembourger luxembourgers; macedonia: macedonian macedonians;
        madagascar: malagasy; malawi: malawian malawians; malaysia: malaysian malaysians; maldives: maldivian maldivians;
        mali: malian malians; malta: maltese; mauritania: mauritanian mauritanians; mauritius: mauritian mauritians;
        mexico: mexican mexicans; micronesia: micronesian micronesians; moldova: moldovan moldovans; monaco: monegasque monegasques;
        mongolia: mongolian mongolians; montenegro: montenegrin montenegrins; morocco: moroccan moroccans;
        mozambique: mozambican mozambicans; myanmar: burmese; namibia: namibian namibians; nauru: nauruan nauruans;
        nepal: nepali nepalis nepalese; netherlands: dutch dutchman dutchmen dutchwoman dutchwomen; nicaragua: nicaraguan nicaraguans;
        nigeria: nigerian nigerians; norway: norwegian norwegians; oman: omani omanis; pakistan: pakistani pakistanis;
        palau: palauan palauans; palestine: palestinian palestinians; panama: panamanian panamanians; paraguay: paraguayan paraguayans;
        peru: peruvian peruvians; philippines: philippine filipino filipinos filipina filipinas; poland: polish;
        portugal: portuguese; qatar: qatari qataris; romania: romanian romanians; russia: russian russians; rwanda: rwandan rwandans;
        samoa: samoan samoans; scotland: scottish scot scots; senegal: senegalese; serbia: serbian serbians serb serbs;
        seychelles: seychellois; singapore: singaporean singaporeans; slovakia: slovak slovaks slovakian slovakians;
        slovenia: slovenian slovenians slovene slovenes; somalia: somali somalis; spain: spanish spaniard spaniards;
        sudan: sudanese; suriname: surinamese; sweden: swedish; switzerland: swiss; syria: syrian syrians;
        taiwan: taiwanese; tajikistan: tajik tajiks; tanzania: tanzanian tanzanians; thailand: thai thais; togo: togolese;
        tonga: tongan tongans; tunisia: tunisian tunisians; turkey: turkish; turkiye: turkish; turkmenistan: turkmen turkmens;
        tuvalu: tuvaluan tuvaluans; uganda: ugandan ugandans; ukraine: ukrainian ukrainians; uruguay: uruguayan uruguayans;
        uzbekistan: uzbek uzbeks; vanuatu: vanuatuan vanuatuans; venezuela: venezuelan venezuelans; vietnam: vietnamese;
        wales: welsh welshman welshmen; yemen: yemeni yemenis; zambia: zambian zambians; zimbabwe: zimbabwean zimbabweans
        """);

    /// <summary>The folded demonyms of a folded country; none where the word is no country, or another thing too.</summary>
    public static ReadOnlySpan<string> Of(string country) => ByCountry.TryGetValue(country, out var names) ? names : [];

    private static FrozenDictionary<string, string[]> Table(string lines) =>
        lines.Split(';', StringSplitOptions.TrimEntries)
            .Select(line => line.Split(':', StringSplitOptions.TrimEntries))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1].Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
