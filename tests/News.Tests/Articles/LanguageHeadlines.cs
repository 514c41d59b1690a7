namespace News.Tests.Articles;

/// <summary>Headlines and first sentences as feeds have them, made up; a line each: language ¦ text.</summary>
internal static class LanguageHeadlines
{
    public const string Table =
        """
        en ¦ Two killed in drone strike on convoy near the border
        en ¦ Iran Says It Will Respond to Attack After Talks Collapse
        en ¦ What we know about the ceasefire so far
        en ¦ Oil prices rise as traders weigh risks of wider war
        en ¦ Erdoğan meets Zelenskyy in Ankara as talks on grain deal resume
        en ¦ MINISTER SAYS THE CABINET WILL NOT RESIGN OVER THE VOTE
        ar ¦ مقتل ثلاثة أشخاص في غارة إسرائيلية على جنوب لبنان
        ar ¦ وزير الخارجية العراقي يصل إلى طهران
        ar ¦ الحوثيون يعلنون استهداف سفينة في البحر الأحمر
        ar ¦ انفجارات في بغداد
        fa ¦ سخنگوی وزارت خارجه: مذاکرات ادامه دارد
        fa ¦ حمله پهپادی به پایگاه نظامی در اربیل عراق
        fa ¦ وزير امور خارجه با همتای عراقی خود ديدار كرد
        ur ¦ وزیر اعظم نے کہا ہے کہ مذاکرات جاری رہیں گے
        ur ¦ کراچی میں بارش کے بعد سڑکیں زیر آب آ گئیں
        ckb ¦ سەرۆکی هەرێمی کوردستان لەگەڵ وەزیری دەرەوە کۆبووەوە
        ckb ¦ هێرشێکی درۆنی بۆ سەر بنکەیەک لە هەولێر
        ps ¦ د افغانستان د بهرنیو چارو وزیر کابل ته ورسېد
        he ¦ צה"ל תקף מטרות של חיזבאללה בדרום לבנון
        he ¦ ראש הממשלה נפגש עם שר החוץ
        ru ¦ Минобороны сообщило об уничтожении беспилотников над Курской областью
        ru ¦ В Багдаде произошёл взрыв, есть погибшие
        ru ¦ Президент подписал указ о новых мерах поддержки
        uk ¦ Сили оборони збили вночі тридцять дронів
        uk ¦ У Києві пролунали вибухи, є постраждалі
        uk ¦ У Багдаді пролунали вибухи
        uk ¦ Президент підписав закон про мобілізацію
        be ¦ У Мінску прайшла сустрэча міністраў замежных спраў
        bg ¦ Министърът каза, че няма да подаде оставка
        bg ¦ Двама са ранени при взрив в склад за боеприпаси
        sr ¦ Председник је рекао да ће избори бити одржани у децембру
        sr ¦ Ministar je rekao da će posle sastanka biti više reči o tome
        mk ¦ Претседателот рече дека нема да има нови избори
        kk ¦ Қазақстан президенті жаңа заңға қол қойды
        az ¦ Bağdadda partlayış səsləri eşidildi
        cs ¦ Letiště v Bagdádu uzavřeno
        tr ¦ Irak'ın kuzeyinde 5 terörist etkisiz hale getirildi
        tr ¦ Cumhurbaşkanı Erdoğan, Bağdat'ta Irak Başbakanı ile görüştü
        tr ¦ Depremde hayatını kaybedenlerin sayısı yükseldi
        az ¦ Prezident İlham Əliyev yeni səfirin etimadnaməsini qəbul edib
        az ¦ Bakıda beynəlxalq konfrans keçirilir
        fr ¦ Deux morts dans une frappe aérienne au sud du Liban
        fr ¦ Le président américain menace l'Iran de nouvelles sanctions
        fr ¦ L'armée annonce avoir intercepté plusieurs drones
        de ¦ Zwei Tote bei Drohnenangriff auf Stützpunkt im Nordirak
        de ¦ Bundesregierung will Sanktionen gegen den Iran verschärfen
        de ¦ Erdbeben erschüttert Türkei: Viele Verletzte
        es ¦ Al menos diez muertos en un bombardeo en el norte de Siria
        es ¦ El presidente anuncia nuevas sanciones contra Irán
        es ¦ España pide una reunión urgente de la ONU
        it ¦ Raid israeliano nel sud del Libano, due morti
        it ¦ Il presidente della Repubblica incontra il premier iracheno
        it ¦ Terremoto in Turchia, si cercano i dispersi tra le macerie
        pt ¦ Ataque com drones deixa três mortos no norte do Iraque
        pt ¦ Presidente diz que não vai negociar com os rebeldes
        nl ¦ Twee doden bij droneaanval op basis in Noord-Irak
        nl ¦ Kabinet wil strengere regels voor de verkoop van wapens
        pl ¦ Dwie osoby zginęły w ataku dronów na bazę w Iraku
        pl ¦ Prezydent podpisał ustawę o obronie ojczyzny
        cs ¦ Při útoku dronů na základnu v Iráku zemřeli dva vojáci
        sk ¦ Pri útoku dronov na základňu v Iraku zomreli dvaja vojaci
        sv ¦ Två döda efter drönarattack mot militärbas i Irak
        sv ¦ Regeringen vill höja försvarsanslagen nästa år
        no ¦ To drept etter droneangrep mot militærbase ifølge politiet
        da ¦ To dræbt efter droneangreb mod base i Irak, siger hæren
        fi ¦ Kaksi kuoli lennokki-iskussa tukikohtaan Irakissa
        fi ¦ Hallitus esittää uusia pakotteita Irania vastaan
        hu ¦ Két katona meghalt egy dróntámadásban Irak északi részén
        ro ¦ Doi morți după un atac cu drone asupra unei baze din Irak
        ro ¦ Președintele a semnat legea privind bugetul de stat
        el ¦ Δύο νεκροί από επίθεση με drone σε βάση στο Ιράκ
        id ¦ Dua tentara tewas dalam serangan drone di pangkalan militer Irak
        vi ¦ Hai binh sĩ thiệt mạng trong vụ tấn công bằng máy bay không người lái
        sw ¦ Watu wawili wameuawa katika shambulio la ndege zisizo na rubani
        sq ¦ Dy të vrarë nga një sulm me dron në Irak
        zh ¦ 伊拉克北部基地遭无人机袭击,两人死亡
        zh ¦ 總統說這項協議將於週五簽署
        ja ¦ イラク北部の基地に無人機攻撃、2人死亡
        ja ¦ 首相、来月に中東を訪問へ
        ko ¦ 이라크 북부 기지에 드론 공격, 2명 사망
        hi ¦ इराक में ड्रोन हमले में दो सैनिकों की मौत हो गई है
        mr ¦ इराकमध्ये ड्रोन हल्ल्यात दोन सैनिक ठार झाले आहेत
        ne ¦ इराकमा भएको ड्रोन आक्रमणमा दुई जनाको मृत्यु भएको छ
        bn ¦ ইরাকে ড্রোন হামলায় দুই সেনা নিহত
        th ¦ โดรนโจมตีฐานทัพในอิรัก เสียชีวิต 2 ราย
        ka ¦ ერაყში სამხედრო ბაზაზე თავდასხმას ორი ადამიანი ემსხვერპლა
        hy ¦ Իրաքում անօդաչու թռչող սարքի հարձակման հետևանքով զոհվել է երկու մարդ
        ta ¦ ஈராக்கில் ட்ரோன் தாக்குதலில் இருவர் பலி
        am ¦ የኢትዮጵያ መንግሥት አዲስ ሕግ ማጽደቁን አስታወቀ ነው እና
        """;
}
