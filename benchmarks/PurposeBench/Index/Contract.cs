namespace PurposeBench.Index;

/// <summary>The rules of the contract of the labels.</summary>
internal static class Contract
{
    /// <summary>Those that say that a value was misused, or that its label gets lost.</summary>
    public static readonly string[] Rules = ["ECRM1110", "ECRM1111", "ECRM2001", "ECRM2002", "ECRM2003", "ECRM2004", "ECRM2006", "ECRM2007", "ECRM3001", "ECRM3002", "ECRM3003", "ECRM3004"];

    /// <summary>Those that say of a place that the build could not judge it.</summary>
    public static readonly string[] Limits = ["ECRM9001", "ECRM9002"];
}
