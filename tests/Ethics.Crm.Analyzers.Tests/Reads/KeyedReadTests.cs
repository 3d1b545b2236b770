using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>Values under string keys, which the policy labels by a constant argument. The code works for marketing, which none of them permits.</summary>
public sealed class KeyedReadTests
{
    private const string Fields = """
        "Acme.Bags.Get(key: \"BirthDate\")": { "category": "contact.email" },
        "Acme.Bags.Get(key: \"Phone\")": { "category": "contact.phone", "collectedFor": ["support", "marketing"] },
        "Acme.Bags.GetAsync(key: \"BirthDate\")": { "category": "contact.email" },
        "Acme.Bags.Of(table: \"contact\", column: \"mail\")": { "category": "contact.email" },
        "Acme.Extensions.Pick(key: \"BirthDate\")": { "category": "contact.email" },
        "Acme.IBag.Read(name: \"BirthDate\")": { "category": "contact.email" },
        "Acme.Entity.this[attributeName: \"emailaddress1\"]": { "category": "contact.email" },
        "Acme.Account.this[attributeName: \"telephone1\"]": { "category": "contact.email" },
        "Acme.Any.*(key: \"BirthDate\")": { "category": "contact.email" },
        "Acme.Any.Free(key: \"BirthDate\")": null,
        "Acme.Most.Get()": { "category": "contact.email" },
        "Acme.Most.Get(key: \"Format\")": null,
        "Acme.Bags.TryGet(key: \"BirthDate\")#value": { "category": "contact.email" },
        "Acme.Bags.Fill(key: \"BirthDate\")#value": { "category": "contact.email" },
        "Acme.Bags.ctor(key: \"BirthDate\")#value": { "category": "contact.email" },
        "Acme.IBag.TryRead(name: \"BirthDate\")#value": { "category": "contact.email" },
        "Acme.Extensions.TryPick(key: \"BirthDate\")#value": { "category": "contact.email" },
        "Acme.Account.TryLoad(key: \"BirthDate\")#value": { "category": "contact.email" },
        "Acme.Own.Get(key: \"BirthDate\")#value": { "category": "contact.email" },
        "Acme.Account.TryFind()#value": { "category": "contact.email" }
        """;

    [Theory]
    [InlineData("literal", "string M(Bags b) => b.{|ECRM2001:Get|}(\"BirthDate\");")]
    [InlineData("constant", "const string K = \"Birth\" + \"Date\"; string M(Bags b) => b.{|ECRM2001:Get|}(K);")]
    [InlineData("nameof", "int BirthDate; string M(Bags b) => b.{|ECRM2001:Get|}(nameof(BirthDate));")]
    [InlineData("static readonly", "static readonly string K = \"BirthDate\"; string M(Bags b) => b.{|ECRM2001:Get|}(K);")]
    [InlineData("static readonly elsewhere", "string M(Bags b) => b.{|ECRM2001:Get|}(Names.Birth);")]
    [InlineData("property", "static string K => \"BirthDate\"; string M(Bags b) => b.{|ECRM2001:Get|}(K);")]
    [InlineData("property of a constant", "static string K => F; const string F = \"Birth\" + \"Date\"; string M(Bags b) => b.{|ECRM2001:Get|}(K);")]
    [InlineData("property with an accessor", "static string K { get { return \"BirthDate\"; } } static string L { get => \"BirthDate\"; } string M(Bags b) => b.{|ECRM2001:Get|}(K) + b.{|ECRM2001:Get|}(L);")]
    [InlineData("property that is set where it is declared", "static string K { get; } = \"BirthDate\"; string M(Bags b) => b.{|ECRM2001:Get|}(K);")]
    [InlineData("property elsewhere", "string M(Bags b) => b.{|ECRM2001:Get|}(Names.BirthName);")]
    [InlineData("named argument", "string M(Bags b) => b.{|ECRM2001:Get|}(fallback: \"x\", key: \"BirthDate\");")]
    [InlineData("default value", "string M(Bags b) => b.{|ECRM2001:Get|}();")]
    [InlineData("conditional access", "string? M(Bags? b) => b?.{|ECRM2001:Get|}(\"BirthDate\");")]
    [InlineData("await", "async Task<string> M(Bags b) => await b.{|ECRM2001:GetAsync|}(\"BirthDate\");")]
    [InlineData("lambda", "object M(List<Bags> l) => l.Select(b => b.{|ECRM2001:Get|}(\"BirthDate\"));")]
    [InlineData("several keys", "string M(Bags b) => b.{|ECRM2001:Of|}(\"contact\", \"mail\");")]
    [InlineData("extension", "string M(Bags b) => b.{|ECRM2001:Pick|}(\"BirthDate\") + Extensions.{|ECRM2001:Pick|}(b, \"BirthDate\");")]
    [InlineData("interface with another parameter name", "string M(IBag b, Bag c) => b.{|ECRM2001:Read|}(\"BirthDate\") + c.{|ECRM2001:Read|}(\"BirthDate\");")]
    [InlineData("indexer", "object M(Entity e) => {|ECRM2001:e[\"emailaddress1\"]|};")]
    [InlineData("indexer, conditional", "object? M(Entity? e) => e?{|ECRM2001:[\"emailaddress1\"]|};")]
    [InlineData("indexer, compound", "void M(Entity e) { {|ECRM2001:e[\"emailaddress1\"]|} += \"x\"; }")]
    [InlineData("inherited indexer", "object M(Account a) => {|ECRM2001:a[\"emailaddress1\"]|};")]
    [InlineData("indexer named through the derived type", "object M(Account a) => {|ECRM2001:a[\"telephone1\"]|};")]
    [InlineData("wildcard", "string M(Any a) => a.{|ECRM2001:Other|}(\"BirthDate\");")]
    [InlineData("discarded", "void M(Bags b) { _ = b.{|ECRM2001:Get|}(\"BirthDate\"); }")]
    [InlineData("entry without key", "string M(Most m) => m.{|ECRM2001:Get|}(\"Email\");")]
    [InlineData("through a type parameter", "object M<T, U>(T a) where T : U where U : Account => {|ECRM2001:a[\"telephone1\"]|};")]
    public Task ReadUnderALabelledKey_IsReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("another key", "string M(Bags b) => b.Get(\"Colour\") + b.Of(\"contact\", \"colour\") + b.Of(\"account\", \"mail\");")]
    [InlineData("other case", "string M(Bags b) => b.Get(\"birthdate\");")]
    [InlineData("permitted key", "string M(Bags b) => b.Get(\"Phone\");")]
    [InlineData("property of another key", "static string K => \"Colour\"; static string L { get; } = \"Colour\"; string M(Bags b) => b.Get(K) + b.Get(L);")]
    [InlineData("null", "string M(Bags b) => b.Get(null!);")]
    [InlineData("key in another parameter", "string M(Bags b) => b.Get(\"Colour\", \"BirthDate\");")]
    [InlineData("not taken", "void M(Bags b) { b.Get(\"BirthDate\"); }")]
    [InlineData("nameof", "string M(Bags b) => nameof(b.Get);")]
    [InlineData("write", "void M(Entity e) { e[\"emailaddress1\"] = \"x\"; e = new Entity { [\"emailaddress1\"] = \"x\" }; (e[\"emailaddress1\"], _) = (\"x\", 1); }")]
    [InlineData("open write", "void M(Entity e, string k) { e[k] = \"x\"; }")]
    [InlineData("indexer with another key", "object M(Entity e) => e[\"name\"];")]
    [InlineData("key of the derived type on its base", "object M(Entity e) => e[\"telephone1\"];")]
    [InlineData("key of another derived type", "object M(Lead l) => l[\"telephone1\"];")]
    [InlineData("another method of the name", "string M(Other o) => o.Get(\"BirthDate\");")]
    [InlineData("taken out again", "string M(Any a, string k) => a.Free(\"BirthDate\");")]
    [InlineData("key taken out of an entry without key", "string M(Most m) => m.Get(\"Format\");")]
    public Task ReadUnderAnotherKeyOrNoRead_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("parameter", "string M(Bags b, string k) => b.{|ECRM9001:Get|}(k);")]
    [InlineData("one of several", "string M(Bags b, string k) => b.{|ECRM9001:Of|}(\"contact\", k);")]
    [InlineData("indexer", "object M(Entity e, string k) => {|ECRM9001:e[k]|};")]
    [InlineData("field that anybody may set", "static string K = \"BirthDate\"; string M(Bags b) => b.{|ECRM9001:Get|}(K);")]
    [InlineData("static readonly that a constructor sets", "string M(Bags b) => b.{|ECRM9001:Get|}(Set.Birth);")]
    [InlineData("property that a constructor sets", "static string K { get; } = \"BirthDate\"; static Job() => K = \"Colour\"; string M(Bags b) => b.{|ECRM9001:Get|}(K);")]
    [InlineData("property that anybody may set", "static string K { get; set; } = \"BirthDate\"; string M(Bags b) => b.{|ECRM9001:Get|}(K);")]
    [InlineData("property that computes", "static string K => Set.Birth.Trim(); static string L { get { System.Console.Write(1); return \"BirthDate\"; } } string M(Bags b) => b.{|ECRM9001:Get|}(K) + b.{|ECRM9001:Get|}(L);")]
    [InlineData("property of an object", "string K => \"BirthDate\"; string M(Bags b) => b.{|ECRM9001:Get|}(K);")]
    [InlineData("call", "string M(Bags b) => b.{|ECRM9001:Get|}(Set.Birth.Trim());")]
    [InlineData("delegate", "System.Func<string, string> M(Other o, IBag b) { o.Get(\"\"); return b.{|ECRM9001:Read|}; }")]
    [InlineData("lambda", "object M(Bags b) => (System.Func<string, string>)(k => b.{|ECRM9001:Get|}(k));")]
    public Task KeyThatIsNoConstant_IsNotConcluded(string form, string member) => VerifyAsync(form, member, NotConcluded);

    [Theory]
    [InlineData("out", "string M(Bags b) => b.TryGet(\"BirthDate\", out {|ECRM2001:var q|}) ? q : \"\";")]
    [InlineData("out into an existing variable", "void M(Bags b) { string q; b.TryGet(Names.Birth, out {|ECRM2001:q|}); }")]
    [InlineData("arguments the other way round", "void M(Bags b) { b.TryGet(value: out {|ECRM2001:var q|}, key: \"BirthDate\"); }")]
    [InlineData("ref", "void M(Bags b, string q) { b.Fill(\"BirthDate\", ref {|ECRM2001:q|}); }")]
    [InlineData("constructor", "object M() => new Bags(\"BirthDate\", out {|ECRM2001:var q|});")]
    [InlineData("target-typed constructor", "Bags M() => new(\"BirthDate\", out {|ECRM2001:var q|});")]
    [InlineData("interface with another parameter name", "void M(IBag b, Bag c) { b.TryRead(\"BirthDate\", out {|ECRM2001:var q|}); c.TryRead(\"BirthDate\", out {|ECRM2001:var r|}); }")]
    [InlineData("extension", "void M(Bags b) { b.TryPick(\"BirthDate\", out {|ECRM2001:var q|}); Extensions.TryPick(b, \"BirthDate\", out {|ECRM2001:var r|}); }")]
    [InlineData("conditional access", "void M(Bags? b) { b?.TryGet(\"BirthDate\", out {|ECRM2001:var q|}); }")]
    [InlineData("named through the derived type", "void M(Account a) { a.TryLoad(\"BirthDate\", out {|ECRM2001:var q|}); a.TryFind(\"x\", out {|ECRM2001:var r|}); }")]
    public Task ValueHandedOutUnderALabelledKey_IsReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("another key", "void M(Bags b, string r) { b.TryGet(\"Colour\", out var q); b.Fill(\"Colour\", ref r); new Bags(\"Colour\", out var s); }")]
    [InlineData("discard", "bool M(Bags b) => b.TryGet(\"BirthDate\", out _);")]
    [InlineData("discard under an open key", "bool M(Bags b, string k) => b.TryGet(k, out _);")]
    [InlineData("another parameter", "void M(Bags b) { b.TryGet(\"BirthDate\", out _, out var n); }")]
    [InlineData("handed in", "void M(Bags b, string q) { b.Put(\"BirthDate\", q); }")]
    [InlineData("key of the derived type on its base", "void M(Entity e, Lead l) { e.TryLoad(\"BirthDate\", out var q); l.TryLoad(\"BirthDate\", out var r); e.TryFind(\"x\", out var s); }")]
    public Task ValueHandedOutUnderAnotherKeyOrNotTaken_IsNotReported(string form, string member) => VerifyAsync(form, member);

    [Theory]
    [InlineData("out", "void M(Bags b, string k) { b.TryGet(k, out {|ECRM9001:var q|}); }")]
    [InlineData("ref", "void M(Bags b, string k, string q) { b.Fill(k, ref {|ECRM9001:q|}); }")]
    [InlineData("constructor", "object M(string k) => new Bags(k, out {|ECRM9001:var q|});")]
    [InlineData("method group: whoever calls it gives the key", "object M(Bags b) => (Try)b.{|ECRM9001:TryGet|}; delegate bool Try(string key, out string value);")]
    [InlineData("own body", "} [ForPurpose(\"marketing\")] public class Own { public string Get(string key, ref string value) { value = key; return {|ECRM9001:value|}; }")]
    public Task ValueHandedOutUnderAKeyThatIsNoConstant_IsNotConcluded(string form, string member) => VerifyAsync(form, member, NotConcluded);

    [Fact]
    public Task Limit_KeyInALocalVariable_IsNoConstant() => VerifyAsync("local", "string M(Bags b) { var k = \"BirthDate\"; return b.{|ECRM9001:Get|}(k); }", NotConcluded);

    /// <summary>What a property of another assembly hands out does not stand in its metadata; a <c>const</c> does.</summary>
    [Fact]
    public Task Limit_KeyThatAPropertyOfAnotherProjectSays_IsNoConstant() => VerifyAsync(
        "property of another project",
        "string M(Bags b) => b.{|ECRM9001:Get|}(Library.Keys.Birth) + b.{|ECRM2001:Get|}(Library.Keys.Constant);",
        check =>
        {
            NotConcluded(check);
            check.TestState.AdditionalProjects["Library"].Sources.Add("namespace Library { public static class Keys { public static string Birth => \"BirthDate\"; public const string Constant = \"BirthDate\"; } }");
            check.TestState.AdditionalProjectReferences.Add("Library");
        });

    [Fact]
    public Task CodeThatDeclaresNothing_IsToldOfKeysOnlyWhenStrict()
    {
        const string Undeclared = "} public class Helper { string N(Bags b, string k) => b.Get(k) + b.Get(\"BirthDate\"); ";
        return Task.WhenAll(
            VerifyAsync("default", Undeclared),
            VerifyAsync("strict", Undeclared.Replace("b.Get(k)", "b.{|ECRM9001:Get|}(k)").Replace("b.Get(\"", "b.{|ECRM2005:Get|}(\""), check =>
            {
                NotConcluded(check);
                check.BuildProperties["EthicsCrmStrict"] = "true";
            }));
    }

    [Theory]
    [InlineData("string M(Bags b) => b.{|#0:Get|}(\"BirthDate\");", "Bags.Get(key: \"BirthDate\")")]
    [InlineData("string M(Bags b) => b.{|#0:Of|}(\"contact\", \"mail\");", "Bags.Of(column: \"mail\", table: \"contact\")")]
    [InlineData("object M(Entity e) => {|#0:e[\"emailaddress1\"]|};", "Entity.this[attributeName: \"emailaddress1\"]")]
    [InlineData("void M(Bags b) { b.TryGet(\"BirthDate\", out {|#0:var q|}); }", "Bags.TryGet(key: \"BirthDate\")#value")]
    public Task Message_NamesTheKeyAsThePolicyWritesIt(string member, string name) => VerifyAsync("message", member, check => check.ExpectedDiagnostics.Add(
        new DiagnosticResult("ECRM2001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage($"'{name}' is collected for support only but is read in 'Job.M' (marketing)")));

    [Theory]
    [InlineData("string M(Bags b, string k) => b.{|#0:Get|}(k);", "Bags.Get", "")]
    [InlineData("string M(Bags b) => b.{|#0:Get|}(Set.Birth);", "Bags.Get", "; make 'Set.Birth' a const")]
    [InlineData("string M(Bags b) => b.{|#0:Get|}(Set.Computed);", "Bags.Get", "; make 'Set.Computed' a const")]
    [InlineData("void M(Bags b) { b.TryGet(Set.Birth, out {|#0:var q|}); }", "Bags.TryGet#value", "; make 'Set.Birth' a const")]
    public Task Message_SaysWhichMemberWouldHaveToBeAConstant(string member, string name, string repair) => VerifyAsync("message", member, check =>
    {
        NotConcluded(check);
        check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9001", DiagnosticSeverity.Info).WithLocation(0).WithMessage($"The key of '{name}' is no constant, so the build does not know whether labelled data is read{repair}"));
    });

    [Fact]
    public Task KeyThatNothingPermits_IsAGapOfItsMember() => Rules.VerifyAsync(
        "namespace Acme { public class Bags { public string {|#0:Get|}(string key) => key; public object {|#1:this|}[string key] => key; } public class Derived : Bags { } }",
        check =>
        {
            UseFields(check, """
                "Acme.Bags.Get(key: \"Phone\")": { "category": "contact.phone" }, "Acme.Bags.Get(key: \"Email\")": { "category": "contact.email" },
                "Acme.Bags.this[key: \"Phone\"]": { "category": "contact.phone" }
                """);
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1102", DiagnosticSeverity.Warning).WithLocation(0)
                .WithMessage("'Bags.Get(key: \"Phone\")' is labelled 'contact.phone', but no purpose permits it: add [CollectedFor], or collectedFor to its category in the policy"));
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1102", DiagnosticSeverity.Warning).WithLocation(1)
                .WithMessage("'Bags.this[key: \"Phone\"]' is labelled 'contact.phone', but no purpose permits it: add [CollectedFor], or collectedFor to its category in the policy"));
        });

    private static void NotConcluded(AnalyzerCheck check) => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9000", DiagnosticSeverity.Warning));

    private static void UseFields(AnalyzerCheck check, string fields)
    {
        check.Policies.Clear();
        check.Policies.Add(TestPolicy.Of(Policies.Fabrikam.Replace("\"version\": 1,", $"\"version\": 1, \"fields\": {{ {fields} }},")));
    }

    private static Task VerifyAsync(string form, string member, Action<AnalyzerCheck>? configure = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyAsync(
            $$"""
            using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Ethics.Crm;
            namespace Acme
            {
                public class Bags
                {
                    public string Get(string key = "BirthDate", string fallback = "") => fallback;
                    public Task<string> GetAsync(string key) => Task.FromResult(key);
                    public Bags() { }
                    public Bags(string key, out string value) => value = "";
                    public bool TryGet(string key, out string value) { value = ""; return true; }
                    public bool TryGet(string key, out string value, out int number) { value = ""; number = 1; return true; }
                    public void Fill(string key, ref string value) { }
                    public void Put(string key, string value) { }
                    public string Of(string table, string column) => "";
                }
                public static class Extensions { public static string Pick(this Bags bags, string key) => ""; public static bool TryPick(this Bags bags, string key, out string value) { value = ""; return true; } }
                public interface IBag { string Read(string name); bool TryRead(string name, out string value); }
                public class Bag : IBag { public string Read(string key) => ""; public bool TryRead(string key, out string found) { found = ""; return true; } }
                public class Entity
                {
                    public object this[string attributeName] { get => ""; set { } }
                    public bool TryLoad(string key, out string value) { value = ""; return true; }
                    public bool TryFind(string key, out string value) { value = ""; return true; }
                }
                public class Account : Entity { }
                public class Lead : Entity { }
                public class Any { public string Other(string key) => ""; public string Free(string key) => ""; }
                public class Most { public string Get(string key) => ""; }
                public class Other { public string Get(string key) => ""; }
                public static class Names { public static readonly string Birth = "BirthDate"; public static string BirthName => "BirthDate"; }
                public static class Set { public static readonly string Birth = "BirthDate"; static Set() => Birth = "Colour"; public static string Computed => Birth.Trim(); }
                [ForPurpose("marketing")] public class Job { {{member}} }
            }
            """,
            check =>
            {
                UseFields(check, Fields);
                configure?.Invoke(check);
            });
    }
}
