// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: A session keeps bytes under names; what one page leaves there is read by another.
using System.Diagnostics.CodeAnalysis;
using Ethics.Crm;
using Microsoft.AspNetCore.Http;

namespace PurposeBench.Cases.Keys.WebSession;

public sealed class MemorySession : ISession
{
    private readonly Dictionary<string, byte[]> _values = [];

    public bool IsAvailable => true;

    public string Id => "s1";

    public IEnumerable<string> Keys => _values.Keys;

    public void Clear() => _values.Clear();

    public Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task LoadAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Remove(string key) => _values.Remove(key);

    public void Set(string key, byte[] value) => _values[key] = value;

    public bool TryGetValue(string key, [NotNullWhen(true)] out byte[]? value) => _values.TryGetValue(key, out value);
}

[ForPurpose("support")]
public static class TicketPage
{
    public static void OnPost(ISession session, Customer customer) => session.SetString("draft", customer.Note);
}

[ForPurpose("marketing")]
public static class OfferPage
{
    public static void OnGet(ISession session)
    {
        var topic = session.GetString("draft"); //! ECRM2002
        Use.Marketing($"Offers about {topic}");
    }
}

public static class Case
{
    public static void Run()
    {
        var session = new MemorySession();
        TicketPage.OnPost(session, Customers.Ada());
        OfferPage.OnGet(session);
    }
}
