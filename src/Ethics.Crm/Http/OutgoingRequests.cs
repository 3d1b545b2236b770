using Ethics.Crm.Decisions;
using Ethics.Crm.Disclosures;
using Ethics.Crm.Policy;
using Ethics.Crm.Telemetry;

namespace Ethics.Crm.Http;

/// <summary>Decides what may leave in a request, and records it.</summary>
internal sealed class OutgoingRequests(CrmHost host, IPurposeDecisions decisions, IDisclosures disclosures, Instruments instruments)
{
    private const string HowToOpen = "no purpose is open; send it inside PurposeScope.RunAsync(Purposes.Support, …), or from code that is bound to its purpose";

    /// <exception cref="DisclosureRefusedException">The recipient may not have it, or it is not known what it is.</exception>
    /// <exception cref="PurposeViolationException">Writing the content read a member that may not be read, or not for this recipient.</exception>
    public async Task DiscloseAsync(HttpRequestMessage request, string client, string recipient, DisclosingClientOptions options, CancellationToken ct)
    {
        // Code that goes on after this may have another scope by then.
        var purposes = PurposeScope.Current.ToArray();
        Disclosure disclosure;
        try
        {
            var table = host.TableOrNull ?? throw Refuse(recipient, purposes, CrmHost.NotRunning.TrimEnd('.'));
            CheckPurposes(table, recipient, purposes);
            var declared = Declared(request);
            var (categories, subjects) = Decide(table, recipient, purposes, declared ?? []);
            var isKnown = request.Content is null || declared is not null;
            if (request.Content is { } content && purposes.Length > 0 && await WriteAsync(content, recipient, purposes, ct).ConfigureAwait(false) is { } read)
            {
                isKnown |= read.Categories.Count > 0;
                categories.UnionWith(read.Categories);
                subjects.UnionWith(read.Subjects);
            }

            if (!isKnown && !options.AllowUnknownContent && purposes.Length > 0)
            {
                throw Refuse(recipient, purposes,
                    $"nobody can look into what it sends. Say what it holds with request.Discloses(person, Categories.…) or DisclosesNothing(), send an object with labelled members as JSON, or let the client '{client}' pass it with AllowUnknownContent");
            }

            disclosure = new Disclosure(
                host.Clock.GetUtcNow(), recipient, purposes, [.. categories.OrderBy(static one => one, StringComparer.Ordinal)], [.. subjects], $"HTTP client '{client}'");
        }
        catch (Exception refused) when (refused is DisclosureRefusedException or PurposeViolationException)
        {
            instruments.Disclosed(recipient, purposes, Outcomes.Refused, Knows);
            throw;
        }

        await disclosures.RecordAsync(disclosure, ct).ConfigureAwait(false);
        instruments.Disclosed(recipient, purposes, purposes.Length > 0 ? Outcomes.Sent : Outcomes.Audited, Knows);
    }

    private bool Knows(string purpose) => host.TableOrNull?.Document.Purposes.ContainsKey(purpose) == true;

    private static void CheckPurposes(PolicyTable table, string recipient, string[] purposes)
    {
        // The emergency switch keeps a business running; it opens no recipient.
        if (purposes.Length == 0 && Modes.Of(table.Document, null, [], null) != EnforcementMode.Audit)
            throw Refuse(recipient, purposes, HowToOpen);
        foreach (var purpose in purposes)
        {
            if (!table.Document.Purposes.ContainsKey(purpose))
                throw Refuse(recipient, purposes, $"the policy does not know the purpose '{purpose}'");
        }

        if (table.ObjectionToDisclosure([], recipient, purposes) is { } objection)
            throw Refuse(recipient, purposes, objection);
    }

    private static List<DeclaredContent>? Declared(HttpRequestMessage request)
    {
        var ofRequest = DeclaredContents.Of(request);
        var ofContent = request.Content is { } content ? DeclaredContents.Of(content) : null;
        return ofRequest is null && ofContent is null ? null : [.. ofRequest ?? [], .. ofContent ?? []];
    }

    /// <summary>What the sender says is in it, as <see cref="IPurposeDecisions"/> decides it, whatever the mode.</summary>
    private (HashSet<string> Categories, HashSet<SubjectKey> Subjects) Decide(PolicyTable table, string recipient, string[] purposes, IReadOnlyList<DeclaredContent> declared)
    {
        var categories = new HashSet<string>(StringComparer.Ordinal);
        var subjects = new HashSet<SubjectKey>();
        foreach (var content in declared)
        {
            foreach (var part in content.Parts)
            {
                foreach (var purpose in purposes)
                {
                    if (decisions.Decide(content.Subject, part, purpose, recipient) is { Allowed: false } refused)
                        throw Refuse(recipient, purposes, refused.Reason.TrimEnd('.'), refused.Rule);
                }

                categories.UnionWith(PurposeDecisions.LabelsOf(table, part).Select(static label => label.Category).OfType<string>());
            }

            subjects.Add(host.Normalise(content.Subject));
        }

        return (categories, subjects);
    }

    /// <summary>Writes what is only written when it is sent, where each read is judged for the recipient.</summary>
    /// <returns>What was read; null for a content that has been written already, or that is not to be held in memory.</returns>
    private async Task<(IReadOnlyList<string> Categories, IReadOnlyList<SubjectKey> Subjects)?> WriteAsync(HttpContent content, string recipient, string[] purposes, CancellationToken ct)
    {
        if (content is ByteArrayContent or StreamContent or MultipartContent)
            return null;
        var leaving = new DisclosingHost(host, recipient);
        using (PurposeScope.Enter(leaving, purposes))
        {
#if NET9_0_OR_GREATER
            await content.LoadIntoBufferAsync(ct).ConfigureAwait(false);
#else
            ct.ThrowIfCancellationRequested();
            await content.LoadIntoBufferAsync().ConfigureAwait(false);
#endif
        }

        return leaving.Noted();
    }

    private static DisclosureRefusedException Refuse(string recipient, string[] purposes, string reason, string? rule = null) => new(recipient, purposes, reason, rule);
}
