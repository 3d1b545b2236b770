using Ethics.Crm;

namespace PurposeBench.Cases.Projects.AnonymizedByLibrary;

public static class Bands
{
    [Anonymizes("two bands, each with more than ten thousand people")]
    public static string Of(int income) => income >= 50_000_000 ? "A" : "B";
}
