namespace Ethics.Crm;

/// <summary>
/// The names under which metrics and traces are found, by those who collect them: <c>.AddMeter(EthicsCrmTelemetry.MeterName)</c>,
/// <c>.AddSource(EthicsCrmTelemetry.ActivitySourceName)</c>. Tags carry names of members, purposes, rules and recipients, never a value or an id.
/// </summary>
public static class EthicsCrmTelemetry
{
    /// <summary>The meter: <c>Ethics.Crm</c>.</summary>
    public const string MeterName = "Ethics.Crm";

    /// <summary>The source of activities: <c>Ethics.Crm</c>.</summary>
    public const string ActivitySourceName = "Ethics.Crm";
}
