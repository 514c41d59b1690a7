namespace News.Summaries;

internal static partial class GivenNames
{
    /// <summary>Of women, in Asia and Africa: Arabic, Persian, Turkish, Kurdish, Hebrew, Indian, Japanese, Korean, and of the peoples of Africa.</summary>
    private const string WomenOfAsiaAndAfrica = """
        Abir Abla Adla Afaf Afnan Afsaneh Ahlam Ahoo Aishah Aïcha Aissata Alya Aliaa Amani Amat Amira Amra Anahita Anisa Anissa
        Arezoo Arij Arwa Asal Aseel Asieh Asiya Asmaa Asmahan Assia Asya Atefeh Atieh Atifa Aya Ayah Ayan Ayat Ayda Aylin Aysel
        Ayşegül Aysha Ayten Azar Azeeza Aziza Azra Bahar Bahareh Balqis Banafsheh Banan Bana Bahiya Basima Basma Batoul Bayan Begüm
        Belkis Belqis Berfin Beritan Berivan Besma Betül Buket Burcu Büşra Canan Ceren Ceyda Cigdem Çiğdem Çağla Dalal Damla Daniah
        Deema Delal Delband Dena Derya Didem Dima Dilan Dilara Dilek Dilnaz Doaa Donya Dua Dunya Ebru Ebtekar Ece Eda Efsane Eiman
        Elaha Elanur Elham Elmira Elnaz Emel Eman Enas Enayat Esin Esma Esraa Evîn Evin Eylem Eylül Fadia Fadila Fahima Faiqa Faiza
        Fakhria Farahnaz Faranak Farangis Fareeda Farha Fariba Farideh Farkhunda Farnaz Faryal Farzana Farzaneh Fatemah Fathia
        Fatima-Zahra Fatimah Fatin Fatiha Fattouma Fatou Fatoumata Fatuma Fawzia Fayza Feride Feriha Feryal Figen Filiz Firoozeh
        Firouzeh Forouzan Forough Fouzia Fozia Freshta Fulya Fusun Gamze Ghadeer Ghazal Ghazala Ghofran Ghofrane Ghosoon Gohar Golnar
        Golnaz Golshifteh Gözde Gül Gülay Gülşen Gülsüm Gülten Habiba Hadeel Hadil Hafida Haifa Haja Hajar Hajer Hajra Haleh Halide
        Halimah Hamideh Hamida Hana Hanaa Handan Haneen Hanifa Hania Hanin Hannan Haniyeh Hasiba Hasna Hasnaa Hasina Hassiba Hayam
        Hayat Hebah Helin Hend Hengameh Hevin Hiba Hila Hind Homa Homeira Houda Hülya Huma Huriye Ibtihal Ibtihaj Iffat Imane Inaam
        Inaya Insaf Ilhem Isra Israa Jamila Jameela Jannat Jinan Jîn Jiyan Joumana Jumana Kalthoum Kamilah Kansu Karima Katayoun
        Khadeeja Khadijah Khadiga Khatera Khawla Khoula Kinda Kobra Kolsoum Kubra Kulsoom Kübra Lale Laleh Lama Lamis Lamya Latifeh
        Latife Layan Leen Lejla Loubna Lujain Lulwa Madiha Maha Mahdieh Mahin Mahira Mahnaz Mahnoor Mahrang Mahvash Mahwash Maisa
        Maissa Malak Malaka Malalai Malika Maliha Marwa Marwah Marzieh Marziyeh Masooma Masoumeh Massoumeh Mawadda Maysa Mays Mayada
        Mayss Mehrnaz Mehrnoosh Mehwish Melek Melike Meltem Meral Meryem Meryam Mehriban Minoo Mitra Moneera Monira Mozhgan Muge Müge
        Mumtahina Muneera Munira Münevver Mushtari Nabeela Nabila Nadera Nadereh Nadje Nafisa Nahed Nahid Najat Najia Najiba Najma
        Najwa Namika Narin Nariman Nasima Nasreen Naushin Nayera Nayla Nazan Nazia Nazlı Nazli Nebahat Neda Neela Negar Negin Nermin
        Nesrin Nesreen Neşe Neveen Nevin Neylan Nida Nigar Nihal Nihan Nilgün Nilofar Nilufar Nilüfer Nisreen Nisrine Niveen Noha
        Noora Noura Noushin Nurcan Nurhan Nurten Oya Ouafa Oumou Ozge Özge Pakhshan Pantea Parastoo Parvaneh Parveen Parvin Parwin
        Parwana Pegah Pelin Pınar Pinar Perihan Perwin Raghad Raghda Rafia Raha Rahaf Rahil Rahima Rahma Raihana Rajaa Rajia Ramla
        Ranim Ranya Rasheeda Rawan Raya Razan Razia Razieh Rehana Rezan Rihab Rihana Rim Rinad Ritaj Rîzan Roaa Roghayeh Rohina Rojan
        Rojda Rokhsareh Roshanak Roza Rouba Rowayda Rukmini Ruqayya Ruwayda Rüya Saadia Saba Sabiha Sadia Sadiya Saeedeh Saeeda Safaa
        Safia Safiyya Safoura Sahla Saida Sajida Sakina Sakineh Salha Salima Salwa Samaa Samaneh Samia Samina Samireh Samiya Sanaz
        Sanae Sarwat Sawsan Seda Sedigheh Sedef Seemin Selda Selva Semiha Senem Sepideh Serap Serpil Sevda Sevgi Sevim Sevil Seyran
        Shabnam Shadia Shagufta Shahd Shahida Shahla Shahnaz Shahrbanu Shahrzad Shahira Shaista Shamsa Shamima Shazia Sheeba Sheema
        Sherin Sheyma Shohreh Shokria Shukria Shurouq Shukriya Sidra Simin Sinem Sohaila Soheila Somayeh Songül Souad Souha Soumaya
        Suhaila Suhair Sukaina Suhad Sukayna Sumayya Tahani Tahereh Tahmina Talin Tanaz Tansu Taqwa Tasneem Tawakkol Tayba Thuraya
        Thoraya Touria Tubanur Tuğba Tülay Türkan Umaima Ümran Umayma Wafaa Wahida Wallada Warda Widad Wided Wissal Yara Yasmeen
        Yeliz Yıldız Yosra Yousra Yüksel Zahida Zahia Zahira Zaina Zainah Zakia Zakiya Zara Zareen Zarifa Zarina Zarah Zeba Zehra
        Zeina Zeliha Zena Zerrin Ziba Zineb Zohra Zohreh Zoya Zuhal Zulaikha Zulekha Züleyha Zümrüt Adina Anat Avital Batsheva Batya
        Bracha Carmit Chava Chaya Dafna Dalit Danit Devorah Dikla Dorit Efrat Einat Elinor Gali Galia Galit Geula Gila Hadar Hadas
        Hadassah Hagit Idit Ilana Inbal Irit Keren Kinneret Liat Limor Lihi Liora Maayan Malka Merav Meirav Naama Naava Nava Nechama
        Neta Nili Nitza Nurit Ofra Ora Orit Orly Orna Osnat Pnina Racheli Rinat Rivka Rivkah Ronit Ruti Sara-Netanyahu Sarit Sharren
        Shikma Shira Shirly Shlomit Shoshana Shulamit Sigal Sivan Tali Talya Tamar Tirza Tova Tzipora Vered Yael Yafa Yaffa Yehudit
        Yifat Yocheved Yonit Ziva Zehava Zipi Aadhya Aakanksha Aarti Aditi Aishwarya Akanksha Akshata Alka Amrita Amruta Anamika
        Ananya Anisha Anjana Ankita Annapurna Anupama Anuradha Anushka Aparna Archana Arpita Arti Arundhati Aruna Asha Ashwini Atishi
        Ayushi Bhagyashree Bharati Bhavana Bhavna Bina Brinda Chanda Chandrika Charu Chhaya Chitra Damini Deepika Deepti Devika
        Devyani Dipti Durga Ekta Falguni Garima Gauri Gayatri Geeta Geetanjali Girija Gita Harini Harsimrat Hema Hemalatha Himani Ila
        Indrani Indu Isha Ishita Jaya Jayalalithaa Jayanthi Jayati Jayshree Jyoti Jyotsna Kajal Kalpana Kamini Kanika Kanimozhi
        Karishma Karuna Kirti Komal Kriti Kusum Lalita Lalitha Lata Latha Lavanya Leela Madhavi Madhuri Mahua Malati Malini Mallika
        Mamata Manasi Mandira Maneka Manisha Manjula Mayawati Medha Meenakshi Meera Megha Menaka Mitali Mridula Nalini Namrata
        Nandini Nandita Nayana Neelam Neerja Neeta Nidhi Nilima Nirmala Nirupama Nisha Nishtha Nita Niharika Padma Padmaja Padmini
        Pallavi Parvati Payal Poonam Prachi Pragya Pramila Pratibha Pratima Preeti Preity Prerna Priyanka Puja Purnima Rachna Radhika
        Ragini Rajeshwari Rajni Ramya Ranjana Rashmi Renu Renuka Richa Riddhi Ritu Rohini Ruchi Rupa Rupali Sadhana Sadhvi Sakshi
        Sangeeta Sanjana Sanjukta Sarala Saraswati Sarita Saroj Saroja Savita Savitri Seema Shabana Shaila Shailaja Shakuntala
        Shalini Sharmila Sharmishtha Shashikala Sheetal Shilpa Shobha Shraddha Shreya Shruti Shubhangi Shweta Smita Smriti Sneha
        Snehal Sonal Sonali Sridevi Srishti Subhashini Sucheta Sudha Sulochana Sumathi Sumitra Sumalatha Sunanda Sunetra Supriya
        Surabhi Sushila Swapna Swara Swati Tanvi Tejaswini Trupti Uma Upasana Urmila Urvashi Usha Vaishali Vaishnavi Vandana Vani
        Vanitha Varsha Vasanthi Vasundhara Vibha Vidya Vijaya Vimala Vinita Vrinda Yamini Yamuna Sirimavo Sirima Aiko Akie Akiko
        Asami Asuka Atsuko Ayaka Ayako Ayumi Chie Chieko Chihiro Chiyoko Eiko Emi Emiko Eriko Etsuko Fumiko Hanako Haruko Hiroko
        Hisako Hitomi Junko Kaori Kazue Kazuko Kimiko Kumi Kumiko Kyoko Maki Mako Mariko Masako Mayumi Megumi Michiyo Midori Mieko
        Miho Mika Miki Minako Misaki Mitsuko Miyuki Momoko Nanami Naoko Natsuki Natsumi Noriko Reiko Rie Rika Rumi Sachiko Sadako
        Satomi Satsuki Sayaka Sayuri Seiko Setsuko Shizuka Shoko Sumiko Takako Tamaki Tamayo Tomoko Tomomi Toshiko Yasuko Yoriko
        Yoshiko Yukari Yukiko Yuko Yumi Yumiko Yuri Yuriko Geun-hye Kyung-wha Yo-jong Son-hui Mi-kyung Eun-hye Eun-ji Eun-kyung
        Hye-jin Hye-kyung Hyun-jung Ji-eun Ji-hye Ji-hyun Ji-young Mi-ran Min-ji Min-jung Seo-yeon Soo-jin Soo-yeon Su-jin Sun-hee
        Sun-young Yeon-hee Yu-na Yuna Jung-sook Keon-hee Hae-rin Megawati Puan Retno Yenny Siti Dewi Ayu Fitri Indah Khofifah Lestari
        Rini Susi Wulan Yuliana Nurul Corazon Imelda Maria-Ressa Risa Loida Yingluck Paetongtarn Pornpimol Sudarat Suu Thuy Thuy-Linh
        Thi Huong Phuong-Thao Xiulan Xiaoyan Xiaoli Meiling Mei-ling Ying-wen Ing-wen Lihua Yanli Yanmei Meng-hsiu Hsiao-ling
        Hsiu-chu Li-wen Abeba Abeni Achieng Adanna Adaora Adesuwa Adetoun Adjoa Adwoa Afia Afua Aissatou Akua Almaz Aminata Aminatou
        Amma Anyango Assetou Atieno Atinuke Awa Awino Awut Ayen Bintou Binta Blessing Bolanle Bukola Busisiwe Chiamaka Chidinma
        Chimamanda Chinenye Chinwe Chinyere Christabel Diarra Djeneba Ebele Ebun Ekaette Ekua Emebet Enoh Esperance Eyerusalem Ezinne
        Fatimata Fikirte Folasade Funke Funmilayo Furaha Genet Gifty Goapele Habibatou Hadiza Halimatou Hauwa Hirut Ifunanya
        Immaculate Jelagat Jepchirchir Jepkosgei Kadiatou Kadija Kebebush Kemi Keziah Khanyi Khanyisile Lerato Leymah Liya Lulit Mame
        Mamphela Mariama Mariamu Mariatu Mastewal Mbali Meaza Mercy Mmamoloko Mwajuma Mwende Naledi Nasra Ndeye Ndidi Netumbo Ngina
        Nkechi Nkosazana Nnenna Nolwazi Nomalanga Nombulelo Nomfundo Nomvula Nomzamo Nondumiso Noluthando Nosipho Ntombi Ntombizodwa
        Nyambura Nyokabi Obiageli Obioma Ogechi Olajumoke Olabisi Olufunmilayo Oluchi Omolara Onyinye Penina Phumzile Rahel Ramatou
        Ramatoulaye Refilwe Rokia Ronke Rosine Rutendo Sade Salimata Sarafina Segametsi Selam Selamawit Senait Shanitah Sibongile
        Sinazo Siphokazi Sizakele Tadelech Tandiwe Thandeka Thandiwe Thembeka Thembisile Thenjiwe Thokozile Thuli Tigist Titilayo
        Tsitsi Uju Uloma Unathi Wairimu Waithira Wamuyu Wangari Wangui Wanjiku Wanja Warsan Winnie Wivine Yejide Yetunde Yewande
        Zainabu Zandile Zawadi Zenebech Zodwa Zoleka Zubeida Zukiswa
        """;
}
