using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Disclosures;
using Ethics.Crm.Policy;
using Ethics.Crm.Telemetry;

namespace Ethics.Crm.Http;

/// <summary>Decides what may leave in a request, and records it.</summary>
internal sealed class OutgoingRequests(CrmHost host, IPurposeDecisions decisions, IDisclosures disclosures, Instruments instruments)
{
    private const string HowToOpen = "no purpose is open; send it inside PurposeScope.RunAsync(Purposes.Support, …), or from code that is bound to its purpose";
    private const string ScopeClosed = "the scope that it was sent in has been closed; send it before the scope ends";

    /// <returns>The host in whose scope the request is to be sent: what is written only then is judged for the recipient too.</returns>
    /// <exception cref="DisclosureRefusedException">The recipient may not have it, or it is not known what it is.</exception>
    /// <exception cref="PurposeViolationException">Writing the content read a member that may not be read, or not for this recipient.</exception>
    public async Task<JudgingHost> DiscloseAsync(HttpRequestMessage request, string client, string recipient, DisclosingClientOptions options, CancellationToken ct)
    {
        // Code that goes on after this may have another scope by then.
        var purposes = PurposeScope.Current.ToArray();
        var leaving = JudgingHost.Disclosing(host, recipient);
        Disclosure disclosure;
        try
        {
            var table = host.TableOrNull ?? throw Refuse(recipient, purposes, CrmHost.NotRunning.TrimEnd('.'));
            CheckPurposes(table, recipient, purposes);
            var parts = new OutgoingParts(leaving, purposes);
            await parts.AddAsync(request, ct).ConfigureAwait(false);
            var categories = Decide(table, recipient, purposes, parts.All);
            if (parts.HasUnknown && !options.AllowUnknownContent)
            {
                throw Refuse(recipient, purposes,
                    $"nobody can look into what it sends. Say what it holds with request.Discloses(person, Categories.…) or DisclosesNothing(), send an object with labelled members as JSON, or let the client '{client}' pass it with AllowUnknownContent");
            }

            CheckContact(table, recipient, purposes, leaving, parts.All);
            var subjects = parts.All.Select(static part => part.Subject).Where(static subject => !string.IsNullOrEmpty(subject.Id)).Select(host.Normalise).Distinct();
            disclosure = new Disclosure(host.Clock.GetUtcNow(), recipient, purposes, categories, [.. subjects], $"HTTP client '{client}'");
        }
        catch (Exception refused) when (refused is DisclosureRefusedException or PurposeViolationException)
        {
            instruments.Disclosed(recipient, purposes, Outcomes.Refused, Knows);
            throw;
        }

        var recorded = disclosures.RecordAsync(disclosure, ct)
            ?? throw new InvalidOperationException($"'{disclosures.GetType()}', which is registered as {nameof(IDisclosures)}, gave no task. Nothing was sent; let its {nameof(IDisclosures.RecordAsync)} return the task that records, never null.");
        await recorded.ConfigureAwait(false);
        instruments.Disclosed(recipient, purposes, Outcomes.Sent, Knows);
        return leaving;
    }

    /// <summary>Opens the scope in which the request is sent.</summary>
    /// <exception cref="DisclosureRefusedException">The scope around it was closed while the disclosure was recorded.</exception>
    public static PurposeScope Enter(JudgingHost leaving) =>
        PurposeScope.Enter(leaving, PurposeScope.Current is { Count: > 0 } open ? [.. open] : throw Refuse(leaving.Leaving!.Recipient, [], ScopeClosed));

    private bool Knows(string purpose) => host.TableOrNull?.Document.Purposes.ContainsKey(purpose) == true;

    // In every mode: what audit lets pass are reads, and nobody could say for what this leaves.
    private static void CheckPurposes(PolicyTable table, string recipient, string[] purposes)
    {
        if (purposes.Length == 0)
            throw Refuse(recipient, purposes, AmbientScope.Current is null ? HowToOpen : ScopeClosed);
        foreach (var purpose in purposes)
        {
            if (!table.Document.Purposes.ContainsKey(purpose))
                throw Refuse(recipient, purposes, $"the policy does not know the purpose '{purpose}'");
        }

        if (table.ObjectionToDisclosure([], recipient, purposes) is { } objection)
            throw Refuse(recipient, purposes, objection);
    }

    /// <summary>What is in it, as <see cref="IPurposeDecisions"/> decides it, whatever the mode.</summary>
    private IReadOnlyList<string> Decide(PolicyTable table, string recipient, string[] purposes, IReadOnlyList<DeclaredContent> parts)
    {
        var categories = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var content in parts)
        {
            foreach (var part in content.Parts)
            {
                foreach (var purpose in purposes)
                {
                    if (!content.IsDecided && Decide(content, part, purpose, recipient) is { Allowed: false } refused)
                        throw Refuse(recipient, purposes, Words(part, refused), refused.Rule);
                }

                categories.UnionWith(PurposeDecisions.LabelsOf(table, part).Select(static label => label.Category).OfType<string>());
            }
        }

        return [.. categories];
    }

    /// <summary>Somebody else's decisions know of no time: what has an age is refused there.</summary>
    private PurposeDecision Decide(DeclaredContent content, string part, string purpose, string recipient) =>
        decisions is PurposeDecisions own ? own.Decide(content.Subject, part, purpose, recipient, content.CollectedAt)
        // No answer is no permission.
        : decisions.Decide(content.Subject, part, purpose, recipient) ?? Reasons.OfNoAnswer(decisions, nameof(IPurposeDecisions), nameof(IPurposeDecisions.Decide));

    /// <summary>In a contact scope, those are contacted too of whom the sender says something, or whose content was written for an earlier request. What was read just now has been asked about then.</summary>
    private void CheckContact(PolicyTable table, string recipient, string[] purposes, JudgingHost leaving, IReadOnlyList<DeclaredContent> parts)
    {
        var subjects = parts.Where(static part => !part.IsDecided).Select(static part => part.Subject).ToList();
        if (leaving.Contact is not { } contact || subjects.Count == 0)
            return;
        var people = subjects.Exists(static subject => string.IsNullOrEmpty(subject.Id)) ? new People([]) : new People([.. subjects.Select(host.Normalise).Distinct()]);
        if (contact.Against(people, purposes, table) is { } against)
            throw Refuse(recipient, purposes, Reasons.OfContact(contact.Channel, against).TrimEnd('.'));
    }

    /// <summary>With what would change it: whoever sends gets no decision.</summary>
    private static string Words(string part, PurposeDecision refused)
    {
        var given = Reasons.Given(refused);
        var reason = given.StartsWith($"'{part}'", StringComparison.Ordinal) ? given : $"'{part}': {given}";
        return (refused.Remedy is { } remedy ? $"{reason.TrimEnd('.')}. {remedy}" : reason).TrimEnd('.');
    }

    private static DisclosureRefusedException Refuse(string recipient, string[] purposes, string reason, string? rule = null) => new(recipient, purposes, reason, rule);
}
