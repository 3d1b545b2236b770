using System.Text;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Tests.Purposes;

/// <summary>
/// The order of the contract by exhaustion: at up to three of its places, whichever, support or marketing is declared; a read that only support permits is reported exactly
/// where the first place that says anything says marketing.
/// </summary>
public sealed class PurposeOrderLawTests
{
    private static readonly string?[] Words = [null, "support", "marketing"];

    /// <summary>From inside out. The policy's entry and the assembly are the last two.</summary>
    private static readonly string[] Places = ["scope", "nested", "member", "inherited member", "type", "outer type", "base type", "policy"];

    [Theory]
    [InlineData(null)]
    [InlineData("support")]
    [InlineData("marketing")]
    public async Task FirstPlaceThatSpeaks_Decides(string? assembly)
    {
        var source = new StringBuilder("using Ethics.Crm; using Acme.Crm;\n");
        source.Append(assembly is null ? "" : $"[assembly: ForPurpose(\"{assembly}\")]\n").Append("namespace Acme {\n");
        var code = new List<string>();
        var expected = new List<string>();
        // What the assembly says matters only where little else speaks.
        var speaking = assembly is null ? Places.Length : 3;
        foreach (var says in Combinations(speaking).Select(last => (string?[])[.. new string?[Places.Length - speaking], .. last]))
        {
            var name = "J" + expected.Count;
            source.Append(Program(name, says));
            if (says[7] is { } entry)
            {
                code.Add($"\"Acme.{name}Out.{name}\": [\"{entry}\"]");
            }

            expected.Add(says.Append(assembly).FirstOrDefault(word => word is not null) == "marketing" ? name : "");
        }

        var found = await ReadersForMarketingAsync(source.Append('}').ToString(), string.Join(", ", code));

        Assert.Equal(expected.Where(name => name.Length > 0).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(assembly is null ? 577 : 27, expected.Count);
    }

    private static string Program(string name, string?[] says)
    {
        var read = says[0] is { } scope ? $"using (PurposeScope.Enter(\"{scope}\")) _ = c.Email;" : "_ = c.Email;";
        return $$"""
            public class {{name}}Base { {{For(says[3])}} public virtual void M(Contact c) { } }
            {{For(says[6])}} public interface {{name}}I { }
            {{For(says[5])}} public class {{name}}Out { {{For(says[4])}} public class {{name}} : {{name}}Base, {{name}}I
            { {{For(says[2])}} public override void M(Contact c) { {{For(says[1])}} void L() { {{read}} } } } }

            """;
    }

    private static string For(string? word) => word is null ? "" : $"[ForPurpose(\"{word}\")]";

    private static IEnumerable<string?[]> Combinations(int places)
        => places == 0 ? [[]] : Combinations(places - 1).SelectMany(rest => Words.Select(word => (string?[])[.. rest, word])).Where(says => says.Count(word => word is not null) <= 3);

    private static async Task<IEnumerable<string>> ReadersForMarketingAsync(string source, string code)
    {
        var policy = TestPolicy.Of(Policies.Fabrikam.Replace("\"version\": 1,", $"\"version\": 1, \"code\": {{ {code} }},"));
        var options = new AnalyzerOptions([new TestAdditionalText(policy.Path, policy.Text)], new TestOptionsProvider([policy], new Dictionary<string, string>()));
        var compilation = TestCompilation.Create(source, Models.Contact);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var found = await compilation.WithAnalyzers([new Ethics.Crm.Analyzers.Reads.MisusedReadAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return found.Select(diagnostic =>
        {
            var text = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            var dot = text.IndexOf(".M'", StringComparison.Ordinal);
            return text.Substring(0, dot).Substring(text.LastIndexOf('.', dot - 1) + 1);
        });
    }
}
