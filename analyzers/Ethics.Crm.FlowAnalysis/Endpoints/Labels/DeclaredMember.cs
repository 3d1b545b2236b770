using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>
/// One member of the program, looked at once for all that use it. What a use of it asks for is a field here: asking the compiler's symbols costs ten times as much, and
/// most members are nothing to any rule.
/// </summary>
/// <param name="definition">The member itself, not one of a constructed type.</param>
/// <param name="isOurs">Whether this compilation declares it.</param>
internal sealed class DeclaredMember(ISymbol definition, bool isOurs, ImmutableArray<DeclaredLabel> labels)
{
    private static readonly object NoClass = new();

    // Found at the first use, by each thread that is too early; all of them find the same.
    private object? inheritedFrom;
    private Answer handsOut;
    private Answer discloses;
    private Answer serializes;

    private enum Answer : byte
    {
        Unasked,
        No,
        Yes,
    }

    public ISymbol Definition { get; } = definition;

    public string Name { get; } = definition.Name;

    public bool IsOurs { get; } = isOurs;

    /// <summary>Its own and those of what it overrides or implements. Empty for a member without label.</summary>
    public ImmutableArray<DeclaredLabel> Labels { get; } = labels;

    /// <summary>The class that declares it, where others may inherit it: what it is read on may have more to say. Null for all else.</summary>
    public INamedTypeSymbol? InheritedFrom => (inheritedFrom ??= Class()) as INamedTypeSymbol;

    /// <summary>Whether a call of it hands something back through an <c>out</c> or <c>ref</c> parameter.</summary>
    public bool HandsOut => (handsOut == Answer.Unasked ? handsOut = Of(HasOut()) : handsOut) == Answer.Yes;

    /// <summary>Whether a call of it discloses anything that it is given.</summary>
    public bool Discloses(Func<IMethodSymbol, bool> find)
        => (discloses == Answer.Unasked ? discloses = Of(Definition is IMethodSymbol method && find(method)) : discloses) == Answer.Yes;

    /// <summary>Whether it writes out an object that it is given.</summary>
    public bool Serializes(Func<IMethodSymbol, bool> find)
        => (serializes == Answer.Unasked ? serializes = Of(Definition is IMethodSymbol method && find(method)) : serializes) == Answer.Yes;

    private static Answer Of(bool yes) => yes ? Answer.Yes : Answer.No;

    private object Class() => Definition.ContainingType is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false } type ? type.OriginalDefinition : NoClass;

    private bool HasOut()
    {
        if (Definition is IMethodSymbol method)
        {
            foreach (var parameter in method.Parameters)
            {
                if (parameter.RefKind is RefKind.Out or RefKind.Ref)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
