using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>An id of several parts, whose text is the application's own code.</summary>
public sealed record Numbered(string Region, int No)
{
    public static Func<string?>? Instead { get; set; }

    public override string ToString() => Instead?.Invoke() ?? Region + "-" + No;
}

[DataSubject("contact")]
public partial class NumberedContact
{
    [DataSubjectId]
    public Numbered Id { get; set; } = new("N", 0);

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "value";
}

/// <summary>Whoever is bound stays the one that was bound, whatever the text of the id says later.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class TextOfTheApplicationTests : IDisposable
{
    private static readonly SubjectKey Person = new(null, "contact", "N-1");

    private readonly TestHost _host = new();

    public void Dispose()
    {
        Numbered.Instead = null;
        _host.Dispose();
    }

    [Fact]
    public async Task TextThatIsMaskedMeanwhile_LosesNoWithdrawal()
    {
        await _host.Ledger.GrantAsync(Person, "marketing");
        var one = new NumberedContact { Id = new("N", 1) };
        Assert.Equal("value", In("marketing", () => one.Email));

        Numbered.Instead = static () => "***";
        await _host.Ledger.WithdrawAsync(Person, "marketing");
        Numbered.Instead = null;

        Assert.Equal("ConsentWithdrawn", In("marketing", () => one.Email));
        Assert.Equal("ConsentWithdrawn", In("marketing", () => new NumberedContact { Id = new("N", 1) }.Email));
    }

    [Fact]
    public async Task TextThatThrowsMeanwhile_LosesNoWithdrawal()
    {
        await _host.Ledger.GrantAsync(Person, "marketing");
        var one = new NumberedContact { Id = new("N", 1) };
        Assert.Equal("value", In("marketing", () => one.Email));

        Numbered.Instead = static () => throw new InvalidOperationException("not now");
        await _host.Ledger.WithdrawAsync(Person, "marketing");
        Numbered.Instead = null;

        Assert.Equal("ConsentWithdrawn", In("marketing", () => one.Email));
    }

    [Fact]
    public void CodeOfTheApplication_DoesNotRunUnderTheLock()
    {
        var isUnder = false;
        Numbered.Instead = () =>
        {
            isUnder |= Monitor.IsEntered(_host.Host.Sync);
            return null;
        };

        Assert.Equal("value", In("support", () => new NumberedContact { Id = new("N", 1) }.Email));

        Assert.False(isUnder);
    }
}
