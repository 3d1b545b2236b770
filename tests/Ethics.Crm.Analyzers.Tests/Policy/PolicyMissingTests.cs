using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Policy;

public sealed class PolicyMissingTests
{
    [Fact]
    public Task LabelsWithoutPolicy_AreOneFindingAtTheFirst()
    {
        var check = Rules.Check("""
            using Ethics.Crm;
            public class Bag { [DataCategory("x")] public string {|#0:A|} = ""; [CollectedFor("y")] public string B = ""; public string C = ""; }
            [ForPurpose("z")] public class Job { string M(Bag b) => b.A + b.B; }
            """);
        check.Policies.Clear();
        check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1001", DiagnosticSeverity.Error).WithLocation(0));
        return check.RunAsync();
    }

    [Fact]
    public Task NoLabelAndNoPolicy_IsSilent()
    {
        var check = Rules.Check("public class Bag { public string A = \"\"; }");
        check.Policies.Clear();
        return check.RunAsync();
    }

    [Theory]
    [InlineData("string M(Lib.Contact c) => c.{|#0:Email|};")]
    [InlineData("void M(Lib.Card c) { var (id, {|#0:mail|}) = c; }")]
    [InlineData("bool M(Lib.Card c) => c is (1, {|#0:\"x\"|});")]
    [InlineData("void M(Lib.Further c) { var (id, {|#0:mail|}) = c; }")]
    [InlineData("string M(Own c) => c.{|#0:Phone|};")]
    [InlineData("string M(Own c) => c.{|#0:Get|}();")]
    [InlineData("System.Func<string> M(Own c) => c.{|#0:Get|};")]
    public Task ReadOfAReferencedLabelWithoutPolicy_IsReported(string member) => VerifyAsync(
        member, check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1001", DiagnosticSeverity.Error).WithLocation(0)));

    [Theory]
    [InlineData("string M(Lib.Contact c) => c.Name + nameof(c.Email);")]
    [InlineData("void M(Lib.Contact c) => c.Email = \"\";")]
    [InlineData("string M(Lib.Base c) => c.Phone + c.Get();")]
    [InlineData("void M(Lib.Card c) { var (id, _) = (c.Id, c); }")]
    public Task UseOfAReferencedProjectThatReadsNoLabel_IsSilent(string member) => VerifyAsync(member, _ => { });

    private static Task VerifyAsync(string member, Action<TestKit.AnalyzerCheck> configure)
    {
        var check = Rules.Check("public class Own : Lib.Base, Lib.IPhone { }\npublic class Job { " + member + " }");
        check.Policies.Clear();
        check.TestState.AdditionalProjects["Lib"].Sources.Add("""
            using Ethics.Crm;
            namespace Lib
            {
                public interface IPhone { [DataCategory("x")] string {|#1:Phone|} { get; } [return: DataCategory("x")] string Get(); }
                public class Base { public string Phone => ""; public string Get() => ""; }
                public class Contact { [DataCategory("x")] public string Email { get; set; } = ""; public string Name => ""; }
                public record Card(int Id, [DataCategory("x")] string Mail);
                public record Further(int Id, string Mail) : Card(Id, Mail);
            }
            """);
        check.TestState.AdditionalProjectReferences.Add("Lib");
        check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1001", DiagnosticSeverity.Error).WithLocation(1));
        configure(check);
        return check.RunAsync();
    }
}
