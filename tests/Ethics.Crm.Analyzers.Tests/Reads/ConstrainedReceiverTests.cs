using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>The policy names an inherited member through a derived class, and the object's type is a type parameter. The code works for marketing, which the e-mail does not permit.</summary>
public sealed class ConstrainedReceiverTests
{
    [Theory]
    [InlineData("direct", "object M<T>(T t) where T : Der => t.{|ECRM2001:Email|};")]
    [InlineData("through another", "void M<T, U>(T t) where T : U where U : Der { _ = t.{|ECRM2001:Email|}; }")]
    [InlineData("through two", "void M<T, U, V>(T t) where T : U where U : V where V : Der { _ = t.{|ECRM2001:Email|}; }")]
    [InlineData("of the class", "} class G<U> where U : Der { [Ethics.Crm.ForPurpose(\"marketing\")] object M<T>(T t) where T : U => t.{|ECRM2001:Email|};")]
    [InlineData("behind another kind of constraint", "object M<T, U>(T t) where T : class, U, System.IDisposable where U : Der => t.{|ECRM2001:Email|};")]
    [InlineData("the more derived of two", "object M<T, U, V>(T t) where T : U, V where U : Base where V : Der => t.{|ECRM2001:Email|};")]
    [InlineData("further derived", "object M<T, U>(T t) where T : U where U : Further => t.{|ECRM2001:Email|};")]
    [InlineData("pattern", "bool M<T, U>(T t) where T : U where U : Der => t is { {|ECRM2001:Email|}: \"x\" };")]
    public Task MemberNamedThroughTheConstraint_IsReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("base", "object M<T, U>(T t) where T : U where U : Base => t.Email;")]
    [InlineData("another derived class", "object M<T, U>(T t) where T : U where U : Other => t.Email;")]
    [InlineData("other member", "object M<T, U>(T t) where T : U where U : Der => t.Name;")]
    public Task MemberThatTheConstraintDoesNotName_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Fact]
    public Task ConstraintsInACircle_AreTheCompilersError() => VerifyAsync("circle", "object M<T, U>(T t) where T : U where U : T => \"a\" + t;", check =>
        check.ExpectedDiagnostics.Add(DiagnosticResult.CompilerError("CS0454").WithSpan(9, 18, 9, 19).WithArguments("T", "U")));

    private static Task VerifyAsync(string form, string member, Action<AnalyzerCheck>? configure = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyAsync(
            $$"""
            namespace P9
            {
                public class Base { public string Email = ""; public string Name = ""; }
                public class Der : Base { }
                public class Further : Der { }
                public class Other : Base { }
                [Ethics.Crm.ForPurpose("marketing")] public class Job
                {
                    {{member}}
                }
            }
            """,
            check =>
            {
                check.Policies.Clear();
                check.Policies.Add(TestPolicy.Of(Policies.Fabrikam.Replace("\"version\": 1,", "\"version\": 1, \"fields\": { \"P9.Der.Email\": { \"category\": \"contact.email\" } },", StringComparison.Ordinal)));
                configure?.Invoke(check);
            });
    }
}
