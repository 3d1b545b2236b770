namespace Ethics.Crm.Policy.Values;

/// <summary>Which countries a list such as <c>["EEA", "GB"]</c> speaks of.</summary>
internal static class Countries
{
    public const string Eea = "EEA";
    public const string Eu = "EU";
    private const string EeaOnly = "IS LI NO";

    // The 27 members of the Union, and Iceland, Liechtenstein and Norway (EEA Agreement).
    private const string EeaMembers = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

    // ISO 3166-1 alpha-2, the 249 assigned codes, and XK (Kosovo), which the Union and the banks use.
    private const string Assigned =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG " +
        "CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL " +
        "GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA " +
        "LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP " +
        "NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV " +
        "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK";

    /// <summary>In ordinal order, XK last.</summary>
    public static IReadOnlyList<string> All { get; } = Assigned.Split(' ');

    /// <summary>What <c>transfers.free</c> may list.</summary>
    public static IReadOnlyList<string> Regions { get; } = [Eea, Eu, .. All];

    public static bool IsCountry(string text) => IsIn(Assigned, text);

    /// <summary>The code that was meant by one that everybody uses and no standard knows, or that was written small; null when there is none.</summary>
    public static string? Meant(string text) => text.Trim().ToUpperInvariant() switch
    {
        "UK" => "GB",
        "EL" => "GR",
        "USA" => "US",
        var upper => IsCountry(upper) || upper is Eea or Eu ? upper : null,
    };

    public static bool IsFree(string country, IReadOnlyList<string> free)
    {
        foreach (var region in free)
        {
            if (region == country || region == Eea && (country == Eu || IsIn(EeaMembers, country)) || region == Eu && IsIn(EeaMembers, country) && !IsIn(EeaOnly, country))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a region stands for; a country for itself.</summary>
    public static IEnumerable<string> Members(string region) => region is Eea or Eu ? EeaMembers.Split(' ').Where(country => IsFree(country, [region])) : [region];

    // Two letters find no place across a blank.
    private static bool IsIn(string codes, string country) => country.Length == 2 && country[0] != ' ' && country[1] != ' ' && codes.IndexOf(country, StringComparison.Ordinal) >= 0;
}
