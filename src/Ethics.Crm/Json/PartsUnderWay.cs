using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Json;

/// <summary>
/// Lists and objects of which a serialiser may have written a part: one that writes in pieces asks the getter again for each. A member that was begun cannot be left out any more; half of it
/// is no JSON.
/// </summary>
internal sealed class PartsUnderWay
{
    // By scope: another request may write the same object at this moment for another purpose.
    private readonly ConditionalWeakTable<object, HashSet<(JsonMember Member, PurposeScope Scope)>> _begun = new();

    public void Begin(object owner, JsonMember member)
    {
        if (AmbientScope.Current is not { } scope)
            return;
        var begun = _begun.GetOrCreateValue(owner);
        lock (begun)
            begun.Add((member, scope));
    }

    public bool Has(object owner, JsonMember member)
    {
        if (AmbientScope.Current is not { } scope || !_begun.TryGetValue(owner, out var begun))
            return false;
        lock (begun)
            return begun.Contains((member, scope));
    }

    public void End(object owner)
    {
        if (!_begun.TryGetValue(owner, out var begun))
            return;
        var scope = AmbientScope.Current;
        lock (begun)
            begun.RemoveWhere(one => ReferenceEquals(one.Scope, scope));
    }
}
