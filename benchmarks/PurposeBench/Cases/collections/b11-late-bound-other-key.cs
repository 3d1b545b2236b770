// verdict: clean
// origin: blind
// channel: newsletter
// source: LateBoundRecord.emailaddress1
// proof: reaches
// why: The newsletter asks for another key of the same record; the policy labels "emailaddress1" alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.LateBoundOtherKey;

public sealed class LateBoundRecord
{
    private readonly Dictionary<string, object?> _values = [];

    public object? this[string attributeName]
    {
        get => _values.GetValueOrDefault(attributeName);
        set => _values[attributeName] = value;
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(LateBoundRecord record) => Use.Support(record["emailaddress1"]);
}

[ForPurpose("newsletter")]
public static class Issue
{
    private const string Industry = "industry";

    public static void Send(LateBoundRecord record) => Use.Newsletter($"{record[Industry]} news, {record["language"] ?? "en"}");
}

public static class Case
{
    public static void Run()
    {
        var record = new LateBoundRecord
        {
            ["emailaddress1"] = Mark.Text("LateBoundRecord.emailaddress1"),
            ["industry"] = "retail",
        };
        Desk.Answer(record);
        Issue.Send(record);
    }
}
