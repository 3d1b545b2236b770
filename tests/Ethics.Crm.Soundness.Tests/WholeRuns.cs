using Ethics.Crm.Soundness.Tests.Measuring;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>A test that is true of many programs of all constructs, and says that it is skipped where there are fewer.</summary>
internal sealed class WholeRunFactAttribute : FactAttribute
{
    public WholeRunFactAttribute() => Skip = WholeRuns.SkipsFor(Settings.Given);
}

/// <inheritdoc cref="WholeRunFactAttribute"/>
internal sealed class WholeRunTheoryAttribute : TheoryAttribute
{
    public WholeRunTheoryAttribute() => Skip = WholeRuns.SkipsFor(Settings.Given);
}

/// <summary>A test that is true of many programs of the constructs that the flow engine follows.</summary>
internal sealed class FollowedRunFactAttribute : FactAttribute
{
    public FollowedRunFactAttribute() => Skip = WholeRuns.SkipsUnlessFollowed(Settings.Given);
}

/// <summary>A test of the very run whose figures are published.</summary>
internal sealed class DefaultRunFactAttribute : FactAttribute
{
    public DefaultRunFactAttribute() => Skip = WholeRuns.SkipsUnlessDefault(Settings.Given);
}

/// <summary>The deep run, which takes as long as ten builds.</summary>
internal sealed class DeepRunFactAttribute : FactAttribute
{
    public DeepRunFactAttribute() => Skip = WholeRuns.SkipsUnlessDeep(Settings.Given);
}

internal static class WholeRuns
{
    /// <summary>Why such a test is skipped, or null when it is not.</summary>
    public static string? SkipsFor(Settings settings) => settings.IsWhole ? null
        : $"Speaks of whole runs: all constructs and at least {Settings.DefaultPrograms} programs. Here are {settings.Programs}, of {settings.Repertoire.Constructs.Count} constructs.";

    public static string? SkipsUnlessFollowed(Settings settings) => settings.IsWholeOfFollowed ? null
        : $"Speaks of at least {Settings.DefaultPrograms} programs of all constructs that are followed. Here are {settings.Programs}, of {settings.Repertoire.Constructs.Count} constructs.";

    public static string? SkipsUnlessDeep(Settings settings) => settings.Deep is not null ? null : $"Programs that are run when they are asked for: {string.Join("; ", DeepRun.Each.Select(static run => $"{run.All} by {run.Command}"))}";

    public static string? SkipsUnlessDefault(Settings settings) => settings.IsDefault ? null : "Speaks of the run without settings, whose figures are published.";
}
