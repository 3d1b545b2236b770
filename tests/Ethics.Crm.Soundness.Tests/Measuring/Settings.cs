using System.Globalization;
using Ethics.Crm.Soundness.Tests.Generation;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>What a run is asked for by environment variables.</summary>
/// <param name="Seed"><c>ETHICS_SEED</c>. Always the same unless it is given, so that no build fails by chance.</param>
/// <param name="Programs"><c>ETHICS_PROGRAMS</c>.</param>
/// <param name="First"><c>ETHICS_PROGRAM</c>: the number of the first program, to see one again.</param>
/// <param name="Repertoire"><c>ETHICS_CONSTRUCTS</c>: what programs are made of; see <see cref="Repertoire.Parse"/>.</param>
internal sealed record Settings(ulong Seed, int Programs, int First, Repertoire Repertoire)
{
    public const ulong DefaultSeed = 20261127;

    public const int DefaultPrograms = 2000;

    public static Settings Given { get; } = new(
        Number("ETHICS_SEED") ?? DefaultSeed,
        (int)(Number("ETHICS_PROGRAMS") ?? DefaultPrograms),
        (int)(Number("ETHICS_PROGRAM") ?? 0),
        Repertoire.Parse(Environment.GetEnvironmentVariable("ETHICS_CONSTRUCTS")));

    /// <summary>Whether this is what every build runs; assertions on frequencies speak of it.</summary>
    public bool IsWhole => Programs >= DefaultPrograms && Repertoire.Constructs.Count == Repertoire.Whole.Constructs.Count;

    private static ulong? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}
