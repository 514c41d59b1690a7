namespace News.Summaries;

/// <summary>The words whose full stop ends no sentence, or not surely one. Written here without that stop.</summary>
internal static class Abbreviations
{
    /// <summary>A name or a number follows: "Maj. Gen. Doe", "Mt. Fuji", "vs. Iraq". Never the end of a sentence.</summary>
    public static readonly WordTable BeforeAName = new("""
        Mr Mrs Ms Mx Dr Drs Prof Messrs Mme Mlle Hon Rev Fr Msgr Bro Sra Srta
        Gen Lt Col Maj Brig Capt Cpt Cmdr Cdr Comdr Adm Sgt Cpl Pvt Pfc Lieut Supt Insp Det Const Cpl Ens Wg Sqn Flt
        Gov Sen Sens Rep Reps Pres Amb Asst Assoc Dep Dir Sec Atty Min Spc Ayat
        St Ste Mt Ft Pt Hr Fr Ing Mag Dipl Univ Dept
        vs cf viz approx ca resp al
        Dra Srs Dres Gral Gob Lic Dña Mtro Mgr Profa EE FF RR bzw ggf evtl inkl Frhr
        """);

    /// <summary>A number follows: "No. 5", "p. 55", "Jan. 28". Else the stop may end the sentence.</summary>
    public static readonly WordTable BeforeANumber = new("""
        No Nos N° Nº Nr Núm Num Art Arts Sect Secs Ch Chap Vol Vols Fig Figs p pp par para v
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
        """);

    /// <summary>"am 3. Mai", "der 2. Weltkrieg": in German a stop makes a number the ordinal of what follows.</summary>
    public static readonly WordTable AfterAnOrdinal = new("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember");

    public static readonly WordTable BeforeAnOrdinal = new("am vom zum zur beim der dem den ab");

    /// <summary>May end a sentence, where a word that begins sentences follows: "Briggs &amp; Co. It closed".</summary>
    public static readonly WordTable AtAnEnd = new("""
        Co Inc Ltd Corp Bros Jr Sr Esq etc Cie plc Rd Ave Blvd Ln Hwy Sq ft in lb lbs oz mi km hrs min mins sec Ph.D
        Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun est e.g i.e
        """);

    /// <summary>Words that, with a capital, begin a sentence far more often than they begin a name.</summary>
    public static readonly WordTable SentenceOpeners = new("""
        The A An This That These Those He She It They We You I His Her Its Their Our My Your There Here
        In On At By For From With Without To Of As After Before During Since Until While When Where Why How What Who
        Which If Although Though Because But And Or So Yet Nor Not No Some Many Most All Both Each Every Few Several
        Another Other Others One Two Three Meanwhile However Also Then Now Still Later Earlier According Under Over
        Among Between Despite Following Yesterday Today Tomorrow Last Next Mr Mrs Ms Please Did Do Does Is Are Was Were
        """);
}
