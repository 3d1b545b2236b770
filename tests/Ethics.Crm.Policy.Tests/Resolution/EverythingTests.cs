namespace Ethics.Crm.Policy.Tests;

public sealed class EverythingTests
{
    private readonly PolicyTable _table = Sample.Table(Sample.Everything);

    [Fact]
    public void PolicyWithEveryKey_IsRead() => Assert.Equal(7, _table.Purposes.Count);

    [Fact]
    public void CategoryDefault_PermitsItsPurposeOnly() =>
        Assert.Equal(["support"], _table.PermittedPurposes(new("contact.email", null)));
}
