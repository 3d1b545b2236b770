using System.Text.RegularExpressions;

namespace Ethics.Crm.Conventions.Tests;

/// <summary>How the flow engine is written.</summary>
public sealed partial class EngineTests
{
    private static readonly string[] Engine = [.. Repository.Files("analyzers/Ethics.Crm.FlowAnalysis", "*.cs")];

    /// <summary>Everybody else asks it (endpoints look up constants, never bodies): a new semantic model binds a body a second time, at many times the price, and has to be counted.</summary>
    [Fact]
    public void SemanticModelsAndGraphs_BelongToTheBodyProviderAlone()
    {
        var asking = Engine.Where(static file => !file.Contains("Endpoints", StringComparison.Ordinal)).Where(file => OwnBodies().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file));
        Assert.Equal(["BodyProvider.cs"], asking);
    }

    /// <summary>The receiver is read before the argument: whatever the evaluation of the argument writes would be lost, and what it makes would not be found.</summary>
    [Fact]
    public void Store_IsNotUsedWithWhatIsEvaluatedInTheSameStatement()
    {
        Assert.NotEmpty(Engine);
        Assert.DoesNotContain(Engine.SelectMany(File.ReadLines), line => StaleStore().IsMatch(line));
    }

    [Theory]
    [InlineData("store = store.Write(made, Segment.At(0), Evaluate(part), true);", true)]
    [InlineData("store = store.With(local, Copied(part, value));", true)]
    [InlineData("return store.Read(Evaluate(instance), Segment.Elements);", true)]
    [InlineData("return FlowValue.Of(store.Deep(Parts(tuples)).Taints);", true)]
    [InlineData("Write(made, Segment.At(0), Evaluate(part), true);", false)]
    [InlineData("var told = isWhole ? store.Deep(value) : Text(given, value);", false)]
    [InlineData("store = store.Write(made, Segment.At(0), value, graph.IsOnce(operation));", false)]
    public void StaleStore_IsToldFromOthers(string line, bool isStale) => Assert.Equal(isStale, StaleStore().IsMatch(line));

    [GeneratedRegex(@"\.GetSemanticModel\(|ControlFlowGraph\.Create\(")]
    private static partial Regex OwnBodies();

    [GeneratedRegex(@"\bstore\.\w+\((?:[^()]|\([^()]*\))*\b(Evaluate|Copied|Copy|Text|Parts|CallOf|Apply)\(")]
    private static partial Regex StaleStore();
}
