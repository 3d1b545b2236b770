using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>Methods and operators whose result is labelled, in code for marketing, which the e-mail does not permit.</summary>
public sealed class ReadOfResultsTests
{
    private const string Header = """
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Ethics.Crm;
        public class Api
        {
            [return: DataCategory("contact.email")] public static string Mail() => "";
            [return: DataCategory("contact.email")] public static string MailOf(int id) => "";
            [return: DataCategory("contact.email")] public string Own() => "";
            [return: DataCategory("contact.email")] public static Task<string> MailAsync() => Task.FromResult("");
            [return: DataCategory("contact.email")] public static ValueTask<string> MailLater() => default;
            public static string Name() => "";
            public static Task<string> NameAsync() => Task.FromResult("");
        }
        public class Text
        {
            [return: DataCategory("contact.email")] public static string operator +(Text a, Text b) => "";
            public static string operator -(Text a, Text b) => "";
            [return: DataCategory("contact.email")] public static Text operator !(Text a) => a;
            [return: DataCategory("contact.email")] public static Text operator ++(Text a) => a;
            [return: DataCategory("contact.email")] public static Text operator *(Text a, int n) => a;
            [return: DataCategory("contact.email")] public static implicit operator string(Text a) => "";
            public static implicit operator int(Text a) => 1;
        }

        """;

    [Theory]
    [InlineData("string M() => Api.{|ECRM2001:Mail|}();")]
    [InlineData("Func<string> M() => Api.{|ECRM2001:Mail|};")]
    [InlineData("object M(Api a) { Func<string> f = a.{|ECRM2001:Own|}; return f; }")]
    [InlineData("object M(List<int> l) => l.Select(Api.{|ECRM2001:MailOf|});")]
    [InlineData("event Func<string>? E; void M() => E += Api.{|ECRM2001:Mail|};")]
    [InlineData("async Task<string> M() => await Api.{|ECRM2001:MailAsync|}();")]
    [InlineData("async Task<string> M() => await Api.{|ECRM2001:MailAsync|}().ConfigureAwait(false);")]
    [InlineData("async Task<int> M() { var x = (await Api.{|ECRM2001:MailAsync|}()).Length; return x; }")]
    [InlineData("void M() { var _ = Api.{|ECRM2001:Mail|}(); }")]
    [InlineData("string _ = \"\"; void M() { _ = Api.{|ECRM2001:Mail|}(); }")]
    [InlineData("void M() { _ = Api.{|ECRM2001:Mail|}(); }")]
    [InlineData("void M(Api a) => _ = a.{|ECRM2001:Own|}();")]
    [InlineData("void M(Api? a) { _ = a?.{|ECRM2001:Own|}(); }")]
    [InlineData("async Task M() { _ = await Api.{|ECRM2001:MailAsync|}(); }")]
    [InlineData("async Task M() { _ = await Api.{|ECRM2001:MailAsync|}().ConfigureAwait(false); }")]
    [InlineData("void M(Text a, Text b) { _ = {|ECRM2001:a + b|}; }")]
    [InlineData("void M() { (_, _) = (Api.{|ECRM2001:Mail|}(), 1); }")]
    [InlineData("void M() => Console.WriteLine(Api.{|ECRM2001:Mail|}());")]
    [InlineData("string M(Text a, Text b) => {|ECRM2001:a + b|};")]
    [InlineData("Text M(Text a) => {|ECRM2001:!a|};")]
    [InlineData("void M(Text a) { {|ECRM2001:a++|}; }")]
    [InlineData("void M(Text a) { {|ECRM2001:a *= 2|}; }")]
    [InlineData("string M(Text a) => {|ECRM2001:a|};")]
    [InlineData("string M(Text a) => {|ECRM2001:(string)a|};")]
    public Task TakenResult_IsReported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("string M() => Api.Name() + nameof(Api.Mail);")]
    [InlineData("Func<string> M() => Api.Name;")]
    [InlineData("event Func<string>? E; void M() => E -= Api.Mail;")]
    [InlineData("void M() { Api.Mail(); }")]
    [InlineData("void M() => Api.Mail();")]
    [InlineData("void M(Api? a) { a?.Own(); }")]
    [InlineData("async Task M() { await Api.MailAsync(); }")]
    [InlineData("async Task M() => await Api.MailAsync();")]
    [InlineData("async Task M() { await Api.MailAsync().ConfigureAwait(false); }")]
    [InlineData("async ValueTask M() { await Api.MailLater(); }")]
    [InlineData("void M() { _ = Api.MailLater(); }")]
    [InlineData("void M() { _ = Api.MailAsync(); }")]
    [InlineData("void M() { Action a = () => Api.Mail(); }")]
    [InlineData("async Task<string> M() => await Api.NameAsync();")]
    [InlineData("string M(Text a, Text b) => a - b;")]
    [InlineData("int M(Text a) => a;")]
    [InlineData("Text M(Text a) => a;")]
    public Task ResultThrownAwayOrWithoutLabel_IsNotReported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("string M(Text a, Text b) => {|#0:a + b|};", "Text.operator +")]
    [InlineData("string M(Text a) => {|#0:a|};", "Text.implicit operator string")]
    public Task Message_NamesAnOperatorAsItIsDeclared(string member, string name) => VerifyAsync(
        member,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2001", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage($"'{name}' is collected for support only but is read in 'Job.M' (marketing)")));

    [Fact]
    public Task InheritedMethod_IsLabelledThroughTheTypeItIsCalledOn() => VerifyAsync("""
            string M(Labelled d, Further f) => d.{|ECRM2001:Get|}() + f.{|ECRM2001:Get|}();
            Func<string> Group(Labelled d) => d.{|ECRM2001:Get|};
            string Other(Plain p, Base b, Labelled d) => p.Get() + b.Get() + d.Get(1);
        }
        public class Base { public string Get() => ""; public string Get(int id) => ""; }
        public interface IMail { [return: DataCategory("contact.email")] string Get(); }
        public class Labelled : Base, IMail { }
        public class Further : Labelled { }
        public class Plain : Base {
        """);

    private static Task VerifyAsync(string member, Action<TestKit.AnalyzerCheck>? configure = null)
        => Rules.VerifyAsync(Header + "[ForPurpose(\"marketing\")] public class Job {\n" + member + "\n}", configure);
}
