namespace Ethics.Crm.Policy.Extends;

/// <summary>
/// What code that declares nothing works for, where an overlay says a ceiling of its base with fewer purposes: for all of both, because each of them must permit what the code reads. The ceiling is what the overlay leaves of it.
/// </summary>
internal static class CodeBelow
{
    public static PolicyDocument Keep(PolicyLayer below, PolicyDocument merged)
    {
        Dictionary<string, CodeEntry?>? kept = null;
        foreach (var (key, old) in below.Document.Code.Select(static e => (e.Key, e.Value)))
        {
            // A section of another kind than it should be takes the place of the one below.
            if (old is not null && merged.Code.TryGetValue(key, out var entry) && entry is { Only: true } now && old.Purposes.Any(p => !now.Purposes.Contains(p)) && !below.IsOpen("code", key))
            {
                kept ??= merged.Code.ToDictionary(static e => e.Key, static e => e.Value, StringComparer.Ordinal);
                kept[key] = now with { Purposes = [.. now.Purposes.Union(old.Purposes, StringComparer.Ordinal)], Ceiling = now.Purposes };
            }
        }

        return kept is null ? merged : merged with { Code = kept };
    }
}
