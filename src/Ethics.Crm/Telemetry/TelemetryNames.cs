namespace Ethics.Crm.Telemetry;

/// <summary>Names of instruments, activities and tags, formed as OpenTelemetry's conventions ask of names that they do not define: lower case, in a namespace of their own.</summary>
internal static class TelemetryNames
{
    public const string AuditedReads = "ethics_crm.audited_reads";
    public const string StoppedReads = "ethics_crm.stopped_reads";
    public const string Decisions = "ethics_crm.decisions";
    public const string ConsentChanges = "ethics_crm.consent_changes";
    public const string PolicyReloads = "ethics_crm.policy_reloads";
    public const string UncheckedScopes = "ethics_crm.unchecked_scopes";

    public const string Disclosures = "ethics_crm.disclosures";

    public const string StoppedEvent = "ethics_crm.stopped_read";
    public const string ReloadActivity = "ethics_crm.policy_reload";
    public const string ConsentActivity = "ethics_crm.consent_change";

    public const string Member = "ethics_crm.member";
    public const string Purpose = "ethics_crm.purpose";
    public const string Refusal = "ethics_crm.refusal";
    public const string Rule = "ethics_crm.rule";
    public const string Outcome = "ethics_crm.outcome";
    public const string Recipient = "ethics_crm.recipient";
    public const string Action = "ethics_crm.action";
    public const string Opens = "ethics_crm.opens";
}
