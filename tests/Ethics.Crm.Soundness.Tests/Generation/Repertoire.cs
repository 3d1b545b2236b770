using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>The constructs that programs may be made of.</summary>
internal sealed record Repertoire(ImmutableHashSet<Construct> Constructs)
{
    public static readonly Repertoire Whole = new([.. Enum.GetValues<Construct>()]);

    public static Repertoire Of(params ReadOnlySpan<Construct> constructs) => new([.. constructs]);

    public static Repertoire Without(params IEnumerable<Construct> constructs) => new(Whole.Constructs.Except(constructs));

    /// <summary>Names of constructs with commas between, <c>-Name</c> for all but these; nothing for all.</summary>
    public static Repertoire Parse(string? text)
    {
        var names = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var only = names.Where(static name => name[0] != '-').Select(Enum.Parse<Construct>).ToImmutableHashSet();
        var not = names.Where(static name => name[0] == '-').Select(static name => Enum.Parse<Construct>(name[1..]));
        return new((only.IsEmpty ? Whole.Constructs : only).Except(not));
    }

    public bool IsWhole => Constructs.Count == Whole.Constructs.Count;

    public bool Has(Construct construct) => Constructs.Contains(construct);
}
