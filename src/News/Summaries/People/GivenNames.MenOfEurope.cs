namespace News.Summaries;

internal static partial class GivenNames
{
    /// <summary>Of men, in Europe and the Americas.</summary>
    private const string MenOfEurope = """
        James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven
        Steve Stephen Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Tim Jason Jeffrey Jeff Ryan Jacob Gary
        Nicholas Nick Eric Jonathan Larry Justin Scott Brandon Benjamin Ben Samuel Sam Gregory Greg Frank Alexander Raymond Patrick
        Jack Dennis Jerry Tyler Aaron Henry Harry Adam Douglas Nathan Peter Pete Zachary Kyle Walter Ethan Jeremy Harold Keith
        Christian Roger Noah Gerald Carl Terry Sean Austin Arthur Lawrence Jesse Dylan Bryan Joe Jordan Billy Bruce Albert Willie
        Gabriel Logan Alan Allan Juan Wayne Roy Ralph Randy Eugene Vincent Russell Louis Philip Phil Bobby Johnny Bradley Brad Tom
        Tony Mike Jim Bob Bill Dan Dave Rob Rick Ron Ken Don Matt Chuck Ted Ned Fred Barack Barry Boris Rishi Keir Gordon Simon Neil
        Nigel Ian Graham Colin Stuart Hugh Oliver Ollie Oscar Liam Callum Angus Sergey Vladimir Dmitry Dmitri Mikhail Ivan Igor
        Alexei Aleksei Andrei Nikolai Sergei Yuri Viktor Volodymyr Oleksandr Petro Muhammad Mohammed Mohammad Mohamed Ahmed Ahmad Ali
        Hassan Hasan Hussein Hossein Hussain Omar Umar Abdullah Ibrahim Mustafa Mahmoud Khaled Khalid Faisal Fahd Salman Nasser Naser
        Yasser Youssef Yusuf Tariq Tareq Karim Kareem Samir Sami Walid Waleed Ziad Bashar Hamid Hamed Jamal Kamal Nabil Nouri Haider
        Haidar Muqtada Mazlum Masoud Massoud Masrour Barham Fuad Fouad Qasem Qassem Esmail Ismail Javad Reza Amir Mehdi Mahdi Saeed
        Said Rashid Majid Bilal Imran Tayyip Recep Suleiman Sulaiman Suleyman Abdul Abdel Hamdullah Ashraf Alireza Adel Adil Anwar
        Ayman Bassem Falah Ghassan Hadi Hani Laith Luay Marwan Munir Murad Nadir Osama Rafiq Ramzi Riyad Saad Salah Salim Selim Taha
        Thamer Wissam Yahya Zaid Zain Jose José Carlos Luis Miguel Pedro Antonio Manuel Francisco Javier Fernando Jorge Ricardo
        Rafael Diego Pablo Andres Alejandro Roberto Sergio Mario Hernan Hernán Raul Raúl Emmanuel Jean Pierre Jacques François
        Francois Michel Philippe Nicolas Laurent Olivier Antoine Christophe Thierry Gérald Hans Klaus Jürgen Wolfgang Heinz Friedrich
        Stefan Jens Olaf Lars Sven Bjorn Björn Anders Erik Jan Pieter Willem Giuseppe Giovanni Marco Matteo Luca Paolo Francesco
        Alessandro Claudio Nunzio Narendra Rahul Amit Rajesh Sanjay Vijay Arun Anil Ravi Jinping Shinzo Fumio Hiroshi Kenji Takeshi
        Benny Binyamin Yoav Yair Naftali Ehud Shimon Ariel Moshe Avi Kofi Ban Najib Joko Muhammadu Cyril Elon Marc Enver Dean Norman
        Andy Truman Mick Ringo Kane Romelu Eden Nils Lukas Max Felix Leon Paulo Rodrigo Khalaf Awat Soran Dilshad Nechirvan Masrur
        Azad Aram Rebwar Hiwa Sherzad Kamaran Omed Karwan Shwan Fahad Rami Wael Bader Hatem Hazem Ihsan Jaafar Jassim Jawad Khalil
        Mazen Mohsen Muhsin Mounir Nizar Qais Raed Raad Sabah Sadiq Safa Shakir Tamer Usama Uday Yazan Zuhair Yousef Yousif Yusef
        Musa Moussa Isa Haroun Daoud Emad Imad Essam Fadi Fares Firas Hisham Issam Maher Mazin Moataz Moaz Nidal Qusay Bakr Asad
        Hafez Abbas Asif Atif Arif Babar Bashir Farooq Faraz Ghulam Habib Hakim Idris Iqbal Ishaq Jawed Kamran Naveed Nawaz Qadir
        Rauf Sajid Shahbaz Shahid Shoaib Usman Wasim Zabihullah Zafar Zahid Behrouz Bijan Farhad Farid Hamidreza Kaveh Kazem Mojtaba
        Morteza Parviz Ramin Rouzbeh Sadegh Vahid Mehmet Emre Emir Kemal Hakan Murat Burak Cem Fatih Furkan Halil Kerem Metin Onur
        Orhan Osman Ozan Serkan Tolga Umut Volkan Kwame Kwesi Yaw Kojo Akwasi Emeka Chinedu Obinna Tunde Segun Femi Babatunde Bello
        Sani Aminu Garba Shehu Tendai Thabo Sipho Jabu Zbigniew Piotr Pawel Paweł Krzysztof Tomasz Marek Andrzej Wojciech Jakub
        Mateusz Oleksiy Andriy Serhiy Taras Bohdan Ihor Yevgeny Pavel Ilya Maxim Maksim Kirill Oleg Konstantin Vyacheslav Gennady
        Anatoly Roman Denis Arjun Rajiv Vikram Suresh Ramesh Manish Deepak Ashok Mohan Gopal Krishna Naveen Rakesh Sandeep Wei Jun
        Hao Kazuo Taro Haruki Shigeru Akira Minh Tuan Walt Dwayne Darnell Tyrone Duane Glenn Rodney Marcus Andre Doug Gareth Rhys
        Owen Alun Alfie Archie Freddie Conor Cormac Declan Eamon Fergal Finn Kieran Niall Padraig Seamus Edmund Giles Rupert Jasper
        Miles Clive Trevor Leonard Stanley Stan Vernon Warren Wesley Curtis Clifford Clinton Calvin Derek Darren Lee Lewis Mitchell
        Reggie Mikael Johan Fredrik Henrik Magnus Ole Olav Knut Sveinn Jukka Pekka Timo Matti Gyorgy Gábor Laszlo László Zoltan
        Zoltán Bogdan Ion Mihai Florin Milan Goran Dragan Zoran Aleksandar Nikola Luka Ante Edgar Emil Ernst Gerhard Günter Horst
        Karl Kurt Manfred Markus Matthias Rainer Rolf Rudolf Thorsten Uwe Werner Alain Bernard Bruno Didier Fabien Gilles Guillaume
        Guy Henri Hervé Jérôme Julien Maxime Pascal Romain Stéphane Sylvain Yves Alberto Alfredo Andrés Armando Arturo Eduardo
        Enrique Ernesto Esteban Felipe Gerardo Guillermo Gustavo Héctor Hector Hugo Ignacio Julio Leonardo Martín Martin Mauricio
        Nicolás Ramon Ramón Rubén Salvador Santiago Tomás Vicente Gonzalo João Joao Thiago Vítor Caio Davi Abel Abraham Abram Ahern
        Aidan Alastair Alec Alexandre Alexandros Alf Alfonso Alfred Algirdas Alistair Allen Alonso Alphonse Alvaro Álvaro Alvin
        Amadeo Ambrose Amos Anatole Andreas Andrius Ángel Angelo Anselm Antal Anton Antoni Antonis Aodhan Arjen Arkady Arnaud Arnold
        Artem Arto Artur Arvid Asher Aurelio Axel Baptiste Barnaby Barney Bart Bartholomew Bartosz Basil Bastian Bastien Benedict
        Benedikt Benito Benjamín Benoît Benoit Bernardo Bernd Bernie Bert Bertrand Blaise Blake Boaz Bodo Bohumil Boleslaw Borja
        Boyko Bram Branko Brendan Brent Brett Brock Bryce Burt Byron Caleb Carlo Carsten Cecil Cedric Cédric César Cesar Charlie
        Chester Chet Chris Christoph Christos Clarence Claude Claus Clay Clayton Clément Clemens Clement Clifton Clint Clyde Cole
        Colm Connor Constantin Constantine Corey Cornelius Cory Cosmo Craig Cristian Cristiano Cristóbal Cyrille Cyrus Dale Damian
        Damien Damon Danilo Danny Dante Darius Darrell Darryl Daryl Daan Davide Davor Dawid Dejan Delroy Demetrius Denys Denny
        Desmond Devin Dexter Dick Dieter Dietmar Dietrich Dillon Dimitar Dimitri Dimitris Dino Dirk Dmytro Domenico Dominic Dominik
        Dorian Drago Duarte Duncan Dusan Dustin Dwight Ed Eddie Edoardo Édouard Edouard Edson Eduard Edvard Edvin Edwin Efrain Efraín
        Egon Eino Elias Eli Elijah Ellis Elliot Elliott Elmer Elton Emanuel Emanuele Emiliano Emilio Emmett Enda Enzo Eoin Ephraim
        Ernie Errol Erwin Étienne Etienne Eugen Evan Evert Evgeny Ewan Fabian Fabio Fabrice Fabrizio Faustino Federico Ferdinand
        Fergus Fernand Filip Filippo Flavio Florent Florian Floyd Francis Franco Franck François-Xavier Franz Frederic Frédéric
        Frederick Frits Fritz Gabriele Gaël Gaetano Garry Garth Gaston Gavin Gavriel Gene Geoff Geoffrey Georg Georges Georgi
        Georgios Gerard Gérard Germán Gert Giacomo Gianfranco Gianluca Gianni Gideon Gil Gilbert Gino Giorgi Giorgio Giorgos Giulio
        Glen Godfrey Gonçalo Gottfried Gottlieb Graeme Gregor Grégoire Grigory Grzegorz Guido Guilherme Gunnar Gus Gustav Guus Håkan
        Hamish Hank Hannes Hanno Harald Hartmut Harvey Heinrich Heiko Helge Helmut Hendrik Henk Henning Henrique Henryk Herbert
        Heriberto Herman Hermann Hilario Holger Homer Horace Horacio Horatio Howard Hristo Hubert Humberto Humphrey Iain Ilias Ilie
        Ilija Imanol Imre Ingmar Iñaki Ioannis Irving Irwin Isaac Isaías Isaiah Isidro Ismael István Ivo Iván Ivar Ivica Jaap Jacek
        Jacobo Jacopo Jaime Jake Jakob Jamie Janez Janis Jānis Janusz Jared Jarl Jarosław Jaroslav Jarrod Jaume Javi Jay Jed Jef
        Jeffery Jeremiah Jeroen Jerome Jérémie Jérémy Jermaine Jerónimo Jerzy Jesper Jesús Jethro Jimmy Jiri Jiří Joachim Joaquín
        Joaquin Jochen Joël Joel Joey Johannes Johnnie Jon Jonah Jonas Jonny Jordi Joris Jorgen Jørgen Josef Josep Josh Josu Jost
        Jovan Jozef József Juergen Jules Julian Julián Julius Juraj Jürg Juri Jussi Kai Kaj Kamil Karel Karol Károly Kaspar Kasper
        Kees Keegan Kelvin Kenny Kent Kermit Ketil Kieron Kilian Kirk Kjell Klaas Klemens Knud Konrad Konstantinos Kostas Kris
        Kristian Kristof Kristofer Kristoffer Krystian Kyriakos Lachlan Lamar Lambert Lance Lars-Erik Lasse Lazar Leandro Lech Leif
        Leo Leopold Leopoldo Leroy Leszek Levi Leandre Linus Lionel Lloyd Lorenzo Lothar Lou Loïc Luc Lucas Lucien Lucio Ludovic
        Ludwig Luigi Luís Luiz Lukáš Lukasz Łukasz Luther Lyle Lyndon Maarten Mack Mads Malcolm Malik Manolis Manolo Marcel Marcello
        Marcelo Marcin Marcio Marián Mariano Marin Marinus Mariusz Marko Marlon Márton Marshall Martijn Marty Marvin Massimo Mateo
        Mateus Mathias Mathieu Matías Mattias Matthieu Mauro Maurice Maurizio Maximilian Maximiliano Melvin Menno Merlin Mervyn
        Michal Michał Michele Mickey Mihály Mikel Mikhael Mikko Miklós Milo Miloš Milos Milorad Milton Mircea Miro Miroslav Mirosław
        Misha Mitch Mitt Modesto Moisés Morris Mort Morten Moritz Moses Mykhailo Mykola Myron Nate Nathaniel Nat Neal Nelson Nenad
        Néstor Nestor Neville Newt Nicolae Nicolò Niels Nik Nikita Niklas Nikolaos Nikolaj Nikos Nino Nuno Octavio Ola Oleh Olli Omer
        Orville Osvaldo Oswald Otis Otto Øyvind Paavo Paddy Panagiotis Pascual Pasquale Patricio Patrik Patryk Patrice Pavlo Pavlos
        Peer Percy Perry Petar Petr Petri Petros Petru Petter Pier Piero Pierluigi Piers Pietro Placido Quentin Quincy Quinn Quique
        Radek Radosław Radoslav Radovan Rafał Raffaele Rahm Raimo Ralf Ramiro Randall Raphael Raphaël Rasmus Ray Raymundo Reece Reed
        Reginald Rei Reid Reinhard Reinhold Rémi Remi Remo Renato Renaud René Rene Renzo Reuben Reynaldo Richie Rich Rik Robbie Robby
        Robrecht Rocco Rod Roderick Rodolfo Rodrigue Roel Rogelio Rogerio Roland Rolando Romano Romeo Romulus Ronnie Ronny Roque Rory
        Ross Rossen Ruben Rudi Rudy Rudolph Rufus Rui Runar Rune Russ Ruud Ryszard Saint-John Salvatore Samu Sander Sandro Sandor
        Sándor Santino Saul Saulius Sauli Saverio Scot Seán Sebastian Sebastián Sébastien Semyon Serge Sergej Sergi Serhii Seth
        Severin Seymour Shane Shaun Shawn Shea Sheldon Sid Sidney Siegfried Sigmund Sigmar Sigurd Silas Silvano Silvio Simeon Simón
        Slavko Slavoj Slobodan Sören Søren Spencer Spiros Spyros Stefano Stefanos Steffen Stelios Sten Stephan Stephane Stewart Stipe
        Stoyan Sverre Svetozar Sylvester Szymon Tadeusz Tage Tamás Tauno Teddy Teodor Teodoro Terence Terrence Terje Terrell Thaddeus
        Theo Théo Theodor Theodore Theodoros Thijs Thom Thorbjørn Tibor Tiago Tilman Timofey Tito Titus Tobias Toby Todd Todor Toivo
        Tomas Tomáš Tomislav Tommy Toni Torben Tore Torsten Travis Trent Tristan Troy Tudor Ueli Ugo Ulf Ulises Ulrich Umberto Uriel
        Václav Vaclav Valdis Valentin Valentín Valentino Valeri Valery Vasil Vasile Vasily Vasyl Vasilis Veit Veljko Verne Vic Víctor
        Victor Vidar Viggo Viktoras Ville Vincenzo Vince Virgil Virgilio Vito Vittorio Vitaly Vitali Vitaliy Vitalii Vitor Vlad
        Vladislav Vladimír Vladislavs Vojtěch Volker Waldemar Wallace Wally Walther Wendell Wes Wilbur Wilfred Wilfried Wilhelm Will
        Willard Willi Willis Willy Wim Winston Witold Władysław Wladimir Wolf Xabier Xavi Xavier Yann Yannick Yannis Yaroslav Yegor
        Yevhen Yuriy Yurii Yvan Zach Zack Zane Željko Zeljko Zeno Zdeněk Zenon Zigmund Zlatan Zsolt Þór Sveinbjörn Sigurður Ólafur
        Guðmundur Gunnlaugur Bjarni Jóhann Jón Magnús Einar Birgir
        """;
}
