namespace Ethics.Crm.Policy.Tests.Resolution;

public sealed class CategoryTests
{
    private readonly PolicyTable _table = Sample.Table(Sample.Policy(categories: """
        "a": { "title": "A", "special": true, "collectedFor": ["support"], "redacted": "-", "proxyFor": ["z"], "lookup": true },
        "a.b": { "sensitive": true, "collectedFor": ["billing"] },
        "a.b.c.d": { "redacted": "" },
        "ab": {}, "z": { "protected": true }
        """, purposes: """
        "support": { "basis": "contract", "article9": "Art. 9(2)(h)" }, "billing": { "basis": "contract", "article9": "Art. 9(2)(f)" }, "fraud": { "basis": "legitimate-interests" },
        "marketing.email": { "basis": "consent" }
        """));

    [Fact]
    public void FlagsAndDefaults_ComeFromTheNearestDeclaredAncestor()
    {
        var d = _table.FindCategory("a.b.c.d")!;

        Assert.Equal((true, true, false, false), (d.Special, d.Sensitive, d.Protected, d.InConfidence));
        Assert.Equal(["billing"], d.CollectedFor);
        Assert.Equal("", d.Redacted);
        Assert.Equal(["z"], d.ProxyFor);
        Assert.Equal((null, false), (d.Title, d.Lookup));
        Assert.Equal("-", _table.FindCategory("a.b")!.Redacted);
    }

    [Fact]
    public void NameBeside_InheritsNothing() => Assert.False(_table.FindCategory("ab")!.Special);

    [Fact]
    public void UndeclaredCategory_IsNotFoundButJudgedByItsAncestor()
    {
        Assert.Null(_table.FindCategory("a.x"));
        Assert.Equal(VerdictKind.SpecialWithoutGround, _table.Judge(new("a.x", ["fraud"]), "fraud").Kind);
    }

    [Fact]
    public void Names_AreFoundExactlyOrAsBranch()
    {
        Assert.True(_table.HasCategory("a.b"));
        Assert.False(_table.HasCategory("a.b.c"));
        Assert.True(_table.HasCategoryOrBranch("a.b.c"));
        Assert.False(_table.HasCategoryOrBranch("a.c"));
        Assert.True(_table.HasPurposeOrBranch("marketing"));
        Assert.False(_table.HasPurposeOrBranch("market"));
    }

    [Theory]
    [InlineData("suport", "support")]
    [InlineData("Support", "support")]
    [InlineData("supprot", "support")]
    [InlineData("weather", null)]
    [InlineData("", null)]
    public void NearestPurpose_IsWhatWasMeant(string written, string? meant) => Assert.Equal(meant, _table.NearestPurpose(written));
}
