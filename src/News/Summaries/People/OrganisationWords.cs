namespace News.Summaries;

/// <summary>What institutions and places are called by: these words in a row of capitals make it no person's name.</summary>
internal static class OrganisationWords
{
    public static readonly WordTable Institutions = new("""
        Council Authority Ministry University College School Committee Commission Party Group Agency Department Church
        Court Association Institute Company Corporation Corp Corp. Inc Inc. Ltd Ltd. Foundation Bank Union League Front
        Force Forces Office News Times Post Herald Journal Magazine Gazette Guardian Telegraph Tribune Observer Wire Press
        Television TV Radio Army Navy Guard Guards Police Parliament Congress Senate House Assembly Government Administration
        Cabinet Federation Organisation Organization Society Club Center Centre Hospital Museum Gallery Airport Airlines
        Airways Service Services Bureau Board Trust Fund Movement Brigade Brigades Battalion Command Corps Coalition
        Alliance Network Media Group Holdings Industries Systems Technologies Technology Laboratory Observatory Mission
        Program Programme Project Initiative Campaign Conference Summit Festival Cup Games Championship Olympics Act
        Building Bridge Street Road Avenue Square Park Stadium Hall Hotel Theatre Theater Tower Towers Mosque Cathedral
        Temple Station Port Base Camp Island Islands River Lake Sea Ocean Gulf Strait Mountain Mountains Valley Desert
        Province Governorate District County State States Republic Kingdom Emirates Nations Region City Town Village
        North South East West Northern Southern Eastern Western Central United International National Federal European
        Green Red Zone War Treaty Accord Award Prize Medal Street Wikinews Facebook Twitter Google Microsoft YouTube X
        """);

    /// <summary>Institutions by their noun alone: "the ministry said in a statement".</summary>
    public static readonly WordTable InstitutionNouns = new("""
        ministry agency council authority university committee commission party group department church court association
        institute company corporation foundation bank union league army navy police parliament congress senate assembly
        government administration cabinet federation organisation organization office force team militia embassy military
        newspaper magazine channel broadcaster bureau board trust movement coalition alliance network firm hospital city
        municipality report study document statement letter website site embassy airline
        """);

    /// <summary>Countries, some of their parts and towns, peoples: frequent enough before or in place of names.</summary>
    public static readonly WordTable Places = new("""
        Afghanistan Albania Algeria America Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus
        Belgium Bolivia Bosnia Brazil Britain Bulgaria Cambodia Cameroon Canada Chile China Colombia Congo Croatia Cuba
        Cyprus Denmark Ecuador Egypt England Estonia Ethiopia Eritrea Europe Finland France Gaza Georgia Germany Ghana Greece
        Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Japan Jordan Kazakhstan Kenya Korea Kosovo Kurdistan
        Kuwait Kyrgyzstan Latvia Lebanon Libya Lithuania Malaysia Mali Malta Mexico Moldova Mongolia Morocco Myanmar Nepal
        Netherlands Niger Nigeria Norway Oman Pakistan Palestine Panama Peru Philippines Poland Portugal Qatar Romania Russia
        Rwanda Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan
        Tajikistan Tanzania Thailand Tunisia Turkey Türkiye Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam
        Wales Yemen Zambia Zimbabwe Africa Asia Washington London Paris Berlin Moscow Beijing Tehran Baghdad Erbil Irbil Basra
        Mosul Kirkuk Najaf Karbala Fallujah Damascus Aleppo Beirut Jerusalem Cairo Ankara Istanbul Kabul Kandahar Herat Riyadh
        Doha Dubai Kyiv Kiev Brussels Geneva Vienna Rome Madrid Tokyo Seoul Delhi Mumbai Sydney Canberra Ottawa Toronto
        Chicago Texas California Florida Virginia Ohio Michigan Illinois Indiana Arizona Nevada Oregon Pennsylvania
        Massachusetts Maryland Colorado Alabama Alaska Hawaii Iowa Kansas Kentucky Louisiana Minnesota Missouri Montana
        Nebraska Oklahoma Tennessee Utah Vermont Wisconsin York Angeles Hong Kong Tripoli Benghazi Khartoum Sanaa Aden
        Hampshire Jersey Carolina Dakota Idaho Maine Delaware Connecticut Arkansas Mississippi Wyoming Ontario Quebec
        Alberta Manitoba Saskatchewan Queensland Tasmania Punjab Kerala Gujarat Bihar Sindh Balochistan Kashmir Chechnya
        Crimea Donetsk Luhansk Kharkiv Odesa Lviv Mariupol Kherson Donbas Xinjiang Tibet Guangdong Sichuan Catalonia
        Bavaria Saxony Lagos Abuja Nairobi Mogadishu Kampala Kigali Harare Johannesburg Pretoria Accra Dakar Algiers Tunis
        Rabat Amman Manama Muscat Tashkent Tbilisi Yerevan Baku Minsk Vilnius Riga Tallinn Warsaw Krakow Prague Budapest
        Bucharest Belgrade Sarajevo Zagreb Athens Lisbon Barcelona Naples Munich Frankfurt Hamburg Zurich Stockholm Oslo
        Copenhagen Helsinki Dublin Belfast Edinburgh Glasgow Manchester Liverpool Birmingham Leeds Bristol Cardiff Boston
        Philadelphia Detroit Atlanta Miami Dallas Houston Denver Seattle Phoenix Baltimore Cleveland Pittsburgh Minneapolis
        Milwaukee Tampa Sacramento Oakland Brooklyn Manhattan Harlem Vegas Shanghai Shenzhen Wuhan Guangzhou Taipei Manila
        Jakarta Bangkok Hanoi Phnom Yangon Colombo Dhaka Kathmandu Islamabad Karachi Lahore Peshawar Quetta Kolkata Chennai
        Bengaluru Hyderabad Srinagar Havana Bogota Bogotá Caracas Lima Quito Buenos Brasilia Montevideo Rafah Nablus Jenin
        Ramallah Hebron Haifa Homs Idlib Raqqa Latakia Sidon Sulaymaniyah Duhok Anbar Diyala Nineveh Ramadi Tikrit Samarra
        Isfahan Shiraz Tabriz Mashhad Bushehr Ahvaz Qom Natanz Fordow Jalalabad Kunduz Helmand Hodeidah Marib Taiz
        Hezbollah Hamas Taliban Houthi IRGC NATO UN EU US UK U.S. U.N. E.U. U.K. USA
        American British English French German Italian Spanish Russian Chinese Japanese Korean Indian Iranian Iraqi Israeli
        Syrian Turkish Kurdish Arab Afghan Pakistani Palestinian Lebanese Saudi Egyptian Jordanian Yemeni Libyan Sudanese
        Canadian Australian Mexican Brazilian Ukrainian Polish Dutch Swedish Norwegian Danish Finnish Greek Hungarian
        European African Asian Muslim Christian Jewish Sunni Shia Shiite Catholic Orthodox Democrat Republican Democratic
        Labour Conservative Islamic Christmas God
        """);
}
