using Ethics.Crm.Policy;
using PurposeBench.Index;

namespace PurposeBench.Truth;

/// <summary>Whether labels let a value into a channel: asked of the table of the policy, never of a case.</summary>
internal sealed class Refusal(CaseWorld world)
{
    private readonly PolicyTable _policy = world.Policy;

    public bool IsPurpose(string channel) => _policy.HasPurpose(channel);

    /// <param name="member">Whose value it is.</param>
    /// <param name="code">What the code works for that hands it over; null for code that declares nothing. For recipients.</param>
    /// <returns>Why it may not arrive there; null when it may.</returns>
    public string? Of(BenchCase one, string member, string channel, IReadOnlyList<string>? code)
    {
        var labels = world.Labels.Of(one, member);
        if (labels.Count == 0)
            return null;
        var refusals = channel switch
        {
            "log" or "exception" => labels.Select(static l => $"{l} stands in words for anybody to read"),
            _ when channel.StartsWith("recipient:", StringComparison.Ordinal) => labels.Select(label => Disclosed(label, channel["recipient:".Length..], code)),
            _ when channel.StartsWith("stored:", StringComparison.Ordinal) => [Widened(one, labels, channel["stored:".Length..])],
            _ => labels.Select(label => Used(label, channel)),
        };
        return refusals.FirstOrDefault(static r => r is not null);
    }

    private string? Used(DataLabel label, string purpose)
    {
        if (_policy.Judge(label, purpose) is { IsPermitted: false } verdict)
            return verdict.Reason;
        // The gate lets a proxy pass, because a letter needs a postcode; the contract judges it at build.
        return IsDecision(purpose) && Category(label)?.ProxyFor.Count > 0 ? $"'{label.Category}' gives away what is protected, and {purpose} decides about people" : null;
    }

    private string? Disclosed(DataLabel label, string recipient, IReadOnlyList<string>? code)
    {
        if (!_policy.Document.Recipients.TryGetValue(recipient, out var entry))
            return $"the policy does not declare the recipient '{recipient}'";
        if (label.Category is null || !entry.Categories.Any(c => Covers(c, label.Category)))
            return $"'{recipient}' may not have {label.Category ?? "what has no category"}";
        if (!_policy.PermittedPurposes(label).Any(p => entry.For.Any(f => Covers(f, p))))
            return $"{label} serves no purpose of '{recipient}'";
        return code?.Any(p => entry.For.Any(f => Covers(f, p))) == false ? $"'{recipient}' works for {string.Join(", ", entry.For)}, the code for {string.Join(", ", code)}" : null;
    }

    /// <summary>What a copy into another member opens that the value's own labels do not.</summary>
    private string? Widened(BenchCase one, IReadOnlyList<DataLabel> own, string member)
    {
        var target = world.Labels.Of(one, member);
        if (target.Count == 0)
        {
            return world.Labels.IsOfARecord(one, member) ? $"'{member}' keeps no label"
                : world.Labels.RecipientsOf(one, member).SelectMany(r => own.Select(o => Disclosed(o, r, null))).FirstOrDefault(static r => r is not null);
        }

        if (_policy.Purposes.FirstOrDefault(p => target.All(t => Used(t, p) is null) && own.Any(o => Used(o, p) is not null)) is { } purpose)
            return $"'{member}' permits {purpose}";
        if (_policy.Document.Recipients.Keys.FirstOrDefault(r => target.All(t => Disclosed(t, r, null) is null) && own.Any(o => Disclosed(o, r, null) is not null)) is { } recipient)
            return $"'{member}' may go to '{recipient}'";
        return Flags(own).Except(Flags(target)).FirstOrDefault() is { } flag ? $"'{member}' is not {flag}" : null;
    }

    private IEnumerable<string> Flags(IEnumerable<DataLabel> labels) => labels.Select(Category).OfType<EffectiveCategory>().SelectMany(static c => new[]
    {
        c.Sensitive ? "sensitive" : null, c.Special ? "special" : null, c.Protected ? "protected" : null, c.InConfidence ? "told in confidence" : null,
    }.OfType<string>().Concat(c.ProxyFor.Select(static p => $"a proxy for {p}"))).Distinct();

    private bool IsDecision(string purpose) => _policy.Document.Purposes.TryGetValue(purpose, out var entry) && entry.Decision;

    private EffectiveCategory? Category(DataLabel label) => label.Category is null ? null : _policy.FindCategory(label.Category);

    private static bool Covers(string name, string other) => other == name || other.StartsWith(name + ".", StringComparison.Ordinal);
}
