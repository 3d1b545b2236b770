using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>Purposes beyond the 57 that have a bit are decided by name, person by person, as all others.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ManyPurposesTests
{
    [Fact]
    public async Task EachOfEightyPurposes_FollowsItsOwnConsent_AloneAndTogether()
    {
        using var host = new TestHost(Policy(80));
        var contact = new Contact { Id = 7, Email = "value" };
        Assert.Null(PurposeBits.Find("p79"));
        foreach (var purpose in new[] { "p0", "p62", "p63", "p79" })
        {
            Assert.Equal("ConsentMissing", In(purpose, () => contact.Email));
            await host.Ledger.GrantAsync(TestHost.Person(7), purpose);
            Assert.Equal("value", In(purpose, () => contact.Email));
        }

        Assert.Equal("value", Together("p0", "p79"));
        Assert.Equal("value", Together("p63", "p79"));
        Assert.Equal("ConsentMissing", Together("p79", "p78"));
        await host.Ledger.WithdrawAsync(TestHost.Person(7), "p79");
        Assert.Equal("ConsentWithdrawn", In("p79", () => contact.Email));
        Assert.Equal("ConsentWithdrawn", Together("p0", "p79"));
        Assert.Equal("value", In("p0", () => contact.Email));
        Assert.Equal("SubjectUnknown", In("p63", () => new Contact { Email = "value" }.Email));

        string Together(params string[] purposes)
        {
            using (PurposeScope.Enter(purposes))
                return Outcome(() => contact.Email);
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(500)]
    [InlineData(5000)]
    public async Task FirstLastAndMiddleOfManyPurposes_FollowTheirOwnConsent_ReadDecidedAndInLists(int count)
    {
        using var host = new TestHost(Policy(count));
        var contact = new Contact { Id = 7, Email = "value" };
        Contact[] list = [contact];
        foreach (var purpose in new[] { "p0", $"p{count / 2}", $"p{count - 1}" })
        {
            Assert.Equal(("ConsentMissing", false, 0), Answers(purpose));
            await host.Ledger.GrantAsync(TestHost.Person(7), purpose);
            Assert.Equal(("value", true, 1), Answers(purpose));
            Assert.Equal(("ConsentMissing", false, 0), Answers($"p{count - 2}"));
            await host.Ledger.WithdrawAsync(TestHost.Person(7), purpose);
            Assert.Equal(("ConsentWithdrawn", false, 0), Answers(purpose));
        }

        Assert.Equal("UnknownPurpose", In($"p{count}", () => contact.Email));

        (string, bool, int) Answers(string purpose) =>
            (In(purpose, () => contact.Email), host.Decisions.Decide(TestHost.Person(7), "contact.email", purpose).Allowed, list.PermittedFor(purpose).Count());
    }

    [Fact]
    public async Task PurposeWithoutBit_ThatIsRemoved_PermitsNothing_AndComesBackWithItsConsent()
    {
        using var host = new TestHost(Policy(80));
        var contact = new Contact { Id = 7, Email = "value" };
        await host.Ledger.GrantAsync(TestHost.Person(7), "p79");
        using (PurposeScope.Enter("p79"))
        {
            Assert.Equal("value", Outcome(() => contact.Email));
            Assert.True(host.Reload(Policy(79)));
            Assert.Equal("UnknownPurpose", Outcome(() => contact.Email));
            Assert.True(host.Reload(Policy(80)));
            Assert.Equal("value", Outcome(() => contact.Email));
        }
    }

    [Fact]
    public void UnknownPurpose_IsNotTakenForOneWithoutBit()
    {
        using var host = new TestHost(Policy(80));
        Assert.Equal("UnknownPurpose", In("p80", () => new Contact { Id = 7, Email = "value" }.Email));
    }

    private static string Policy(int purposes)
    {
        var names = Enumerable.Range(0, purposes).Select(i => $"p{i}").ToList();
        return $$"""
            {
              "version": 1,
              "categories": { "contact.email": { "collectedFor": [{{string.Join(", ", names.Select(n => $"\"{n}\""))}}] }, "contact.age": {}, "content.note": {} },
              "purposes": { "support": { "basis": "contract" }, "marketing": { "basis": "consent" }, {{string.Join(", ", names.Select(n => $"\"{n}\": {{ \"basis\": \"consent\" }}"))}} }
            }
            """;
    }

    /// <summary>These tests use up the bits of the process: the others' purposes get theirs first, so that their reads stay on the fast path.</summary>
    [ModuleInitializer]
    internal static void KeepBits() => PurposeBits.Declare(["support", "marketing", "marketing.email", "analytics", "fraud", "billing"]);
}
