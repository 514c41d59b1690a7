namespace News.Summaries;

/// <summary>
/// Common given names of the peoples that the news speaks of, by the pronoun that goes with them. A name in neither
/// list, or in both, tells nothing.
/// </summary>
internal static class GivenNames
{
    public static readonly WordTable Masculine = new("""
        James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald
        Steven Steve Stephen Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Tim Jason Jeffrey Jeff Ryan
        Jacob Gary Nicholas Nick Eric Jonathan Larry Justin Scott Brandon Benjamin Ben Samuel Sam Gregory Greg Frank Alexander
        Raymond Patrick Jack Dennis Jerry Tyler Aaron Henry Harry Adam Douglas Nathan Peter Pete Zachary Kyle Walter Ethan
        Jeremy Harold Keith Christian Roger Noah Gerald Carl Terry Sean Austin Arthur Lawrence Jesse Dylan Bryan Joe Jordan
        Billy Bruce Albert Willie Gabriel Logan Alan Allan Juan Wayne Roy Ralph Randy Eugene Vincent Russell Louis Philip Phil
        Bobby Johnny Bradley Brad Tom Tony Mike Jim Bob Bill Dan Dave Rob Rick Ron Ken Don Matt Chuck Ted Ned Fred Barack
        Barry Boris Rishi Keir Gordon Simon Neil Nigel Ian Graham Colin Stuart Hugh Oliver Ollie Oscar Liam Callum Angus Sergey
        Vladimir Dmitry Dmitri Mikhail Ivan Igor Alexei Aleksei Andrei Nikolai Sergei Yuri Viktor Volodymyr Oleksandr Petro
        Muhammad Mohammed Mohammad Mohamed Ahmed Ahmad Ali Hassan Hasan Hussein Hossein Hussain Omar Umar Abdullah Ibrahim
        Mustafa Mahmoud Khaled Khalid Faisal Fahd Salman Nasser Naser Yasser Youssef Yusuf Tariq Tareq Karim Kareem Samir Sami
        Walid Waleed Ziad Bashar Hamid Hamed Jamal Kamal Nabil Nouri Haider Haidar Muqtada Mazlum Masoud Massoud Masrour Barham
        Fuad Fouad Qasem Qassem Esmail Ismail Javad Reza Amir Mehdi Mahdi Saeed Said Rashid Majid Bilal Imran Tayyip Recep
        Suleiman Sulaiman Suleyman Abdul Abdel Hamdullah Ashraf Alireza Adel Adil Anwar Ayman Bassem Falah Ghassan Hadi Hani
        Laith Luay Marwan Munir Murad Nadir Osama Rafiq Ramzi Riyad Saad Salah Salim Selim Taha Thamer Wissam Yahya Zaid Zain
        Jose José Carlos Luis Miguel Pedro Antonio Manuel Francisco Javier Fernando Jorge Ricardo Rafael Diego Pablo Andres
        Alejandro Roberto Sergio Mario Hernan Hernán Raul Raúl Emmanuel Jean Pierre Jacques François Francois Michel Philippe
        Nicolas Laurent Olivier Antoine Christophe Thierry Gérald Hans Klaus Jürgen Wolfgang Heinz Friedrich Stefan Jens Olaf
        Lars Sven Bjorn Björn Anders Erik Jan Pieter Willem Giuseppe Giovanni Marco Matteo Luca Paolo Francesco Alessandro
        Roberto Claudio Nunzio Narendra Rahul Amit Rajesh Sanjay Vijay Arun Anil Ravi Jinping Shinzo Fumio Hiroshi Kenji Takeshi
        Benny Binyamin Yoav Yair Naftali Ehud Shimon Ariel Moshe Avi Jens Kofi Ban Antonio Najib Anwar Joko Muhammadu Cyril
        Elon Marc Enver Dean Norman Andy Truman Dennis Mick Ringo Kane Romelu Eden Nils Lukas Max Felix Leon Paulo Rodrigo
        Khalaf Awat Soran Dilshad Nechirvan Masrur Azad Aram Rebwar Hiwa Sherzad Kamaran Omed Karwan Shwan Fahad Rami Wael Bader
        Hatem Hazem Ihsan Jaafar Jassim Jawad Khalil Mazen Mohsen Muhsin Mounir Nizar Qais Raed Raad Sabah Sadiq Safa Shakir Tamer
        Usama Uday Yazan Zuhair Yousef Yousif Yusef Musa Moussa Isa Haroun Daoud Emad Imad Essam Fadi Fares Firas Hisham Issam
        Maher Mazin Moataz Moaz Nidal Qusay Bakr Asad Hafez Abbas Asif Atif Arif Babar Bashir Farooq Faraz Ghulam Habib Hakim
        Idris Iqbal Ishaq Jawed Kamran Naveed Nawaz Qadir Rauf Sajid Shahbaz Shahid Shoaib Usman Wasim Zabihullah Zafar Zahid
        Behrouz Bijan Farhad Farid Hamidreza Kaveh Kazem Mojtaba Morteza Parviz Ramin Rouzbeh Sadegh Vahid Mehmet Emre Emir Kemal
        Hakan Murat Burak Cem Fatih Furkan Halil Kerem Metin Onur Orhan Osman Ozan Serkan Tolga Umut Volkan Kwame Kwesi Yaw Kojo
        Akwasi Emeka Chinedu Obinna Tunde Segun Femi Babatunde Bello Musa Sani Aminu Garba Shehu Tendai Thabo Sipho Jabu
        Zbigniew Piotr Pawel Paweł Krzysztof Tomasz Marek Andrzej Wojciech Jakub Mateusz Oleksiy Andriy Serhiy Taras Bohdan Ihor
        Yevgeny Pavel Ilya Maxim Maksim Kirill Oleg Konstantin Vyacheslav Gennady Anatoly Roman Denis Arjun Rajiv Vikram Suresh
        Ramesh Manish Deepak Ashok Mohan Gopal Krishna Naveen Rakesh Sandeep Wei Jun Hao Kazuo Taro Haruki Shigeru Akira Minh Tuan
        Walt Dwayne Darnell Jamal Tyrone Duane Glenn Rodney Marcus Andre Doug Frank Gareth Rhys Owen Alun Alfie Archie Freddie
        Callum Conor Cormac Declan Eamon Fergal Finn Kieran Niall Padraig Seamus Edmund Giles Rupert Jasper Miles Clive Trevor
        Leonard Stanley Stan Vernon Warren Wesley Curtis Clifford Clinton Calvin Derek Darren Dean Lee Lewis Max Mitchell Reggie
        Mikael Johan Fredrik Henrik Magnus Ole Olav Knut Sveinn Jukka Pekka Timo Matti Gyorgy Gábor Laszlo László Zoltan Zoltán
        Bogdan Ion Mihai Florin Milan Goran Dragan Zoran Aleksandar Nikola Luka Ante Edgar Emil Ernst Gerhard Günter Horst Karl
        Kurt Manfred Markus Matthias Rainer Rolf Rudolf Thorsten Uwe Werner Alain Bernard Bruno Didier Fabien Gilles Guillaume
        Guy Henri Hervé Jacques Jérôme Julien Maxime Pascal Romain Stéphane Sylvain Yves Alberto Alfredo Andrés Armando Arturo
        Eduardo Enrique Ernesto Esteban Felipe Gerardo Guillermo Gustavo Héctor Hector Hugo Ignacio Julio Leonardo Martín Martin
        Mauricio Nicolás Oscar Ramon Ramón Rubén Salvador Santiago Tomás Vicente Gonzalo João Joao Paulo Thiago Vítor Caio Davi
        """);

    public static readonly WordTable Feminine = new("""
        Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Sara Karen Lisa Nancy Betty Sandra Margaret Ashley
        Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Kathryn Amy
        Angela Shirley Anna Anne Ann Brenda Pamela Emma Nicole Helen Samantha Katherine Catherine Christine Debra Rachel
        Carolyn Janet Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith
        Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Jane Jean Alice Julia Grace Amber Denise Danielle
        Brittany Diana Abigail Natalie Sophia Rose Isabella Alexis Kayla Charlotte Lydia Claire Clare Lucy Ellen Elaine Fiona
        Hillary Hilary Kamala Nikki Theresa Liz Nicola Suella Priti Yvette Angela Ursula Christine Marine Ségolène Brigitte
        Kristin Kristen Kirsten Kirstin Sonia Indira Benazir Sheikh_Hasina Fatima Fatema Fatemeh Aisha Ayesha Khadija Zainab
        Zeinab Zahra Maryam Mariam Noor Nour Layla Leila Laila Amal Amina Huda Hoda Hanan Iman Rania Rana Rasha Reem Salma Samira
        Sana Shirin Shireen Yasmin Yasmine Nadia Nadine Dina Dalia Lina Lubna Mona Muna Nasrin Narges Masih Mahsa Farah Farida
        Ghada Hala Heba Inas Jihan Malala Nawal Rodaba Samar Suha Wafa Zeynep Ayşe Olga Natalia Tatiana Svetlana Irina Elena
        Ekaterina Anastasia Yulia Yuliya Oksana Carmen Ana Isabel Lucia Sofia Gabriela Paula Claudia Valeria Valeska Rosa Juana
        Camille Chloé Céline Sophie Isabelle Nathalie Sylvie Monique Heidi Ingrid Petra Sabine Gisela Monika Birgit Annalena
        Giulia Chiara Francesca Giorgia Stefania Valentina Silvia Paola Priya Sunita Anita Sushma Aung Yoko Keiko Michiko
        Golda Tzipi Miri Ayelet Jacinda Julia Tanya Regina Claudia Kiara Caitlin Sujata Sehar Alia Amneh Colette Manju Marta
        Katie Kate Kathy Cathy Jill Jo Joanna Naomi Nora Paige Penny Phoebe Rita Robin Sally Tara Tina Wendy Zoe Greta Astrid
        Samah Umm Um Hadia Hadiya Shilan Nazdar Shler Chinar Avin Rojin Gulistan Fatma Bibi Ruqaya Rukhsana Saima Sadaf Sobia Tahira
        Uzma Zubaida Hawa Halima Hafsa Asma Bushra Ibtisam Ilham Intisar Kawthar Latifa Lamia Majida Manal Maysoon Najla Naima
        Nahla Randa Rima Rola Ruba Safiya Shaima Siham Sumaya Suad Taghreed Wijdan Yusra Zahraa Azadeh Elaheh Leyla Maryam Mina
        Nasim Nazanin Niloufar Parisa Roya Sahar Setareh Shadi Shiva Soraya Elif Emine Esra Hatice Merve Nuray Özlem Selin Sibel
        Tuba Abena Ama Akosua Efua Esi Yaa Adaeze Amaka Chioma Ngozi Nneka Ifeoma Folake Grace Wanjiru Wambui Akinyi Nomsa
        Thandi Lindiwe Zanele Katarzyna Agnieszka Malgorzata Małgorzata Ewa Zofia Magdalena Halyna Iryna Lyudmila Ludmila Nina Vera
        Galina Larisa Marina Yelena Polina Daria Ksenia Anjali Deepa Divya Kavita Lakshmi Meena Neha Pooja Radha Rekha Shanti Mei
        Xiu Yuki Sakura Haruka Tamsin Bethan Beth Bridget Bronwyn Brenda Caroline Charlene Chantal Dawn Doreen Dorothy Edith Edna
        Eileen Eleanor Ella Ellie Elsie Esther Ethel Eva Eve Faye Felicity Florence Frances Gail Gemma Georgia Geraldine Gillian
        Gwen Harriet Hazel Holly Imogen Irene Iris Ivy Jade Jackie Jan Jasmine Jenny Josephine June Latisha Keisha Tamika Ebony
        Leanne Lesley Lorna Lorraine Louise Lynn Lynne Mabel Madeleine Maggie Marian Marion Marjorie Marilyn Maureen Mavis Molly
        Moira Muriel Norma Pauline Philippa Rosemary Roberta Ruby Sheila Siobhan Aoife Niamh Sinead Orla Ciara Roisin Stella
        Sylvia Tracy Tracey Una Valerie Vanessa Vera Veronica Vivian Yvonne Latoya Joanne Fran Hilda Mette Freja Sigrid Solveig
        Liv Maja Linnea Elsa Kirsi Aino Katja Anja Antje Britta Claudia Dagmar Elke Franziska Gabriele Hannelore Ilse Jutta Karin
        Katrin Silke Susanne Ulrike Ute Agnès Amélie Anaïs Aurélie Béatrice Bénédicte Caroline Catherine Corinne Delphine Dominique
        Élodie Émilie Florence Françoise Geneviève Hélène Juliette Laurence Manon Margaux Mathilde Pauline Sandrine Solène Valérie
        Véronique Virginie Adriana Alejandra Alicia Beatriz Blanca Carolina Cecilia Consuelo Cristina Daniela Dolores Elisa Elvira
        Esperanza Eva Graciela Guadalupe Inés Irma Josefina Juanita Leticia Lorena Lourdes Luisa Luz Magdalena Marcela Margarita
        María Mariana Mercedes Miriam Pilar Raquel Rocío Rosario Silvina Soledad Susana Verónica Ximena Yolanda Elisabetta Alessia
        Federica Ilaria Lucia Martina Roberta Serena Simona Veronica
        """);
}
