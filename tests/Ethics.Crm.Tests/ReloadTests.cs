using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class ReloadTests
{
    private static readonly string WithoutSupport = TestHost.Policy.Replace("[\"support\", \"marketing\"", "[\"marketing\"");

    [Fact]
    public void NarrowedPolicy_RefusesTheNextRead_InAnOpenScope()
    {
        using var host = new TestHost();
        var contact = new Contact { Id = 7, Email = "value" };
        using (PurposeScope.Enter("support"))
        {
            Assert.Equal("value", Outcome(() => contact.Email));
            Assert.True(host.Reload(WithoutSupport));
            Assert.Equal("NotPermitted", Outcome(() => contact.Email));
        }
    }

    [Fact]
    public void WidenedPolicy_PermitsTheNextRead_InAnOpenScope()
    {
        using var host = new TestHost(WithoutSupport);
        var contact = new Contact { Id = 7, Email = "value" };
        using (PurposeScope.Enter("support"))
        {
            Assert.Equal("NotPermitted", Outcome(() => contact.Email));
            Assert.True(host.Reload(TestHost.Policy));
            Assert.Equal("value", Outcome(() => contact.Email));
        }
    }

    [Fact]
    public void ChangedBasis_AsksThePersonFromTheNextReadOn()
    {
        using var host = new TestHost();
        var contact = new Contact { Id = 7, Email = "value" };
        using (PurposeScope.Enter("support"))
        {
            Assert.Equal("value", Outcome(() => contact.Email));
            host.Reload(TestHost.Policy.Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"consent\" }"));
            Assert.Equal("ConsentMissing", Outcome(() => contact.Email));
        }
    }

    [Fact]
    public void RemovedPurpose_PermitsNothing()
    {
        using var host = new TestHost();
        var contact = new Contact { Id = 7, Email = "value" };
        using (PurposeScope.Enter("fraud"))
        {
            Assert.Equal("value", Outcome(() => contact.Email));
            host.Reload(TestHost.Policy.Replace(", \"fraud\"]", "]").Replace("\"fraud\":           { \"basis\": \"public-task\" },", ""));
            Assert.Equal("UnknownPurpose", Outcome(() => contact.Email));
        }
    }

    [Fact]
    public void FaultyFile_KeepsTheLastGoodPolicy()
    {
        using var host = new TestHost();

        Assert.False(host.Reload("{ not a policy"));

        Assert.Equal("value", In("support", () => new Contact { Id = 7, Email = "value" }.Email));
        Assert.Equal("NoScope", Outcome(() => new Contact { Id = 7, Email = "value" }.Email));
    }
}
