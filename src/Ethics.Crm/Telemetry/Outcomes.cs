namespace Ethics.Crm.Telemetry;

/// <summary>What can come of something that is decided, as tags say it.</summary>
internal static class Outcomes
{
    public const string Allowed = "allowed";
    public const string Refused = "refused";
    public const string Redacted = "redacted";
    public const string Sent = "sent";
    public const string Taken = "taken";
    public const string KeptLastGood = "kept_last_good";
}
