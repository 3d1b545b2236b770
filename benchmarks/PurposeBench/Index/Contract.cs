namespace PurposeBench.Index;

/// <summary>The rules of the contract of the labels that say that a value was misused, or that its label gets lost.</summary>
internal static class Contract
{
    public static readonly string[] Rules = ["ECRM1110", "ECRM1111", "ECRM2001", "ECRM2002", "ECRM2003", "ECRM2004", "ECRM2006", "ECRM2007", "ECRM3001", "ECRM3002", "ECRM3003", "ECRM3004"];
}
