namespace News.Summaries;

internal static partial class GivenNames
{
    /// <summary>Of women, in Europe and the Americas.</summary>
    private const string WomenOfEurope = """
        Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Sara Karen Lisa Nancy Betty Sandra Margaret Ashley
        Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Kathryn Amy Angela
        Shirley Anna Anne Ann Brenda Pamela Emma Nicole Helen Samantha Katherine Catherine Christine Debra Rachel Carolyn Janet Maria
        Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Megan Andrea Cheryl Hannah
        Jacqueline Martha Gloria Teresa Jane Jean Alice Julia Grace Amber Denise Danielle Brittany Diana Abigail Natalie Sophia Rose
        Isabella Alexis Kayla Charlotte Lydia Claire Clare Lucy Ellen Elaine Fiona Hillary Hilary Kamala Nikki Theresa Liz Nicola
        Suella Priti Yvette Ursula Marine Ségolène Brigitte Kristin Kristen Kirsten Kirstin Sonia Indira Benazir Sheikh_Hasina Fatima
        Fatema Fatemeh Aisha Ayesha Khadija Zainab Zeinab Zahra Maryam Mariam Noor Nour Layla Leila Laila Amal Amina Huda Hoda Hanan
        Iman Rania Rana Rasha Reem Salma Samira Sana Shirin Shireen Yasmin Yasmine Nadia Nadine Dina Dalia Lina Lubna Mona Muna
        Nasrin Narges Masih Mahsa Farah Farida Ghada Hala Heba Inas Jihan Malala Nawal Rodaba Samar Suha Wafa Zeynep Ayşe Olga
        Natalia Tatiana Svetlana Irina Elena Ekaterina Anastasia Yulia Yuliya Oksana Carmen Ana Isabel Lucia Sofia Gabriela Paula
        Claudia Valeria Valeska Rosa Juana Camille Chloé Céline Sophie Isabelle Nathalie Sylvie Monique Heidi Ingrid Petra Sabine
        Gisela Monika Birgit Annalena Giulia Chiara Francesca Giorgia Stefania Valentina Silvia Paola Priya Sunita Anita Sushma Aung
        Yoko Keiko Michiko Golda Tzipi Miri Ayelet Jacinda Tanya Regina Kiara Caitlin Sujata Sehar Alia Amneh Colette Manju Marta
        Katie Kate Kathy Cathy Jill Jo Joanna Naomi Nora Paige Penny Phoebe Rita Robin Sally Tara Tina Wendy Zoe Greta Astrid Samah
        Umm Um Hadia Hadiya Shilan Nazdar Shler Chinar Avin Rojin Gulistan Fatma Bibi Ruqaya Rukhsana Saima Sadaf Sobia Tahira Uzma
        Zubaida Hawa Halima Hafsa Asma Bushra Ibtisam Ilham Intisar Kawthar Latifa Lamia Majida Manal Maysoon Najla Naima Nahla Randa
        Rima Rola Ruba Safiya Shaima Siham Sumaya Suad Taghreed Wijdan Yusra Zahraa Azadeh Elaheh Leyla Mina Nasim Nazanin Niloufar
        Parisa Roya Sahar Setareh Shadi Shiva Soraya Elif Emine Esra Hatice Merve Nuray Özlem Selin Sibel Tuba Abena Ama Akosua Efua
        Esi Yaa Adaeze Amaka Chioma Ngozi Nneka Ifeoma Folake Wanjiru Wambui Akinyi Nomsa Thandi Lindiwe Zanele Katarzyna Agnieszka
        Malgorzata Małgorzata Ewa Zofia Magdalena Halyna Iryna Lyudmila Ludmila Nina Vera Galina Larisa Marina Yelena Polina Daria
        Ksenia Anjali Deepa Divya Kavita Lakshmi Meena Neha Pooja Radha Rekha Shanti Mei Xiu Yuki Sakura Haruka Tamsin Bethan Beth
        Bridget Bronwyn Caroline Charlene Chantal Dawn Doreen Dorothy Edith Edna Eileen Eleanor Ella Ellie Elsie Esther Ethel Eva Eve
        Faye Felicity Florence Frances Gail Gemma Georgia Geraldine Gillian Gwen Harriet Hazel Holly Imogen Irene Iris Ivy Jade
        Jackie Jan Jasmine Jenny Josephine June Latisha Keisha Tamika Ebony Leanne Lesley Lorna Lorraine Louise Lynn Lynne Mabel
        Madeleine Maggie Marian Marion Marjorie Marilyn Maureen Mavis Molly Moira Muriel Norma Pauline Philippa Rosemary Roberta Ruby
        Sheila Siobhan Aoife Niamh Sinead Orla Ciara Roisin Stella Sylvia Tracy Tracey Una Valerie Vanessa Veronica Vivian Yvonne
        Latoya Joanne Fran Hilda Mette Freja Sigrid Solveig Liv Maja Linnea Elsa Kirsi Aino Katja Anja Antje Britta Dagmar Elke
        Franziska Gabriele Hannelore Ilse Jutta Karin Katrin Silke Susanne Ulrike Ute Agnès Amélie Anaïs Aurélie Béatrice Bénédicte
        Corinne Delphine Dominique Élodie Émilie Françoise Geneviève Hélène Juliette Laurence Manon Margaux Mathilde Sandrine Solène
        Valérie Véronique Virginie Adriana Alejandra Alicia Beatriz Blanca Carolina Cecilia Consuelo Cristina Daniela Dolores Elisa
        Elvira Esperanza Graciela Guadalupe Inés Irma Josefina Juanita Leticia Lorena Lourdes Luisa Luz Marcela Margarita María
        Mariana Mercedes Miriam Pilar Raquel Rocío Rosario Silvina Soledad Susana Verónica Ximena Yolanda Elisabetta Alessia Federica
        Ilaria Martina Serena Simona Abbie Abby Ada Adela Adelaide Adele Adelina Adeline Adrienne Agatha Agnes Agneta Agnete Aida
        Aileen Aimee Aimée Ainhoa Alana Alba Albertine Aleksandra Alena Alessandra Alexandra Alexandria Alexa Alexia Alina Aline
        Alisa Alison Allegra Allison Ally Alma Alyson Alyssa Amalia Amaia Amelia Anabel Anastasiia Anastasiya Andrée Andreea Aneta
        Angelina Angélica Angelique Angie Anika Anke Ann-Marie Anna-Maria Annabel Annabelle Anne-Marie Anneke Anneli Anneliese
        Annette Annika Annie Antoinette Antonella Antonia Arabella Araceli Ariana Ariane Arianna Arielle Arlene Armelle Ashlee
        Ashleigh Athena Aubree Aubrey Audrey Aude Augusta Aurora Ava Babette Barb Beata Beate Beatrice Beatrix Becca Becky Belén
        Belinda Berit Bernadette Bernice Bertha Bess Bessie Bette Betsy Bettina Bianca Birgitta Birgitte Birthe Blanche Blythe Bobbie
        Bonnie Brandi Brandy Bree Brenna Bria Brianna Britney Britt Brooke Bruna Bryony Caitlyn Callie Camila Camilla Candace Candice
        Cara Carin Carina Carla Carlene Carlotta Carly Carmela Carole Carolin Caryn Carys Casandra Cassandra Cassidy Cassie Catalina
        Catarina Cate Catherina Cathleen Cathrine Catriona Catrin Catrina Cecile Cécile Cecily Celeste Celestine Celia Celina Céleste
        Chanel Charmaine Chelsey Cherie Cherry Chloe Chrissy Christa Christel Christiane Christie Christin Christy Cilla Cindy Clara
        Clarissa Claudine Clémence Clémentine Clementine Cleo Clodagh Colleen Concepción Constance Constanza Consuela Cora Cordelia
        Corina Corinna Cornelia Cosima Courtney Cristiana Crystal Dacia Daisy Danica Daniella Danuta Daphne Darlene Davina Deanna Deb
        Debbie Debora Dee Deirdre Delia Delilah Della Demi Denisa Desiree Dianne Dinah Dolly Dominika Dora Dorota Doris Dorothea
        Dorthe Dortha Dulce Edie Edwige Edyta Effie Eilidh Eimear Eithne Elaina Eleni Eleanora Eleonora Elfriede Eliana Elin
        Élisabeth Elisabeth Elise Elissa Eliza Elizaveta Elle Elly Elodie Eloise Élise Elspeth Else Elżbieta Emelie Emiliana Emilia
        Emilie Emmanuelle Emmy Enid Erika Erin Erma Ernestine Estela Estelle Ester Estrella Etta Eugenia Eugenie Eulalia Eunice
        Euphemia Eva-Marie Evangelina Evelina Eveline Fabienne Fanny Fawn Felicia Fern Fernanda Filipa Fiorella Fleur Flavia Flora
        Fleurette Flor Francine Franca Frauke Freda Freya Frida Frieda Friederike Fuencisla Gabriella Gabrielle Gaby Gaia Gayle Gena
        Genevieve Georgette Georgiana Georgina Gerda Geri Germaine Gertrud Gertrude Ghislaine Gigi Gilda Gina Ginger Ginny Gisele
        Giselle Gitta Gitte Giuliana Giuseppina Gladys Glenda Glenys Glynis Goldie Grainne Gráinne Grażyna Gretchen Gretel Griselda
        Guðrún Gudrun Gunilla Gunda Gwendolyn Gwyneth Gwyn Hanna Hanne Hattie Hedda Hedwig Heide Heidrun Heike Helena Helene Helga
        Henriette Henrietta Hermine Herta Hildegard Hollie Hortensia Ida Ilona Ilka Ina Inga Inge Ingeborg Inger Inna Ioana Iolanda
        Iona Irena Irène Iria Irmgard Isabeau Isabela Isabell Isadora Isla Isobel Itziar Ivana Iva Iwona Izabela Jacinta Jacqui
        Jamie-Lee Jana Janae Janelle Janett Janette Janice Janina Janine Janne Jasmin Jayne Jeanette Jeanine Jeanne Jeannette Jemima
        Jen Jenna Jenni Jennie Jeri Jess Jessie Jette Jewel Jillian Joana Joann Joanie Jocelyn Jodi Jodie Joelle Johana Johanna
        Jolanda Jolanta Jordana Jördis Jorun Josefa Josefin Josette Josie Jovana Joy Judi Judy Julianna Julianne Juliana Juliane
        Julieta Juliet Justina Justine Justyna Kaatje Kaja Kaitlin Kaitlyn Kamila Karina Karla Karolina Karoline Karyn Kasia
        Kassandra Kat Katalin Katarina Katerina Kateryna Katharina Katharine Kathe Kathi Kathrin Katia Katinka Katiuscia Katrien
        Katrina Katrine Kayleigh Kaye Keely Kellie Kelsey Kerri Kerstin Khrystyna Kiera Kimberley Kinga Kirstie Kitty Klara Klaudia
        Konstantina Kornelia Krista Kristel Kristi Kristiina Kristina Kristine Kristýna Krystal Krystyna Lana Larissa Lara Latasha
        Laurel Laureen Laurie Lavinia Laverne Lea Léa Leah Leandra Leanna Leena Leigh-Anne Lena Leni Lenka Lenora Leona Leonie Leonor
        Leonora Leontine Lesia Lesya Letitia Lexi Lia Liana Libby Lidia Liesbeth Liesel Lieselotte Lila Lili Lilian Liliana Lillian
        Lillie Lily Lilly Linnéa Lisbeth Lise Liselotte Lisette Liudmila Liza Lizzie Loes Lois Lola Loretta Lotte Lottie Louisa Lucía
        Luciana Lucie Lucille Lucinda Lucrezia Ludivine Lupita Lynda Lyn Lynette Lynsey Lyubov Maddalena Madeline Madelyn Madge
        Mafalda Magali Magda Maia Maike Maire Máire Mairead Maisie Maite Malena Mandy Manuela Mara Marcelle Marcia Marcy Mareike
        Margareta Margarete Margarethe Margery Margherita Margie Margit Margo Margot Margret Margrethe Marguerite Mari María-José
        Maria-Jose Marianne Marianna Maribel Marie Marie-Claude Marie-Louise Mariella Marielle Marietta Marija Marika Marilena
        Marilou Mariola Marisa Marisol Marissa Marit Marita Mariya Mariia Marjolein Marla Marleen Marlena Marlene Marlies Marte
        Marthe Martine Mary-Ann Mary-Jo Maryanne Mathilda Matilda Matilde Maud Maude Maura Maxine Maya Meg Meghan Melania Melanie
        Mélanie Melina Melinda Melody Meredith Merete Mia Micaela Michaela Michèle Mieke Mikaela Milagros Mildred Milena Milica
        Millicent Millie Mimi Mindy Minerva Minna Minnie Mira Mirela Mireille Mirella Mirjam Mirka Mollie Moniek Moniqua Montserrat
        Morag Myra Myrna Myrtle Nadezhda Nadège Nadiia Nan Nanette Nantje Natacha Natália Natalya Nataliya Nataliia Natasa Natascha
        Natasha Nathalia Nell Nellie Nelly Neus Nicholette Nicki Nicky Nicolette Nieves Nika Nike Nikoletta Nilda Noelia Noelle
        Noémie Noemi Nollaig Nolwenn Noreen Nuala Nuria Núria Octavia Odette Odile Ofelia Olena Olesya Olha Olimpia Olive Olwen
        Olympe Ophelia Oriana Orlaith Ornella Ottilie Paloma Pam Pandora Pansy Patrizia Patrycja Patsy Patti Patty Paulette Paulina
        Paule Pearl Peggy Penelope Pernilla Pernille Perla Petronella Phyllis Pia Pietra Pippa Poppy Priscilla Prudence Purificación
        Rachael Rachelle Rae Raffaella Ragnhild Ramona Randi Raphaëlle Rayna Reba Rebekah Régine Reina Rena Renata Renate Renée Renee
        Rhoda Rhona Rhonda Rhiannon Ria Ricarda Riitta Rikke Rina Ritva Robyn Rochelle Romy Ronja Rosalie Rosalind Rosalinda Rosaline
        Rosalyn Rosanna Roseanne Rosemarie Rosie Roslyn Rowena Roxana Roxane Roxanne Rūta Ruthie Sabina Sabrina Sadie Saffron Sallie
        Salome Salomé Samara Sandie Sanna Sanne Saoirse Sara-Jane Sari Saskia Scarlett Scarlet Selena Selina Selma Seraphine Severine
        Séverine Shana Shania Shanna Shari Sharlene Shauna Shawna Shelby Shelley Shelly Sherri Sherry Sheryl Shona Sibylle Sienna
        Sigrun Signe Sigríður Silja Silvana Simone Simonetta Sini Sinéad Siri Siv Slavica Sofie Sofía Sofiya Sofija Soile Sonja Sonya
        Sorcha Stacey Stacie Stefanie Steffi Stéphanie Steph Sue Sunniva Susann Susanna Susannah Susie Suzan Suzanna Suzanne Suzette
        Svenja Sveva Svitlana Sybil Sylwia Tabitha Taina Talia Tamara Tami Tammy Tania Taryn Tatjana Tatyana Tawny Teodora Teresita
        Teri Terri Terry-Ann Tess Tessa Thea Thelma Theodora Theresia Thérèse Therese Tiffany Tilda Tiina Tinka Tiziana Tonya Tordis
        Torill Tori Toril Tove Tricia Trina Trine Trish Trisha Trixie Trudy Trui Tuula Twyla Ulla Ulrika Ursel Valda Valentyna Vanda
        Vanesa Vanja Vasilisa Velma Verena Véronica Vicki Vickie Vicky Victoire Vida Vigdís Viktoria Viktoriia Viktoriya Vilma Viola
        Violet Violeta Violetta Viviana Viviane Vivien Vivienne Wanda Wenche Whitney Wilhelmina Wilma Winifred Winona Xenia Yasmina
        Yelizaveta Yevgenia Yevheniia Yolande Ysabel Yuliia Zdenka Zelda Zita Zoé Zoë Zoryana Zsófia Zuzana Zuzanna Agata Aldona
        Alicja Bogumiła Bożena Ewelina Halina Jadwiga Jagoda Kazimiera Lucyna Marzena Mirosława Oliwia Sława Stanisława Urszula
        Weronika Wiesława Żaneta
        """;
}
