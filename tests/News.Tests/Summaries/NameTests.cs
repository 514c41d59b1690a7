using News.Summaries;

namespace News.Tests.Summaries;

/// <summary>Short names, titles and pronouns: each mention of a speaker, and whom it stands for. "?" where two fit.</summary>
public sealed class NameTests
{
    [Theory]
    // Ranks, titles and degrees stay with the name; the short form means the full one.
    [InlineData("Staff Lt. Gen. Abdul-Wahab Saadi toured the front. \"We hold it,\" Gen. Saadi said.", "Staff Lt. Gen. Abdul-Wahab Saadi")]
    [InlineData("Sgt. 1st Class Dana Holt was there. \"It was loud,\" Holt said.", "Sgt. 1st Class Dana Holt")]
    [InlineData("Air Vice-Marshal Peter Okoro spoke. \"We flew low,\" the air vice-marshal said.", "Air Vice-Marshal Peter Okoro")]
    [InlineData("Hojatoleslam Seyyed Javad Moradi led the prayer. \"We are patient,\" Moradi said.", "Hojatoleslam Seyyed Javad Moradi")]
    [InlineData("Grand Ayatollah Hassan Jalali answered. \"It is forbidden,\" the ayatollah said.", "Grand Ayatollah Hassan Jalali")]
    [InlineData("Crown Prince Khalid bin Faisal left. \"Soon,\" the crown prince said.", "Crown Prince Khalid bin Faisal")]
    [InlineData("Former Virginia Attorney General Ken Brod left. \"Soon,\" Brod said.", "Ken Brod")]
    [InlineData("Mullah Abdul Rauf came. \"We agreed,\" the mullah said.", "Mullah Abdul Rauf")]
    [InlineData("Dr Rojda Baran had not slept. \"Blood,\" said Dr Baran.", "Dr Rojda Baran")]
    [InlineData("Dame Helena Strood rose. \"I object,\" Dame Helena said.", "Dame Helena Strood")]
    [InlineData("Sens. Dana Ortiz and Ali Kirby met. \"We agree,\" Ortiz said.", "Sen. Dana Ortiz")]
    [InlineData("\"We won,\" President Obiang said.", "President Obiang")]
    [InlineData("Mr. King was angry. \"No,\" Mr. King said.", "Mr. King")]
    [InlineData("Catrin Lloyd KC opened the case. \"It was short,\" Ms Lloyd said.", "Catrin Lloyd")]
    [InlineData("Supervisor Dale Hutchins left. \"I'm out,\" Hutchins said.", "Dale Hutchins")]
    // Particles, double surnames, family names that stand first, single names, initials, suffixes, nicknames.
    [InlineData("Xavier de la Cruz brought slides. \"It is safe,\" de la Cruz said.", "Xavier de la Cruz")]
    [InlineData("Matthijs van der Sluijs, the manager, was glad. \"Good,\" Van der Sluijs said.", "Matthijs van der Sluijs")]
    [InlineData("Khalid bin Faisal spoke. \"Not yet,\" bin Faisal said.", "Khalid bin Faisal")]
    [InlineData("Prime Minister Nawfal al-Rikabi spoke. \"Not yet,\" Rikabi said.", "Nawfal al-Rikabi")]
    [InlineData("Zhao Minghua, the minister, spoke. \"Not yet,\" Zhao said.", "Zhao Minghua")]
    [InlineData("Gabriel García Robles, the poet, spoke. \"Not yet,\" García Robles said. \"Not ever,\" Gabriel García added.", "Gabriel García Robles", "Gabriel García Robles")]
    [InlineData("Suroto, a farmer, lost his field. \"It burned,\" Suroto said.", "Suroto")]
    [InlineData("Donald J. Harper spoke after Don Harper's son. \"Sad,\" Mr. Harper said.", "Donald J. Harper")]
    [InlineData("T V Anantharaman mediated. \"They shook hands,\" Anantharaman said.", "T V Anantharaman")]
    [InlineData("Charles Brooks Jr. won. \"We did it,\" Brooks said.", "Charles Brooks Jr.")]
    [InlineData("Pastor Emmanuel “Manny” Oyelaran spoke. “No,” he said. “Never,” Manny said.", "Pastor Emmanuel Oyelaran", "Pastor Emmanuel Oyelaran")]
    [InlineData("Bill Carver spoke on Monday. William Carver, the mayor, is ill. \"I'm well,\" Carver said.", "Bill Carver")]
    [InlineData("Nurhan Elçi-Demir wrote it. \"No pleasure,\" Elçi-Demir said.", "Nurhan Elçi-Demir")]
    // A fuller name that comes later, or after the quotation.
    [InlineData("\"We ran,\" Haddad said.\n\nSamir Haddad lives by the river.", "Samir Haddad")]
    [InlineData("“His phone!” laughed the rescuer, Murat Şimşek, a miner from Soma.", "Murat Şimşek")]
    // A surname that two people bear.
    [InlineData("Omar Haddad, the mayor, and Lina Haddad, the doctor, spoke. \"Go,\" Ms. Haddad said.", "Lina Haddad")]
    [InlineData("Omar Haddad, the mayor, and Lina Haddad, the doctor, spoke. \"Go,\" Lina said.", "Lina Haddad")]
    [InlineData("Omar Haddad, the mayor, and Lina Haddad, the doctor, spoke. \"Go,\" Haddad said.", "?")]
    [InlineData("Saul Adler met the minister. Adler was pleased.\n\nHe lives there with his wife, Miriam Adler.\n\n\"It was nice,\" Adler said.", "Saul Adler")]
    [InlineData("Bob and Marlene Prather own the mill. “I want to sell,” said Marlene Prather. “I don't,” Bob said.", "Marlene Prather", "Bob Prather")]
    [InlineData("Donald Vance met Donald Vance Jr. at noon. \"Hello,\" Donald Vance Jr. said.", "Donald Vance Jr.")]
    [InlineData("Hillary Kent met Bill Kent. Hillary Kent will speak.\n\n\"I'm ready,\" Kent said.", "Hillary Kent")]
    // Kin and staff by their words, or by first name.
    [InlineData("Emre, her brother, was saved. \"I called him,\" her father said.", "her father")]
    [InlineData("Kak Hemin, a shepherd, wept. His wife, Pakhshan, interrupted. “He is alive,” she said.", "Pakhshan")]
    [InlineData("Lewis Tarbuck left the club. His agent rejected that. “Lewis wanted minutes,” he said.", "His agent")]
    public void Names_are_given_in_full(string text, params string[] speakers) => AssertSpeakers(text, speakers);

    [Theory]
    // Who speaks goes on as "he"; who hangs on a preposition doesn't.
    [InlineData("Rep. Sean Duffy made his case when introducing Mike Pratt. “Maybe not,” he said.", "Rep. Sean Duffy")]
    [InlineData("Brad Sherman joked to Neil Young that it was late. “Delay it,” he said.", "Brad Sherman")]
    [InlineData("\"This will be hard\" for Carla Kent, said Maria Kunin. \"She can't,\" she said.", "Maria Kunin", "Maria Kunin")]
    [InlineData("Asked who leads, Donald Hale named Paul Ryan. He called it “a start.” “We differ,” he said.", "?", "?")]
    [InlineData("Yusuf Demir said he liked Paul Ryan. He thought that the plan was bad, and that the result, as he later explained, was “a bubble”.", "Yusuf Demir")]
    [InlineData("The general secretary of the union, Lalita Behera, met Jaya Nair. \"The door is shut,\" she alleged.", "?")]
    [InlineData("The general secretary of the union, Lalita Behera, came late. \"The door is shut,\" she alleged.", "Lalita Behera")]
    // Gender by title, role and given name.
    [InlineData("Actress Robin Hale met Mayor Tom Briggs. \"It was fun,\" she said.", "Robin Hale")]
    [InlineData("Behrouz Tavakoli met Mahnaz Rostami. \"It went well,\" she said.", "Mahnaz Rostami")]
    [InlineData("Harpreet Singh met the board. \"It went well,\" she said.", "Harpreet Singh")]
    // Words for who was just named.
    [InlineData("Matthijs van der Sluijs, the manager, wanted him. “He’s direct,” the Dutchman said.", "Matthijs van der Sluijs")]
    [InlineData("Ida Frank, 34, fled. \"I ran,\" the 34-year-old said.", "Ida Frank")]
    [InlineData("Ida Frank, 51, fled. \"I ran,\" the 34-year-old said.", "the 34-year-old")]
    [InlineData("Bernie Sand spoke in Ohio. \"We can win,\" the Vermont senator said.", "Bernie Sand")]
    [InlineData("Bernie Sand spoke in Ohio. \"Stand back,\" the officer said.", "the officer")]
    [InlineData("Superintendent of Police Farah Naaz Qureshi denied it. \"It is not arrest,\" the SP said.", "Farah Naaz Qureshi")]
    [InlineData("Commander of the Coast Guard Second Zone Rear Admiral Behrouz Amini came. \"We watch,\" the commander added.", "Rear Admiral Behrouz Amini")]
    [InlineData("The chief executive officer of Marlow, Ida Frank, came. \"We sell,\" the CEO said.", "Ida Frank")]
    [InlineData("U.N. Secretary-General António Reyes spoke. \"Enough,\" the U.N. chief said.", "António Reyes")]
    [InlineData("Pope Leo prayed. \"Peace,\" the pontiff said.", "Pope Leo")]
    [InlineData("Hamas official Omar Nouri left. An official in Cairo said there was hope. The official said: \"It is fragile.\"", "An official in Cairo")]
    [InlineData("The actor Jan Brod met the press on Monday, Ben Hale said. \"We must listen,\" the retired neurosurgeon told them.", "Ben Hale")]
    [InlineData("Jane Doe met Mary Roe and Ann Poe at noon. \"It was late,\" the actress said.", "?")]
    [InlineData("Jane Doe met Mary Roe and Ann Poe at noon. \"It was late,\" the actress said. \"We ate,\" she added.", "?", "?")]
    [InlineData("Ann Hale, a political analyst, asked why. \"That would be me,\" the senator said.", "?")]
    [InlineData("Republican candidate Ted Hale spoke in Ohio. \"Enough,\" the Democratic nominee said.", "?")]
    [InlineData("New Jersey Gov. Tom Hale came. Ohio Gov. Ben Roe spoke late. \"Enough,\" the New Jersey governor said.", "Gov. Tom Hale")]
    [InlineData("Vice President Tom Hale left. \"Enough,\" the president said.", "the president")]
    // Who comes in without a name, and is named later or not at all.
    [InlineData("A senior officer in the unit spoke of a week of talks. \"We knew,\" the officer said.", "A senior officer")]
    [InlineData("A federal judge called the deal “a shell game”. In an order, U.S. District Judge Hana Brod said no. \"It is a yard sale,\" the judge wrote.", "Hana Brod", "Hana Brod")]
    [InlineData("He was told by his manager to “stop writing poetry”. The manager, Hana Brod, wept.", "Hana Brod")]
    [InlineData("A federal judge called the deal “a shell game”. Judge Hana Brod and Judge Tom Roe sat elsewhere.", "A federal judge")]
    // Names in forms of their own.
    [InlineData("\"You are late,\" said Chris Early, the owner. But Early called them \"true believers\".", "Chris Early", "Chris Early")]
    [InlineData("The police held a clergyman, Prophet Sunday Brod. But Brod said he was \"only a victim\".", "Prophet Sunday Brod")]
    [InlineData("“From her office,” its president, Wilmer “El Paisa” Brod, told the radio.", "Wilmer Brod")]
    [InlineData("In Libya, Pres. Brod admits, the plan “didn’t work”.", "Pres. Brod")]
    [InlineData("The groundsman, Sunil, has worked here for years. \"They made it,\" he said.", "Sunil")]
    [InlineData("His neighbour, a poet called Zainab, wrote four lines. \"Vote for us,\" she said.", "Zainab")]
    [InlineData("At a meeting the man behind it, state director Tom Hale, took the floor. \"I'm not here to lie,\" he said.", "Tom Hale")]
    // "it" and "they" for the institution or writing that is the subject.
    [InlineData("The lawsuit was filed on Monday. \"It is a trap for all,\" it says.", "The lawsuit")]
    [InlineData("Marlow Brothers have denied it twice. \"We did not say so,\" they said.", "Marlow Brothers")]
    [InlineData("The U.S. Attorney's Office for the West fined him. \"It was fair,\" the office said.", "U.S. Attorney's Office for the West")]
    // Institutions, people of one party, writings.
    [InlineData("The Committee to Protect Reporters (CPR) answered. \"This is wrong,\" the committee said.", "Committee to Protect Reporters")]
    [InlineData("The Ministry of Health answered. \"This is wrong,\" the ministry said.", "Ministry of Health")]
    [InlineData("The Health Ministry and the Interior Ministry answered. \"This is wrong,\" the ministry said.", "the ministry")]
    [InlineData("Hospitals fell, said Médecins Sans Marteau (MSM). \"They are trapped,\" the group said.", "Médecins Sans Marteau")]
    [InlineData("Marlow Holdings fell. \"We are sound,\" the company said.", "Marlow Holdings")]
    [InlineData("Many liberal Democrats warned the Fed. Ali Hassan did too. \"It's early,\" he said.", "Ali Hassan")]
    [InlineData("Moira Doyle trusted him. Her statement continued: \"I asked him.\"", "Moira Doyle")]
    [InlineData("The email read: \"We win.\" Jane Doe sent it. \"Yes,\" she said.", "The email", "Jane Doe")]
    [InlineData("Elsewhere in his remarks, Omar Nouri was calm. \"We wait,\" he said.", "Omar Nouri")]
    // Whom an apposition stands beside.
    [InlineData("\"I don't think so,\" Cecelia Purner, 67, a retired teacher in Allentown, Ohio, said in an interview.", "Cecelia Purner")]
    public void Pronouns_and_descriptions_point_to_who_is_meant(string text, params string[] speakers) => AssertSpeakers(text, speakers);

    [Theory]
    [InlineData("\"No,\" said Jane Doe, a ministry spokeswoman who was there.", "a ministry spokeswoman")]
    [InlineData("\"No,\" said Jane Doe, a professor of surgery at the university and critic of the law.", "a professor of surgery at the university and critic of the law")]
    [InlineData("\"No,\" said Jane Doe, the former governor challenged by Roe 30 years ago.", "the former governor")]
    [InlineData("\"No,\" said Jane Doe, a lawyer for the club, on Monday.", "a lawyer for the club")]
    [InlineData("\"No,\" said retired Air Force general Jane Doe.", "retired Air Force general")]
    [InlineData("\"No,\" said former Foreign Minister Jane Doe.", "former Foreign Minister")]
    [InlineData("\"No,\" said UN High Commissioner for Human Rights Jane Doe.", "UN High Commissioner for Human Rights")]
    [InlineData("Marlow's project manager, Jane Doe, came. \"No,\" she said.", "Marlow's project manager")]
    [InlineData("That drew a smile from the club's sporting director, Jane Doe. \"No,\" she said.", "the club's sporting director")]
    [InlineData("Opening the case for the General Medical Council, Jane Doe spoke. \"No,\" she said.", null)]
    [InlineData("It concerns the health of Jane Doe. \"No,\" Doe said.", null)]
    [InlineData("He is beating rival Jane Doe. \"No,\" Doe said.", null)]
    [InlineData("No matter what unilateral action President Jane Doe takes, it is late. \"No,\" Doe said.", "President")]
    [InlineData("Published in the Journal of Jane Doe, the man had no pain. \"No,\" Doe said.", null)]
    [InlineData("On the advice of County Attorney Jane Doe, he left. \"No,\" Doe said.", "County Attorney")]
    [InlineData("\"No,\" said Jane Doe, 34, who was there.", null)]
    public void A_role_is_what_the_text_says_beside_the_name(string text, string? role)
    {
        var quote = Assert.Single(Summarizer.Summarize(null, text).Quotes);

        Assert.EndsWith("Jane Doe", quote.Speaker);
        Assert.Equal(role, quote.Role);
    }

    private static void AssertSpeakers(string text, string[] speakers) =>
        Assert.Equal(speakers, Summarizer.Summarize(null, text).Quotes.Select(quote => quote.Speaker ?? "?"));
}
