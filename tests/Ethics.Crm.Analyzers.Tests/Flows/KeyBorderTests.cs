using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Entries of the policy for what lies under string keys: writing there is a store into a labelled member.</summary>
public sealed class KeyBorderTests
{
    private const string Bags = """
        namespace Acme.Bags
        {
            public class Entity { private readonly Dictionary<string, object?> values = new(); public object? this[string attributeName] { get => values[attributeName]; set => values[attributeName] = value; } }
            public class Bag { public void Set(string key, string value) { } public string Get(string key) => ""; }
            public class Narrow : Entity { }
            public static class Names { public const string Letters = "letters"; public static readonly string Kept = "letters"; }
        }
        """;

    private static readonly string Policy = Policies.Fabrikam.Replace(
        "\"compatible\":",
        """
        "fields": {
          "Acme.Bags.Entity.this[attributeName: \"letters\"]": { "category": "contact.email", "collectedFor": ["marketing"] },
          "Acme.Bags.Entity.this[attributeName: \"mail\"]": { "category": "contact.email", "collectedFor": ["support"] },
          "Acme.Bags.Bag.Set(key: \"letters\")#value": { "category": "contact.email", "collectedFor": ["marketing"] },
          "Acme.Bags.Bag.Set(key: \"mail\")#value": { "category": "contact.email", "collectedFor": ["support"] }
        },
        "compatible":
        """,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("key", "void M(Contact c, Acme.Bags.Entity e) => {|ECRM2007:e[\"letters\"]|} = c.Email;")]
    [InlineData("constant", "void M(Contact c, Acme.Bags.Entity e) => {|ECRM2007:e[Acme.Bags.Names.Letters]|} = c.Email;")]
    [InlineData("field that nobody changes", "void M(Contact c, Acme.Bags.Entity e) => {|ECRM2007:e[Acme.Bags.Names.Kept]|} = c.Email;")]
    [InlineData("initialiser", "Acme.Bags.Entity M(Contact c) => new() { {|ECRM2007:[\"letters\"]|} = c.Email };")]
    [InlineData("through a local", "void M(Contact c, Acme.Bags.Entity e) { var m = c.Email; var f = e; {|ECRM2007:f[\"letters\"]|} = m; }")]
    [InlineData("condition", "void M(Contact c, Acme.Bags.Entity e, bool b) => {|ECRM2007:e[\"letters\"]|} = b ? c.Email : null;")]
    [InlineData("helper", "void M(Contact c, Acme.Bags.Entity e) => Put(e, c.Email); static void Put(Acme.Bags.Entity e, string s) => {|ECRM2007:e[\"letters\"]|} = s;")]
    [InlineData("derived", "void M(Contact c, Acme.Bags.Narrow e) => {|ECRM2007:e[\"letters\"]|} = c.Email;")]
    [InlineData("read from one, written to the other", "void M(Acme.Bags.Entity e) => {|ECRM2007:e[\"letters\"]|} = e[\"mail\"];")]
    [InlineData("method", "void M(Contact c, Acme.Bags.Bag b) => b.Set(\"letters\", c.{|ECRM2007:Email|});")]
    [InlineData("key for the same", "void M(Contact c, Acme.Bags.Entity e) => e[\"mail\"] = c.Email;")]
    [InlineData("key without label", "void M(Contact c, Acme.Bags.Entity e) => e[\"industry\"] = c.Name;")]
    [InlineData("method, for the same", "void M(Contact c, Acme.Bags.Bag b) => b.Set(\"mail\", c.Email);")]
    [InlineData("method, other key", "void M(Contact c, Acme.Bags.Bag b) { GC.KeepAlive(c.Email); b.Set(\"letters\", c.Name); }")]
    [InlineData("what comes out carries the key's label", "void M(Acme.Bags.Entity e) => Use(e[\"letters\"]); [ForPurpose(\"marketing\")] static void Use(object? o) => GC.KeepAlive(o);")]
    public Task WritingUnderAKey_IsAStore(string form, string members) => Border.VerifyAsync(form, members, Bags, static check =>
    {
        check.Policies.Clear();
        check.Policies.Add(TestPolicy.Of(Policy));
    });
}
