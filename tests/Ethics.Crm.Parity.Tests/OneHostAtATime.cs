namespace Ethics.Crm.Parity.Tests;

/// <summary>The gate is the process's: tests with hosts run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneHostAtATime
{
    public const string Name = "hosts";
}
