namespace News.Tests.Matching;

/// <summary>
/// Letters and endings of other languages. Columns as in <see cref="MatchingCases"/>; ‹tr› before a text is its language.
/// </summary>
internal static class ScriptCases
{
    public const string Table = """
        # Arabic
        عراق ¦ بالعراق ¦ بالعراق ¦ form ¦ in and the article
        عراق ¦ للعراق ¦ للعراق ¦ form ¦ for and the article
        عراق ¦ وبالعراق ¦ وبالعراق ¦ form ¦ and, in, the article
        عراق ¦ كالعراق ¦ كالعراق ¦ form ¦ like and the article
        عراق ¦ فالعراق ¦ فالعراق ¦ form ¦ so and the article
        والعراق ¦ في عراق ¦ - ¦ ¦ a particle in the query is taken as written
        العراق ¦ الجيش العراقي ¦ العراقي ¦ demonym ¦ its people with the article, as an adjective mostly has it
        العراق ¦ والعراقيين ¦ والعراقيين ¦ demonym ¦ and with a particle
        العراق ¦ للعراقية ¦ للعراقية ¦ demonym ¦ feminine
        العراق ¦ والعراق ¦ والعراق ¦ form ¦ the name's own form stays one
        العراق ¦ العراقيل ¦ - ¦ ¦ obstacles are no Iraqis
        السعودية ¦ المنتخب السعودي ¦ السعودي ¦ demonym ¦ a name that is an adjective itself
        السعودية ¦ للسعودية ¦ للسعودية ¦ form ¦ which is met as the name
        =العراق ¦ العراقي ¦ - ¦ ¦ letter for letter
        بغداد ¦ البغدادي ¦ - ¦ ¦ who is called after a city is another word
        إيران ¦ لإيران ¦ لإيران ¦ form ¦ for, on the hamza
        إيران ¦ وإيران ¦ وإيران ¦ form ¦ and, on the hamza
        ايران ¦ وبإيران ¦ وبإيران ¦ form ¦ two particles
        إيران ¦ ﺇﻳﺮان ¦ ﺇﻳﺮان ¦ folding ¦ presentation forms
        إيران ¦ إيرانية ¦ إيرانية ¦ demonym ¦ what is the country's
        ألمانيا ¦ في ألمانيا ¦ ألمانيا ¦ exact ¦ al- that is no article
        ألمانيا ¦ لألمانيا ¦ لألمانيا ¦ form ¦ al- that is no article takes a full lam
        ألمانيا ¦ بألمانيا ¦ بألمانيا ¦ form ¦ and a ba
        غزة ¦ بغزة ¦ بغزة ¦ form ¦ a short name
        غزة ¦ لغزة ¦ لغزة ¦ form ¦ a short name
        حزب ¦ لحزب ¦ لحزب ¦ form ¦ a short word of the news
        "حزب الله" ¦ وحزب الله ¦ وحزب الله ¦ phrase ¦ a particle on a phrase
        "حزب الله" ¦ لحزب الله ¦ لحزب الله ¦ phrase ¦ another particle on a phrase
        كرة ¦ فكرة ¦ - ¦ ¦ a ball is in no idea
        جنة ¦ لجنة ¦ - ¦ ¦ paradise is no committee
        ساد ¦ فساد ¦ - ¦ ¦ nor is there a word in corruption
        ضربة ¦ ضربات جوية ¦ ضربات ¦ form ¦ a plural in -at
        ضربة ¦ الضربات ¦ الضربات ¦ form ¦ with the article
        الهدنة ¦ هدنة ¦ هدنة ¦ form ¦ without the article
        مسيّرة ¦ مسيرة ¦ مسيرة ¦ folding ¦ a shadda
        مسيرة ¦ المسيّرات ¦ المسيّرات ¦ form ¦ a plural with a shadda
        مصطفى ¦ مصطفي ¦ مصطفي ¦ folding ¦ alif maqsura
        مسؤول ¦ مسوول ¦ مسوول ¦ folding ¦ hamza on the waw
        الرئيس ¦ الرييس ¦ الرييس ¦ folding ¦ hamza on the ya
        آل ¦ ال ¦ ال ¦ folding ¦ madda
        الله ¦ ﷲ ¦ ﷲ ¦ folding ¦ a ligature of four letters
        صاروخ ¦ «صاروخ»، ¦ صاروخ ¦ exact ¦ Arabic marks and comma
        قصف ¦ لقصف غزة ¦ لقصف ¦ form ¦ a short word of the news with for
        قصف ¦ بقصف ¦ بقصف ¦ form ¦ and with by
        نفط ¦ لنفط الخليج ¦ لنفط ¦ form ¦ another
        "وقف إطلاق النار" ¦ لوقف إطلاق النار ¦ لوقف إطلاق النار ¦ phrase ¦ a truce's first word
        قمة ¦ لقمة ¦ - ¦ ¦ a summit is no morsel
        لغم ¦ بلغم ¦ - ¦ ¦ nor is a mine phlegm
        مال ¦ كمال ¦ - ¦ ¦ nor is there money in Kamal
        مسؤول ¦ مسئول أمني ¦ مسئول ¦ form ¦ Egypt's seat of the hamza
        مسئول ¦ المسؤول ¦ المسؤول ¦ form ¦ and back, with the article
        شؤون ¦ للشئون ¦ للشئون ¦ form ¦ before a waw it has either
        رئيس ¦ رؤيس ¦ - ¦ ¦ elsewhere it hasn't
        عراق* ¦ العراقي ¦ العراقي ¦ prefix ¦ a beginning behind the article
        عراق* ¦ وللعراقيين ¦ وللعراقيين ¦ prefix ¦ and two particles
        الحوث* ¦ حوثيون ¦ حوثيون ¦ prefix ¦ and without the article
        قصف* ¦ ينقصف ¦ - ¦ ¦ not inside a word
        إرهاب* ¦ لإرهابيين ¦ لإرهابيين ¦ prefix ¦ a longer one behind a short particle
        "الحرس الثوري" ¦ للحرس الثوري ¦ للحرس الثوري ¦ phrase ¦ for and the article
        "الحرس الثوري" ¦ الحرس، الثوري ¦ الحرس، الثوري ¦ phrase ¦ a comma parts no phrase

        # Persian, Urdu, Kurdish
        ایران ¦ ايران ¦ ايران ¦ folding ¦ Persian and Arabic ya
        موشک ¦ موشک\u200cها ¦ موشک\u200cها ¦ form ¦ a plural after the zero-width non-joiner
        موشک ¦ موشکها ¦ موشکها ¦ form ¦ a plural written on
        موشک ¦ موشک ها ¦ موشک ¦ exact ¦ a plural apart
        موشک ¦ موشک\u200cهای ایران ¦ موشک\u200cهای ¦ form ¦ a plural with its ezafe
        موشک ¦ موشک\u200cهایی ¦ موشک\u200cهایی ¦ form ¦ some of them
        موشک ¦ حمله موشکی ¦ موشکی ¦ form ¦ of missiles, or one of them
        موشک ¦ موشک\u200cهایش ¦ موشک\u200cهایش ¦ form ¦ somebody's
        پزشک ¦ علوم پزشکی ¦ - ¦ ¦ a physician is no medicine
        مکتب ¦ کتاب مکتبی ¦ مکتبی ¦ form ¦ a kaf of Persia makes the word Persian
        كتاب ¦ كتابي ¦ - ¦ ¦ in Arabic it is "my"
        حمله ¦ حمله\u200cای ¦ حمله\u200cای ¦ form ¦ an attack
        حمله ¦ حمله\u200cی هوایی ¦ حمله\u200cی ¦ form ¦ an ezafe after he
        حمله ¦ حملهٔ هوایی ¦ حملهٔ ¦ folding ¦ or as a mark
        موشک\u200cها ¦ موشک ها ¦ موشک ها ¦ compound ¦ a joiner that a text writes as a space
        موشک\u200cها ¦ موشکها ¦ موشکها ¦ folding ¦ or not at all
        آتش\u200cبس ¦ آتش بس در غزه ¦ آتش بس ¦ compound ¦ a truce
        آتش\u200cبس ¦ آتشبس ¦ آتشبس ¦ folding ¦ as one
        آتش\u200cبس ¦ آتش در بس ¦ - ¦ ¦ not with a word between
        "آتش بس" ¦ آتش\u200cبس ¦ آتش\u200cبس ¦ compound ¦ and back
        می\u200cشود ¦ می شود ¦ می شود ¦ compound ¦ a verb
        "حمله می\u200cشود" ¦ حمله می شود ¦ حمله می شود ¦ compound ¦ in a phrase
        =آتش\u200cبس ¦ آتش بس ¦ - ¦ ¦ letter for letter
        السود ¦ السود أن ¦ السود ¦ exact ¦ Arabic words side by side stay two
        السودان ¦ السود أن ¦ - ¦ ¦ and make no country
        آمریکا ¦ آمریکای شمالی ¦ آمریکای ¦ form ¦ an ezafe after a vowel
        ایران ¦ ایرانی ¦ ایرانی ¦ demonym ¦ what is the country's
        سپاه ¦ سپاهِ پاسداران ¦ سپاهِ ¦ folding ¦ an ezafe as a mark
        "سپاه پاسداران" ¦ سپاه پاسداران انقلاب ¦ سپاه پاسداران ¦ phrase ¦ a phrase
        کردستان ¦ كردستان ¦ كردستان ¦ folding ¦ kaf
        ۱۴۰۳ ¦ سال 1403 ¦ 1403 ¦ folding ¦ Persian digits
        حملہ ¦ حملے میں ¦ حملے ¦ form ¦ an Urdu plural
        حملہ ¦ ڈرون حملوں ¦ حملوں ¦ form ¦ the other one
        ڈرون ¦ ڈرونوں ¦ ڈرونوں ¦ form ¦ after a consonant
        پاکستان ¦ پاكستان ¦ پاكستان ¦ folding ¦ kaf
        هەولێر ¦ ههولێر ¦ ههولێر ¦ folding ¦ Kurdish e as Arabic ha

        # Hebrew
        איראן ¦ באיראן ¦ באיראן ¦ form ¦ in
        איראן ¦ ואיראן ¦ ואיראן ¦ form ¦ and
        איראן ¦ שבאיראן ¦ שבאיראן ¦ form ¦ that in
        איראן ¦ מאיראן ¦ מאיראן ¦ form ¦ from
        איראן ¦ איראנים ¦ איראנים ¦ demonym ¦ its people
        ירושלים ¦ ירושלמים ¦ - ¦ ¦ who is from a city is another word
        עזה ¦ ברצועת עזה ¦ עזה ¦ exact ¦ a short name
        עזה ¦ ובעזה ¦ ובעזה ¦ form ¦ with particles
        בית ¦ הבית ¦ - ¦ ¦ short words stay as they are
        צהל ¦ צה"ל תקף ¦ צה"ל ¦ folding ¦ a straight mark in an initialism
        צהל ¦ צה״ל תקף ¦ צה״ל ¦ folding ¦ a gershayim
        צה״ל ¦ צה"ל תקף ¦ צה"ל ¦ folding ¦ either in the query
        צה"ל ¦ בצה"ל ¦ בצה"ל ¦ form ¦ a straight mark between two letters opens no phrase
        צה"ל תקף ¦ צהל תקף ¦ צהל, תקף ¦ folding, exact ¦ nor does it end the word
        "צה"ל תקף" ¦ צה״ל תקף ¦ צה״ל תקף ¦ phrase ¦ nor a phrase
        או״ם ¦ החלטת באו״ם ¦ באו״ם ¦ form ¦ a short initialism with a particle
        טיל ¦ הטיל פגע ¦ הטיל ¦ form ¦ a short word of the news, though it is "imposed" too
        צבא ¦ והצבא ¦ והצבא ¦ form ¦ another
        קרב ¦ בקרב ¦ - ¦ ¦ a battle is no "among"
        נשק ¦ לנשק ¦ - ¦ ¦ a weapon is no kiss
        טרור* ¦ הטרוריסטים ¦ הטרוריסטים ¦ prefix ¦ a beginning behind the article
        טיל ¦ "טיל" ¦ טיל ¦ exact ¦ marks around a word stay marks

        # Cyrillic
        Ирак ¦ в Ираке ¦ Ираке ¦ form ¦ prepositional
        Ирак ¦ армия Ирака ¦ Ирака ¦ form ¦ genitive
        Ирак ¦ с Ираком ¦ Ираком ¦ form ¦ instrumental
        Ирак ¦ по Ираку ¦ Ираку ¦ form ¦ dative
        Ирак ¦ иракский ¦ иракский ¦ demonym ¦ what is the country's
        Багдад ¦ багдадский ¦ - ¦ ¦ an adjective is another word
        Иран ¦ Тиран ¦ - ¦ ¦ not inside a word
        Иран ¦ удар по Ирану ¦ Ирану ¦ form ¦ dative
        Украина ¦ на Украине ¦ Украине ¦ form ¦ -а
        Украина ¦ Украиной ¦ Украиной ¦ form ¦ -а, instrumental
        Украина ¦ Украины ¦ Украины ¦ form ¦ -а, genitive
        Россия ¦ в России ¦ России ¦ form ¦ -ия
        Россия ¦ Россию ¦ Россию ¦ form ¦ -ия, accusative
        Россия ¦ Россией ¦ Россией ¦ form ¦ -ия, instrumental
        Израиль ¦ Израиля ¦ Израиля ¦ form ¦ a soft sign
        Израиль ¦ с Израилем ¦ Израилем ¦ form ¦ a soft sign, instrumental
        Китай ¦ Китая ¦ Китая ¦ form ¦ й
        Китай ¦ китайский ¦ китайский ¦ demonym ¦ what is the country's
        Шанхай ¦ шанхайский ¦ - ¦ ¦ an adjective
        Зеленский ¦ Зеленского ¦ Зеленского ¦ form ¦ a name like an adjective
        Зеленский ¦ Зеленским ¦ Зеленским ¦ form ¦ its instrumental
        Путин ¦ Путиным ¦ Путиным ¦ form ¦ a name in -ин
        Путин ¦ Путина ¦ Путина ¦ form ¦ its genitive
        ракета ¦ ракет ¦ ракет ¦ form ¦ a genitive plural without an ending
        ракета ¦ ракетами ¦ ракетами ¦ form ¦ an instrumental plural
        удар ¦ серия ударов ¦ ударов ¦ form ¦ a genitive plural
        дрон ¦ дроны ¦ дроны ¦ form ¦ a plural
        дрон ¦ дронами ¦ дронами ¦ form ¦ an instrumental plural
        санкции ¦ к санкциям ¦ санкциям ¦ form ¦ from a plural, its dative
        санкции ¦ санкциями ¦ санкциями ¦ form ¦ its instrumental
        санкции ¦ новых санкций ¦ санкций ¦ folding ¦ its genitive, but for the breve
        санкции ¦ санкцию ¦ санкцию ¦ form ¦ one of them
        ракеты ¦ ракетами ¦ ракетами ¦ form ¦ a plural in -ы
        ракеты ¦ десять ракет ¦ ракет ¦ form ¦ its genitive
        удары ¦ серия ударов ¦ ударов ¦ form ¦ of a masculine word
        выборы ¦ на выборах ¦ выборах ¦ form ¦ an election
        выборы ¦ выбор ¦ - ¦ ¦ is no choice
        танки ¦ танк ¦ танк ¦ form ¦ one of them
        дети ¦ дет ¦ - ¦ ¦ a short word keeps its ending
        атаки ¦ атакой ¦ атакой ¦ form ¦ after к
        танки ¦ танков ¦ танков ¦ form ¦ masculine
        власти ¦ властями ¦ властями ¦ form ¦ after a soft consonant
        Юрий ¦ Юрием ¦ Юрием ¦ form ¦ a name in -ий, which is no plural
        боец ¦ бойцов ¦ бойцов ¦ form ¦ a vowel that goes
        иранцы ¦ иранцев ¦ иранцев ¦ form ¦ a people
        наступление ¦ в наступлении ¦ наступлении ¦ form ¦ -ие
        мир ¦ мира ¦ - ¦ ¦ short words stay as they are
        Йемен ¦ И\u0306емен ¦ И\u0306емен ¦ folding ¦ й as two characters
        Йемен ¦ в Йемене ¦ Йемене ¦ form ¦ prepositional
        Україна ¦ в Україні ¦ Україні ¦ form ¦ Ukrainian -а
        Україна ¦ Україною ¦ Україною ¦ form ¦ Ukrainian instrumental
        Росія ¦ з Росією ¦ Росією ¦ form ¦ Ukrainian -ія
        Росія ¦ в Росії ¦ Росії ¦ form ¦ ї
        Київ ¦ у Києві ¦ Києві ¦ form ¦ і comes and goes
        Харків ¦ з Харкова ¦ Харкова ¦ form ¦ і comes and goes
        Їжак ¦ І\u0308жак ¦ І\u0308жак ¦ folding ¦ ї as two characters
        дрон ¦ дрони ¦ дрони ¦ form ¦ a Ukrainian plural

        # Turkish
        sınır ¦ ‹tr› SINIR geçildi ¦ SINIR ¦ folding ¦ ı is I without a dot
        sınır ¦ ‹tr› Sınır geçildi ¦ Sınır ¦ exact ¦ as written
        sınır ¦ ‹tr› sinir bozucu ¦ - ¦ ¦ nerves are no border
        sınır ¦ ‹tr› SİNİR ¦ - ¦ ¦ nor in capitals
        SINIR ¦ ‹tr› sınır geçildi ¦ sınır ¦ folding ¦ plain capitals meet either
        sinir ¦ ‹tr› sınır geçildi ¦ sınır ¦ folding ¦ plain letters meet either: not everybody has a Turkish keyboard
        sınır ¦ ‹› sinir ¦ sinir ¦ folding ¦ where the language isn't known all i's are one
        sınır ¦ ‹en› sinir ¦ sinir ¦ folding ¦ in other languages too
        sınır ¦ ‹tr-TR› sinir ¦ - ¦ ¦ the language with its region
        Diyarbakir ¦ ‹tr› Diyarbakır ¦ Diyarbakır ¦ folding ¦ plain letters meet either
        Diyarbakır ¦ ‹tr› DİYARBAKIR ¦ DİYARBAKIR ¦ folding ¦ a dotted and a dotless capital
        Bakı ¦ ‹az› BAKI ¦ BAKI ¦ folding ¦ Azerbaijani
        Bakı ¦ ‹az› baki ¦ - ¦ ¦ Azerbaijani
        İran ¦ ‹tr› İran'ın ordusu ¦ İran'ın ¦ form ¦ genitive
        Irak ¦ ‹tr› Irak'ta patlama ¦ Irak'ta ¦ form ¦ locative
        Irak ¦ ‹tr› Irak’tan ¦ Irak’tan ¦ form ¦ ablative, curly
        Türkiye ¦ ‹tr› Türkiye'nin ¦ Türkiye'nin ¦ form ¦ genitive after a vowel
        Türkiye ¦ ‹› Türkiye'nin ¦ Türkiye'nin ¦ form ¦ without knowing the language
        İran ¦ ‹tr› İran'a ¦ İran'a ¦ form ¦ dative
        PKK ¦ ‹tr› PKK'nın ¦ PKK'nın ¦ form ¦ on an initialism
        PKK ¦ ‹tr› PKK'ya ¦ PKK'ya ¦ form ¦ dative on an initialism
        Sanaa ¦ Sana'a ¦ Sana'a ¦ folding ¦ no Turkish ending outside of Turkish
        Sanaa ¦ Sana\u02bda ¦ Sana\u02bda ¦ folding ¦ a reversed comma, as scholars write the ayn
        Shia ¦ Shi'a ¦ Shi'a ¦ folding ¦ no Turkish ending outside of Turkish
        saldırı ¦ ‹tr› hava saldırısında ¦ saldırısında ¦ form ¦ a possessive with a case
        saldırı ¦ ‹tr› saldırıları ¦ saldırıları ¦ form ¦ a plural
        saldırı ¦ ‹tr› SALDIRILAR ¦ SALDIRILAR ¦ form ¦ in capitals
        saldırı ¦ ‹tr› saldırıda ¦ saldırıda ¦ form ¦ where
        saldırı ¦ ‹tr› saldırgan ¦ - ¦ ¦ who attacks is another word
        füze ¦ ‹tr› füzeler ¦ füzeler ¦ form ¦ front vowels
        füze ¦ ‹tr› balistik füzesi ¦ füzesi ¦ form ¦ a possessive
        sınır ¦ ‹tr› sınırda ¦ sınırda ¦ form ¦ after a consonant
        sınır ¦ ‹tr› sınırı ¦ sınırı ¦ form ¦ accusative
        sınır ¦ ‹tr› sinirlar ¦ - ¦ ¦ the dots still count
        savaş ¦ ‹tr› savaştan ¦ savaştan ¦ form ¦ a hard consonant hardens the ending
        "hava saldırısı" ¦ ‹tr› HAVA SALDIRISI ¦ HAVA SALDIRISI ¦ phrase ¦ in a phrase
        Bakı ¦ ‹az› Bakıda ¦ Bakıda ¦ form ¦ Azerbaijani writes no apostrophe
        Türk ¦ Turku ¦ - ¦ ¦ a name takes its endings behind an apostrophe: Turku is Finnish
        Führer ¦ Führerin ¦ - ¦ ¦ German has such letters too
        künstler ¦ Künstlerin ¦ - ¦ ¦ in small letters, too
        ameaça ¦ ameaçada ¦ - ¦ ¦ and Portuguese
        Ankara ¦ ‹tr› Ankaralı ¦ - ¦ ¦ who is from there is another word

        # Other Latin letters
        Türkei ¦ die Tuerkei ¦ Tuerkei ¦ form ¦ ü as ue
        Türkei ¦ die Turkei ¦ Turkei ¦ folding ¦ ü as u
        Ålesund ¦ Aalesund ¦ Aalesund ¦ form ¦ å as aa
        Ørsted ¦ Oersted ¦ Oersted ¦ form ¦ ø as oe
        Tuerkei ¦ die Türkei ¦ - ¦ ¦ not back: ue is often two letters
        Ærø ¦ AEro ¦ AEro ¦ folding ¦ æ is ae
        Hà Nội ¦ Ha Noi ¦ Ha, Noi ¦ folding, folding ¦ Vietnamese
        Đà Nẵng ¦ Da Nang ¦ Da, Nang ¦ folding, folding ¦ Vietnamese đ
        Azerbaycan ¦ Azərbaycan ¦ Azərbaycan ¦ folding ¦ Azerbaijani ə
        Mogadishu ¦ MOGADISHU ¦ MOGADISHU ¦ exact ¦ capitals
        Zürich ¦ ZU\u0308RICH ¦ ZU\u0308RICH ¦ folding ¦ two characters in capitals
        São ¦ Sa\u0303o ¦ Sa\u0303o ¦ folding ¦ a tilde of its own
        Reykjavík ¦ Reykjavik ¦ Reykjavik ¦ folding ¦ Icelandic
        naïve ¦ naive ¦ naive ¦ folding ¦ a diaeresis
        flight ¦ ﬂight ¦ ﬂight ¦ folding ¦ a ligature
        Iraq ¦ I\u200dr\ufeffaq ¦ I\u200dr\ufeffaq ¦ folding ¦ joiners and marks of order
        ceasefire ¦ cease\u2011fire ¦ cease\u2011fire ¦ compound ¦ a hyphen that doesn't break
        ceasefire ¦ cease\u2010fire ¦ cease\u2010fire ¦ compound ¦ the proper hyphen
        ceasefire ¦ cease\u00a0fire ¦ cease\u00a0fire ¦ compound ¦ a space that doesn't break
        IRGC ¦ ＩＲＧＣ ¦ ＩＲＧＣ ¦ folding ¦ full-width capitals
        F-16 ¦ Ｆ－１６ ¦ Ｆ－１６ ¦ phrase ¦ full-width hyphen and digits
        Kataib ¦ Katāʾib Hezbollah ¦ Katāʾib ¦ folding ¦ a modifier letter
        Kata'ib ¦ Kataʿib ¦ Kataʿib ¦ folding ¦ the other one
        Ansarallah ¦ Anṣār-Allāh ¦ Anṣār-Allāh ¦ compound ¦ dots below, a hyphen
        Anbar ¦ al-Anbar ¦ Anbar ¦ exact ¦ after an article with a hyphen
        Anbar ¦ Al-ʾAnbār ¦ Anbār ¦ folding ¦ after an article and a mark
        al-Shabaab ¦ alShabaab ¦ alShabaab ¦ compound ¦ an article written on
        alshabaab ¦ al-Shabaab ¦ al-Shabaab ¦ compound ¦ and back
        "al Shabaab" ¦ al-Shabaab's men ¦ al-Shabaab's ¦ phrase ¦ a possessive
        Κύπρος ¦ ΚΥΠΡΟΣ ¦ ΚΥΠΡΟΣ ¦ folding ¦ Greek capitals
        Ιράν ¦ στο Ιραν ¦ Ιραν ¦ folding ¦ a tonos left out

        # Scripts without spaces
        伊朗 ¦ 美国制裁伊朗IRGC成员 ¦ 伊朗 ¦ exact ¦ Latin letters right after
        IRGC ¦ 美国制裁伊朗IRGC成员 ¦ IRGC ¦ exact ¦ Latin letters in the middle
        F-16 ¦ 两架F-16战机 ¦ F-16 ¦ exact ¦ digits in the middle
        2024 ¦ 在2024年 ¦ 2024 ¦ exact ¦ a year
        伊拉克 ¦ 伊 拉 克 ¦ 伊 拉 克 ¦ phrase ¦ with spaces for looks
        "伊朗 无人机" ¦ 伊朗无人机袭击 ¦ 伊朗无人机 ¦ phrase ¦ a phrase that the text writes on
        無人機 ¦ 無人機攻撃 ¦ 無人機 ¦ exact ¦ Japanese
        ガザ ¦ ガザ地区 ¦ ガザ ¦ exact ¦ kana before kanji
        ガザ ¦ ｶﾞｻﾞ地区 ¦ ｶﾞｻﾞ ¦ folding ¦ half-width kana, as tickers write them
        ガザ ¦ カ\u3099サ\u3099地区 ¦ カ\u3099サ\u3099 ¦ folding ¦ voicing marks of their own
        パレスチナ ¦ ハ\u309aレスチナ ¦ ハ\u309aレスチナ ¦ folding ¦ the other mark
        パレスチナ ¦ ﾊﾟﾚｽﾁﾅ ¦ ﾊﾟﾚｽﾁﾅ ¦ folding ¦ and of half width
        ヴ ¦ ｳﾞ ¦ ｳﾞ ¦ folding ¦ a voiced vowel, which stands apart in Unicode
        ミサイル ¦ 弾道ﾐｻｲﾙ ¦ ﾐｻｲﾙ ¦ folding ¦ half-width kana without marks
        "弾道ミサイル" ¦ 弾道ﾐｻｲﾙ ¦ 弾道ﾐｻｲﾙ ¦ phrase ¦ in a phrase
        ｶﾞｻﾞ ¦ ガザ ¦ ガザ ¦ folding ¦ half-width kana in the query
        イラク ¦ ｲﾗｽﾄ ¦ - ¦ ¦ other kana
        カザ ¦ ガザ ¦ - ¦ ¦ voicing makes another word
        이란 ¦ 이란은 ¦ 이란 ¦ exact ¦ a particle
        이란 ¦ 이란에서 ¦ 이란 ¦ exact ¦ a longer one
        이라크 ¦ \u110b\u1175\u1105\u1161\u110f\u1173에서 ¦ \u110b\u1175\u1105\u1161\u110f\u1173 ¦ folding ¦ Hangul taken apart, as macOS writes it
        이란 ¦ \u110b\u1175\u1105\u1161\u11ab은 ¦ \u110b\u1175\u1105\u1161\u11ab ¦ folding ¦ with a final consonant
        이란 ¦ \u110b\u1175라\u11ab ¦ \u110b\u1175라\u11ab ¦ folding ¦ a syllable with its last letter apart
        이라 ¦ 이란은 ¦ - ¦ ¦ a final consonant makes another syllable
        우크라이나 ¦ 우크라이나군 ¦ 우크라이나 ¦ exact ¦ a word written on
        ยูเครน ¦ สงครามยูเครนรัสเซีย ¦ ยูเครน ¦ exact ¦ Thai, both sides
        ग़ाज़ा ¦ गाजा में ¦ गाजा ¦ folding ¦ a dot below that many leave out
        गाजा ¦ ग\u093cाज\u093cा ¦ ग\u093cाज\u093cा ¦ folding ¦ or set by itself
        कांग्रेस ¦ काँग्रेस ¦ काँग्रेस ¦ folding ¦ two signs of one nasal
        পুতিনকো ¦ পুতিনক\u09c7\u09be ¦ পুতিনক\u09c7\u09be ¦ folding ¦ a Bengali vowel sign in its two parts
        கொழும்பு ¦ க\u0bc6\u0bbeழும்பு ¦ க\u0bc6\u0bbeழும்பு ¦ folding ¦ a Tamil one
        ईरान ¦ ईरान ने ¦ ईरान ¦ exact ¦ Hindi
        """;
}
