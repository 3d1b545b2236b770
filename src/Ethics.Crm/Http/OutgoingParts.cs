using System.Runtime.CompilerServices;
using Ethics.Crm.Decisions;
using Ethics.Crm.Disclosures;

namespace Ethics.Crm.Http;

/// <summary>What a request holds: by what its sender says, and by what is read while its content is written.</summary>
internal sealed class OutgoingParts(JudgingHost leaving, string[] purposes)
{
    // A content is written once, and may be sent again: by a handler that tries once more, or to somebody else.
    private static readonly ConditionalWeakTable<HttpContent, IReadOnlyList<DeclaredContent>> Written = new();

    private readonly List<DeclaredContent> _all = [];

    public IReadOnlyList<DeclaredContent> All => _all;

    /// <summary>Whether there is a content of which nothing is known.</summary>
    public bool HasUnknown { get; private set; }

    public async Task AddAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var declared = DeclaredContents.Of(request);
        _all.AddRange(declared ?? []);
        if (request.Content is { } content)
            await AddAsync(content, declared is not null, ct).ConfigureAwait(false);
    }

    private async Task AddAsync(HttpContent content, bool isDeclared, CancellationToken ct)
    {
        if (DeclaredContents.Of(content) is { } declared)
        {
            _all.AddRange(declared);
            isDeclared = true;
        }

        if (content is MultipartContent several && IsPlain(content))
        {
            foreach (var part in several)
                await AddAsync(part, isDeclared, ct).ConfigureAwait(false);
            return;
        }

        var isKnown = isDeclared;
        if (!IsPlain(content))
        {
            var read = Written.TryGetValue(content, out var before) ? before : await WriteAsync(content, ct).ConfigureAwait(false);
            _all.AddRange(read);
            isKnown |= read.Count > 0;
        }

        HasUnknown |= !isKnown;
    }

    /// <summary>Writes what is only written when it is sent, where each read is judged for the recipient.</summary>
    private async Task<IReadOnlyList<DeclaredContent>> WriteAsync(HttpContent content, CancellationToken ct)
    {
        var writing = leaving.ForOneContent();
        using (PurposeScope.Enter(writing, purposes))
        {
#if NET9_0_OR_GREATER
            await content.LoadIntoBufferAsync(ct).ConfigureAwait(false);
#else
            ct.ThrowIfCancellationRequested();
            await content.LoadIntoBufferAsync().ConfigureAwait(false);
#endif
        }

        var read = writing.Leaving!.Read();
        if (read.Count > 0)
            Written.GetValue(content, _ => read);
        // Each read has been judged a moment ago, by the policy's modes, and where it was redacted it was not noted.
        return [.. read.Select(static one => one with { IsDecided = true })];
    }

    /// <summary>Whether it holds bytes that are there already, or parts: classes derived from these may write anything.</summary>
    private static bool IsPlain(HttpContent content)
    {
        var type = content.GetType();
        return type == typeof(StringContent) || type == typeof(ByteArrayContent) || type == typeof(FormUrlEncodedContent) || type == typeof(StreamContent)
            || type == typeof(MultipartContent) || type == typeof(MultipartFormDataContent);
    }
}
