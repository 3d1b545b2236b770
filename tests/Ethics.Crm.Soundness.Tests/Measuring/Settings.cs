using System.Globalization;
using Ethics.Crm.Soundness.Tests.Generation;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>What a run is asked for by environment variables.</summary>
/// <param name="Seed"><c>ETHICS_SEED</c>, <c>random</c> for another one each time. Always the same unless it is given, so that no build fails by chance.</param>
/// <param name="Programs"><c>ETHICS_PROGRAMS</c>.</param>
/// <param name="First"><c>ETHICS_PROGRAM</c>: the number of the first program, to see one again.</param>
/// <param name="Repertoire"><c>ETHICS_CONSTRUCTS</c>: what programs are made of; see <see cref="Repertoire.Parse"/>.</param>
internal sealed record Settings(ulong Seed, int Programs, int First, Repertoire Repertoire)
{
    public const ulong DefaultSeed = 20261127;

    public const int DefaultPrograms = 2000;

    public static Settings Given { get; } = Of(Environment.GetEnvironmentVariable);

    /// <summary>The settings that variables ask for.</summary>
    /// <param name="variable">The value of a variable, or null.</param>
    public static Settings Of(Func<string, string?> variable)
    {
        int Number(string name, int least, int otherwise) => variable(name) is not { Length: > 0 } text ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
            : throw new ArgumentException($"{name} is '{text}', and has to be a number from {least} to {int.MaxValue}.");
        var deep = DeepRun.Of(variable(DeepRun.Variable));
        var first = Number("ETHICS_PROGRAM", 0, 0);
        var programs = Number("ETHICS_PROGRAMS", 1, deep is not null ? Math.Max(1, deep.All - first) : DefaultPrograms);
        if ((long)first + programs > int.MaxValue)
            throw new ArgumentException($"ETHICS_PROGRAM is {first} and ETHICS_PROGRAMS {programs}, and they have to be {int.MaxValue} together at most.");
        if (deep is not null && (first % DeepPart.Size != 0 || programs % DeepPart.Size != 0 || first + programs > deep.All))
            throw new ArgumentException($"ETHICS_PROGRAM is {first} and ETHICS_PROGRAMS {programs}, and the deep run is of parts of {DeepPart.Size}, up to {deep.All}.");
        // The page is of these programs and no others.
        return deep is not null ? new(DefaultSeed, programs, first, deep.Repertoire) { Deep = deep } : new(Seeded(variable("ETHICS_SEED")), programs, first, Repertoire.Parse(variable(Repertoire.Variable)));
    }

    /// <summary><c>ETHICS_DEEP</c>: the deep run of which this is the whole or a part. Null where nobody asked for one.</summary>
    public DeepRun? Deep { get; private init; }

    // The variable is that of all laws, for which FsCheck prints more than one number.
    private static ulong Seeded(string? text) => text switch
    {
        null or "" => DefaultSeed,
        "random" => (ulong)Random.Shared.Next(),
        _ => ulong.TryParse(text.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed
            : throw new ArgumentException($"ETHICS_SEED is '{text}', and has to be a number or 'random'."),
    };

    /// <summary>Whether there are as many programs as in every build, of all constructs; assertions on frequencies and on the measure speak of such runs only.</summary>
    public bool IsWhole => Programs >= DefaultPrograms && Repertoire.IsWhole;

    /// <summary>Whether there are as many programs, of all constructs that the flow engine follows at least; assertions on what is followed speak of such runs.</summary>
    public bool IsWholeOfFollowed => Programs >= DefaultPrograms && Repertoire.Followed.Constructs.IsSubsetOf(Repertoire.Constructs);

    /// <summary>Whether this is the very run of every build, whose figures are published.</summary>
    public bool IsDefault => (Seed, Programs, First, Repertoire.IsWhole) == (DefaultSeed, DefaultPrograms, 0, true);

    /// <summary>The command that makes one of the programs again.</summary>
    public string Repeats(int program, int programs = 1) =>
        $"ETHICS_SEED={Seed} ETHICS_PROGRAM={program} ETHICS_PROGRAMS={programs}{Constructs} {Publication.Suite}";

    /// <summary>The command that makes this run again.</summary>
    public string RepeatsAll => Repeats(First, Programs);

    private string Constructs => Repertoire.IsWhole ? "" : $" {Repertoire.Variable}=" + string.Join(",", Repertoire.Constructs.Order());
}
