using System.Collections.Immutable;
using News.Entities;

namespace News.Tests.Matching;

/// <summary>What the names of entities and countries meet; as <see cref="MatchingCases"/>.</summary>
internal static class NameCases
{
    public static IEnumerable<object[]> All => MatchingCases.Rows(Table);

    /// <summary>The shipped entities with some that nobody ships, so that a name more in a file changes no case here.</summary>
    public static EntityBook Book { get; } = EntityBook.Shipped.With(
    [
        new EntityPack
        {
            Handle = "red-brigade", Name = "Red Brigade",
            Names = ["Red Brigade", "RBX", "Qirmizi Liwa", "اللواء الأحمر", "=Rote", "AID"],
        },
        new EntityPack
        {
            Handle = "mercuria", Name = "Mercuria",
            Names = ["Mercuria", "Mercury", "Republic of Mercuria"],
            People = ["Mercurian", "Mercurians"], Capital = ["Hermes City", "Hermes"], Forces = ["Mercurian Guard"],
            Ambiguous = ImmutableDictionary<string, ImmutableArray<string>>.Empty
                .Add("Mercury", ["Mercurian", "Hermes City", "Caduceus Strait"])
                .Add("Hermes", ["Mercurian", "Hermes City", "Caduceus Strait"]),
        },
        new EntityPack
        {
            Handle = "north-mercuria", Name = "North Mercuria",
            Names = ["North Mercuria", "NMR"], People = ["North Mercurian", "North Mercurians", "=Norder"],
        },
        new EntityPack { Handle = "lunaria", Name = "Lunaria", Names = ["Lunaria", "SOS"], People = ["Lunarian", "Lunarians"] },
    ]);

    public const string Table = """
        # Entities
        @irgc ¦ The Revolutionary Guards said ¦ Revolutionary Guards ¦ entity ¦ one of its names
        @irgc ¦ the IRGC ¦ IRGC ¦ entity ¦ another
        @IRGC ¦ the irgc ¦ irgc ¦ entity ¦ the handle and the name in any case
        @iraq ¦ a bomb in Baghdad ¦ Baghdad ¦ entity ¦ the capital is a name of the country
        Iraq ¦ a bomb in Baghdad ¦ - ¦ ¦ to a bare name it isn't
        @iraq ¦ two Iraqis ¦ Iraqis ¦ entity ¦ and so are its people
        @iraq ¦ training at the Bagh ¦ - ¦ ¦ part of a name is none
        @red-brigade ¦ the Red Brigade ¦ Red Brigade ¦ entity ¦ with a hyphen
        @red_brigade ¦ the Red Brigade ¦ Red Brigade ¦ entity ¦ with an underline
        @redbrigade ¦ the Red Brigade ¦ Red Brigade ¦ entity ¦ with neither
        @red-brigade ¦ Red Brigades ¦ Red Brigades ¦ entity ¦ names have forms
        @red-brigade ¦ the Red Brigade's men ¦ Red Brigade's ¦ entity ¦ a possessive
        @red-brigade ¦ the red‑brigade ¦ red‑brigade ¦ entity ¦ hyphenated
        @red-brigade ¦ #RedBrigade ¦ RedBrigade ¦ entity ¦ in one, as tags are
        @red-brigade ¦ the R.B.X. said ¦ R.B.X. ¦ entity ¦ initials with full stops
        @red-brigade ¦ بيان اللواء الاحمر ¦ اللواء الاحمر ¦ entity ¦ the native name, letters folded
        @red-brigade ¦ Rote Fahne ¦ Rote ¦ entity ¦ a name with = is exact
        @red-brigade ¦ rote learning ¦ - ¦ ¦ and met in its own letters only
        @red-brigade ¦ an AID convoy ¦ AID ¦ entity ¦ initials that are a word in small letters
        @red-brigade ¦ an aid convoy ¦ - ¦ ¦ are met in capitals only
        @red-brigade ¦ a red car, a brigade ¦ - ¦ ¦ the words of a name stand together
        @red-brigade ¦ RBX, or Red Brigade ¦ RBX, Red Brigade ¦ entity, entity ¦ each name that stands there is told
        @red-brigade ¦ RBX‖RBX ¦ RBX, RBX ¦ entity, entity ¦ in title and text
        title:@red-brigade ¦ x‖RBX ¦ - ¦ ¦ in a field
        title:@red-brigade ¦ RBX‖x ¦ RBX ¦ entity ¦ in a field
        quote:@red-brigade ¦ "The RBX did it," Jane Doe said. ¦ RBX ¦ entity ¦ in quotations
        quote:@red-brigade ¦ Jane Doe said the RBX did it. ¦ - ¦ ¦ in quotations
        speaker:@red-brigade ¦ "We did it," the Red Brigade said. ¦ Red Brigade ¦ entity ¦ who said it
        @red-brigade NEAR/3 drone ¦ a drone of the RBX ¦ RBX, drone ¦ entity, exact ¦ near a word
        @red-brigade NEAR/3 drone ¦ a drone 1 2 3 RBX ¦ - ¦ ¦ near a word
        @red-brigade NEAR/s @irgc ¦ The IRGC armed the RBX. ¦ RBX, IRGC ¦ entity, entity ¦ near another
        (@red-brigade OR drone) NEAR/2 Iraq ¦ RBX in Iraq ¦ RBX, Iraq ¦ entity, exact ¦ one of several
        Iraq NOT @red-brigade ¦ Iraq and the RBX ¦ - ¦ ¦ NOT
        @red-brigade AND (@irgc OR drone) ¦ RBX drone ¦ RBX, drone ¦ entity, exact ¦ in parentheses
        (@red-brigade) ¦ RBX ¦ RBX ¦ entity ¦ a ) ends a handle
        ＠irgc ¦ IRGC ¦ IRGC ¦ entity ¦ a full-width @
        @mercuria ¦ the Mercurian Guard ¦ Mercurian Guard ¦ entity ¦ of names in one another the widest is told

        # Names that are other things too
        @mercuria ¦ Mercury is a metal ¦ - ¦ ¦ without a word that goes with it
        @mercuria ¦ Mercury and the Caduceus Strait ¦ Mercury ¦ entity ¦ with one; the word itself is no name
        @mercuria ¦ Caduceus Strait‖troops of Mercury ¦ Mercury ¦ entity ¦ anywhere in the article
        title:@mercuria ¦ Mercury‖the Caduceus Strait ¦ Mercury ¦ entity ¦ also when the name must stand in the title
        @mercuria ¦ the Caduceus Strait ¦ - ¦ ¦ the word alone is not the entity
        @mercuria ¦ Hermes of Mercury ¦ - ¦ ¦ two such names don't vouch for one another
        @mercuria ¦ Mercury, Mercurians say ¦ Mercury, Mercurians ¦ entity, entity ¦ a form of the word will do
        @mercuria ¦ the Republic of Mercuria ¦ Republic of Mercuria ¦ entity ¦ a name that is nothing else needs no other
        @mercuria NEAR/2 drone ¦ drone over Mercury. Caduceus Strait. ¦ Mercury, drone ¦ entity, exact ¦ near a word
        @mercuria NEAR/2 drone ¦ drone over Mercury. ¦ - ¦ ¦ near a word, and nothing says which Mercury
        drone NOT @mercuria ¦ a mercury drone ¦ drone ¦ exact ¦ what isn't meant isn't excluded
        drone NOT @mercuria ¦ a Mercury drone over the Caduceus Strait ¦ - ¦ ¦ what is meant is

        # Countries
        Lunaria ¦ a Lunarian ¦ Lunarian ¦ demonym ¦ a bare name meets its people
        =Lunaria ¦ a Lunarian ¦ - ¦ ¦ not an exact one
        Lunarian ¦ Lunaria ¦ - ¦ ¦ the people are not the country
        "North Mercuria" ¦ two North Mercurians ¦ North Mercurians ¦ demonym ¦ a name of two words
        "North Mercuria" ¦ in North Mercuria ¦ North Mercuria ¦ phrase ¦ the name itself
        "North Mercuria" ¦ north of Mercuria ¦ - ¦ ¦ not its words apart
        "North Mercuria" ¦ a Norder ¦ Norder ¦ demonym ¦ a people that is met exactly
        "North Mercuria" ¦ a norder ¦ - ¦ ¦ and only so
        "north mercuria" ¦ North Mercurian ¦ North Mercurian ¦ demonym ¦ the name in small letters
        ="North Mercuria" ¦ North Mercurians ¦ - ¦ ¦ exactly
        NMR ¦ North Mercurian troops ¦ North Mercurian ¦ demonym ¦ initials meet the people too
        NMR ¦ the N.M.R. ¦ N.M.R. ¦ folding ¦ and themselves
        SOS ¦ Lunarian troops ¦ Lunarian ¦ demonym ¦ whatever the initials are besides
        SOS ¦ an sos ¦ sos ¦ exact ¦ whatever the initials are besides
        title:"North Mercuria" ¦ North Mercurians‖x ¦ North Mercurians ¦ demonym ¦ in a field
        "North Mercuria" NEAR/2 drone ¦ a North Mercurian drone ¦ North Mercurian, drone ¦ demonym, exact ¦ near a word
        "Lunaria war" ¦ the Lunarian war ¦ Lunarian war ¦ phrase ¦ a country's name in a phrase
        """;
}
