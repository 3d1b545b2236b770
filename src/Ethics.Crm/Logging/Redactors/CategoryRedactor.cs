using Ethics.Crm.Decisions;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;
using Microsoft.Extensions.Compliance.Redaction;

namespace Ethics.Crm.Logging;

/// <summary>Puts the <c>redacted</c> text of a category in the place of a value: that of the policy which is in force when it is asked, because callers keep redactors.</summary>
/// <param name="categories">All that the value belongs to. Where their texts differ, nothing is shown.</param>
internal sealed class CategoryRedactor(IReadOnlyList<Func<PolicyTable, string?>> categories) : Redactor
{
    public override int GetRedactedLength(ReadOnlySpan<char> input) => Text().Length;

    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        // The policy may have been read anew since the length was asked for.
        var text = Text().AsSpan();
        text = text.Slice(0, Math.Min(text.Length, destination.Length));
        text.CopyTo(destination);
        return text.Length;
    }

    private string Text()
    {
        if (GateRuntime.Current is not LiveRuntime live)
            return "";
        var texts = categories.Select(category => category(live.Table) is { } name ? live.Table.FindCategory(name)?.Redacted ?? "" : "").Distinct(StringComparer.Ordinal).ToList();
        return texts.Count == 1 ? texts[0] : "";
    }
}
