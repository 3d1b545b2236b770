using Ethics.Crm.Runtime;

namespace Ethics.Crm;

public sealed partial class PurposeScope
{
    /// <summary>For generated code, which keeps its array to itself: it is not copied.</summary>
    /// <param name="purposes">At least one.</param>
    /// <param name="host">Whose people are asked where the code around asks nobody's: what it works for, and to whom it tells something, is not to be escaped by a call.</param>
    internal static PurposeScope EnterFixed(string[] purposes, GateHost? host)
    {
        var known = AmbientScope.Current is { _owner: not null } ? null : host;
        if (purposes.Length == 1 && PurposeBits.Find(purposes[0]) is { } declared)
            return Open(known, declared.Names, declared.Bit);
        Check(purposes);
        return Open(known, purposes, PurposeBits.MaskOf(purposes));
    }

    /// <summary>Gives the calling flow back what was around the scope; work that has captured the scope keeps it until it is closed.</summary>
    internal void Leave()
    {
        CloseAllInside();
        if (ReferenceEquals(AmbientScope.Current, this))
            AmbientScope.Flow.Local.Value = NearestOpen(_parent);
    }
}
