using Ethics.Crm.Analyzers.Flows;
using Ethics.Crm.CodeFixes.Consent;
using Ethics.Crm.CodeFixes.Labels;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Tests;

/// <summary>The two ways out of ECRM4001: the list is chosen by what people allow, or the property is guarded.</summary>
public sealed class ChoosePermittedTests
{
    private const string Package = """
        namespace Ethics.Crm { public static class PermittedSequenceExtensions { public static System.Collections.Generic.IEnumerable<T> PermittedFor<T>(this System.Collections.Generic.IEnumerable<T> source, string purpose) => source; } }
        """;

    [Fact]
    public Task Loop_GoesOverThosePermitted() => VerifyAsync(
        "foreach (var lead in all) Send(lead.{|ECRM4001:Phone|} + lead.{|ECRM4001:Phone|});",
        "foreach (var lead in all.PermittedFor(\"marketing\")) Send(lead.Phone + lead.Phone);");

    [Fact]
    public Task Query_BeginsWithThem() => VerifyAsync(
        "foreach (var phone in all.Where(one => one.Id > 0).Select(one => one.{|ECRM4001:Phone|})) Send(phone);",
        "foreach (var phone in all.Where(one => one.Id > 0).PermittedFor(\"marketing\").Select(one => one.Phone)) Send(phone);");

    [Fact]
    public Task GeneratedConstant_IsUsed_AndAnExpressionIsPutInBrackets() => VerifyAsync(
        "foreach (var lead in all ?? new Lead[0]) Send(lead.{|ECRM4001:Phone|}); } static class Purposes { public const string Marketing = \"marketing\";",
        "foreach (var lead in (all ?? new Lead[0]).PermittedFor(Purposes.Marketing)) Send(lead.Phone); } static class Purposes { public const string Marketing = \"marketing\";");

    /// <summary>Nothing says which of them are meant.</summary>
    [Fact]
    public Task ObjectOfItsOwn_HasNoFix() => VerifyAsync("Send(all[0].{|ECRM4001:Phone|});", "Send(all[0].{|ECRM4001:Phone|});");

    [Fact]
    public Task ProjectWithoutTheRunTime_HasNoFix() => VerifyAsync(
        "foreach (var lead in all) Send(lead.{|ECRM4001:Phone|});", "foreach (var lead in all) Send(lead.{|ECRM4001:Phone|});", package: "");

    /// <summary>The fix of ECRM1106, at the read.</summary>
    [Fact]
    public async Task Property_IsMadePartial()
    {
        const string Source = """
            using Ethics.Crm;
            public class Lead
            {
                [DataCategory("contact.phone"), CollectedFor("marketing")] public string? Phone { get; set; }
            }
            [ForPurpose("marketing")] public class Job { public string? Run(Lead lead) => lead.Phone; }
            """;
        var solution = Editor.Of(Source).Open();

        var changed = await Editor.FixAsync(solution, new MakePropertyPartialCodeFix(), rule: new FlowAnalyzer());

        Assert.Equal(
            Source.Replace("public class Lead", "public partial class Lead").Replace("string? Phone", "partial string? Phone"),
            (await changed!.Projects.Single().Documents.Single().GetTextAsync()).ToString());
    }

    private static Task VerifyAsync(string body, string changed, string package = Package)
    {
        var check = new CodeFixCheck([new FlowAnalyzer()], new ChoosePermittedCodeFix()) { TestCode = Program(body), FixedCode = Program(changed) };
        // It is told at the end, when the callers have been seen.
        check.CodeFixTestBehaviors |= Microsoft.CodeAnalysis.Testing.CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
        check.Policies.Add(TestPolicy.Of(Policies.Fabrikam));
        foreach (var state in new[] { check.TestState, check.FixedState })
        {
            state.Sources.Add(package);
            state.Sources.Add("partial class Begun { public partial string X { get; set; } public partial string X { get => \"\"; set { } } private static class EthicsGuards { internal const int X = 0; } }");
        }

        return check.RunAsync();
    }

    private static string Program(string body) => $$"""
        using System.Linq;
        using Ethics.Crm;
        public class Lead
        {
            public int Id { get; set; }
            [DataCategory("contact.phone"), CollectedFor("marketing")] public string? Phone { get; set; }
        }
        [ForPurpose("marketing")] public class Job
        {
            private void Send(string? to) { }
            public void Run(Lead[] all) { {{body}} }
        }
        """;
}
