namespace Ethics.Crm.Binding;

/// <summary>What a debugger shows of a bound value in place of its members: where it comes from, and neither the value nor whose it is.</summary>
internal sealed class BoundView
{
    public BoundView(object bound) => Bound = bound.ToString()!;

    public string Bound { get; }
}
