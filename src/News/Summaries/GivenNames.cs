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
        """);
}
