using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>What each mode does with each kind of refusal: one row for each kind, one column for each mode. "Passes" shows the value; everything else is the kind, or the redacted text.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ModeMatrixTests
{
    private const string Redacted = "•••";

    private static string Policy(string mode, string more = "") =>
        $$"""
        {
          "version": 1,
          "categories": {
            "contact.email": { "collectedFor": ["support", "marketing", "analytics", "fraud", "scoring", "offers"], "redacted": "•••"{{more}} },
            "contact.age": {}, "content.note": {}
          },
          "purposes": {
            "support":   { "basis": "contract" },
            "marketing": { "basis": "consent", "consentExpires": "P1M" },
            "analytics": { "basis": "legitimate-interests" },
            "fraud":     { "basis": "public-task" },
            "billing":   { "basis": "contract" },
            "scoring":   { "basis": "contract", "decision": true },
            "offers":    { "basis": "contract", "personalisation": true }
          },
          "enforcement": { "default": "{{mode}}" }
        """;

    public static TheoryData<string, string, string, string> Matrix => new()
    {
        // what stands against the read            under redact  under audit          and in every mode that refuses
        { "no scope",                              Redacted,     "value",             "NoScope" },
        { "mismatch",                              Redacted,     "value",             "NotPermitted" },
        { "ceiling",                               "null",       "value",             "NotPermitted" },
        { "rule",                                  Redacted,     "value",             "DeniedByRule" },
        { "consent never recorded",                Redacted,     "value",             "ConsentMissing" },
        { "rule even with consent",                Redacted,     "DeniedByRule",      "DeniedByRule" },
        { "withdrawal",                            Redacted,     "ConsentWithdrawn",  "ConsentWithdrawn" },
        { "lapsed consent",                        Redacted,     "ConsentLapsed",     "ConsentLapsed" },
        { "objection",                             Redacted,     "Objection",         "Objection" },
        { "restriction",                           Redacted,     "Restriction",       "Restriction" },
        { "restriction without scope",             Redacted,     "Restriction",       "NoScope" },
        { "closed scope",                          Redacted,     "ClosedScope",       "ClosedScope" },
        { "unknown purpose",                       Redacted,     "UnknownPurpose",    "UnknownPurpose" },
        { "special without ground",                Redacted,     "SpecialCategory",   "SpecialCategory" },
        { "told in confidence",                    Redacted,     "InConfidence",      "InConfidence" },
        { "person unknown",                        Redacted,     "SubjectUnknown",    "SubjectUnknown" },
        { "host unknown",                          Redacted,     "HostUnknown",       "HostUnknown" },
        // An invented value would be a false statement about a person.
        { "protected in a decision",               "ProtectedInDecision", "ProtectedInDecision", "ProtectedInDecision" },
        { "closed scope of a decision",            "ClosedScope", "ClosedScope",      "ClosedScope" },
        { "mismatch in a decision",                "NotPermitted", "value",           "NotPermitted" },
        { "nothing",                               "value",      "value",             "value" },
    };

    [Theory, MemberData(nameof(Matrix))]
    public async Task Redact_ShowsTheText_ExceptInDecisions(string situation, string redact, string audit, string enforce)
    {
        _ = (audit, enforce);
        Assert.Equal(redact, await Read(situation, "redact"));
    }

    [Theory, MemberData(nameof(Matrix))]
    public async Task Audit_LetsPassWhatWasNeverAsked_AndNothingElse(string situation, string redact, string audit, string enforce)
    {
        _ = (redact, enforce);
        Assert.Equal(audit, await Read(situation, "audit"));
    }

    [Theory, MemberData(nameof(Matrix))]
    public async Task Enforce_Refuses(string situation, string redact, string audit, string enforce)
    {
        _ = (redact, audit);
        Assert.Equal(enforce, await Read(situation, "enforce"));
    }

    [Theory, MemberData(nameof(Matrix))]
    public async Task EmergencySwitch_GivesWhatAuditGives_OnObjectsAlreadyLoaded(string situation, string redact, string audit, string enforce)
    {
        _ = redact;
        await using var setup = await Setup.Of(situation, "enforce");
        Assert.Equal(enforce, setup.Read());

        setup.Host.Reload(setup.PolicyFor("audit"));
        Assert.Equal(audit, setup.Read());

        setup.Host.Reload(setup.PolicyFor("enforce"));
        Assert.Equal(enforce, setup.Read());
    }

    private static async Task<string> Read(string situation, string mode)
    {
        await using var setup = await Setup.Of(situation, mode);
        return setup.Read();
    }

    private sealed class Setup : IAsyncDisposable
    {
        private static readonly SubjectKey Person = TestHost.Person(7);

        private readonly string _more;
        private readonly string _ofNotes;
        private readonly string _rules;
        private readonly string _mode;
        private readonly Contact _contact = new() { Id = 7, Email = "value", Note = "value" };
        private readonly List<IDisposable> _open = [];
        private Func<string> _read = () => "";

        private Setup(string situation, string mode)
        {
            _more = situation switch
            {
                "special without ground" => """, "special": true """,
                "told in confidence" => """, "inConfidence": true """,
                "protected in a decision" => """, "protected": true """,
                _ => "",
            };
            // Contact.Note is collected for support by its own attribute, which the ceiling overrides.
            _ofNotes = situation == "ceiling" ? "\"only\": [\"marketing\"]" : "";
            _rules = situation switch
            {
                "rule" => """, "rules": [ { "id": "r", "deny": { "categories": ["contact"], "purposes": ["support"] } } ]""",
                "rule even with consent" => """, "rules": [ { "id": "r", "deny": { "categories": ["contact"], "purposes": ["support"] }, "evenWithConsent": true } ]""",
                _ => "",
            };
            _mode = mode;
            Host = new TestHost(PolicyFor(mode));
        }

        public TestHost Host { get; }

        public static async Task<Setup> Of(string situation, string mode)
        {
            var setup = new Setup(situation, mode);
            setup._read = await setup.Arrange(situation);
            return setup;
        }

        public string PolicyFor(string mode) => Policy(mode, _more).Replace("\"content.note\": {}", $"\"content.note\": {{ {_ofNotes} }}") + _rules + "}";

        public string Read() => _read();

        public ValueTask DisposeAsync()
        {
            _open.ForEach(o => o.Dispose());
            Host.Dispose();
            return default;
        }

        private async Task<Func<string>> Arrange(string situation)
        {
            var ledger = Host.Ledger;
            Func<string> In(string purpose) => () => Reading.In(purpose, () => _contact.Email);
            switch (situation)
            {
                case "no scope":
                    return () => Outcome(() => _contact.Email);
                case "mismatch":
                    return In("billing");
                case "ceiling":
                    return () => Reading.In("support", () => _contact.Note);
                case "mismatch in a decision":
                    return () => Reading.In("scoring", () => _contact.Age == 0 ? "value" : "other");
                case "consent never recorded":
                    return In("marketing");
                case "withdrawal":
                    await ledger.GrantAsync(Person, "marketing");
                    await ledger.WithdrawAsync(Person, "marketing");
                    return In("marketing");
                case "lapsed consent":
                    await ledger.GrantAsync(Person, "marketing");
                    Host.Clock.Advance(TimeSpan.FromDays(40));
                    return In("marketing");
                case "objection":
                    await ledger.ObjectAsync(Person, "analytics");
                    return In("analytics");
                case "restriction":
                    await ledger.RestrictAsync(Person, "contested");
                    return In("support");
                case "restriction without scope":
                    await ledger.RestrictAsync(Person, "contested");
                    return () => Outcome(() => _contact.Email);
                case "closed scope":
                    return Closed("support");
                case "closed scope of a decision":
                    return Closed("scoring");
                case "unknown purpose":
                    return In("astrology");
                case "told in confidence":
                    return In("offers");
                case "protected in a decision":
                    return In("scoring");
                case "person unknown":
                    _contact.Id = 0;
                    return In("fraud");
                case "host unknown":
                    _open.Add(new TestHost(PolicyFor(_mode)));
                    return In("marketing");
                default:
                    return In("support");
            }
        }

        /// <summary>Code that captured a scope which has been closed since, as a timer does.</summary>
        private Func<string> Closed(string purpose)
        {
            var scope = PurposeScope.Enter(purpose);
            var captured = ExecutionContext.Capture()!;
            scope.Dispose();
            return () =>
            {
                var seen = "";
                ExecutionContext.Run(captured, _ => seen = Outcome(() => _contact.Email), null);
                return seen;
            };
        }
    }
}
