namespace Ethics.Crm.Analyzers;

/// <summary>The numbers of the rules. A number is never reused.</summary>
internal static class RuleIds
{
    public const string PolicyUnreadable = "ECRM1001";
    public const string PolicyNamesUnknown = "ECRM1002";
    public const string PolicyContradiction = "ECRM1003";
    public const string NamesUnknown = "ECRM1101";
    public const string NothingPermits = "ECRM1102";
    public const string NoSubjectKey = "ECRM1104";
    public const string NotIntercepted = "ECRM1106";
    public const string UnboundCode = "ECRM1107";
    public const string ScopeLeftOpen = "ECRM1109";
    public const string UnlabelledStore = "ECRM1110";
    public const string PurposeBeyondDeclaration = "ECRM1111";
    public const string MisusedRead = "ECRM2001";
    public const string MisusedFlow = "ECRM2002";
    public const string MisusedByHelper = "ECRM2003";
    public const string Influence = "ECRM2004";
    public const string UndeclaredRead = "ECRM2005";
    public const string UncheckedAge = "ECRM2006";
    public const string WideningCopy = "ECRM2007";
    public const string Disclosed = "ECRM3001";
    public const string Logged = "ECRM3002";
    public const string InExceptionMessage = "ECRM3003";
    public const string Serialized = "ECRM3004";
    public const string UnaskedConsent = "ECRM4001";
    public const string NotConcluded = "ECRM9000";
    public const string NotConstant = "ECRM9001";
    public const string NotFollowed = "ECRM9002";
}
