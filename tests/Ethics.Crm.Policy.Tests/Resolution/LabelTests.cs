namespace Ethics.Crm.Policy.Tests.Resolution;

public sealed class LabelTests
{
    private readonly PolicyTable _table = Sample.Table(Sample.Policy("""
        "fields": { "Acme.Old.Email": { "category": "contact.email", "collectedFor": ["billing"] }, "Acme.**.Phone*": { "category": "contact.phone" }, "Acme.**.PhoneFormat": null,
                    "Acme.Api.Get(System.String)": { "category": "health" }, "Acme.Api.Import#row": { "category": "financial.card" } },
        "attributes": { "Lib.ForSupport*": { "collectedFor": ["support"] }, "Lib.ForBilling*": { "collectedFor": ["billing"] }, "Lib.PersonalDataAttribute": { "category": "health", "collectedFor": ["support"] }, "Lib.Private*": { "category": "contact.phone" }, "Lib.PrivateNotAttribute": null }
        """));

    private DataLabel? Resolve(string member, string? category = null, string[]? collectedFor = null, params string[] attributes) =>
        _table.ResolveLabels(new(member, category, collectedFor, attributes)).SingleOrDefault();

    private IEnumerable<string> Several(string? category, string[]? collectedFor, params string[] attributes) =>
        _table.ResolveLabels(new("Acme.Old.Name", category, collectedFor, attributes)).Select(static label => $"{label.Category}: {(label.CollectedFor is null ? "default" : string.Join("+", label.CollectedFor))}");

    /// <summary>"Where several apply they intersect": whatever their order, each of them has its say.</summary>
    [Theory]
    [InlineData("Lib.PersonalDataAttribute", "Lib.PrivateInfoAttribute")]
    [InlineData("Lib.PrivateInfoAttribute", "Lib.PersonalDataAttribute")]
    public void SeveralForeignAttributes_AreALabelEach(params string[] attributes)
    {
        Assert.Equal(["contact.phone: default", "health: support"], Several(null, null, attributes).Order());
        Assert.Equal(["contact.phone: billing", "health: billing"], Several(null, ["billing"], attributes).Order());
        Assert.Equal(["contact.email: support"], Several("contact.email", null, attributes));
        Assert.Equal(["contact.email: billing"], Several("contact.email", ["billing"], attributes));
    }

    [Theory]
    [InlineData("Lib.ForSupportAttribute", "Lib.ForBillingAttribute")]
    [InlineData("Lib.ForBillingAttribute", "Lib.ForSupportAttribute")]
    public void PurposesOfSeveralForeignAttributes_MustAllPermit(params string[] attributes)
    {
        Assert.Equal([": billing", ": support"], Several(null, null, attributes).Order());
        Assert.Equal(["contact.email: billing", "contact.email: support"], Several("contact.email", null, attributes).Order());
        Assert.Equal(["health: billing", "health: support"], Several(null, null, [attributes[0], "Lib.PersonalDataAttribute", attributes[1]]).Order());
    }

    [Fact]
    public void NothingSaysAnything_NoLabel() => Assert.Null(Resolve("Acme.Old.Name"));

    [Fact]
    public void Fields_LabelWithoutAnyAttribute() => Assert.Equal(new("contact.email", ["billing"]), Resolve("Acme.Old.Email"));

    [Fact]
    public void CodeWins_PartByPart()
    {
        Assert.Equal(new("contact.email", ["support"]), Resolve("Acme.Old.Email", collectedFor: ["support"]));
        Assert.Equal(new("health", ["billing"]), Resolve("Acme.Old.Email", category: "health"));
        Assert.Equal(new("health", []), Resolve("Acme.Old.Email", category: "health", collectedFor: []));
    }

    [Fact]
    public void ForeignAttribute_LabelsBehindFields()
    {
        Assert.Equal(new("health", ["support"]), Resolve("Acme.Old.Name", null, null, "Lib.PersonalDataAttribute"));
        Assert.Equal(new("contact.phone", ["support"]), Resolve("Acme.Old.PhoneHome", null, null, "Lib.PersonalDataAttribute"));
        Assert.Equal(new("contact.phone", null), Resolve("Acme.Old.Name", null, null, "Lib.PrivateInfoAttribute"));
        Assert.Null(Resolve("Acme.Old.Name", null, null, "Lib.PrivateNotAttribute", "System.ObsoleteAttribute"));
    }

    [Fact]
    public void NullField_TakesOutOfFieldsOnly()
    {
        Assert.Null(Resolve("Acme.Old.PhoneFormat"));
        Assert.Equal(new("health", ["support"]), Resolve("Acme.Old.PhoneFormat", null, null, "Lib.PersonalDataAttribute"));
    }

    [Theory]
    [InlineData("Acme.Api.Get(System.String)", "health")]
    [InlineData("Acme.Api.Get(string)", "health")]
    [InlineData("Acme.Api.Get()", null)]
    [InlineData("Acme.Api.Get", null)]
    [InlineData("Acme.Api.Import(System.Int32)#row", "financial.card")]
    [InlineData("Acme.Api.Import(System.Int32)#col", null)]
    public void MethodsAndParameters_AreNamedInOneText(string member, string? category) => Assert.Equal(category, Resolve(member)?.Category);

    [Fact]
    public void Labels_AreEqualBySetOfPurposes()
    {
        Assert.Equal(new DataLabel("a", ["x", "y"]), new DataLabel("a", ["y", "x", "y"]));
        Assert.Equal(new DataLabel("a", ["x", "y"]).GetHashCode(), new DataLabel("a", ["y", "x", "y"]).GetHashCode());
        Assert.NotEqual(new DataLabel("a", null), new DataLabel("a", []));
        Assert.NotEqual(new DataLabel("a", ["x"]), new DataLabel("b", ["x"]));
    }
}
