namespace News.Feeds;

/// <summary>Months and weekdays in more languages than <see cref="DateWords"/> itself has; no name here means two months.</summary>
internal static class DateNames
{
    /// <summary>One line of names a month.</summary>
    public static readonly string[] Months =
    [
        "tammi tammik led януари яну siječanj siječnja sij јануар јан студзень студзеня сту ژانویهٔ ינו׳ जन॰ জানুয়ারী জানু 一月 იანვარი იან հունվար հունվարի հնվ " +
        "yanvar yan қаңтар қаң sausis sausio saus janvāris jaanuar jaan gener urtarrila urt xaneiro xan ஜனவரி ஜன జనవరి జన ജനുവരി ജനു जानेवारी जाने جنوري janar " +
        "јануари ጃንዩወሪ ጃንዩ જાન્યુઆરી જાન્યુ ਜਨਵਰੀ ਜਨ ಜನವರಿ ಜನ janúar rêbendan rêbendanê rêb jannaayo januarie",
        "helmi helmik lut úno februára февруари veljača veljače velj фебруар феб люты лютага فوریهٔ פבר׳ फ़र॰ ফেব্রুয়ারী ফেব 二月 شوبات თებერვალი თებ փետրվար " +
        "փետրվարի փտվ fevral ақпан ақп vasaris vasario vas februāris veebruar veebr febrer otsaila ots febreiro பிப்ரவரி பிப் ఫిబ్రవరి ఫిబ్ర ഫെബ്രുവരി ഫെബ്രു " +
        "फेब्रुवारी फेब्रु फेब्रुअरी فېبروري فبروري shkurt shk ፌብሩወሪ ፌብሩ ફેબ્રુઆરી ફેબ્રુ ਫ਼ਰਵਰੀ ਫ਼ਰ ಫೆಬ್ರವರಿ ಫೆಬ್ರ febrúar reşemî reşemiyê reş febraayo " +
        "pebrero peb",
        "maalis maalisk bře marec ožujak ožujka ožu сакавік сакавіка сак mac 三月 ئازار მარტი მარ մարտ մարտի մրտ наурыз нау kovas kovo kov märts martxoa machi " +
        "மார்ச் மார் మార్చి മാർച്ച് മാർ ማርች માર્ચ ਮਾਰਚ ಮಾರ್ಚ್ adar adarê ada maarso marso",
        "huhti huhtik dub apríla април travanj travnja tra красавік красавіка кра אפר׳ এপ্রি 四月 نیسان აპრილი აპრ ապրիլ ապրիլի ապր aprel сәуір сәу balandis " +
        "balandžio bal aprīlis aprill apirila api aprili ஏப்ரல் ஏப் ఏప్రిల్ ఏప్రి ഏപ്രിൽ ഏപ്രി एप्रिल एप्रि अप्रिल prill pri ኤፕሪል ኤፕሪ એપ્રિલ ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ " +
        "ಏಪ್ರಿಲ್ ಏಪ್ರಿ avrêl avrêlê abriil",
        "touko toukok kvě svibanj svibnja svi мај μαΐ مهٔ 五月 ئایار მაისი მაი մայիս մայիսի մյս мамыр мам gegužė gegužės geg maijs maig maiatza மே మే മേയ് मे مۍ " +
        "ሜይ મે ਮਈ ಮೇ maí gulan gulanê gul",
        "kesä kesäk čvn юни lipanj lipnja јун junij чэрвень чэрвеня чэр 六月 حوزەیران ივნისი ივნ հունիս հունիսի հնս iyun iyn маусым мау birželis birželio birž " +
        "jūnijs jūn juuni juny ekaina eka xuño ஜூன் జూన్ ജൂൺ जुन qershor qer јуни ጁን જૂન ਜੂਨ ಜೂನ್ júní pûşper pûşperê pûş juun junie hunyo hun",
        "heinä heinäk čvc юли srpanj srpnja јул julij ліпень ліпеня ліп ژوئیهٔ जुल॰ জুল julai 七月 تەمووز ივლისი ივლ հուլիս հուլիսի հլս iyul iyl шілде шіл liepa " +
        "liepos liep jūlijs jūl juuli juliol uztaila xullo xul ஜூலை జులై ജൂലൈ जुलै جولای korrik korr јули ጁላይ જુલાઈ ਜੁਲਾਈ ਜੁਲਾ ಜುಲೈ júlí tîrmeh tîrmehê tîr " +
        "luuliyo lul julie hulyo hul",
        "elo elok augusta kolovoz kolovoza kol avgust avg жнівень жніўня жні אוג׳ अग॰ আগ ogos ogo 八月 ئاب აგვისტო აგვ օգոստոս օգոստոսի օգս avqust avq тамыз там " +
        "rugpjūtis rugpjūčio rugp augusts agost abuztua abu agosti ஆகஸ்ட் ஆக ఆగస్టు ఆగ ഓഗസ്റ്റ് ഓഗ ऑगस्ट ऑग अगस्ट اګست gusht gush ኦገስት ኦገስ ઑગસ્ટ ਅਗਸਤ ਅਗ ಆಗಸ್ಟ್ " +
        "ಆಗ ágúst ágú gelawêj gelawêjê gel ogosto ogs",
        "syys syysk zář septembra септември сеп rujan rujna ruj септембар septembar верасень верасня ספט׳ सित॰ সেপ 九月 ئەیلوول სექტემბერი სექ սեպտեմբեր " +
        "սեպտեմբերի սեպ sentyabr қыркүйек қыр sentabr rugsėjis rugsėjo rugs septembris setembre iraila ira septemba செப்டம்பர் செப் సెప్టెంబర్ సెప్టెం " +
        "സെപ്റ്റംബർ സെപ്റ്റം सप्टेंबर सप्टें सेप्टेम्बर سپتمبر سېپتمبر shtator септ ሴፕቴምበር ሴፕቴ સપ્ટેમ્બર સપ્ટે ਸਤੰਬਰ ਸਤੰ ಸೆಪ್ಟೆಂಬರ್ ಸೆಪ್ಟೆಂ rezber rezberê rez " +
        "sebteembar seb setyembre",
        "loka lokak říj októbra октомври октобар oktobar кастрычнік кастрычніка кас تشرين الأول אוק׳ अक्तू॰ অক্টো 十月 ოქტომბერი ოქტ հոկտեմբեր հոկտեմբերի հոկ " +
        "oktyabr қазан қаз oktabr spalis spalio spal oktobris oktoober urria urr oktoba அக்டோபர் அக் అక్టోబర్ అక్టో ഒക്ടോബർ ഒക്ടോ ऑक्टोबर ऑक्टो अक्टोबर tetor " +
        "tet ኦክቶበር ኦክቶ ઑક્ટોબર ઑક્ટો ਅਕਤੂਬਰ ਅਕਤੂ ಅಕ್ಟೋಬರ್ ಅಕ್ಟೋ kewçêr kewçêrê kew oktoobar oktubre",
        "marras marrask listopadu novembra ноември ное studeni studenoga stu новембар нов novembar лістапад лістапада ліс נוב׳ नव॰ নভে 十一月 ნოემბერი ნოე " +
        "նոյեմբեր նոյեմբերի նոյ noyabr noy қараша қар lapkritis lapkričio lapkr novembris azaroa aza novemba நவம்பர் நவ నవంబర్ నవం നവംബർ നവം नोव्हेंबर नोव्हें " +
        "नोभेम्बर nëntor nën ноем ኖቬምበር ኖቬም નવેમ્બર નવે ਨਵੰਬਰ ਨਵੰ ನವೆಂಬರ್ ನವೆಂ nóvember nóv sermawez sermawezê ser noofeembar nof nobyembre nob",
        "joulu jouluk pro декември prosinac prosinca децембар дец decembar снежань снежня сне דצמ׳ दिस॰ ডিসে disember dis 十二月 დეკემბერი დეკ դեկտեմբեր " +
        "դեկտեմբերի դեկ dekabr dek желтоқсан жел gruodis gruodžio gruod decembris detsember dets desembre abendua abe decembro desemba டிசம்பர் டிச డిసెంబర్ " +
        "డిసెం ഡിസംബർ ഡിസം डिसेंबर डिसें डिसेम्बर dhjetor dhj ዲሴምበር ዲሴም ડિસેમ્બર ડિસે ਦਸੰਬਰ ਦਸੰ ಡಿಸೆಂಬರ್ ಡಿಸೆಂ berfanbar berfanbarê ber diseembar disyembre",
    ];

    public const string Weekdays =
        "ahad ahd alhamisi antradienis arbaco arbc asteartea asteazkena astelehena axad axd axşamı b.e bazar biy biyernes bảy c.a ceturtd ceturtdiena chor " +
        "chorshanba chủ csütörtök cümə die diel dijous dilluns dimarts dimecres dissabte diumenge divendres dum duminică dush dushanba duşem dş enj enjte " +
        "ertəsi esmaspäev fim fimmtudagur fös föstudagur hai huw huwebes hétfő hën hënë igandea ijumaa isn isniin isnin jimco jmc juma jumaat jumamosi jumanne " +
        "jumapili jumatano jumatatu ketvirtadienis kha khamiis khamis khms kolmapäev larunbata lau laugardagur laupäev lin linggo lunedì luns lör lördag lør " +
        "lørdag martedì martë marți mercoledì miercuri miy miyerkules mié miércoles mið miðvikudagur mán mánudagur mån måndag mér mércores mër mërkurë ned " +
        "nedelja nedeľa nedjelja neděle neljapäev nhật niedz năm osteguna ostirala otrd otrdiena pay payshanba penktadienis perşembe pet petak petek piatok " +
        "piektd piektdiena pirmadienis pirmd pirmdiena piątek pondelok pondělí ponedeljak ponedeljek ponedjeljak poniedziałek pre premte pá pátek péntek " +
        "pêncşem pühapäev pş reede sabado sabti salı saterdag sbti sekmadienis sesh seshanba sestd sestdiena shan shanba shtunë sre sreda sri srijeda streda " +
        "středa sub subota sunnudagur svētd svētdiena sze szo sáb sábado sáu sâm sâmbătă sêşem sön söndag søn søndag sş talaado teisipäev terça terça-feira thứ " +
        "tirs tldo torek trečiadienis trešd trešdiena tư uto utorak utorok vasárnap venerdì venres vin vrydag xov xoves yak yakshanba yekşem yş ç.a çar " +
        "çarşamba çarşem çş çərşənbə în út úterý þri þriðjudagur čet četrtek četvrtak čt čtvrtek śr środa şemî şənbə šeštadienis št štvrtok δευ δευτέρα κυρ " +
        "κυριακή πέμ πέμπτη παρ παρασκευή σάβ σάββατο τετ τετάρτη τρί τρίτη аў аўторак бейсенбі бс воскресенье вс вт вто вторник вівторок дс дүйсенбі жексенбі " +
        "жм жс жұма нд нед недела неделя недеља неділя нядзеля пʼятниця панядзелак пет петак петок петък пн пон понеделник понедельник понедељак понеділок пт " +
        "пятница пятніца саб сабота сб сейсенбі сенбі серада середа ср сре среда сряда сс суб суббота субота събота сәрсенбі уто уторак чацвер чет четвер " +
        "четверг четвртак четврток четвъртък чт чц երեքշաբթի երկ երկուշաբթի երք կիր կիրակի հինգշաբթի հնգ շաբաթ շբթ ուր ուրբաթ չորեքշաբթի չրք א׳ ב׳ ג׳ ד׳ ה׳ ו׳ " +
        "חמישי יום ראשון רביעי שבת שישי שלישי שני اتوار الأحد الأربعاء الاثنين الثلاثاء الجمعة الخميس السبت اونۍ بدھ جمعرات جمعه جمعہ درېنۍ دوشنبه دونۍ " +
        "دووشەممە سهشنبه سێشەممە شنبه شەممە منگل يونۍ پنجشنبه پينځنۍ پیر پێنجشەممە څلرنۍ چهارشنبه چوارشەممە ھەینی ہفتہ یکشنبه یەکشەممە आइत आइतबार गुरु गुरुवार " +
        "बिहि बिहिबार बुध बुधबार बुधवार मंगल मंगलवार मंगळ मंगळवार मङ्गल मङ्गलबार रवि रविवार शनि शनिबार शनिवार शुक्र शुक्रबार शुक्रवार सोम सोमबार सोमवार বুধ " +
        "বুধবার বৃহস্পতি বৃহস্পতিবার মঙ্গল মঙ্গলবার রবি রবিবার শনি শনিবার শুক্র শুক্রবার সোম সোমবার ਐਤ ਐਤਵਾਰ ਬੁੱਧ ਬੁੱਧਵਾਰ ਮੰਗਲ ਮੰਗਲਵਾਰ ਵੀਰ ਵੀਰਵਾਰ ਸ਼ਨਿੱਚਰ " +
        "ਸ਼ਨਿੱਚਰਵਾਰ ਸ਼ੁੱਕਰ ਸ਼ੁੱਕਰਵਾਰ ਸੋਮ ਸੋਮਵਾਰ ગુરુ ગુરુવાર બુધ બુધવાર મંગળ મંગળવાર રવિ રવિવાર શનિ શનિવાર શુક્ર શુક્રવાર સોમ સોમવાર சனி செவ் செவ்வாய் ஞாயி " +
        "ஞாயிறு திங் திங்கள் புத புதன் வியா வியாழன் வெள் வெள்ளி ఆది ఆదివారం గురు గురువారం బుధ బుధవారం మంగళ మంగళవారం శని శనివారం శుక్ర శుక్రవారం సోమ సోమవారం " +
        "ಗುರು ಗುರುವಾರ ಬುಧ ಬುಧವಾರ ಭಾನು ಭಾನುವಾರ ಮಂಗಳ ಮಂಗಳವಾರ ಶನಿ ಶನಿವಾರ ಶುಕ್ರ ಶುಕ್ರವಾರ ಸೋಮ ಸೋಮವಾರ ചൊവ്വ ചൊവ്വാഴ്ച ഞായറാഴ്ച ഞായർ തിങ്കളാഴ്ച തിങ്കൾ ബുധനാഴ്ച ബുധൻ " +
        "വെള്ളി വെള്ളിയാഴ്ച വ്യാഴം വ്യാഴാഴ്ച ശനി ശനിയാഴ്ച พฤ วันจันทร์ วันพฤหัสบดี วันพุธ วันศุกร์ วันอังคาร วันอาทิตย์ วันเสาร์ อา კვი კვირა ოთხ ოთხშაბათი ორშ " +
        "ორშაბათი პარ პარასკევი სამ სამშაბათი შაბ შაბათი ხუთ ხუთშაბათი ሐሙስ ማክሰ ማክሰኞ ረቡዕ ሰኞ ቅዳሜ እሑድ ዓርብ 周一 周三 周二 周五 周六 周四 周日 土曜日 日曜日 星期一 星期三 星期二 星期五 星期六 星期四 星期日 " +
        "月曜日 木曜日 水曜日 火曜日 金曜日 금요일 목요일 수요일 월요일 일요일 토요일 화요일 星期天 礼拜一 週一 週二 週三 週四 週五 週六 週日 曜日 일 월 화 수 목 금 토 giovedì الاحد الاربعاء الإثنين الأثنين الثلاثا";
}
