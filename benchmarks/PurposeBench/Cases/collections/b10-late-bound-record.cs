// verdict: violation
// origin: blind
// channel: newsletter
// source: LateBoundRecord.emailaddress1
// proof: reaches
// why: The record keeps its values under text keys; the policy labels what lies under "emailaddress1".
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.LateBound;

public sealed class LateBoundRecord
{
    private readonly Dictionary<string, object?> _values = [];

    public string LogicalName { get; init; } = "";

    public object? this[string attributeName]
    {
        get => _values.GetValueOrDefault(attributeName);
        set => _values[attributeName] = value;
    }
}

[ForPurpose("support")]
public static class Loader
{
    public static LateBoundRecord Load()
    {
        var record = new LateBoundRecord { LogicalName = "contact" };
        record["emailaddress1"] = Mark.Text("LateBoundRecord.emailaddress1");
        record["industry"] = "retail";
        return record;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(LateBoundRecord record)
    {
        var (industry, to) = ((string?)record["industry"], (string?)record["emailaddress1"]); //! ECRM2001
        Use.Newsletter($"{industry} news to {to}");
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Loader.Load());
}
