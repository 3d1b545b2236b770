using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Flows;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>A finding with all that a user sees of it: id, message, place, and each step of the way. A place is a file, the text of its line, and the word in it.</summary>
internal sealed record ToldFinding(string Id, string Message, string Place, ImmutableArray<string> Steps)
{
    public override string ToString() => $"{Id} {Message} @ {Place}{string.Concat(Steps.Select(static step => "\n    " + step))}";

    public static ToldFinding Of(Diagnostic diagnostic)
    {
        var words = diagnostic.Properties.TryGetValue("trace", out var trace) && trace is { Length: > 0 } ? trace.Split("; ") : [];
        Assert.Equal(words.Length, diagnostic.AdditionalLocations.Count);
        return new(diagnostic.Id, diagnostic.GetMessage(), PlaceOf(diagnostic.Location), [.. diagnostic.AdditionalLocations.Zip(words, static (place, word) => $"{word} @ {PlaceOf(place)}")]);
    }

    private static string PlaceOf(Location location)
    {
        if (location.SourceTree is not { } tree)
        {
            return "nowhere";
        }

        var text = tree.GetText();
        var line = text.Lines.GetLineFromPosition(location.SourceSpan.Start);
        return $"{tree.FilePath}: {line.ToString().Trim()} [{location.SourceSpan.Start - line.Start}: {text.ToString(location.SourceSpan)}]";
    }
}

/// <summary>Runs the flow engine over files as a compiler does, without the markup of the other tests.</summary>
internal static class FlowRun
{
    /// <summary>Files beside a contact, and a mailer that works for marketing.</summary>
    public static async Task<ImmutableArray<ToldFinding>> OverAsync(IEnumerable<(string Path, string Text)> files, bool concurrent = true, OutputKind output = OutputKind.DynamicallyLinkedLibrary, string policy = Policies.Fabrikam)
    {
        var rules = TestPolicy.Of(policy);
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Acme",
            files.Append(("Contact.cs", Models.Contact)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, parse, file.Item1)),
            ProductReferences.All,
            new CSharpCompilationOptions(output, nullableContextOptions: NullableContextOptions.Annotations, allowUnsafe: true, concurrentBuild: concurrent));
        Assert.Empty(compilation.GetDiagnostics().Where(static one => one.Severity == DiagnosticSeverity.Error));

        var options = new AnalyzerOptions([new TestAdditionalText(rules.Path, rules.Text)], new TestOptionsProvider([rules], new Dictionary<string, string>()));
        var run = compilation.WithAnalyzers([new FlowAnalyzer()], new CompilationWithAnalyzersOptions(options, static (thrown, _, _) => Assert.Fail(thrown.ToString()), concurrentAnalysis: concurrent, logAnalyzerExecutionTime: false));
        var found = await run.GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(ToldFinding.Of).OrderBy(static one => one.ToString(), StringComparer.Ordinal)];
    }
}
