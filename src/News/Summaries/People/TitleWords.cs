namespace News.Summaries;

/// <summary>What stands before names: forms of address, ranks, offices and trades.</summary>
internal static class TitleWords
{
    /// <summary>Say no more than how one is addressed; no part of the fullest name.</summary>
    public static readonly WordTable Honorifics = new("Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Mister Madam Madame M. Mme Mme. Herr Frau Señor Señora");

    /// <summary>Ranks and degrees that the press keeps with the name: "Brig. Gen. Jane Doe", "Dr. Ali Hassan".</summary>
    public static readonly WordTable Ranks = new("""
        Gen. Gen Brig. Brig Maj. Maj Lt. Lt Col. Col Capt. Capt Cpt. Sgt. Sgt Cpl. Cpl Pvt. Adm. Adm Cmdr. Cmdr Cdr.
        General Brigadier Major Lieutenant Colonel Captain Sergeant Corporal Admiral Commodore Marshal Commander
        Rear Vice-Admiral Staff First Dr. Dr Sen. Rep. Gov. Rev. Rev Prof. Prof Hon. Sir Dame Lord Lady Baroness Baron
        Prince Princess Sheikh Shaikh Sheik Ayatollah Imam Mullah Pope Cardinal Archbishop Bishop Father Sister Rabbi
        Det. Insp. Supt. Const. Lieut. Amb. Pres. Sr. Pvt Spc. Warrant
        """);

    /// <summary>Offices and trades in capitals before a name; they are the role, not the name: "Foreign Minister Jane Doe".</summary>
    public static readonly WordTable Offices = new("""
        President Vice Deputy Prime Minister Premier Chancellor Secretary Undersecretary Ambassador Envoy Senator
        Congressman Congresswoman Representative Governor Mayor Councillor Councilman Councilwoman Judge Justice
        Attorney Prosecutor Professor Doctor Director Chairman Chairwoman Chair Chief Executive Officer CEO CFO COO
        Spokesman Spokeswoman Spokesperson Coach Manager Editor Reporter Correspondent Detective Inspector Superintendent
        Constable Sheriff Commissioner Speaker Leader King Queen Emperor Sultan Emir Crown Foreign Defense Defence
        Interior Finance Health Education Home Shadow Press Interim Acting Former Ex-President Assistant Associate
        Emeritus Dean Rector Provost Principal Officer Analyst Engineer Nurse Pilot Actor Actress Singer Author Writer
        Historian Economist Scientist Researcher Lawyer Barrister Solicitor Undersecretary-General Secretary-General
        MP MEP QC SC
        """);

    /// <summary>What a person can be, written small: "the spokeswoman", "a ministry official".</summary>
    public static readonly WordTable PersonNouns = new("""
        spokesman spokeswoman spokesperson official minister president premier chancellor secretary ambassador envoy
        senator congressman congresswoman lawmaker governor mayor councillor judge justice attorney prosecutor lawyer
        professor doctor director chairman chairwoman chair chief executive officer coach manager editor reporter
        correspondent journalist detective inspector superintendent sheriff commissioner speaker leader king queen general
        colonel captain major lieutenant sergeant admiral commander analyst engineer nurse pilot actor actress singer
        author writer historian economist scientist researcher barrister solicitor activist campaigner critic expert
        diplomat politician deputy aide adviser advisor member head founder co-founder owner resident witness survivor
        neighbour neighbor farmer teacher student driver worker soldier fighter policeman policewoman father mother
        brother sister son daughter husband wife widow uncle aunt cousin boy girl man woman artist musician player captain
        goalkeeper striker defender curator representative dean rector principal blogger poster user priest imam bishop
        cleric photographer artist annotator coauthor co-author programmer developer consultant undersecretary
        administrator coordinator organiser organizer negotiator mediator inspector veteran candidate defendant suspect counterpart teammate partner colleague friend wife ally
        """);

    public static readonly WordTable PersonNounsInPlural = new("""
        officials spokesmen spokespeople ministers senators lawmakers judges prosecutors lawyers doctors directors
        reporters journalists detectives leaders generals commanders analysts engineers activists campaigners critics
        experts diplomats politicians members residents witnesses survivors neighbours neighbors farmers teachers students
        workers soldiers fighters parents authors scientists researchers protesters people men women sources authorities
        police militants rebels troops families relatives villagers observers organisers organizers investigators rescuers
        medics annotators users victims
        """);

    public static readonly WordTable Feminine = new("""
        Mrs Mrs. Ms Ms. Miss Madam Madame Mme Mme. Frau Señora Dame Lady Baroness Princess Queen Sister spokeswoman
        chairwoman congresswoman councilwoman policewoman actress mother sister daughter wife widow aunt girl woman
        businesswoman saleswoman housewife duchess empress
        """);

    public static readonly WordTable Masculine = new("""
        Mr Mr. Mister Herr Señor Sir Lord Baron Prince King Father Pope Cardinal Imam Ayatollah Sheikh Emir Sultan
        spokesman chairman congressman councilman policeman actor father brother son husband uncle boy man businessman
        salesman duke emperor priest
        """);

    /// <summary>Writings that speak in their writer's place: "Doe's statement added".</summary>
    public static readonly WordTable Writings = new("""
        statement analysis letter report tweet post blog message comments book testimony speech memo article column
        memoir email e-mail remarks words
        """);
}
