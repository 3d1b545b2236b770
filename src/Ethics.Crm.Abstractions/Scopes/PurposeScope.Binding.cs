using Ethics.Crm.Runtime;

namespace Ethics.Crm;

public sealed partial class PurposeScope
{
    /// <summary>For generated code, which keeps its array to itself: it is not copied.</summary>
    internal static PurposeScope EnterFixed(string[] purposes)
    {
        if (purposes.Length == 1 && PurposeBits.Find(purposes[0]) is { } declared)
            return Open(null, declared.Names, declared.Bit);
        Check(purposes);
        return Open(null, purposes, PurposeBits.MaskOf(purposes));
    }

    /// <summary>Gives the calling flow back what was around the scope; work that has captured the scope keeps it until it is closed.</summary>
    internal void Leave()
    {
        CloseAllInside();
        if (ReferenceEquals(AmbientScope.Current, this))
            AmbientScope.Flow.Local.Value = NearestOpen(_parent);
    }
}
