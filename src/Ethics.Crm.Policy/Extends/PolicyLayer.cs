using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;

namespace Ethics.Crm.Policy.Extends;

/// <summary>What some files of a chain say together: as nodes, for positions and <c>open</c>, and as a table, for meaning.</summary>
internal sealed record PolicyLayer(PolicyNode Root, PolicyTable Table)
{
    public PolicyDocument Document => Table.Document;

    public bool IsOpen(string section, string? key = null)
    {
        var node = Root.Find(section);
        return (key is null ? node : node?.Find(key))?.Flag("open") == true;
    }
}
