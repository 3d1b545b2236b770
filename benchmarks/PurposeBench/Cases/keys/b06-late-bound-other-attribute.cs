// verdict: clean
// origin: blind
// channel: newsletter
// source: Entity.telephone1
// proof: reaches
// why: The policy labels another attribute of the record than the one that is read.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.B06LateBoundOtherAttribute;

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
    private const string PreferredLanguage = "new_language";

    public static void Push(Entity contact) => Use.Newsletter(contact[PreferredLanguage]);
}

public static class Case
{
    public static void Run() => ListSync.Push(new Entity("contact") { ["telephone1"] = Mark.Text("Entity.telephone1"), ["new_language"] = "de" });
}
