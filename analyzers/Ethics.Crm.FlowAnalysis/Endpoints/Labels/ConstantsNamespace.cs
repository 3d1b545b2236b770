using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Where the policy's constants go. Generator and analyzer agree by sharing this.</summary>
/// <param name="Name">Dotted, without <c>@</c>; empty is the global namespace, null is nowhere.</param>
/// <param name="Invalid">What the project asked for, when that can be no namespace.</param>
internal sealed record ConstantsNamespace(string? Name, string? Invalid)
{
    public const string Property = "EthicsCrmConstantsNamespace";

    /// <param name="moved">The property of that name: a wish, so what is wrong with it is said and not guessed.</param>
    /// <param name="root">The project's <c>RootNamespace</c>: the SDK fills it with the file name, <c>my-app</c>, so it is made a namespace as project templates do.</param>
    public static ConstantsNamespace Of(string? moved, string? root)
    {
        moved = moved?.Trim() ?? "";
        if (moved.Length == 0)
        {
            return new(Sanitise(root?.Trim() ?? ""), null);
        }

        if (string.Equals(moved, "none", StringComparison.OrdinalIgnoreCase))
        {
            return new(null, null);
        }

        var parts = moved.Split('.').Select(Unescape).ToArray();
        return parts.All(SyntaxFacts.IsValidIdentifier) ? new(string.Join(".", parts), null) : new(null, moved);
    }

    /// <summary>What already has the name of a class of constants there, or stands where the namespace would; null when the name is free.</summary>
    public ISymbol? FindTaker(IAssemblySymbol assembly, string className)
    {
        var place = assembly.GlobalNamespace;
        if (Name is not { Length: > 0 } name)
        {
            return Name is null ? null : Taker(place, className);
        }

        foreach (var part in name.Split('.'))
        {
            if (place.GetTypeMembers(part, 0).FirstOrDefault() is { } type)
            {
                return type;
            }

            if (place.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault() is not { } next)
            {
                return null;
            }

            place = next;
        }

        return Taker(place, className);
    }

    private static INamespaceOrTypeSymbol? Taker(INamespaceSymbol place, string className)
        => place.GetMembers(className).OfType<INamespaceOrTypeSymbol>().FirstOrDefault(member => member is INamespaceSymbol or INamedTypeSymbol { Arity: 0 });

    private static string Sanitise(string root)
        => root.Length == 0 ? "" : string.Join(".", root.Split('.').Select(part => SanitisePart(Unescape(part))));

    private static string SanitisePart(string part)
    {
        var text = new StringBuilder(part.Length + 1);
        foreach (var c in part)
        {
            text.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
        }

        if (text.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(text[0]))
        {
            text.Insert(0, '_');
        }

        return text.ToString();
    }

    private static string Unescape(string part) => part.Length > 1 && part[0] == '@' ? part.Substring(1) : part;
}
