namespace Ethics.Crm.Policy.Shapes;

/// <summary>The closed lists. The order is that of the enumerations they stand for.</summary>
internal static class Words
{
    public static readonly string[] Bases = ["consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"];
    public static readonly string[] Roles = ["processor", "controller", "joint"];
    public static readonly string[] Actions = ["erase", "anonymise", "retain"];
    public static readonly string[] Modes = ["enforce", "redact", "audit"];
    public static readonly string[] Policy = ["policy"];
}
