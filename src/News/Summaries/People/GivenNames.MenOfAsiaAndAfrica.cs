namespace News.Summaries;

internal static partial class GivenNames
{
    /// <summary>Of men, in Asia and Africa: Arabic, Persian, Turkish, Kurdish, Hebrew, Indian, Japanese, Korean, and of the peoples of Africa.</summary>
    private const string MenOfAsiaAndAfrica = """
        Abd Abdallah Abdelaziz Abdelfattah Abdelhamid Abdelkader Abdelmadjid Abdelmalek Abdelrahman Abdihakim Abdirahman Abdirizak
        Abdiweli Abdulaziz Abdulhamid Abdulkadir Abdulkarim Abdullahi Abdulmalik Abdul-Amir Abdul-Latif Abdul-Rahman Abdulrahman
        Abdulrazak Abdulsalam Abdulwahab Abdurrahman Abed Abubakar Abiy Adan Adham Adnan Afif Aftab Ahmet Ajmal Akbar Akram Alaa
        Ala'a Alaeddin Alhaji Aliko Aliou Aliyu Amadou Amanullah Amer Amin Amjad Ammar Amr Anas Anis Aref Arez Ashti Asaad Asef Aslam
        Assad Ata Atallah Atiq Attaullah Awad Aws Aymen Ayoub Ayub Azhar Aziz Azzam Azmi Azzedine Badr Bahaa Baha Bahram Bahman
        Bakhtiar Bahtiyar Barzan Basem Basheer Basim Bassam Bassil Behnam Behzad Bahadır Bekir Bassel Basel Burhan Burhanuddin Cabdi
        Cengiz Cemal Cevdet Chia Daniyal Dawood Dawoud Devlet Diaa Dindar Djamel Doğan Ebrahim Ehsan Ekrem Ekmeleddin Emin Enes Engin
        Ercan Erdal Erdem Erdoğan Erhan Erkan Erol Ersin Esmaeil Fadel Fadhil Fahim Faiq Faiz Fakhri Falih Farhan Farhat Farouk
        Farouq Farrukh Faruk Farzad Farshid Fathi Fawad Fawaz Fawzi Faysal Fayez Fazal Fazlur Fehmi Ferhat Feridun Ferit Fethullah
        Fikri Firuz Foad Galal Gamal Gawhar Ghaith Ghani Ghazi Gholam Gholamali Gholamhossein Gholamreza Gökhan Gürsel Habibullah
        Haitham Hafiz Haki Hakob Halim Hamad Hamdan Hamdi Hamza Hameed Hammam Hamoud Haq Haris Harith Haroon Harun Hasanain Hashem
        Hashim Hashmat Hassaan Haydar Haysam Hayder Hazhar Hazim Hedi Hemin Hesam Heydar Hidayat Hikmat Hikmet Hojjat Homayoun Hosein
        Hosni Houari Houssem Hulusi Husam Hussam Hüseyin Huthaifa Ihab Ibrahima Idrees Idriss Ilhan İlhan Ilyas Imadeddin Inam
        Inamullah İbrahim İsmail İsmet Iraj Irfan Ismaël Issa Issouf Iyad Izzat Jabbar Jabir Jabr Jabbour Jafar Ja'far Jahangir Jalal
        Jaleel Jalil Jameel Jamil Jamshid Jasim Jasem Javed Javid Jaber Jibril Junaid Kadri Kamel Kassem Kasim Khader Khairallah
        Khairi Khaleel Khaldoon Khaldoun Khurram Khurshid Kosrat Kourosh Kutlay Labib Lotfi Lutfi Lütfi Mahamat Mahamadou Mahathir
        Mahbub Mahfouz Majdi Majed Malek Mamadou Mamdouh Mamun Mansoor Mansour Marouane Maruf Marzouk Masood Matin Mazhar Mecit
        Medhat Mehrdad Mehran Melih Mete Mevlüt Midhat Milad Miran Mirwais Mithat Moammar Moeen Mohannad Mohaned Mohcine Moein Moncef
        Monir Monther Montasser Morad Mostafa Mouaz Mouammar Moulay Mu'ayyad Muammar Muaz Mubarak Muhammed Muhammet Muhanad Muhannad
        Muharrem Mukhtar Mulham Mumtaz Munther Murtaza Mushtaq Mutaz Muthanna Mutlaq Muwafaq Muzaffar Nabeel Nadeem Nader Nadhim
        Naeem Naim Naif Najeeb Najibullah Najm Najmaldin Namiq Naseem Naseer Nasir Nasreddine Nasrallah Nasrullah Nassim Nawaf Nawar
        Nawfal Nawzad Nayef Nazim Nazir Necdet Necmettin Nematollah Niaz Nihad Nihat Niyazi Nizamuddin Nouredine Noureddine Numan
        Nureddin Nurettin Obaid Obeid Oktay Osamah Othman Ousmane Ozgur Özgür Pejman Peyman Pervez Pervaiz Pouya Qadri Qahtan Qasim
        Qassim Qays Qubad Qutaiba Rabih Rabah Rabee Rabie Rachid Rafat Raffi Rafi Rafik Raheem Rahim Rahman Rahmat Raif Rakan Ramadan
        Ramazan Rashad Rashed Rasheed Rasim Rasoul Rasul Rauof Rayan Rayed Razzaq Reber Refik Rıdvan Riad Ridha Rifaat Rifat Rizgar
        Rohullah Rostam Rouhollah Ruhollah Rustam Rüstem Saadi Saadoun Sabri Sadi Sadık Saddam Saeb Safwan Saif Saifuddin Sakhr
        Salahuddin Salaheddin Salar Saleem Saleh Salem Salih Saman Sameer Sameh Samih Sanan Sardar Sarfraz Sarkis Sarmad Sarwar Satar
        Sattar Saud Sayf Sebghatullah Sedat Seif Selahattin Selçuk Serdar Sezgin Shaaban Shafi Shafiq Shafqat Shaher Shahin Shahram
        Shahriar Shahrokh Shahzad Shamil Shamsuddin Sharif Shaukat Shawkat Shawqi Shaya Shehbaz Sherif Sherko Shukri Siamak
        Sibghatullah Sid-Ahmed Siddiq Sidi Sikandar Sinan Sirajuddin Sirwan Soheil Sohail Soleiman Sorin Souleymane Süleyman Sulayman
        Suhail Suheil Tahir Tahsin Taimur Talal Taleb Talib Talha Tammam Taner Tarek Tarık Tauseef Tawfiq Tawfik Tayeb Tayfun Taymour
        Teymur Turgut Turhan Turki Ufuk Uğur Ümit Umer Utku Uzair Vali Veli Veysel Wadih Wahid Wajih Wali Waqar Waseem Wasfi Watheq
        Wesam Wisam Xalid Yahia Yakup Yakub Yalçın Yaqoob Yaqub Yaser Yasin Yassin Yasir Yassir Yavuz Yazid Yilmaz Yılmaz Younes
        Younis Younus Yunus Zafer Zaher Zahi Zaki Zakaria Zakariya Zalmay Zana Zayed Zeki Ziaur Zia Ziauddin Zine Ziyad Zubair Zülfü
        Amichai Amiram Amnon Arieh Arik Assaf Aviad Avichai Avigdor Avishai Avner Avraham Aryeh Bezalel Chaim Dani Doron Dov Dror
        Dudi Efraim Eitan Elazar Eldad Elyakim Erez Eyal Gadi Gilad Haim Herzi Hillel Itai Itamar Itay Itzik Izhar Menachem Meir
        Micha Mordechai Moti Nadav Nahum Netanel Nir Nissim Nitzan Noam Ofer Ofir Omri Oren Ori Oz Pinchas Ran Raz Reuven Ronen Roni
        Shai Shalom Shaul Shlomi Shlomo Shmuel Shmulik Simcha Tamir Tomer Tzachi Tzvi Udi Uri Uzi Yaakov Yaacov Yagil Yaron Yariv
        Yechiel Yehuda Yehoshua Yiftach Yigal Yisrael Yitzhak Yizhar Yochanan Yoel Yohanan Yoni Yonatan Yosef Yossi Yotam Yuli Yuval
        Zeev Ze'ev Zvi Zvika Aarav Abhijit Abhinav Abhishek Aditya Ajay Ajit Akash Akhilesh Alok Amar Amarinder Amitabh Anand Anant
        Aniket Anirban Anirudh Ankit Anmol Anshul Anupam Anurag Arindam Arnab Arvind Ashish Ashutosh Ashwin Asish Atal Atul Avinash
        Ayush Balakrishnan Balasaheb Balbir Basavaraj Bhagat Bhagwant Bharat Bhaskar Bhupendra Bhupinder Bimal Bipin Biswajit Brijesh
        Chandan Chandrababu Chandrashekhar Chetan Chirag Darshan Dayanand Debashish Devendra Dhananjay Dharmendra Dhruv Digvijay
        Dilip Dinesh Eknath Ganesh Ganpat Gaurav Gautam Gokul Gulab Hardik Harcharan Harish Harsh
        Harsha Harshad Hemant Himanshu Hitesh Inder Indrajit Ishaan Jagan Jagat Jagdeep Jagdish Jagmeet Jairam Jaswant Jatin Jayant
        Jayesh Jitendra Jyotiraditya Kailash Kalyan Kanhaiya Kapil Karan Karthik Kartik Keshav Kishore Kunal
         Lakshman Lalit Lokesh Madan Madhav Mahendra Mahesh Mallikarjun Manas Mani Manmohan Manoj Mayank
        Mayur Milind Mithun Mohit Motilal Mukesh Mukul Mulayam Murali Murli Naga Nagesh Nand Nandan Narayan Naresh Narottam Nikhil
        Nilesh Nirav Nishant Nitesh Nitin Nitish Omprakash Palaniswami Pankaj Parag Paras Paresh Parvesh Pawan Pinarayi
        Piyush Prabhakar Prabhat Pradeep Pradip Prafulla Prakash Pramod Pranab Pranay Prashant Pratap Prateek Pratik Praveen Pravin
        Prithvi Raghav Raghu Raghuram Raj Rajan Rajat Rajeev Rajendra Rajinder Rajnath Raju Raman Ramakrishna Ramachandra Ramdas
        Rameshwar Ranbir Randeep Randhir Ranjan Ranjit Ratan Ravindra Ravish Rishabh Ritesh Rohan Rohit Sachin Samarth
        Sambit Sandip Sanjeev Sanjiv Santosh Sarabjit Satish Satya Satyendra Saurabh Sharad Shankar Shantanu Shashank Shashi Shekhar
        Shibu Shivraj Shivam Shiv Shreyas Shyam Siddharth Siddaramaiah Somnath Sourav Srikanth Srinivas Subhash Subrahmanyam
        Subramanian Sudarshan Sudhir Sujit Sukhbir Sukhdev Sumeet Sumit Sundar Sunil Surendra Surjit Sushil
        Suvendu Swapan Tarun Tejas Tejashwi Tushar Uddhav Ujjwal Umesh Utkarsh Vaibhav Varun Vasant Venkat Venkatesh Venkaiah Vikas
        Vikash Vikrant Vimal Vinay Vineet Vinod Vipin Vipul Viraj Virat Virendra Vishal Vishnu Vishwanath Vivek Yash Yashwant
        Yogendra Yogesh Gotabaya Mahinda Ranil Maithripala Sajith Anura Namal Chamara Kusal Lasith Nuwan Sanath Tissa Ajith Akihiro
        Akihito Akio Atsushi Daisuke Daiki Eiji Goro Hajime Haruto Hideki Hideo Hiroki Hiroyuki Hisashi Ichiro Isamu Jiro Junichi
        Junichiro Kaito Katsunobu Katsuya Kazuhiro Kazuya Keiji Keisuke Ken'ichi Kenichi Kenta Koichi Koji Kunio Makoto Mamoru Manabu
        Masaaki Masahiro Masaki Masao Masaru Masato Masayoshi Minoru Mitsuo Motohiro Nobuo Nobuyuki Noboru Osamu Ryo Ryosuke Ryota
        Ryu Saburo Satoru Satoshi Seiji Shigeki Shin Shingo Shinichi Shinji Shiro Shoichi Shohei Shota Shunichi Sota Susumu Tadashi
        Taiki Takahiro Takao Takashi Takayuki Takeo Takuma Takuya Tatsuo Tatsuya Tetsuo Tetsuya Tomohiro Toru Toshio Toshihiro
        Toshiki Toshimitsu Tsuyoshi Wataru Yasuhiro Yasuo Yasutoshi Yohei Yoichi Yoshiaki Yoshihide Yoshihiko Yoshio Yosuke Yuichi
        Yuichiro Yuji Yukio Yuta Yuto Yutaka Jae-myung Jae-in Seok-youl Yoon-suk Jong-un Jong-il Il-sung Dae-jung Myung-bak Moo-hyun
        Ki-moon Tae-yong Sung-min Dong-hyun Min-ho Min-jun Sang-hoon Seung-hwan Jin-young Young-ho Young-chol Yong-nam Kwang-ho
        Chol-su Dae-hyun Heung-min Joon-ho Bambang Budi Agus Prabowo Susilo Anies Ridwan Ganjar Gibran Erick Luhut Mahfud Sandiaga
        Wiranto Basuki Yusril Hendra Eko Dedi Slamet Suharto Sukarno Muhyiddin Bongbong Benigno Fidel Jejomar Panfilo Prayut Prayuth
        Thaksin Srettha Pita Abhisit Anutin Chuan Somchai Somsak Surachai Thein Htin Nyan Zaw Kyaw Aung Thant Abebe Abiodun Adebayo
        Adekunle Ademola Adewale Akin Akinwumi Amaechi Atiku Ayo Ayodele Azikiwe Babajide Biodun Bola Chidi Chijioke Chike Chima
        Chinua Chukwuemeka Chukwuma Danjuma Dapo Dayo Dele Ebuka Edem Ejike Ekene Enyinnaya Festus Godwin Goodluck Gbenga Ibukun
        Ifeanyi Ike Ikechukwu Ikenna Jide Kayode Kelechi Kola Kunle Lekan Muyiwa Nnamdi Nyesom Obafemi Ogbonna Okechukwu Okey Olabode
        Oladipo Olajide Olatunji Olu Olufemi Olumide Olusegun Oluwaseun Oluwole Orji Oseni Osita Rotimi Sanusi Seun Seyi Shola Simbi
        Sola Soludo Tayo Tochukwu Tolu Tope Uche Uchenna Ugochukwu Umaru Uzor Wale Wole Yakubu Yemi Yusufu Zubairu Kwabena Kwadwo
        Kwaku Kobina Ebo Nii Akufo Osei Yao Alassane Sekou Cellou Mamady Macky Bassirou Diomaye Cheikh Abdoulaye Idrissa Khalifa
        Modibo Assimi Boubou Choguel Soumaïla Soumeylou Modou Moctar Bazoum Issoufou Salou Hama Aboubacar Adama Ousseynou Faustin
        Gnassingbé Faure Félix Moïse Vital Jean-Pierre Ali-Ben Lourenço Adalberto Filipe Armindo Afonso Ossufo Venâncio Emmerson
        Morgan Constantino Tapiwa Tinashe Farai Kudzai Munyaradzi Tatenda Simba Tawanda Gwede Fikile Bheki Siyabonga Sibusiso Lungisa
        Lindani Mandla Mcebisi Mzwandile Nkosinathi Nhlanhla Sandile Sizwe Themba Thulani Vusi Xolani Zweli Zwelinzima Bongani
        Dumisani Jabulani Kgalema Kgosientsho Mogoeng Mmusi Mosiuoa Hage Hifikepunye Duma Mokgweetsi Lazarus Hakainde Rupiah Levy
        Bingu Saulos Uhuru Raila Kalonzo Musalia Mwai Kipchumba Kiprono Kipkoech Kiplagat Kithure Rigathi Aden Kamau Karanja Kariuki
        Kimani Macharia Maina Mutua Mwangi Ndegwa Ndung'u Ng'ang'a Njoroge Njuguna Ochieng Odhiambo Okoth Omondi Onyango Otieno Ouma
        Wafula Wanyama Wekesa Yoweri Kizza Bobi Kirunda Ruhakana Okello Opio Ojok Évariste Salva Riek Taban Hailemariam Meles Gebre
        Tewodros Tedros Debretsion Getachew Demeke Taye Tsadkan Dawit Haile Yohannes Girma Tesfaye Tadesse Mulugeta Bekele Kebede
        Alemu Solomon Isaias Yemane Mohamud Guelleh Jakaya Kassim Tundu Zitto Bakari Juma Hamisi Salum Rashidi Saidi
        """;
}
