using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Labels;

/// <summary>ECRM1106 at what lies between a labelled contract and the class that has it.</summary>
public sealed class ContractTests
{
    private const string Label = "[DataCategory(\"contact.email\"), CollectedFor(\"support\")] ";
    private const string Contract = "using Ethics.Crm; public interface IContact { " + Label + "string Email { get; } } ";
    private const string Person = "public class Person { public string Email { get; set; } = \"\"; } ";

    [Theory, InlineData(""), InlineData("true")]
    public Task DefaultImplementationInAnInterface_IsTold(string weave) => VerifyAsync("using Ethics.Crm; public interface IContact { " + Label + "string {|ECRM1106:Email|} => \"\"; } public class C : IContact { }", weave);

    [Theory]
    [InlineData("public class {|ECRM1106:C|} : Person, IContact { }")]
    [InlineData("public class Middle : Person { } public class {|ECRM1106:C|} : Middle, IContact { } public class D : C { }")]
    [InlineData("public class C : IContact { string IContact.{|ECRM1106:Email|} => \"\"; }")]
    [InlineData("public class C : Person { }")]
    [InlineData("public interface IPlain { string Email { get; } } public class C : Person, IPlain { }")]
    [InlineData("public abstract class Base : IContact { public abstract string Email { get; } }")]
    public Task InheritedImplementation_IsTold_WhereItsPropertyHasNoLabel(string types) => VerifyAsync(Contract + Person + types, "");

    [Fact]
    public Task InheritedImplementation_IsWoven_ThatOfAGenericContractIsNot() => VerifyAsync(
        Contract + Person + "public class C : Person, IContact { } public interface IHas<T> { " + Label + "T Email { get; } } public class {|ECRM1106:D|} : Person, IHas<string> { }", "true");

    [Fact]
    public Task Message_NamesContractAndImplementation() => Rules.VerifyAsync(
        Contract + Person + "public class {|#0:C|} : Person, IContact { }",
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1106", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'IContact.Email' is labelled, but its reads are not intercepted at run time: 'C' implements it by 'Person.Email', which has no label; label that too, or implement it in the class")));

    private static Task VerifyAsync(string source, string weave) => Rules.VerifyAsync(source, check =>
    {
        if (weave.Length > 0)
            check.BuildProperties["EthicsCrmWeave"] = weave;
    });
}
