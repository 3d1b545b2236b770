// verdict: violation
// origin: blind
// channel: newsletter
// source: Entity.emailaddress1
// proof: reaches
// why: The policy labels what lies under one key of a late-bound record.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.B01LateBoundEMail;

public sealed class Entity(string logicalName)
{
    private readonly Dictionary<string, object?> _attributes = new(StringComparer.Ordinal);

    public string LogicalName { get; } = logicalName;

    public object? this[string attributeName]
    {
        get => _attributes.GetValueOrDefault(attributeName);
        set => _attributes[attributeName] = value;
    }
}

[ForPurpose("newsletter")]
public static class ListSync
{
    public static void Push(Entity contact)
    {
        var address = (string?)contact["emailaddress1"]; //! ECRM2001
        Use.Newsletter(address);
    }
}

public static class Case
{
    public static void Run() => ListSync.Push(new Entity("contact") { ["fullname"] = "n/a", ["emailaddress1"] = Mark.Text("Entity.emailaddress1") });
}
