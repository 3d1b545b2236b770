namespace Ethics.Crm.Policy.Values;

/// <summary>Which countries a list such as <c>["EEA", "GB"]</c> speaks of.</summary>
internal static class Countries
{
    public const string Eea = "EEA";
    private const string Eu = "EU";
    private const string EeaOnly = "IS LI NO";

    // The 27 members of the Union, and Iceland, Liechtenstein and Norway (EEA Agreement).
    private const string EeaMembers = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

    public static bool IsFree(string country, IReadOnlyList<string> free)
    {
        foreach (var region in free)
        {
            if (region == country || region == Eea && IsIn(EeaMembers, country) || region == Eu && IsIn(EeaMembers, country) && !IsIn(EeaOnly, country))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(string members, string country) => country.Length == 2 && members.IndexOf(country, StringComparison.Ordinal) >= 0;
}
