using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.Disclosure;

/// <summary>Sinks and anonymisers that only the policy names: the overload that it names, and no other.</summary>
public sealed class PolicyOverloadTests
{
    [Theory]
    [InlineData("text", "Put(System.String)", "string s", "string s, int n", "c.{|ECRM3002:Email|}", "c.Email, 1")]
    [InlineData("keyword", "Put(string)", "string s", "string s, int n", "c.{|ECRM3002:Email|}", "c.Email, 1")]
    [InlineData("array", "Put(System.String[])", "string[] s", "string s", "{|ECRM3002:new[] { c.Email }|}", "c.Email")]
    [InlineData("array of several ranks", "Put(string[,])", "string[,] s", "string[] s", "{|ECRM3002:new[,] { { c.Email } }|}", "new[] { c.Email }")]
    [InlineData("array of one rank", "Put(string[])", "string[] s", "string[,] s", "{|ECRM3002:new[] { c.Email }|}", "new[,] { { c.Email } }")]
    [InlineData("list", "Put(System.Collections.Generic.List<string>)", "List<string> s", "string s", "{|ECRM3002:new List<string> { c.Email }|}", "c.Email")]
    [InlineData("list as an object", "Put(object)", "object s", "string s", "{|ECRM3002:new List<string> { c.Email }|}", "c.Email")]
    [InlineData("dynamic", "Put(dynamic)", "dynamic s", "string s, int n", "{|ECRM3002:(object)c.Email|}", "c.Email, 1")]
    [InlineData("nullable number", "Put(string, int?)", "string s, int? n", "string s, int n", "c.{|ECRM3002:Email|}, (int?)1", "c.Email, 1")]
    [InlineData("number", "Put(string, int)", "string s, int n", "string s, int? n", "c.{|ECRM3002:Email|}, 1", "c.Email, (int?)1")]
    public Task Sink_IsTheOverloadThatThePolicyNames(string form, string named, string sink, string other, string toSink, string toOther)
        => VerifyAsync(form, $$"""public class Journal { public void Put({{sink}}) { } public void Put({{other}}) { } } void M(Contact c, Journal j) { j.Put({{toOther}}); j.Put({{toSink}}); }""", "sinks", $$"""{ "method": "Work.Journal.{{named}}", "log": true }""");

    [Theory]
    [InlineData("type parameter of the method", "Journal.Put(T)", "class Journal { public void Put<T>(T one) { } public void Put<T>(T one, int n) { } } void M(Contact c, Journal j) { j.Put(c.Email, 1); j.Put(c.{|ECRM3002:Email|}); }")]
    [InlineData("type parameter of the class", "Journal.Put(T)", "class Journal<T> { public void Put(T one) { } public void Put(T one, int n) { } } void M(Contact c, Journal<string> j) { j.Put(c.Email, 1); j.Put(c.{|ECRM3002:Email|}); }")]
    [InlineData("array of a type parameter", "Journal.Put(T[])", "class Journal { public void Put<T>(T[] all) { } public void Put<T>(T one, int n) { } } void M(Contact c, Journal j) { j.Put(c.Email, 1); j.Put({|ECRM3002:new[] { c.Email }|}); }")]
    [InlineData("interface", "IJournal.Put(T)", "interface IJournal<T> { void Put(T one); } class Journal : IJournal<string> { public void Put(string one) { } public void Put(string one, int n) { } } void M(Contact c, Journal j) { j.Put(c.Email, 1); j.Put(c.{|ECRM3002:Email|}); }")]
    public Task Sink_OfAGenericMethod_IsNamedByItsTypeParameters(string form, string named, string members) => VerifyAsync(form, members, "sinks", $$"""{ "method": "Work.{{named}}", "log": true }""");

    [Theory]
    [InlineData("text", "A(string)", "static string A(string s) => s; static string A(string s, int n) => s; void M(Contact c) { Console.WriteLine(A(c.Email)); Console.WriteLine({|ECRM3002:A|}(c.Email, 1)); }")]
    [InlineData("type parameter", "A(T)", "static T A<T>(T s) => s; static T A<T>(T s, int n) => s; void M(Contact c) { Console.WriteLine(A(c.Email)); Console.WriteLine({|ECRM3002:A|}(c.Email, 1)); }")]
    [InlineData("array", "A(string[])", "static string A(string[] s) => s[0]; static string A(string s) => s; void M(Contact c) { Console.WriteLine(A(new[] { c.Email })); Console.WriteLine({|ECRM3002:A|}(c.Email)); }")]
    [InlineData("array of a type parameter", "A(T[])", "static T A<T>(T[] s) => s[0]; static T A<T>(T s) => s; void M(Contact c) { Console.WriteLine(A(new[] { c.Email })); Console.WriteLine({|ECRM3002:A|}(c.Email)); }")]
    [InlineData("every overload", "A()", "static string A(string s) => s; static T A<T>(T s, int n) => s; void M(Contact c) { Console.WriteLine(A(c.Email)); Console.WriteLine(A(c.Email, 1)); }")]
    [InlineData("without parentheses", "A", "static string A(string s) => s; static T A<T>(T s, int n) => s; void M(Contact c) { Console.WriteLine(A(c.Email)); Console.WriteLine(A(c.Email, 1)); }")]
    [InlineData("property", "K.Cut", "class K(string s) { public string Cut => s[..1]; public string All => s; } void M(Contact c) { var k = new K(c.Email); Console.WriteLine(k.Cut); Console.WriteLine(k.{|ECRM3002:All|}); }")]
    [InlineData("method of an interface that is called by its class", "I.A(string)", "interface I { string A(string s); } class X : I { public string A(string s) => s; } void M(Contact c, X x) { Console.WriteLine(x.{|ECRM3002:A|}(c.Email)); }")]
    [InlineData("method of an interface that is called by it", "I.A(string)", "interface I { string A(string s); } class X : I { public string A(string s) => s; } void M(Contact c, I x) { Console.WriteLine(x.A(c.Email)); }")]
    public Task Anonymiser_IsTheOverloadThatThePolicyNames(string form, string named, string members) => VerifyAsync(form, members, "anonymizers", $$"""{ "method": "Work.{{named}}", "because": "many people" }""");

    private static Task VerifyAsync(string form, string members, string section, string entry)
        => Outlets.VerifyAsync(form, members, check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestPolicy.Of(Policies.Fabrikam.Replace("\"rules\":", $"\"{section}\": [ {entry} ], \"rules\":", StringComparison.Ordinal)));
        });
}
