namespace Ethics.Crm.Policy.Tests.Resolution;

/// <summary>What lies under string keys: attribute bags and late-bound records.</summary>
public sealed class KeyedFieldTests
{
    private readonly PolicyTable _table = Sample.Table(Sample.Policy("""
        "fields": { "Acme.Bag.Get(key: \"BirthDate\")": { "category": "health", "collectedFor": ["support"] }, "Acme.Bag.Get(key: \"Format\")": null, "Acme.Bag.Get()": { "category": "contact.phone" },
                    "Acme.Bag.Get(scope: \"me\", key: \"Card\")": { "category": "financial.card" }, "Crm.Entity.this[attributeName: \"emailaddress1\"]": { "category": "contact.email" },
                    "Acme.*.Read(key: \"BirthDate\")": { "category": "health" } },
        "attributes": { "Lib.PrivateAttribute": { "category": "contact.phone", "collectedFor": ["billing"] } }
        """));

    private static KeyValuePair<string, string>[] Arguments(params string[] pairs) => [.. pairs.Select(p => new KeyValuePair<string, string>(p.Split('=')[0], p.Split('=')[1]))];

    [Fact]
    public void Keys_OfAMethod_AreAllOfItsEntriesWithConstants()
    {
        var keys = _table.FindKeys("Acme.Bag.Get(System.String,System.String)");

        Assert.Equal(["BirthDate", "Format", "Card me"], keys.Select(k => string.Join(' ', k.Arguments.Select(a => a.Value))));
        Assert.Equal(["health", null, "financial.card"], keys.Select(k => k.Entry?.Category));
    }

    [Fact]
    public void Arguments_OfAKey_AreInOrderOfTheirNames() =>
        Assert.Equal(Arguments("key=Card", "scope=me"), _table.FindKeys("Acme.Bag.Get()").Single(k => k.Entry?.Category == "financial.card").Arguments);

    [Fact]
    public void NullEntry_IsAKeyWithoutLabel() => Assert.Null(_table.FindKeys("Acme.Bag.Get()").Single(k => k.Arguments[0].Value == "Format").Entry);

    [Theory]
    [InlineData("Crm.Entity.this[]", "emailaddress1")]
    [InlineData("Acme.Tools.Read(System.String)", "BirthDate")]
    public void Keys_AreFoundForIndexersAndByWildcard(string member, string key) => Assert.Equal([key], _table.FindKeys(member).Select(k => k.Arguments[0].Value));

    [Theory]
    [InlineData("Acme.Bag.Put(System.String)")]
    [InlineData("Acme.Bag.Get")]
    [InlineData("Acme.Bag.Get(System.String)#key")]
    [InlineData("Crm.Other.this[]")]
    [InlineData("Acme.Deep.Tools.Read(System.String)")]
    public void Keys_OfAnotherMember_AreNone(string member) => Assert.Empty(_table.FindKeys(member));

    [Fact]
    public void Policy_WithoutKeys_HasNone()
    {
        var table = Sample.Table(Sample.Policy("\"fields\": { \"Acme.Bag.Get()\": { \"category\": \"health\" } }"));

        Assert.False(table.HasConstantArgumentPatterns);
        Assert.Empty(table.FindKeys("Acme.Bag.Get()"));
        Assert.True(_table.HasConstantArgumentPatterns);
    }

    [Theory]
    [InlineData("health", "key=BirthDate")]
    [InlineData("health", "key=BirthDate", "scope=you")]
    [InlineData("contact.phone", "key=birthdate")]
    [InlineData("contact.phone", "name=BirthDate")]
    [InlineData("contact.phone")]
    [InlineData("contact.phone", "key=Card")]
    [InlineData("financial.card", "key=Card", "scope=me")]
    [InlineData(null, "key=Format")]
    public void Label_OfACall_IsThatOfItsConstants(string? category, params string[] arguments) =>
        Assert.Equal(category, Label(new("Acme.Bag.Get(System.String)", null, null, []), Arguments(arguments))?.Category);

    [Theory]
    [InlineData("contact.email", "attributeName=emailaddress1")]
    [InlineData(null, "attributeName=emailaddress2")]
    [InlineData(null)]
    public void Label_OfAnIndexer_IsThatOfItsConstant(string? category, params string[] arguments) =>
        Assert.Equal(category, Label(new("Crm.Entity.this[]", null, null, []), Arguments(arguments))?.Category);

    [Fact]
    public void Label_WithoutConstants_IsThatOfTheMember()
    {
        var source = new LabelSource("Acme.Bag.Get()", null, null, []);

        Assert.Equal(new("contact.phone", null), Label(source));
        Assert.Equal(Label(source), Label(source, []));
    }

    [Fact]
    public void CodeAndAttributes_AreJoinedWithTheKeyPartByPart()
    {
        var key = Arguments("key=BirthDate");

        Assert.Equal(new("health", ["billing"]), Label(new("Acme.Bag.Get()", null, ["billing"], []), key));
        Assert.Equal(new("contact.email", ["support"]), Label(new("Acme.Bag.Get()", "contact.email", null, []), key));
        Assert.Equal(new("health", ["support"]), Label(new("Acme.Bag.Get()", null, null, ["Lib.PrivateAttribute"]), key));
        Assert.Equal(new("contact.phone", ["billing"]), Label(new("Acme.Bag.Get()", null, null, ["Lib.PrivateAttribute"]), Arguments("key=Format")));
    }

    private DataLabel? Label(LabelSource source, params IReadOnlyList<KeyValuePair<string, string>> arguments) => _table.ResolveLabels(source, arguments).SingleOrDefault();
}
