using System.Globalization;
using FsCheck;

namespace Ethics.Crm.TestKit;

/// <summary>Which inputs the laws of a run get, and how many. The same ones in every run, unless the environment says otherwise: a test that fails once in fifty runs is found when nobody looks for it.</summary>
/// <param name="Seed">A number, or what FsCheck prints: <c>seed,gamma</c> or <c>seed,gamma,size</c>.</param>
/// <param name="Tests">Inputs for each law; null for what the law itself says.</param>
public sealed record LawSettings(string Seed, int? Tests)
{
    /// <summary><c>random</c>, or a seed.</summary>
    public const string SeedVariable = "ETHICS_SEED";

    /// <summary>How many inputs each law gets.</summary>
    public const string TestsVariable = "ETHICS_LAWS";

    private const string ByDefault = "20261127";

    // FsCheck's own, for a seed that is given without.
    private const string GoldenGamma = "11400714819323198485";

    /// <summary>Those of this process.</summary>
    public static LawSettings Current { get; } = Of(Environment.GetEnvironmentVariable(SeedVariable), Environment.GetEnvironmentVariable(TestsVariable));

    /// <summary>As FsCheck takes it.</summary>
    public string Replay => Seed.Contains(',', StringComparison.Ordinal) ? Seed : Seed + "," + GoldenGamma;

    /// <summary>For what samples a generator itself.</summary>
    public Rnd Rnd => new(ulong.Parse(Replay.Split(',')[0], CultureInfo.InvariantCulture), ulong.Parse(Replay.Split(',')[1], CultureInfo.InvariantCulture));

    /// <summary>Null and empty are "as always".</summary>
    /// <param name="seed">The text of <see cref="SeedVariable"/>.</param>
    /// <param name="tests">The text of <see cref="TestsVariable"/>.</param>
    /// <returns>What they mean.</returns>
    /// <exception cref="ArgumentException">One of them means nothing.</exception>
    public static LawSettings Of(string? seed, string? tests) => new(SeedOf(seed), TestsOf(tests));

    /// <summary>What to write before <c>dotnet test</c> for the same inputs in the same sizes: FsCheck spreads sizes over the number of inputs.</summary>
    /// <returns>Assignments, separated by spaces.</returns>
    public override string ToString() => $"{SeedVariable}={Seed}" + (Tests is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {TestsVariable}={Tests}"));

    private static string SeedOf(string? text)
    {
        var seed = text?.Replace(" ", "", StringComparison.Ordinal).Trim('(', ')') ?? "";
        if (seed.Length == 0)
            return ByDefault;
        if (seed.Equals("random", StringComparison.OrdinalIgnoreCase))
            return Random.Shared.NextInt64(1, 1_000_000_000).ToString(CultureInfo.InvariantCulture);

        var numbers = seed.Split(',').Select(part => ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (ulong?)null).ToArray();
        return numbers.Length <= 3 && !numbers.Contains(null) && (numbers.Length < 2 || numbers[1] % 2 == 1)
            ? seed
            : throw new ArgumentException($"{SeedVariable} is 'random', a number, or what FsCheck prints: seed,gamma or seed,gamma,size (an odd gamma).");
    }

    private static int? TestsOf(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tests) && tests > 0 ? tests
        : throw new ArgumentException($"{TestsVariable} is the number of inputs for each law.");
}
