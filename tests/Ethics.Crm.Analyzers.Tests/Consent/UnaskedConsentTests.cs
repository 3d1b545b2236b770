using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Consent;

public sealed class UnaskedConsentTests
{
    [Theory]
    [InlineData("public void Run(Lead lead) => Send(lead.{|ECRM4001:Phone|});")]
    [InlineData("public void Run(Lead lead) => Send(lead.{|ECRM4001:Fax|});")]
    [InlineData("public void Run() { foreach (var lead in all) Send(lead.{|ECRM4001:Phone|}); }")]
    [InlineData("public void Run() => all.ForEach(lead => Send(lead.{|ECRM4001:Phone|}));")]
    [InlineData("public async Task Run(Lead lead) { await Task.Yield(); Send(lead.{|ECRM4001:Phone|}); }")]
    [InlineData("public string? First => all[0].{|ECRM4001:Phone|};")]
    public Task ReadOfWhatNothingIntercepts_IsReported(string member) => Asking.VerifyJobAsync(member);

    [Fact]
    public Task Message_NamesMemberCodeAndPurpose() => Asking.VerifyJobAsync(
        "public void Run(Lead lead) => Send(lead.{|#0:Phone|});",
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM4001", DiagnosticSeverity.Warning).WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("'Lead.Phone' is not intercepted at run time but is read in 'Job.Run' for marketing, which rests on consent, and nothing on the way asks for it")));

    /// <summary>The gate asks by itself, also behind a property that is computed of a guarded one.</summary>
    [Theory]
    [InlineData("public void Run(Prospect one) => Send(one.Mobile);")]
    [InlineData("public void Run(Prospect one) => Send(one.Number);")]
    public Task InterceptedMember_IsSilent(string member) => Asking.VerifyJobAsync(member);

    [Fact]
    public Task PurposeThatDoesNotRestOnConsent_IsSilent() => Asking.VerifyAsync(
        """
        using Acme.Crm; using Ethics.Crm;
        [ForPurpose("support")] public class Desk { public string? Call(Lead lead) => lead.Phone; }
        """);

    /// <summary>What consent alone decides; support has its contract.</summary>
    [Fact]
    public Task CodeForBoth_IsReportedForTheOneThatRestsOnConsent() => Asking.VerifyAsync(
        """
        using Acme.Crm; using Ethics.Crm;
        [ForPurpose("support", "marketing")] public class Desk { public string? Call(Lead lead) => lead.{|#0:Phone|}; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM4001", DiagnosticSeverity.Warning).WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("'Lead.Phone' is not intercepted at run time but is read in 'Desk.Call' for marketing, which rests on consent, and nothing on the way asks for it")));

    /// <summary>That it may not be read at all is told, and nothing else.</summary>
    [Fact]
    public Task ReadThatIsNotPermitted_IsTheOtherRules() => Asking.VerifyJobAsync("public void Run(Lead lead) => Send(lead.{|ECRM2001:Email|});");

    [Fact]
    public Task WriteAndName_AreNoUse() => Asking.VerifyJobAsync("public string Run(Lead lead) { lead.Phone = \"1\"; return nameof(lead.Phone); }");

    [Fact]
    public Task UndeclaredCode_HasNoPurpose() => Asking.VerifyAsync("using Acme.Crm; public class Any { public string? Call(Lead lead) => lead.Phone; }");

    /// <summary>The policy's <c>code</c> declares as the attribute does.</summary>
    [Theory]
    [InlineData("marketing", "lead.{|ECRM4001:Phone|}")]
    [InlineData("support", "lead.Phone")]
    public Task CodeEntry_Declares(string purpose, string read) => Asking.VerifyAsync(
        $"namespace Acme.Mail {{ public class Any {{ public string? Call(Acme.Crm.Lead lead) => {read}; }} }}",
        check => check.Policies[0] = TestPolicy.Of(Policies.Fabrikam.Replace("\"compatible\":", $"\"code\": {{ \"Acme.Mail.**\": [\"{purpose}\"] }},\n  \"compatible\":")));

    [Theory]
    [InlineData("using (PurposeScope.Enter(\"marketing\")) return lead.{|ECRM4001:Phone|};")]
    [InlineData("using (PurposeScope.Enter(\"support\")) return lead.Phone;")]
    public Task Scope_Declares(string body) => Asking.VerifyAsync($"using Acme.Crm; using Ethics.Crm; public class Any {{ public string? Call(Lead lead) {{ {body} }} }}");

    [Fact]
    public Task PolicyWithoutConsent_IsNoneOfItsBusiness() => Asking.VerifyJobAsync(
        "public void Run(Lead lead) => Send(lead.Phone);",
        check => check.Policies[0] = TestPolicy.Of(Policies.Fabrikam.Replace("\"basis\": \"consent\"", "\"basis\": \"contract\"")));

    /// <summary>A helper that declares nothing reads for whoever calls it.</summary>
    [Theory]
    [InlineData("marketing", "lead.{|ECRM4001:Phone|}")]
    [InlineData("support", "lead.Phone")]
    public Task HelperOfSuchCode_IsReported(string purpose, string read) => Asking.VerifyAsync(
        $$"""
        using Acme.Crm; using Ethics.Crm;
        public static class Format { public static string Of(Lead lead) => "tel:" + {{read}}; }
        [ForPurpose("{{purpose}}")] public class Desk { public string Call(Lead lead) => Format.Of(lead); }
        """);

    [Fact]
    public Task HelperOfCodeThatAsks_IsSilent() => Asking.VerifyAsync(
        """
        using Acme.Crm; using Ethics.Crm;
        public static class Format { public static string Of(Lead lead) => "tel:" + lead.Phone; }
        [ForPurpose("marketing")] public class Desk(IPurposeDecisions decisions)
        {
            public string Call(Lead lead) => decisions.Decide(SubjectKey.Of(lead), "contact.phone", "marketing").Allowed ? Format.Of(lead) : "";
        }
        """);

    [Fact]
    public Task ProjectThatInterceptsNothing_HasOneFindingThatCountsTheRest() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public class Lead { [DataCategory("contact.phone"), CollectedFor("marketing")] public string {|ECRM1106:Phone|} { get; set; } = ""; }
        [ForPurpose("marketing")] public class Job { public int Run(Lead one, Lead other) => one.{|#0:Phone|}.Length + other.Phone.Length; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM4001", DiagnosticSeverity.Warning).WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("'Lead.Phone' is not intercepted at run time but is read in 'Job.Run' for marketing, which rests on consent, and nothing on the way asks for it; this project intercepts nothing and has 2 such reads")));

    [Fact]
    public Task ProjectThatWeaves_InterceptsItsProperties() => Asking.VerifyJobAsync(
        "public void Run(Lead lead) { Send(lead.{|ECRM4001:Fax|}); Send(lead.Phone); }",
        check => check.BuildProperties["EthicsCrmWeave"] = "true");

    /// <summary>The weaver leaves what comes from a package alone. That of a project of the solution lies where it was built, and may be woven.</summary>
    [Theory]
    [InlineData("/home/me/.nuget/packages/lib/1.0.0/lib/net8.0/Lib.dll", "member.{|ECRM4001:Phone|}")]
    [InlineData("C:\\cache\\lib\\1.0.0-beta\\ref\\net8.0\\Lib.dll", "member.{|ECRM4001:Phone|}")]
    [InlineData("/home/me/acme/Lib/obj/Debug/net8.0/ref/Lib.dll", "member.Phone")]
    [InlineData("/home/me/acme/Lib/bin/Debug/net8.0/Lib.dll", "member.Phone")]
    public Task ProjectThatWeaves_WeavesNoPackage(string path, string read) => Asking.VerifyJobAsync(
        $"public void Run(Lib.Member member) => Send({read});",
        check =>
        {
            check.BuildProperties["EthicsCrmWeave"] = "true";
            check.TestState.AdditionalReferences.Add(MetadataReference.CreateFromImage(Library.Value, filePath: path));
        });

    /// <summary>It is one file like that of a project, and nobody can tell who made it.</summary>
    [Fact]
    public Task FalseNegative_AssemblyThatLiesInAFolder_IsTakenForOneOfTheSolution() => Asking.VerifyJobAsync(
        "public void Run(Lib.Member member) => Send(member.Phone);",
        check =>
        {
            check.BuildProperties["EthicsCrmWeave"] = "true";
            check.TestState.AdditionalReferences.Add(MetadataReference.CreateFromImage(Library.Value, filePath: "/home/me/acme/libs/Lib.dll"));
        });

    private static readonly Lazy<byte[]> Library = new(static () =>
    {
        var library = TestCompilation.Create(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest, "Lib", ["""
            using Ethics.Crm;
            namespace Lib { public class Member { [DataSubjectId] public int Id { get; set; } [DataCategory("contact.phone"), CollectedFor("support", "marketing")] public string? Phone { get; set; } } }
            """]);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return image.ToArray();
    });

    /// <summary>A test grants consent, opens its scope and looks at the value. A scope that opens for the program asks as ever, inside it too.</summary>
    [Theory]
    [InlineData("using (t.Enter(\"marketing\")) return lead.Phone;")]
    [InlineData("using var scope = t.Enter(\"marketing\"); return lead.Phone;")]
    [InlineData("using (t.Enter(\"marketing\")) return Of(lead); } private static string? Of(Lead lead) { return lead.Phone;")]
    [InlineData("using (PurposeScope.Enter(\"marketing\")) return lead.{|ECRM4001:Phone|};")]
    [InlineData("using (t.Enter(\"support\")) using (PurposeScope.Enter(\"marketing\")) return lead.{|ECRM4001:Phone|};")]
    public Task ScopeOfATest_AsksNobody(string body) => Asking.VerifyAsync(
        $$"""
        using Acme.Crm; using Ethics.Crm; using Ethics.Crm.Testing;
        namespace Ethics.Crm.Testing { public sealed class TestConsent { public PurposeScope Enter(params string[] purposes) => throw null!; } }
        public class Tests { string? Number_IsKept(Lead lead, TestConsent t) { {{body}} } }
        """);

    /// <summary>What an implementation of it does is told where that stands (ECRM1106).</summary>
    [Fact]
    public Task FalseNegative_MemberOfAnInterface_IsNotJudged() => Asking.VerifyJobAsync(
        """
        public void Run(ILead lead) => Send(lead.Phone);
            public interface ILead { [DataCategory("contact.phone"), CollectedFor("marketing")] string Phone { get; } }
        """);

    /// <summary>Nothing can intercept them, and the rule is about members of objects.</summary>
    [Fact]
    public Task FalseNegative_ParameterAndResult_AreNotJudged() => Asking.VerifyJobAsync(
        """
        public void Run([DataCategory("contact.phone"), CollectedFor("marketing")] string phone) { Send(phone); Send(Find()); }
            [return: DataCategory("contact.phone"), CollectedFor("marketing")] private string Find() => "";
        """);

    /// <summary>Read for support, the value goes where consent counts: only its label goes with it.</summary>
    [Fact]
    public Task FalseNegative_ValueThatWasReadForAnotherPurpose_IsNotJudged() => Asking.VerifyAsync(
        """
        using Acme.Crm; using Ethics.Crm;
        public class Desk
        {
            [ForPurpose("support")] public void Call(Lead lead) => Mail(lead.Phone);
            [ForPurpose("marketing")] private void Mail(string? to) => System.GC.KeepAlive(to);
        }
        """);
}
