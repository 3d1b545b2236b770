namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>Every way to take a value out of a member, and beside it what takes none. The code works for marketing, which the e-mail does not permit.</summary>
public sealed class ReadFormTests
{
    [Theory]
    [InlineData("expression body", "string M(Contact c) => c.{|ECRM2001:Email|};")]
    [InlineData("method body", "string M(Contact c) { var x = c.{|ECRM2001:Email|}; return x; }")]
    [InlineData("constructor", "Job(Contact c) { System.Console.WriteLine(c.{|ECRM2001:Email|}); }")]
    [InlineData("accessor", "Contact C = new(); string P { get => C.{|ECRM2001:Email|}; set { C.Email = value + C.{|ECRM2001:Email|}; } }")]
    [InlineData("field initialiser", "static Contact C = new(); string F = C.{|ECRM2001:Email|};")]
    [InlineData("property initialiser", "static Contact C = new(); string P { get; } = C.{|ECRM2001:Email|};")]
    [InlineData("lambda", "System.Func<Contact, string> M() => c => c.{|ECRM2001:Email|};")]
    [InlineData("async lambda", "System.Func<Contact, Task<string>> M() => async c => { await Task.Yield(); return c.{|ECRM2001:Email|}; };")]
    [InlineData("local function", "string M(Contact c) { return L(); string L() => c.{|ECRM2001:Email|}; }")]
    [InlineData("async method", "async Task<int> M(Contact c) { await Task.Yield(); return c.{|ECRM2001:Email|}.Length; }")]
    [InlineData("iterator", "IEnumerable<string> M(Contact c) { yield return c.{|ECRM2001:Email|}; }")]
    [InlineData("property pattern", "bool M(Contact c) => c is { {|ECRM2001:Email|}: \"x\" };")]
    [InlineData("extended property pattern", "bool M(System.Tuple<Contact> t) => t is { Item1.{|ECRM2001:Email|}: \"x\" };")]
    [InlineData("switch expression", "int M(Contact c) => c switch { { {|ECRM2001:Email|}.Length: 3 } => 1, _ => 0 };")]
    [InlineData("null check", "bool M(Contact c) => c.{|ECRM2001:Email|} is null;")]
    [InlineData("conditional access", "string? M(Contact? c) => c?.{|ECRM2001:Email|};")]
    [InlineData("interpolation", "string M(Contact c) => $\"to {c.{|ECRM2001:Email|}}\";")]
    [InlineData("argument", "void M(Contact c) => System.Console.WriteLine(c.{|ECRM2001:Email|});")]
    [InlineData("object initialiser, right side", "Contact M(Contact c) => new() { Name = c.{|ECRM2001:Email|} };")]
    [InlineData("with, right side", "R M(R r, Contact c) => r with { Name = c.{|ECRM2001:Email|} };")]
    [InlineData("anonymous object", "object M(Contact c) => new { c.{|ECRM2001:Email|} };")]
    [InlineData("tuple", "object M(Contact c) => (c.{|ECRM2001:Email|}, 1);")]
    [InlineData("query", "object M(List<Contact> l) => from c in l where c.{|ECRM2001:Email|} != \"\" orderby c.{|ECRM2001:Email|} select c.{|ECRM2001:Email|};")]
    [InlineData("expression tree", "object M(IQueryable<Contact> l) => l.Select(c => c.{|ECRM2001:Email|});")]
    [InlineData("compound assignment", "void M(Contact c) => c.{|ECRM2001:Email|} += \"x\";")]
    [InlineData("coalescing assignment", "void M(Contact c) => c.{|ECRM2001:Email|} ??= \"x\";")]
    [InlineData("method group", "object M(Contact c) => (System.Func<string>)c.{|ECRM2001:Email|}.Trim;")]
    [InlineData("deconstruction of a tuple, right side", "void M(Contact c) { var (a, b) = (c.{|ECRM2001:Email|}, 1); }")]
    [InlineData("in the half of a branch that is taken", "string M(Contact c) { if (true) return c.{|ECRM2001:Email|}; else return \"\"; }")]
    [InlineData("behind what is true", "bool M(Contact c) => true && c.{|ECRM2001:Email|} == \"\";")]
    [InlineData("behind what is not known", "bool M(Contact c, bool f) => f && c.{|ECRM2001:Email|} == \"\";")]
    [InlineData("condition of a branch that is not taken", "void M(Contact c) { if (c.{|ECRM2001:Email|} == \"\" && false) { } }")]
    [InlineData("arm that may fit", "string M(Contact c, bool f) => f switch { true => c.{|ECRM2001:Email|}, false => \"\" };")]
    [InlineData("loop that is entered", "void M(Contact c) { while (true) { _ = c.{|ECRM2001:Email|}; } }")]
    [InlineData("do loop", "void M(Contact c) { do { _ = c.{|ECRM2001:Email|}; } while (false); }")]
    [InlineData("flag that is no constant", "static bool on = false; void M(Contact c) { if (on) _ = c.{|ECRM2001:Email|}; }")]
    public Task Read_IsReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("nameof", "string M(Contact c) => nameof(c.Email) + nameof(Contact.Email);")]
    [InlineData("write", "void M(Contact c) { c.Email = \"x\"; }")]
    [InlineData("object initialiser", "Contact M() => new() { Email = \"x\" };")]
    [InlineData("nested initialiser", "Holder M() => new() { C = { Email = \"x\" } };")]
    [InlineData("deconstruction target", "void M(Contact c) { (c.Email, c.Name) = (\"x\", \"y\"); }")]
    [InlineData("unlabelled member", "string M(Contact c) => c.Name;")]
    [InlineData("permitted member", "string? M(Contact c) => c.Phone;")]
    [InlineData("whole object", "Contact M(Contact c) => c;")]
    [InlineData("type test", "bool M(object o) => o is Contact;")]
    [InlineData("typeof", "object M() => typeof(Contact).GetProperty(nameof(Contact.Email))!;")]
    [InlineData("dead branch", "void M(Contact c) { if (false) _ = c.Email; }")]
    [InlineData("dead branch by a constant", "const bool On = false; string M(Contact c) => On ? c.Email : \"\";")]
    [InlineData("dead half", "string M(Contact c) { if (true) return \"\"; else return c.Email; }")]
    [InlineData("dead branch, deep inside", "void M(Contact c) { if (false) { System.Func<string> f = () => c.Email; while (f() == \"\") _ = c.Email; } }")]
    [InlineData("behind what is false", "bool M(Contact c) => false && c.Email == \"\";")]
    [InlineData("beside what is true", "bool M(Contact c) => true || c.Email == \"\";")]
    [InlineData("arm that does not fit", "string M(Contact c) => true switch { true => \"\", false => c.Email };")]
    [InlineData("loop that is not entered", "void M(Contact c) { while (false) _ = c.Email; for (; false; _ = c.Email) _ = c.Email; }")]
    public Task NoRead_IsNotReported(string form, string member) => VerifyAsync(form, member);

    private static Task VerifyAsync(string form, string member)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync($$"""
            using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
            using Acme.Crm; using Ethics.Crm;
            public record R(string Name);
            public class Holder { public Contact C { get; } = new(); }
            public class Sub : Contact { [ForPurpose("support")] public string Own() => Email; }
            [ForPurpose("marketing")]
            public class Job
            {
                {{member}}
            }
            """);
    }
}
