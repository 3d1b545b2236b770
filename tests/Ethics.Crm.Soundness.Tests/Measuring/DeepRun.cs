using Ethics.Crm.Soundness.Tests.Generation;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>A run of many more programs than a build has time for, with a page of its own.</summary>
/// <param name="Name">What <c>ETHICS_DEEP</c> has to be.</param>
/// <param name="All">How many programs it has.</param>
/// <param name="Page">Its page, in the folder of results.</param>
/// <param name="What">What its programs are made of, as the page says it.</param>
internal sealed record DeepRun(string Name, Repertoire Repertoire, int All, string Page, string What)
{
    public const string Variable = "ETHICS_DEEP";

    /// <summary>Values on their way through methods.</summary>
    public static readonly DeepRun Values = new("1", Repertoire.Values, 20_000, "soundness-deep.md", "in which values go through methods: all that the flow engine follows but static state, borders and delegates");

    /// <summary>Objects as well, what waits in static members, and what is stored behind labels.</summary>
    public static readonly DeepRun Objects = new("objects", Repertoire.Followed, 50_000, "soundness-objects.md", "in which values go through methods and objects, wait in static members and in delegates, and are stored behind labels: all that the flow engine follows");

    public static IReadOnlyList<DeepRun> Each { get; } = [Values, Objects];

    /// <summary>How to get its page again; it is written only then.</summary>
    public string Command => $"{Variable}={Name} ETHICS_WRITE_RESULTS=1 {Publication.Suite} --filter FullyQualifiedName~DeepTests";

    /// <exception cref="ArgumentException">There is no such run.</exception>
    public static DeepRun? Of(string? name) => name is null or "" ? null : Each.FirstOrDefault(run => run.Name == name)
        ?? throw new ArgumentException($"{Variable} is '{name}', and has to be {string.Join(", ", Each.Select(static run => run.Name))}, or nothing.");
}
