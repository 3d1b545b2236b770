using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Policy;

/// <summary>A reference that was built under a policy with other names; the test's own is Fabrikam's.</summary>
public sealed class ReferencedLabelsTests
{
    private static readonly MetadataReference Lib = TestCompilation.ToReference(TestCompilation.Create(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest, "Lib", ["""
        using Ethics.Crm;
        namespace Lib
        {
            public class Contact
            {
                [DataCategory("badge.number")] public string Badge { get; set; } = "";
                [DataCategory("badge.number")] public string Old = "";
                [DataCategory("contact.email"), CollectedFor("support", "access")] public string Door { get; set; } = "";
                [DataCategory("contact.email")] public string Email { get; set; } = "";
                [CollectedFor("support")] public string Plain { get; set; } = "";
            }
            public record Visit([DataCategory("badge.number")] string Badge, string Gate) { public Visit(string gate) : this("", gate) { } }
            public record struct Pass([DataCategory("badge.number")] string Badge, string Gate);
            public readonly record struct Card<T>([DataCategory("badge.number")] T Badge);
            public class Door([DataCategory("badge.number")] string badge) { public string badge { get; } = badge; }
            public interface IBadge { [DataCategory("badge.number")] string Badge { get; } }
        }
        """]));

    [Theory]
    [InlineData("string M(Lib.Contact c) => c.{|#0:Badge|} + c.Badge + c.Old;", "Contact.Badge", "category", "badge.number")]
    [InlineData("string M(Lib.Contact c) => c.{|#0:Door|};", "Contact.Door", "purpose", "access")]
    [InlineData("string M(Own c) => c.{|#0:Badge|};", "IBadge.Badge", "category", "badge.number")]
    [InlineData("string M(Lib.IBadge c) => c.{|#0:Badge|};", "IBadge.Badge", "category", "badge.number")]
    [InlineData("string M(Lib.Visit c) => c.{|#0:Badge|};", "Visit.Badge", "category", "badge.number")]
    [InlineData("string M(Lib.Pass c) => c.{|#0:Badge|};", "Pass.Badge", "category", "badge.number")]
    [InlineData("void M(Lib.Pass c) { var ({|#0:badge|}, gate) = c; }", "Pass.Badge", "category", "badge.number")]
    // What the compiler writes for a record asks the property all the same.
    [InlineData("void M(Lib.Pass c) { var ({|#0:_|}, gate) = c; }", "Pass.Badge", "category", "badge.number")]
    [InlineData("int M(Lib.Card<int> c) => c.{|#0:Badge|};", "Card.Badge", "category", "badge.number")]
    public Task NameThatThisPolicyDoesNotKnow_IsReportedOnce(string member, string declaration, string word, string name) => VerifyAsync(
        member,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1003", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage($"'{declaration}' in 'Lib' is labelled with the {word} '{name}', which this policy does not declare: 'Lib' was built under another policy; declare the {word}, or build both under one policy")));

    [Theory]
    [InlineData("string M(Lib.Contact c) => c.Email + c.Plain;")]
    [InlineData("void M(Lib.Contact c) => c.Badge = nameof(c.Badge);")]
    [InlineData("string M(Lib.Visit c, Lib.Pass p) => c.Gate + p.Gate;")]
    // No record: what is said of a parameter of a class is not said of its property.
    [InlineData("string M(Lib.Door d) => d.badge;")]
    public Task NameThatThisPolicyKnowsOrNoRead_IsNotReported(string member) => VerifyAsync(member, _ => { });

    private static Task VerifyAsync(string member, Action<AnalyzerCheck> configure) => Rules.VerifyAsync(
        "public class Own : Lib.IBadge { public string Badge => \"\"; }\npublic class Job { " + member + " }",
        check =>
        {
            check.TestState.AdditionalReferences.Add(Lib);
            check.DisabledDiagnostics.Add("ECRM1106");
            configure(check);
        });
}
