using Ethics.Crm.Decisions;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>A ledger of the application: in place of the one that reads ask it would be heard by nobody, around it it is.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ReplacedLedgerTests
{
    private readonly Contact _contact = new() { Id = 7, Email = "value" };

    [Theory]
    [InlineData("before")]
    [InlineData("before, by a function")]
    [InlineData("later")]
    [InlineData("later, an object")]
    [InlineData("later, by a function")]
    [InlineData("in its place")]
    public void LedgerInPlaceOfOurs_FailsTheStart_ByName(string how)
    {
        using var files = new TestHost(start: false);
        var services = new ServiceCollection();
        if (how == "before")
            services.AddSingleton<IConsentLedger, Own>();
        if (how == "before, by a function")
            services.AddSingleton<IConsentLedger>(static _ => new Own());
        services.AddEthicsCrm(o => o.PolicyFile = files.PolicyPath);
        switch (how)
        {
            case "later": services.AddSingleton<IConsentLedger, Own>(); break;
            case "later, an object": services.AddSingleton<IConsentLedger>(new Own()); break;
            case "later, by a function": services.AddSingleton<IConsentLedger>(static _ => new Own()); break;
            case "in its place": services.Replace(ServiceDescriptor.Singleton<IConsentLedger, Own>()); break;
        }

        using var provider = services.BuildServiceProvider();
        var refused = Assert.Throws<InvalidOperationException>(() => provider.UseEthicsCrm());
        Assert.StartsWith(how.EndsWith("function", StringComparison.Ordinal) ? "'A function' is registered as IConsentLedger" : "'Ethics.Crm.Tests.ReplacedLedgerTests+Own' is registered as IConsentLedger", refused.Message, StringComparison.Ordinal);
        Assert.Equal("PolicyUnavailable", In("support", () => _contact.Email));
        HostRegistry.Instance.Reset();
    }

    [Fact]
    public void MergesInPlaceOfOurs_FailTheStart_ByName() =>
        Assert.StartsWith("'Ethics.Crm.Tests.ReplacedLedgerTests+OwnMerges' is registered as IPersonMerges", Assert.Throws<InvalidOperationException>(static () => new TestHost(services: static all => all.AddSingleton<IPersonMerges, OwnMerges>())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task LedgerAroundOurs_IsLetBe_AndItsDecisionsHold()
    {
        var around = new List<string>();
        using var host = new TestHost(services: all =>
        {
            var ours = all.Single(static one => one.ServiceType == typeof(IConsentLedger));
            all.Replace(ServiceDescriptor.Singleton<IConsentLedger>(services => new Own((IConsentLedger)ours.ImplementationFactory!(services), around)));
        });

        Assert.Equal("value", In("analytics", () => _contact.Email));
        await host.Ledger.ObjectAsync(TestHost.Person(7), "analytics");
        Assert.Equal("Objection", In("analytics", () => _contact.Email));
        Assert.Equal(["analytics"], around);
    }

    private sealed class Own(IConsentLedger? inner = null, List<string>? noted = null) : IConsentLedger
    {
        public Own()
            : this(null)
        {
        }

        public Task GrantAsync(SubjectKey subject, string purpose, ConsentEvidence? evidence = null, CancellationToken ct = default) => inner!.GrantAsync(subject, purpose, evidence, ct);

        public Task WithdrawAsync(SubjectKey subject, string purpose, CancellationToken ct = default) => inner!.WithdrawAsync(subject, purpose, ct);

        public Task ObjectAsync(SubjectKey subject, string purpose, CancellationToken ct = default)
        {
            noted?.Add(purpose);
            return inner!.ObjectAsync(subject, purpose, ct);
        }

        public Task RestrictAsync(SubjectKey subject, string reason, CancellationToken ct = default) => inner!.RestrictAsync(subject, reason, ct);

        public Task LiftRestrictionAsync(SubjectKey subject, CancellationToken ct = default) => inner!.LiftRestrictionAsync(subject, ct);

        public Task<IReadOnlyList<ConsentEntry>> HistoryAsync(SubjectKey subject, CancellationToken ct = default) => inner!.HistoryAsync(subject, ct);

        public Task<ConsentEntry?> ReceiptAsync(SubjectKey subject, string purpose, CancellationToken ct = default) => inner!.ReceiptAsync(subject, purpose, ct);

        public IDisposable Watch(SubjectKey subject, Action<ConsentEntry> changed) => inner!.Watch(subject, changed);
    }

    private sealed class OwnMerges : IPersonMerges
    {
        public Task<PersonMerge> MergeAsync(SubjectKey one, SubjectKey other, CancellationToken ct = default) => throw new NotSupportedException();

        public Task UndoAsync(PersonMerge merge, CancellationToken ct = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<PersonMerge>> OfAsync(SubjectKey subject, CancellationToken ct = default) => throw new NotSupportedException();
    }
}
