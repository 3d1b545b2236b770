using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>What of a compilation other assemblies can call: what is public or protected, and where some of them are friends, what is internal.</summary>
internal sealed class VisibleMembers
{
    private const string Friends = "InternalsVisibleToAttribute";

    private readonly bool hasFriends;
    private readonly Compilation compilation;

    public VisibleMembers(Compilation compilation)
    {
        this.compilation = compilation;
        hasFriends = compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == Friends);
    }

    public IEnumerable<IMethodSymbol> Methods
    {
        get
        {
            var pending = new Stack<INamespaceOrTypeSymbol>();
            pending.Push(compilation.Assembly.GlobalNamespace);
            while (pending.Count > 0)
            {
                foreach (var member in pending.Pop().GetMembers())
                {
                    if (member is INamespaceOrTypeSymbol inner && (inner is INamespaceSymbol || IsSeen(inner)))
                    {
                        pending.Push(inner);
                    }
                    else if (member is IMethodSymbol { IsAbstract: false, MethodKind: not MethodKind.StaticConstructor } method && IsSeen(method))
                    {
                        yield return method;
                    }
                }
            }
        }
    }

    public bool Sees(ISymbol member)
    {
        if (!SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly))
        {
            return false;
        }

        for (ISymbol? current = member; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            if (!IsSeen(current))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSeen(ISymbol member) => member.DeclaredAccessibility switch
    {
        Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
        Accessibility.Internal or Accessibility.ProtectedAndInternal => hasFriends,
        _ => false,
    };
}
