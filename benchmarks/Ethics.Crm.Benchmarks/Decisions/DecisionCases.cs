using System.Collections.Frozen;
using Altinn.Authorization.ABAC.Xacml;
using Ethics.Crm;
using Microsoft.AspNetCore.Authorization;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>A thousand answers each: whether one of a hundred people may be sent a newsletter.</summary>
public sealed class DecisionCases : IDisposable
{
    private const int Answers = 1000;

    private readonly Fixture _fixture = new();
    private readonly PolicyEngine _engine = new();
    private readonly XacmlContextRequest[] _requests;
    private readonly SubjectKey[] _people;
    private readonly string[] _ids;
    private readonly FrozenDictionary<string, int> _purposes;
    private readonly FrozenDictionary<string, int> _categories;
    private readonly FrozenDictionary<string, int> _permitted;
    private readonly FrozenDictionary<string, int> _tenants;
    private readonly FrozenDictionary<string, int> _consents;

    public DecisionCases()
    {
        _people = [.. _fixture.Guarded.Select(static c => SubjectKey.Of(c))];
        _ids = [.. _people.Select(static p => p.Id)];
        _requests = [.. _ids.Select(PolicyEngine.Request)];
        _purposes = Map(Purposes.Support, Purposes.Newsletter, "billing", "analytics", "marketing");
        _categories = Map("contact.name", "contact.email", "contact.phone", "content.note", "financial.card");
        _permitted = Map("contact.email/support", "contact.email/newsletter", "contact.phone/support", "contact.name/support");
        _tenants = Map("north", "south", "east", "west");
        _consents = Map(_ids);
        Decided = _fixture.Decisions;
    }

    private IPurposeDecisions Decided { get; }

    public IReadOnlyList<(string Name, Func<long> Run)> All =>
    [
        ("FiveFrozenLookUps", FiveFrozenLookUps),
        ("Decide", () => Decide(Purposes.Newsletter)),
        ("DecideWithoutConsent", () => Decide(Purposes.Support)),
        ("DecideRefused", () => Decide(Purposes.ZLate60)),
        ("Authorize", Authorize),
        ("PolicyEngine", AskEngine),
    ];

    public void Dispose() => _fixture.Dispose();

    private static FrozenDictionary<string, int> Map(params string[] names) =>
        names.Select(static (name, i) => (name, i)).ToFrozenDictionary(static n => n.name, static n => n.i, StringComparer.Ordinal);

    private long FiveFrozenLookUps()
    {
        long sum = 0;
        for (var i = 0; i < Answers; i++)
            sum += _purposes[Purposes.Newsletter] + _categories["contact.email"] + _permitted["contact.email/newsletter"] + _tenants["north"] + _consents[_ids[i % _ids.Length]];
        return sum;
    }

    private long Decide(string purpose)
    {
        long allowed = 0;
        for (var i = 0; i < Answers; i++)
            allowed += Decided.Decide(_people[i % _people.Length], "GuardedContact.Email", purpose).Allowed ? 1 : 0;
        return allowed;
    }

    private long AskEngine()
    {
        long allowed = 0;
        for (var i = 0; i < Answers; i++)
            allowed += _engine.Permits(_requests[i % _requests.Length]) ? 1 : 0;
        return allowed;
    }

    private long Authorize()
    {
        long allowed = 0;
        for (var i = 0; i < Answers; i++)
            allowed += _fixture.Authorization.AuthorizeAsync(_fixture.User, _fixture.Guarded[i % Fixture.Count], "newsletter").GetAwaiter().GetResult().Succeeded ? 1 : 0;
        return allowed;
    }
}
