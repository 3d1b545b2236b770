using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>
/// Whether an assembly that a project references declares purposes anywhere. What a compiled assembly says never changes, and the compiler keeps its symbol from one
/// edit to the next, so it is asked once.
/// </summary>
internal static class ReferencedPurposes
{
    private const string Attributes = "Ethics.Crm.Abstractions";

    private static readonly ConditionalWeakTable<IAssemblySymbol, object> s_known = new();

    public static bool Any(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (SeesTheAttribute(reference) && Declares(reference, cancellationToken))
                return true;
        }

        return false;
    }

    private static bool SeesTheAttribute(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static name => name.Name == Attributes));

    private static bool Declares(IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        if (s_known.TryGetValue(assembly, out var known))
            return (bool)known;
        var found = Search(assembly, cancellationToken);
        return (bool)s_known.GetValue(assembly, _ => found);
    }

    private static bool Search(IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        if (Declares(assembly))
            return true;
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in pending.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol space)
                    pending.Push(space);
                if (member is INamedTypeSymbol or IMethodSymbol or IPropertySymbol && Declares(member))
                    return true;
            }
        }

        return false;
    }

    private static bool Declares(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "ForPurposeAttribute" } one && SymbolNames.FullName(one) == AttributeNames.ForPurpose);
}
