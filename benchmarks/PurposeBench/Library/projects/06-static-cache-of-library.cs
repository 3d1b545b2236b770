using System.Diagnostics.CodeAnalysis;

namespace PurposeBench.Cases.Projects.StaticCacheOfLibrary;

public static class RecentContacts
{
    private static readonly Dictionary<int, string> Known = [];

    public static void Remember(int id, string address) => Known[id] = address.Trim();

    public static bool TryRecall(int id, [MaybeNullWhen(false)] out string address) => Known.TryGetValue(id, out address);
}
