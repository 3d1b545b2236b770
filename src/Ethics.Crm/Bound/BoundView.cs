namespace Ethics.Crm.Binding;

/// <summary>What a debugger shows of a bound value in place of its members: where it comes from, and neither the value nor whose it is.</summary>
internal sealed class BoundView<T>(Bound<T> bound)
{
    public string Bound { get; } = bound.ToString();
}
