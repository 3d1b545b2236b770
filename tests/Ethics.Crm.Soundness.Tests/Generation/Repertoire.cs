using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>The constructs that programs may be made of.</summary>
internal sealed record Repertoire(ImmutableHashSet<Construct> Constructs)
{
    public const string Variable = "ETHICS_CONSTRUCTS";

    public static readonly Repertoire Whole = new([.. Enum.GetValues<Construct>()]);

    /// <summary>What the flow engine follows today: all of the model.</summary>
    public static readonly Repertoire Followed = Whole;

    /// <summary>Of it what takes values through methods: not what waits in static members, is left to borders, or is kept in or handed over as a delegate.</summary>
    public static readonly Repertoire Values = new(Followed.Constructs.Except([Construct.StaticState, Construct.Borders, Construct.StoredDelegates, Construct.PassedDelegates]));

    public static Repertoire Of(params ReadOnlySpan<Construct> constructs) => new([.. constructs]);

    public static Repertoire Without(params IEnumerable<Construct> constructs) => new(Whole.Constructs.Except(constructs));

    /// <summary>Names of constructs with commas between, <c>-Name</c> for all but these; <c>Followed</c> for those that the flow engine follows, <c>Values</c> for those that take values through methods; nothing for all.</summary>
    /// <exception cref="ArgumentException">A name is none of a construct; numbers are not, either.</exception>
    public static Repertoire Parse(string? text)
    {
        var names = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var only = names.Where(static name => name[0] != '-').SelectMany(static name => name switch { nameof(Followed) => Followed.Constructs, nameof(Values) => Values.Constructs, _ => [Named(name)] }).ToImmutableHashSet();
        var not = names.Where(static name => name[0] == '-').Select(static name => Named(name[1..]));
        return new((only.IsEmpty ? Whole.Constructs : only).Except(not));
    }

    private static Construct Named(string name) => Enum.GetNames<Construct>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<Construct>(name)
        : throw new ArgumentException($"{Variable} has '{name}', and has to have names of constructs, as they are written here: {string.Join(", ", Enum.GetNames<Construct>())}; or each with - before it, for all but these.");

    public bool IsFollowed => Constructs.SetEquals(Followed.Constructs);

    public bool IsWhole => Constructs.Count == Whole.Constructs.Count;

    public bool Has(Construct construct) => Constructs.Contains(construct);
}
