using System.Collections.Immutable;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace Ethics.Crm.Analyzers.Tests.PolicyOnly;

/// <summary>
/// What attributes say, the policy may say instead: the programs of the other tests, with their attributes turned into entries of the policy, report the same at the same places. Every sixteenth program,
/// each in one way; all of them in all ways by <c>ETHICS_LAWS</c>, which takes some minutes.
/// </summary>
public sealed class PolicyOnlyTests(ITestOutputHelper output)
{
    private static readonly ImmutableArray<Turned> Ways = [Turned.All, Turned.Categories, Turned.Code | Turned.Methods, Turned.Collected];

    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("ETHICS_LAWS") is { Length: > 0 };

    [Fact]
    public void ProgramsWhoseAttributesStandInThePolicy_ReportTheSame()
    {
        var compared = 0;
        var found = 0;
        var different = Harvest.Programs().Where(static (_, number) => IsWhole || number % 16 == 0).ToArray().AsParallel().AsOrdered().SelectMany((program, number) =>
        {
            if (program.Check.TestState.AdditionalProjects.Count > 0 || program.Check.Policies is not [var policy] || Compiled(program.Check) is not { } compilation)
            {
                return [];
            }

            var expected = Found(compilation, policy, program.Check);
            var complaints = new List<string>();
            foreach (var turned in IsWhole ? Ways : [Ways[number % Ways.Length]])
            {
                if (AttributesAsPolicy.Of(compilation, policy.Text, turned) is { } other)
                {
                    var told = Found(other.Compilation, policy with { Text = other.Policy }, program.Check);
                    Interlocked.Increment(ref compared);
                    Interlocked.Add(ref found, expected.Length);
                    if (!told.SequenceEqual(expected))
                    {
                        complaints.Add($"{program.Name}, {turned}: by attributes alone {string.Join(", ", expected.Except(told))}; by the policy alone {string.Join(", ", told.Except(expected))}");
                    }
                }
            }

            return complaints;
        }).ToArray();

        output.WriteLine($"{compared} programs compared, {found} findings.");
        Assert.True(compared > 100 && found > compared, "Too little was compared to say anything.");
        Assert.True(different.Length == 0, string.Join(Environment.NewLine, different));
    }

    /// <summary>Null for one with errors: what a rule says of broken code depends on where it breaks.</summary>
    private static CSharpCompilation? Compiled(AnalyzerCheck check)
    {
        var parse = TestSettings.ParseOptions(check.LanguageVersion);
        var compilation = CSharpCompilation.Create(
            "Acme",
            check.TestState.Sources.Select(source => CSharpSyntaxTree.ParseText(WithoutMarkup(source.content.ToString()), parse, source.filename)),
            ProductReferences.All,
            TestSettings.CompilationOptions.WithOutputKind(check.TestState.OutputKind ?? OutputKind.DynamicallyLinkedLibrary));
        return compilation.GetDiagnostics().Any(static one => one.Severity == DiagnosticSeverity.Error) ? null : compilation;
    }

    private static string WithoutMarkup(string source)
    {
        TestFileMarkupParser.GetPositionsAndSpans(source, out var text, out ImmutableArray<int> _, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _);
        return text;
    }

    private static ImmutableArray<string> Found(CSharpCompilation compilation, TestPolicy policy, AnalyzerCheck check)
    {
        var options = new AnalyzerOptions([new TestAdditionalText(policy.Path, policy.Text)], new TestOptionsProvider([policy], check.BuildProperties));
        var run = compilation.WithAnalyzers(Rules.All, new CompilationWithAnalyzersOptions(options, static (thrown, _, _) => Assert.Fail(thrown.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        return [.. run.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Select(static one => $"{one.Id} {one.Location.GetLineSpan()} {one.GetMessage()}").Order(StringComparer.Ordinal)];
    }
}
