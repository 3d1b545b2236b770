namespace Ethics.Crm.Analyzers.Messages;

/// <summary>Lists as a sentence has them.</summary>
internal static class Words
{
    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        var all = names.ToArray();
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all, 0, all.Length - 1) + " and " + all[all.Length - 1];
    }
}
