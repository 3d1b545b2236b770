using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// The static members that are followed: those into which something labelled may come. All others, nearly all of nearly every program, cost a look at an empty set.
/// </summary>
internal sealed class StaticMembers
{
    private const string PutWord = "is put into '";

    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> entered = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, (string Name, SyntaxNode? Syntax)> names = new(StringComparer.Ordinal);

    public bool IsAny => followed.Count > 0;

    public bool IsFollowed(ISymbol member) => followed.Count > 0 && followed.Contains(Definition(member));

    /// <summary>Something labelled comes to it: it is followed as soon as all that is known without it has been found out.</summary>
    public void Enter(ISymbol member)
    {
        if (!IsFollowed(member))
        {
            entered.Add(Definition(member));
        }
    }

    /// <summary>The members that are followed from now on, and were not before.</summary>
    public IReadOnlyList<ISymbol> Follow()
    {
        var fresh = entered.ToArray();
        foreach (var member in fresh)
        {
            followed.Add(member);
            foreach (var named in member is INamedTypeSymbol service ? Services.MembersOf(service) : [member])
            {
                names[Segment.Of(named)] = (named is IParameterSymbol parameter ? parameter.ContainingType.Name + "." + parameter.Name : named is IMethodSymbol { ContainingType.Name: var process } ? process : SymbolNames.Display(named), named.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax());
            }
        }

        entered.Clear();
        return fresh;
    }

    /// <summary>How a message names the member that a path begins with.</summary>
    public string NameOf(AccessPath path) => Named(path).Name;

    /// <summary>A label that lies in an object which was put into a static member has no step that tells of it: it waits there.</summary>
    public Taint Waiting(Taint taint, AccessPath path)
        => taint.Origin is ReadOrigin && !IsPut(taint.Trail) && Named(path) is { Syntax: not null } member
            ? taint.By(Trail.Then(taint.Trail, member.Syntax, $"waits in '{member.Name}'"))
            : taint;

    /// <summary>How a step tells that something is put into a static member.</summary>
    public string Put(AccessPath path) => PutWord + NameOf(path) + "'";

    private (string Name, SyntaxNode? Syntax) Named(AccessPath path)
        => path.Segments.SkipWhile(Segment.IsThis).FirstOrDefault() is { } segment && names.TryGetValue(segment, out var member) ? member : ("", null);

    private static bool IsPut(Trail? trail) => trail?.Word.StartsWith(PutWord, StringComparison.Ordinal) == true;

    /// <summary>What stands behind a property is the property.</summary>
    public static ISymbol Definition(ISymbol member) => (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol property } ? property : member).OriginalDefinition;
}
