using System.Security.Claims;
using Castle.DynamicProxy;
using Ethics.Crm;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using System.Reflection;

namespace Ethics.Crm.Benchmarks;

/// <summary>A page of people who all agreed to the newsletter, once for each way to protect them, and a host that runs.</summary>
public sealed class Fixture : IDisposable
{
    public const int Count = 100;

    private readonly ServiceProvider _provider;

    public Fixture()
    {
        _provider = new ServiceCollection()
            .AddLogging()
            .AddAuthorizationCore(o => o.AddPolicy("newsletter", p => p.RequireClaim("purpose", "newsletter")))
            .AddEthicsCrm().Services
            .BuildServiceProvider();
        _provider.UseEthicsCrm();
        Consent = _provider.GetRequiredService<IConsentLedger>();
        Decisions = _provider.GetRequiredService<IPurposeDecisions>();
        Guarded = Make(i => new GuardedContact { Id = i, Email = Mail(i) });
        foreach (var contact in Guarded)
            Consent.GrantAsync(SubjectKey.Of(contact), Purposes.Newsletter).GetAwaiter().GetResult();

        Plain = Make(i => new PlainContact { Id = i, Email = Mail(i) });
        AsyncLocal = Make(i => new AsyncLocalContact(Mail(i)));
        Context = Make(i => new ContextContact(Mail(i)));
        Frozen = Make(i => new FrozenContact(Mail(i)));
        Concurrent = Make(i => new ConcurrentContact(i, Mail(i)));
        for (var i = 1; i <= Count; i++)
            ConcurrentContact.Consent[("contact", i, "newsletter")] = true;

        var generator = new ProxyGenerator();
        Castle = Make(i => generator.CreateInterfaceProxyWithTarget<IContact>(Plain[i - 1], new CastleGuard()));
        Dispatch = Make(i =>
        {
            var proxy = DispatchProxy.Create<IContact, DispatchGuard>();
            ((DispatchGuard)proxy).Target = Plain[i - 1];
            return proxy;
        });
        Authorization = _provider.GetRequiredService<IAuthorizationService>();
        User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("purpose", "newsletter")], "benchmark"));
    }

    public IConsentLedger Consent { get; }

    public IPurposeDecisions Decisions { get; }

    public PlainContact[] Plain { get; }

    public GuardedContact[] Guarded { get; }

    public AsyncLocalContact[] AsyncLocal { get; }

    public ContextContact[] Context { get; }

    public FrozenContact[] Frozen { get; }

    public ConcurrentContact[] Concurrent { get; }

    public IContact[] Castle { get; }

    public IContact[] Dispatch { get; }

    public IAuthorizationService Authorization { get; }

    public ClaimsPrincipal User { get; }

    public void Dispose() => _provider.Dispose();

    private static string Mail(int id) => $"person{id}@fabrikam.example";

    private static T[] Make<T>(Func<int, T> one) => [.. Enumerable.Range(1, Count).Select(one)];
}
