using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What ECRM2003 says, where, how often, and for which purposes.</summary>
public sealed class HelperReportTests
{
    private const string Permitted = "is collected for support only";

    [Fact]
    public Task Finding_NamesMemberHelperAndCaller_AndItsLocationsAreTheCallsDownToTheRead() => VerifyAsync(
        """
        using Ethics.Crm;
        static class Lists
        {
            public static void Print(Acme.Crm.Contact c) => {|#1:Write|}(c);
            static void Write(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{|#0:Email|});
        }
        [ForPurpose("marketing")] class Newsletter { void Send(Acme.Crm.Contact c) => Lists.{|#2:Print|}(c); }
        """,
        Helper(0, "Lists.Write", "Newsletter.Send", "marketing").WithLocation(2).WithLocation(1).WithLocation(0));

    [Fact]
    public async Task Trace_HasAWordForEachCall()
    {
        var found = Assert.Single(await FoundAsync(
            """
            using Ethics.Crm;
            class Sheet { public Sheet(Acme.Crm.Contact c) => Line = Lists.Of(c); public string Line { get; } }
            static class Lists { public static string Of(Acme.Crm.Contact c) => new Pair(c).Text; }
            class Pair(Acme.Crm.Contact c) { public string Text => c.Email; }
            [ForPurpose("marketing")] class Newsletter { object Send(Acme.Crm.Contact c) => new Sheet(c); }
            """));

        Assert.Equal(
            "1. 'Newsletter.Send' makes 'Sheet.Sheet'; 2. 'Sheet.Sheet' calls 'Lists.Of'; 3. 'Lists.Of' gets 'Pair.Text'; 4. 'Contact.Email' is read",
            found.Properties["trace"]);
        Assert.Equal([5, 2, 3, 4], found.AdditionalLocations.Select(static place => place.GetLineSpan().StartLinePosition.Line + 1));
    }

    [Fact]
    public Task EachCallerThatMayNot_IsAFindingOfItsOwn() => VerifyAsync(
        """
        using Ethics.Crm;
        static class Lists { public static void Print(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{|#0:Email|}); }
        [ForPurpose("marketing")] class Newsletter { void Send(Acme.Crm.Contact c) => Lists.{|#1:Print|}(c); }
        [ForPurpose("support")] class Desk { void Answer(Acme.Crm.Contact c) => Lists.Print(c); }
        [ForPurpose("billing")] class Invoices { void Send(Acme.Crm.Contact c) => Lists.{|#2:Print|}(c); }
        """,
        Helper(0, "Lists.Print", "Newsletter.Send", "marketing").WithLocation(1).WithLocation(0),
        Helper(0, "Lists.Print", "Invoices.Send", "billing").WithLocation(2).WithLocation(0));

    [Fact]
    public Task TwoCallsOfOneCaller_AreOneFinding_ByTheShortestWay() => VerifyAsync(
        """
        using Ethics.Crm;
        static class Lists
        {
            public static void Print(Acme.Crm.Contact c) => Write(c);
            public static void Write(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{|#0:Email|});
        }
        [ForPurpose("marketing")] class Newsletter { void Send(Acme.Crm.Contact c) { Lists.Print(c); Lists.{|#1:Write|}(c); Lists.Write(c); } }
        """,
        Helper(0, "Lists.Write", "Newsletter.Send", "marketing").WithLocation(1).WithLocation(0));

    [Fact]
    public Task TwoScopesOfOneCaller_AreTwoFindings() => VerifyAsync(
        """
        using Ethics.Crm;
        class Job
        {
            void M(Acme.Crm.Contact c)
            {
                using (PurposeScope.Enter("marketing")) {|#1:Write|}(c);
                using (PurposeScope.Enter("billing")) {|#2:Write|}(c);
                using (PurposeScope.Enter("support")) Write(c);
            }
            static void Write(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{|#0:Email|});
        }
        """,
        Helper(0, "Job.Write", "Job.M", "marketing").WithLocation(1).WithLocation(0),
        Helper(0, "Job.Write", "Job.M", "billing").WithLocation(2).WithLocation(0));

    [Fact]
    public Task ScopesOfOneProgramForTheSamePurpose_AreOneFinding() => Rules.VerifyWithContactAsync(
        """
        using System;
        using Ethics.Crm;
        var contact = new Acme.Crm.Contact { Id = 7, Email = "x" };
        GC.KeepAlive("none: " + Read());
        using (PurposeScope.Enter("support")) GC.KeepAlive("support: " + Read());
        using (PurposeScope.Enter("marketing")) GC.KeepAlive("first: " + Read());
        using (PurposeScope.Enter("marketing")) GC.KeepAlive("second: " + Read());
        string Read()
        {
            try { return contact.{|#0:Email|}; }
            catch (InvalidOperationException e) { return e.Message; }
        }
        """,
        check =>
        {
            check.TestState.OutputKind = OutputKind.ConsoleApplication;
            check.ExpectedDiagnostics.Add(Helper(0, "Program.Read", "Program", "marketing").WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        });

    /// <summary>A lambda of the caller has its name in messages, and so has an overload: it is said once.</summary>
    [Theory]
    [InlineData("void M(Acme.Crm.Contact c) { System.Action write = () => System.GC.KeepAlive(c.{|#0:Email|}); using (PurposeScope.Enter(\"marketing\")) {|#1:write|}(); }", "Job.M", "")]
    [InlineData("void M(Acme.Crm.Contact c) { using (PurposeScope.Enter(\"marketing\")) {|#1:Write|}(c); static void Write(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{|#0:Email|}); }", "Job.Write", "Job.M")]
    [InlineData("void M(Acme.Crm.Contact c) { using (PurposeScope.Enter(\"marketing\")) {|#1:M|}(c, 1); } void M(Acme.Crm.Contact c, int i) => System.GC.KeepAlive(c.{|#0:Email|});", "Job.M", "")]
    [InlineData("void M(Acme.Crm.Contact c) { using (PurposeScope.Enter(\"marketing\")) {|#1:N|}(c); } void N(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{|#0:Email|});", "Job.N", "Job.M")]
    public Task HelperOfTheNameOfItsCaller_IsNamedOnce(string members, string helper, string caller) =>
        VerifyAsync("using Ethics.Crm;\nclass Job { " + members + " }", Helper(0, helper, caller, "marketing").WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Fact]
    public Task EachRead_IsAFindingOfItsOwn() => VerifyAsync(
        """
        using Ethics.Crm;
        static class Lists { public static void Print(Acme.Crm.Contact c) { System.GC.KeepAlive(c.{|#0:Email|}); System.GC.KeepAlive(c.Phone); System.GC.KeepAlive(c.{|#1:Email|}); } }
        [ForPurpose("marketing")] class Newsletter { void Send(Acme.Crm.Contact c) => Lists.{|#2:Print|}(c); }
        """,
        Helper(0, "Lists.Print", "Newsletter.Send", "marketing").WithLocation(2).WithLocation(0),
        Helper(1, "Lists.Print", "Newsletter.Send", "marketing").WithLocation(2).WithLocation(1));

    [Fact]
    public Task SeveralPurposes_OnlyThoseThatAreRefusedAreNamed() => VerifyAsync(
        """
        using Ethics.Crm;
        static class Lists { public static void Print(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{|#0:Email|}); }
        [ForPurpose("marketing", "support", "billing")] class Newsletter { void Send(Acme.Crm.Contact c) => Lists.{|#1:Print|}(c); }
        """,
        Helper(0, "Lists.Print", "Newsletter.Send", "marketing and billing").WithLocation(1).WithLocation(0));

    [Fact]
    public Task CodeForNoPurpose_MayHaveNothing() => VerifyAsync(
        """
        using Ethics.Crm;
        static class Lists { public static void Print(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{|#0:Email|}); }
        [{|#2:ForPurpose()|}] class Newsletter { void Send(Acme.Crm.Contact c) => Lists.{|#1:Print|}(c); }
        """,
        Helper(0, "Lists.Print", "Newsletter.Send", "no purpose").WithLocation(1).WithLocation(0),
        new DiagnosticResult("ECRM1101", DiagnosticSeverity.Error).WithLocation(2));

    [Theory]
    [InlineData("marketing.email", "support", "marketing.email")]
    [InlineData("marketing", "marketing.email", "marketing")]
    [InlineData("marketing.email", "marketing", "")]
    [InlineData("fraud-prevention", "billing", "")]
    public Task DottedAndCompatiblePurposes_CountAsInCodeThatReadsItself(string code, string collected, string refused) => Rules.VerifyAsync(
        $$"""
        using Ethics.Crm;
        class Person { [DataCategory("contact.phone"), CollectedFor("{{collected}}")] public string {|ECRM1106:Phone|} { get; set; } = ""; }
        static class Lists { public static void Print(Person p) => System.GC.KeepAlive(p.{{(refused.Length > 0 ? "{|ECRM2003:Phone|}" : code == "marketing.email" ? "{|ECRM4001:Phone|}" : "Phone")}}); }
        [ForPurpose("{{code}}")] class Newsletter { void Send(Person p) => Lists.Print(p); }
        """);

    [Theory]
    [InlineData("\"Acme.News.**\": [\"marketing\"]", true)]
    [InlineData("\"Acme.News.**\": [\"support\"]", false)]
    [InlineData("\"Acme.News.**\": [\"marketing\"], \"Acme.Lists.*\": [\"support\"]", false)]
    public Task CodeEntryOfThePolicy_DeclaresForCallerAndHelper(string entries, bool isReported) => Rules.VerifyWithContactAsync(
        $$"""
        namespace Acme
        {
            static class Lists { public static void Print(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{{(isReported ? "{|ECRM2003:Email|}" : "Email")}}); }
        }
        namespace Acme.News
        {
            class Letter { void Send(Acme.Crm.Contact c) => Lists.Print(c); }
        }
        """,
        check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestPolicy.Of(Policies.Fabrikam.Replace("\"recipients\":", $"\"code\": {{ {entries} }}, \"recipients\":", StringComparison.Ordinal)));
        });

    [Fact]
    public Task DeclaredInitializer_ReadsForItsOwnPurpose() => Rules.VerifyWithContactAsync(
        """
        using Ethics.Crm;
        class Sheet(Acme.Crm.Contact c) { [ForPurpose("support")] public int Length { get; } = c.Email.Length; }
        [ForPurpose("marketing")] class Newsletter { object Send(Acme.Crm.Contact c) => new Sheet(c); }
        """);

    [Fact]
    public Task FalseNegative_CallerInGeneratedCode_IsNotSeen() => Rules.VerifyWithContactAsync(
        "static class Lists { public static void Print(Acme.Crm.Contact c) => System.GC.KeepAlive(c.Email); }",
        check => check.TestState.Sources.Add(("/0/Job.g.cs", """
            // <auto-generated/>
            [Ethics.Crm.ForPurpose("marketing")]
            public class Job { public void M(Acme.Crm.Contact c) => Lists.Print(c); }
            """)));

    [Fact]
    public Task CallerInAView_IsSeen_AndTheReadIsReported() => Rules.VerifyWithContactAsync(
        "static class Lists { public static void Print(Acme.Crm.Contact c) => System.GC.KeepAlive(c.{|ECRM2003:Email|}); }",
        check => check.TestState.Sources.Add(("/0/View.g.cs", """
            // <auto-generated/>
            [Ethics.Crm.ForPurpose("marketing")]
            public class View { public void M(Acme.Crm.Contact c) =>
            #line 7 "/0/View.cshtml"
                Lists.Print(c);
            #line default
            }
            """)));

    [Fact]
    public Task ReadInGeneratedCode_IsReportedAtTheCallThatAPersonWrote() => Rules.VerifyWithContactAsync(
        """
        using Ethics.Crm;
        [ForPurpose("marketing")] class Newsletter { void Send(Acme.Crm.Contact c) => Lists.{|ECRM2003:Print|}(c); }
        """,
        check => check.TestState.Sources.Add(("/0/View.g.cs", """
            // <auto-generated/>
            static class Lists { public static void Print(Acme.Crm.Contact c) => System.GC.KeepAlive(c.Email); }
            #line 7 "/0/View.cshtml"
            class View;
            """)));

    [Fact]
    public Task FalseNegative_HelperOfAnotherProject_IsNotSeen() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        [ForPurpose("marketing")] class Newsletter { void Send(Acme.Crm.Contact c) => Acme.Crm.Lists.Print(c); }
        """,
        check =>
        {
            var library = check.TestState.AdditionalProjects["Library"];
            library.Sources.Add(Models.Contact);
            library.Sources.Add("namespace Acme.Crm { public static class Lists { public static void Print(Contact c) => System.GC.KeepAlive(c.Email); } }");
            check.TestState.AdditionalProjectReferences.Add("Library");
        });

    [Fact]
    public async Task Findings_AreTheSameInEveryOrderOfFiles()
    {
        string[] sources =
        [
            "static class Lists { public static void Print(Acme.Crm.Contact c) => Write(c); public static void Write(Acme.Crm.Contact c) => System.GC.KeepAlive(c.Email); }",
            "[Ethics.Crm.ForPurpose(\"marketing\")] class A { void M(Acme.Crm.Contact c) => Lists.Print(c); }",
            "[Ethics.Crm.ForPurpose(\"billing\")] class B { void M(Acme.Crm.Contact c) { Lists.Print(c); Lists.Write(c); } }",
        ];

        var forward = await FoundAsync(sources);
        var backward = await FoundAsync([.. Enumerable.Reverse(sources)]);

        Assert.Equal(2, forward.Length);
        Assert.Equal(Words(forward), Words(backward));

        static string[] Words(Diagnostic[] found) => [.. found.Select(static one => $"{one.GetMessage()} {one.Properties["trace"]}").Order(StringComparer.Ordinal)];
    }

    private static DiagnosticResult Helper(int place, string helper, string caller, string purposes)
        => new DiagnosticResult("ECRM2003", DiagnosticSeverity.Warning).WithLocation(place).WithMessage($"'Contact.Email' {Permitted} but is read in '{helper}'{(caller.Length > 0 ? $" on behalf of '{caller}'" : "")} ({purposes})");

    private static Task VerifyAsync(string source, params DiagnosticResult[] expected) => Rules.VerifyWithContactAsync(source, check => check.ExpectedDiagnostics.AddRange(expected));

    private static async Task<Diagnostic[]> FoundAsync(params string[] sources)
    {
        var policy = TestPolicy.Of(Policies.Fabrikam);
        var compilation = TestCompilation.Create([.. sources, Models.Contact]);
        var options = new AnalyzerOptions([new TestAdditionalText(policy.Path, policy.Text)], new TestOptionsProvider([policy], new Dictionary<string, string>()));
        var found = await compilation.WithAnalyzers(Rules.All, options).GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(static one => one.Id == "ECRM2003")];
    }
}
