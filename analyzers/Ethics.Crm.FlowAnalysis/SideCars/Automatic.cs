using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>Accessors that the compiler wrote, told by what it says of them in the assembly: they keep a value and do nothing else.</summary>
internal static class Automatic
{
    private const string Mark = "CompilerGeneratedAttribute";

    public static bool Is(IMethodSymbol accessor)
        => accessor.AssociatedSymbol is IPropertySymbol && accessor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == Mark);
}
