namespace News.Articles;

/// <summary>What languages that share a script are told apart by.</summary>
internal static class LanguageGuessWords
{
    /// <summary>
    /// A line each: tag ¦ letters beyond those that every language of the script has; before a + those without which
    /// a word with the others is more likely another language's ¦ words that are frequent in any
    /// text and in headlines.
    /// -x is an ending of a longer word, 'x one behind an apostrophe.
    /// </summary>
    public const string Latin =
        """
        en ¦ ¦ the of and to in is for on it at with from that was has have had are were will would been be by an as after over says said who his her their they he she its not but this which about into than more amid against under before during when while what how why could should may might all new out up off no two three killed people first last year years could between also there these those or if we you your our can only other some such most says 's 't 're 've 'll -ing -tion -tions -ly -ness -ed -ers -ght -ship -ity -ous -ial -wards war attack rise rises deal talks meets court calls set back make take deadly old day week month another until since still him where because being did do does many much those through around near next long four five home go goes get gets help need want how
        fr ¦ éèàêçùâîôûëïœ ¦ le la les des du de et en un une est pour dans sur au aux par qui que plus avec ne pas ce cette ces sont été son sa ses leur leurs après avant contre selon mais ou où d l qu n s c j se il elle ils ont fait entre deux trois sans sous chez encore aussi comme tout tous vers lors depuis être avoir a à y mort morts ans -tion -tions -eur -eurs -eux -euse -aire -aires -ière -iers -ité -ement -ique -iques -ance -elle -aient -ées nouveau nouvelle nouveaux nouvelles autre autres
        de ¦ äöüß ¦ der die das und in den von zu mit im auf ist des ein eine einen einem einer nicht auch für sich dem bei nach aus wird werden hat haben wurde wurden über vor um am zum zur als an sie er es wie nur noch sind war waren durch gegen mehr zwei drei oder aber kein keine unter zwischen seit bis will soll sein seine ihre ihr wir man dass wenn kann neue neuer ab ins -ung -ungen -lich -liche -lichen -keit -heit -schaft -isch -ische -ischen -igen -cht -ften -tet -ßen viele mehrere etwa wegen ohne beim sagt
        es ¦ áéíóúñü ¦ el la los las de del en y que un una por con para se al su sus no es lo más como pero sobre fue han ha sin entre tras contra este esta desde hasta son ser está están dos tres años también cuando muy ya o a le les hay según durante ante donde todo todos era muertos fue sido e ni -ción -ciones -dad -ado -ados -ada -adas -mente -iento -ando -iendo -aron -ieron -ará -encia -ista nuevo nueva nuevas nuevos pide anuncia otro otra ella él así hoy -ión -cia dónde quién cuándo qué gran
        pt ¦ ãõçáâéêíóôúà ¦ o a os as de do da dos das em e que um uma para no na nos nas com por se não mais ao à aos às como mas foi são está após contra sobre sua seu seus suas entre pelo pela pelos pelas tem ser ter já muito também até sem é dois três anos diz quando ou isso esta este ele ela foram há segundo -ção -ções -dade -ado -ada -ados -adas -mente -mento -ando -endo -aram -eram -ência -eiro -eira -ista -ões novo nova novas novos outro outra ela ele hoje
        it ¦ àèéìòùî ¦ il lo la i gli le di del della dello dei degli delle che e è un uno una in nel nella nei nelle con per da dal dalla dai su sul sulla al alla ai alle non si sono più come ma anche ha hanno dopo contro tra fra questo questa suo sua due tre anni stato essere se o ed l d dell all nell sull un chi cui senza ancora già -zione -zioni -mente -mento -ità -ato -ata -ati -ate -ando -endo -ano -ono -enza -ista -elli nuovo nuova nuovi nuove altro altra oggi
        nl ¦ éëïèü ¦ de het een van en in is op te dat met voor die aan niet zijn er ook om maar bij uit naar door wordt worden heeft hebben was werd na over tot als nog geen meer wel kan moet hij ze zij haar hun wat dit deze twee drie jaar tegen onder zich dan of al 's 't -ing -ingen -lijk -lijke -heid -tie -ijk -aat -oor -eren -ende
        af ¦ êëéôî ¦ die van en in is het nie om te met wat vir aan op word deur ook dat hy sy hulle ons by uit as maar was na oor kan sal nog meer 'n
        sv ¦ åäöé ¦ och i att det som en ett på är av för med den till inte om har de han hon var från kan vid men sig så efter mot ska ut under över mer också när eller nu sin sina vill blir blev där sedan två tre år enligt mellan hur vad alla utan inte varit får -ning -ningar -het -ade -arna -erna -ande -isk -iskt -iska -ligt -ar
        da ¦ æøåé ¦ og i at det er en et til på af for med den der de som ikke har om han hun var fra kan men sig så efter mod skal ud over mere også når eller nu sin sine vil bliver blev hvor to tre år mellem hvad alle uden bliver været får ved jeg efter siger have deres også dansk nye flere -ning -ninger -hed -ede -erne -ende -isk -iske -lig -lige nyt nye hun han hvem hvad hvornår siger være
        no ¦ æøåé ¦ og i å at det er en et til på av for med den der de som ikke har om han hun var fra kan men seg så etter mot skal ut over mer også når eller nå sin sine vil blir ble hvor to tre år mellom hva alle uten vært får ved jeg ei sier ha deres ifølge norsk nye flere etter -ning -ninger -het -ene -ende -isk -iske -lig -lige
        is ¦ þðæöáéíóúý ¦ og í á að er sem til um við með fyrir af það var ekki en hann hún frá eftir eru hafa hefur verið verður þá þess úr yfir ekki þar því sér
        fi ¦ äöå ¦ ja on ei se että oli ovat myös kun mutta tai jo vain kuin hän sen joka mukaan voi jos niin ole sekä vielä mitä nyt olla kanssa jälkeen ennen vuoden kaksi he siitä tämä ollut eivät noin yli -ssa -ssä -sta -stä -lla -llä -lta -ltä -lle -een -iin -nen -sen -tta -ttä -vat -vät -aan -ään -nut -mme vastaan -ita -itä -ttaa -ttää -isi -kaan -uun -iä -ksi mikä kuka missä milloin miten uusi uutta suomen -ensa -aan
        et ¦ õäöü ¦ ja on ei et see ka oli kui aga mis või ning pärast oma kes siis veel üle juba tema selle nad ole ta kuid kaks aastat eesti vastu pole -sse -des -mine -vad -tud -nud -ks -likku -list -dele
        pl ¦ ąćęłńśóźż ¦ w na z do i nie to jest się że po o od za przez dla ze jak a są był była było było oraz ale czy co tym przed przy pod ma który która które jego jej ich lub nad tego będzie tylko już został dwa dwóch lat przeciwko także może we u -ego -emu -ych -ymi -ość -ości -anie -enie -ania -enia -ów -ami -ach -owy -owa -owych -ski -ska -skie -skiego -cji -cja -ła -ło
        cs ¦ áčďéěíňóřšťúůýž ¦ v na se je a že z do po za od ve k s o to i pro by byl byla bylo jsou jako ale který která které při nebo jeho podle už před ze však může u co až mezi dva roku není také proti tak -ého -ému -ých -ými -ost -osti -ání -ení -ách -ový -ová -ské -ský -ského -ovat -uje -ala -alo -ali -ných -ném -ním dnes jen tento této jeho jej má moje můj mít jak kdy kde co bude budou podle tady v české
        sk ¦ áäčďéíĺľňóôŕšťúýž ¦ v na sa je a že z do po za od vo k s o to i pre by bol bola bolo sú ako ale ktorý ktorá ktoré pri alebo jeho podľa už pred zo však môže u čo až medzi dva roku nie tiež proti tak -ého -ému -ých -ými -osť -osti -anie -enie -ách -ový -ová -ské -ský -ského -ovať -uje -ala -alo -ali -ných -nom -ním dnes len tento tejto jeho ich
        sl ¦ čšž ¦ v na je in da se za so z po od pri bi tudi ki pa iz bil bila bilo ne k s do kot ali ko več pred med le še jih o kar po tem leta lahko -ega -emu -nje -ost -osti -ske -ski -ijo -anja -ala -alo -ali danes samo tega
        hr ¦ čćđšž ¦ u na je i za se od su da ne s iz po do o koji koja koje kao nije bi što te nakon tijekom tko gdje prije poslije vrijeme više bez protiv između ali ili rekao bio bila biti može samo dvije dva također već kod -nje -nja -ost -osti -ske -ski -ovi -ima -anja -skog -ija
        sr ¦ čćđšž ¦ u na je i za se od su da ne sa iz po do o koji koja koje kao nije bi što posle tokom ko gde pre vreme više bez protiv između ali ili rekao bio bila biti može samo dve dva takođe već kod šta -nje -nja -ost -osti -ske -ski -ovi -ima -anja -skog -ija
        hu ¦ áéíóöőúüű ¦ a az és egy hogy is nem meg volt el ki de csak már van mint még után szerint ez azt lesz vagy lehet ami aki két között ellen pedig sem ha arra ezt miatt több lett fel kell ők -nak -nek -ban -ben -ból -ből -hoz -hez -val -vel -ság -ség -sági -ségi -ása -ése -tak -tek -ért -ott -ett
        ro ¦ ăâîșțşţ ¦ de la a în și şi pe cu din pentru care nu o un mai fost al ale că este sunt după prin sau dar ca se au a-a fi lui lor ei doi trei ani împotriva asupra între cel cea cele va vor această unei unui s-a -ului -ilor -ției -ția -ții -ează -area -ării -ește -ată -ilor -iile
        lt ¦ ąčęėįšųūž ¦ ir į su dar jau kad yra iki nuo po ne per apie buvo tai kaip iš bei arba jis ji jie bus prieš už dėl tik -ams -oje -ėje -uose -imo -imas -ių -inti -iais -ybos -ybė
        lv ¦ āčēģīķļņšūž ¦ un ir par no ar uz pie jau tika bet kas ka kā arī gan pēc lai vai viņš viņa tas būs bija nav pret -iem -ām -ība -ības -šana -šanas -ties -ajā -iskā
        sq ¦ ëç ¦ të e në i për me një që dhe nga se ka është më do nuk si u po ky kjo kanë pas ishte nën duke kundër mes apo pa tha
        tr ¦ çğıöşüâî ¦ ve bir bu da de ile için olan olarak daha en son yeni çok gibi kadar sonra ne var yok dedi oldu olduğu ise ancak ama göre karşı o her iki üç yıl ya bin mi mı değil tarafından arasında etti edildi diye 'da 'de 'dan 'den 'nin 'nın 'nun 'nün 'ın 'in 'un 'ün 'a 'e 'ya 'ye 'yı 'yi 'yu 'nda 'nde 'ndan 'daki 'deki 'ta 'te 'tan 'ten -dır -dir -dur -dür -lar -ler -ları -leri -ların -lerin -ında -inde -unda -ünde -ından -inden -ması -mesi -ıyor -iyor -uyor -üyor -mış -miş -dığı -diği -acak -ecek -arak -erek -lığı -liği -tı -ndı kimdir nasıl neden bugün dün açıkladı geldi aldı -lığı -ıldı -ildi
        az ¦ ə+çğıöşü ¦ və bir bu da də ilə üçün olan olaraq daha ən son yeni çox kimi qədər sonra nə var yox deyib oldu isə amma görə qarşı o hər iki üç il ya min edib bildirib edilib olub olunub tərəfindən haqqında -lər -lar -ları -ləri -ların -lərin -ında -ində -dır -dir -mış -miş -ması -məsi -yyət -ıb
        uz ¦ ¦ va bir bu uchun bilan ham edi ekan esa bo haqida kerak yangi uning keyin lekin deb qildi qilingan tomonidan hamda emas har ikki yil
        ku ¦ êîûçş ¦ û sal kurd wan min li ji bi di de ku ew ev jî bo xwe re ye ne hat kir dike hatin her jî jî wê wî
        vi ¦ ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĩũ+âêôàáãèéìíòóõùúý ¦ và của là có trong cho các được không với một những người đã tại này từ khi về đến ra vào sau theo năm nhiều trên
        id ¦ ¦ yang dan di ke dari untuk pada dengan ini itu dalam tidak akan oleh juga adalah sebagai karena telah ada atau bisa tak kata setelah serta para lebih hingga saat secara tersebut dua tahun antara -kan -nya -annya
        tl ¦ ¦ ang ng sa na mga ay at si ni kay para hindi ito mula nang kung may dahil isang niya siya pa rin din noong ayon
        sw ¦ ¦ na ya wa kwa ni katika la za cha kuwa hii hiyo huo baada watu alisema amesema nchini rais yake wake hata pia zaidi
        ca ¦ àçèéíïòóú ¦ el la els les de del dels en i que un una per amb als al es no a és més com però ha han sobre contra després entre seva seu aquest aquesta fins d l s són ser dos tres anys també quan molt ja o hi ho -ció -cions -tat -ment -ats -ades -ència nou nova nous noves altre altra avui
        gl ¦ áéíóúñ ¦ o a os as de do da dos das en e que un unha para no na nos nas con por se non máis ao á como pero foi son está tras contra sobre súa seu entre polo pola ten ser xa moi tamén ata sen é dous tres anos -ción -cións -dade -mente -eiro
        eu ¦ ñ ¦ eta da ez du bat dira ere izan dute zuen egin baina dela arte ditu den edo hau duen dio beste ziren bere
        ga ¦ áéíóú ¦ an na agus ar i go le is ag a sa de do bhí tá sé nach leis chun ina raibh mar
        cy ¦ âêîôûŵŷ ¦ y yr yn o i a ac ar mae ei wedi am gan bod i'r fod hefyd oedd sydd ond eu nid cael
        so ¦ ¦ iyo ee ka ku oo in la uu ay waxa waxaa soo kale kuwa isaga wuxuu dowladda aan ayaa
        mt ¦ ċġħż ¦ li ta il u ma minn fuq dan din għal biex kien mill tal fil bil dwar wara aktar huma
        """;

    public const string Cyrillic =
        """
        ru ¦ ыэёъщйь ¦ и в на не что с по из о за для как это к у его от до а но был была были при после об году года они он она их или также я же все так уже более во со без под над между против только еще ещё если бы мы вы чтобы который которые сообщил заявил два две лет нет может -ого -его -ому -ыми -ими -ость -ости -ние -ния -ний -ает -ила -или -ться -тся -ский -ская -ские -ской -ную -ют -ать -ить -ции -ция -ного -ных есть после -ых -ым -ал -али -ала -ении -ением -шие -ший -шая -ной -ков -ках
        uk ¦ іїєґщйь ¦ і в у на не що з по із про за для як це до та а але був була були при після від року роки він вона вони їх або також усе так вже більше без під над між проти тільки ще якщо би ми ви щоб який які повідомив заявив два дві є та й зі буде -ого -ому -ими -ість -ості -ння -ення -ання -ає -ють -али -или -ила -ться -ський -ська -ські -ської -ції -ція -ного вже -ів -іх -їх -ої -ою -цять -ив -ить
        be ¦ ўі+ыэёйь ¦ і у ў на не што з па пра за для як гэта да а але быў была былі пры пасля ад года ён яна яны іх або таксама ужо больш без пад над між супраць толькі яшчэ калі бы мы вы каб які якія два дзве з паведаміў -аго -ага -ымі -асць -нне -ння -юць -аць -цца -скі -ская -цыі -ых -ым -аў -ла -ага
        bg ¦ ъщйь ¦ и в на не че се да са с за от по до като това е след при към със което който които през беше няма има но а ще още или също бе му го ги си защото най между срещу само вече два две години може той тя те каза без във по над под -ите -ото -ата -ият -ния -ност -ане -ене -ски -ция -яха -аха -ните двама души според срещу един една -ият -ени
        sr ¦ јљњћђџ ¦ и у на не да се је су са за од по до као то након после код који која које није био била или али више без против између само још већ два две године може он они рекао што шта из ће би о те -ства -ње -ња -ски -ских -ију -или -има -ног
        mk ¦ ѓќѕјљњџ ¦ и во на не дека се да со за од по до како тоа е после при кон кој која кои беше нема има но а ќе уште или исто му го ги си затоа меѓу против само веќе два две години може тој таа тие рече без над под -ите -ата -ото -ање -ње -ски -ција -ните
        kk ¦ әғқңөұүһі+йыэщё ¦ және бұл бір үшін мен бен да де деп жылы болды бар емес кейін туралы осы ол еді болып қазақстан оның арасында дейін көп жаңа екі -лар -лер -дың -нің -ған -ген
        ky ¦ ңөү+йыэщё ¦ жана бул бир үчүн менен да деп жылы болду бар эмес кийин тууралуу ошол ал эле болуп кыргыз анын арасында чейин көп жаңы эки -лар -лор -дын -нын -ган
        tg ¦ ғӣқӯҳҷ+йэё ¦ ва дар аз ба ки бо барои ин он аст буд шуд худ соли низ мекунад кард кардааст то ду тоҷикистон гуфт ҳам
        mn ¦ өү+йыэёщ ¦ нь бол энэ тэр байна байгаа болон хийсэн хэмээн улсын монгол болсон юм оны дээр хүн гэж дахь хоёр
        tt ¦ әөүҗңһ+йыэщ ¦ һәм бу бер өчен белән да дә дип булган бар түгел соң турында шул ул иде булып татар аның арасында -лар -ләр -ның -нең -ган -гән -лары
        """;

    public const string Arabic =
        """
        ar ¦ ةىيكأإؤئآء ¦ في من على إلى أن عن مع هذا هذه التي الذي ما لا كان كانت بعد قبل بين خلال أو ثم قد لم لن حول ضد بعد أكثر كما ذلك تلك هو هي هم كل أي عند منذ حتى غير إن إنه قال وقال يوم عام اليوم كيف أين هل ان الى وقد
        fa ¦ پچژگیکآ ¦ در از به که را است این با برای و بر تا آن شد شده می های ها خود کرد یک هم اما یا پس نیز دو کرده بود باید دارد شود پیش گفت ایران روز سال بین وی ای کنند هستند نیست
        ur ¦ ٹڈڑںےہھۓ+پچژگیک ¦ کے میں کی ہے سے کو کا اور پر نے ہیں کہ یہ اس ایک نہیں بھی تھا تھی تھے گیا کر کیا کرنے ان وہ جو بعد لیے ساتھ تک ہو دو رہا گئے گئی
        ckb ¦ ڕڵۆێەڤ+پچژگیک ¦ لە بە و بۆ کە ئەو ئەم لەگەڵ دەکات کرد دوای پێش هەر دەبێت کوردستان نێوان سەر بوو کراوە دەڵێت یان
        ps ¦ ټډړږښڼېۍځڅ+پچژګگيیکئ ¦ د په چې او له کې يې ته دي دی سره هم یو دا کړی کړي شوي شوی وو پر نه افغانستان کوي وروسته ته د وزیر کابل شو
        ug ¦ ۇۆۈېڭۋە+پچژگيكئ ¦ ۋە بۇ بىر ئۇ بىلەن ئۈچۈن دەپ بولغان قىلغان كېيىن ئۇيغۇر
        sd ¦ ٻڀٽٿڄڃڇڊڍڙڦڪڳڱڻھ ¦ ۾ جي جو کي کان آهي ۽ تي سان لاءِ هن اهو آهن کي نه ڪري سنڌ
        """;

    public const string Devanagari =
        """
        hi ¦ ¦ के में की है से को का और पर ने हैं कि यह इस एक नहीं भी था थी थे गया कर लिए साथ तक हो दो रहा गए गई बाद
        mr ¦ ळ ¦ आहे च्या आणि या हे ही ते होते होता झाली झाला झाले मध्ये साठी केली केला नाही आहेत त्यांनी एक यांनी करण्यात वर
        ne ¦ ¦ छ को मा र ले पनि भएको गरेको छन् गर्न लागि हुन यो भने भएका नेपाल थियो गर्ने तथा हुने बाट भन्दा
        """;

    public const string Hebrew =
        """
        he ¦ ¦ של על את לא עם זה הוא היא גם כי אל או אם מה יש אין כל רק עוד אחרי לפני בין יותר נגד אמר היה הם
        yi ¦ װױײאַאָ ¦ איז און די דער פֿון אין מיט צו האט נישט דאס א פאר וואס אויף זיך
        """;

    public const string Bengali =
        """
        bn ¦ র ¦ এবং ও এই না করে থেকে হয় জন্য তার একটি করা হয়েছে বলেন সঙ্গে পর আর
        as ¦ ৰৱ ¦ আৰু এই এটা কৰা কৰে হয় বাবে সৈতে হৈছে পৰা
        """;

    public const string Ethiopic =
        """
        am ¦ ¦ ነው እና ላይ ውስጥ ወደ ከ በ ነበር መሆኑን ጋር ግን ሲሆን ይህ
        ti ¦ ¦ እዩ ኣብ ናይ እቲ ነቲ ካብ ምስ ድማ እዚ ናብ ከም
        """;
}
