namespace Soundness;

/// <summary>Stands in instrumented programs for a <c>StringBuilder</c>, which would forget what its parts carry.</summary>
public sealed class TrackedBuilder(string first)
{
    private string text = first;

    public TrackedBuilder Append(string more)
    {
        text = Ledger.Concat(text, more);
        return this;
    }

    public override string ToString() => Ledger.Concat(text);
}
