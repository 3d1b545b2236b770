using Ethics.Crm.Contacts;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>An application that contacts people: by e-mail and text, three times a week, for the part of it once a day, and not at night. It is one o'clock in Berlin, where 7 and 9 live, and night in Auckland, where 8 does.</summary>
public abstract class ContactApplication : IDisposable
{
    private protected const string Terms = "\"channels\": [\"email\", \"sms\"], \"quietHours\": \"21:00/08:00\", \"frequency\": \"3/P7D\"";

    private protected static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private protected static readonly TimeZoneInfo Auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    private protected static readonly string Policy = PolicyOf(Terms);

    private protected ContactApplication(string? policy = null, Action<IServiceCollection>? services = null)
    {
        ZoneOf = person => Zones.GetValueOrDefault(person.Id);
        Host = new TestHost(policy ?? Policy, o => o.TimeZone = (_, person) => ZoneOf(person), services: services);
        foreach (var id in new[] { 7, 8, 9 })
            Host.Ledger.GrantAsync(TestHost.Person(id), "marketing").GetAwaiter().GetResult();
    }

    private protected TestHost Host { get; }

    private protected Dictionary<string, TimeZoneInfo> Zones { get; } = new() { ["7"] = Berlin, ["8"] = Auckland, ["9"] = Berlin };

    /// <summary>What tells it where a person lives.</summary>
    private protected Func<SubjectKey, TimeZoneInfo?> ZoneOf { get; set; }

    private protected IContactScopes Scopes => Host.Services.GetRequiredService<IContactScopes>();

    private protected IContactLog Log => Host.Services.GetRequiredService<IContactLog>();

    /// <summary>How many contacts have been recorded.</summary>
    private protected int Recorded => ((InMemoryContactLog)Log).Known;

    private protected static string PolicyOf(string marketing, string part = "\"frequency\": \"1/P1D\"") => TestHost.Policy
        .Replace("\"marketing\":       { \"basis\": \"consent\" }", $"\"marketing\": {{ \"basis\": \"consent\"{(marketing.Length > 0 ? ", " + marketing : "")} }}")
        .Replace("\"marketing.email\": { \"basis\": \"consent\" }", $"\"marketing.email\": {{ \"basis\": \"consent\"{(part.Length > 0 ? ", " + part : "")} }}");

    private protected static Contact Contact(int id = 7) => new() { Id = id, Email = "value", Note = "note", Age = 30 };

    /// <summary>The value, or how it was refused, in a contact scope of its own.</summary>
    private protected string Sent(string purpose, string channel, Func<string?> read)
    {
        using (Scopes.Enter(purpose, channel))
            return Reading.Outcome(read);
    }

    private protected async Task<string> Tried(int id, string purpose, string channel) =>
        await Log.TryContactAsync(TestHost.Person(id), purpose, channel) is { Allowed: false } refused ? refused.Refusal.ToString()! : "value";

    public void Dispose()
    {
        Host.Dispose();
        GC.SuppressFinalize(this);
    }
}
