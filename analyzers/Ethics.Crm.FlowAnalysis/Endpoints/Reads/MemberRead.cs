using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>One place where a program takes a value out of a member.</summary>
/// <param name="Member">Property, field, parameter, or the method whose labelled result is taken.</param>
/// <param name="Operation">Where in the body it happens; its surroundings tell the purpose.</param>
internal sealed record MemberRead(ISymbol Member, IOperation Operation, SyntaxNode Syntax)
{
    /// <summary>The key under which the value lies, as the policy writes it: <c>key: "BirthDate"</c>. Null where the label does not depend on one.</summary>
    public string? Key { get; init; }

    /// <summary>As messages name it.</summary>
    public string Name => Key is null ? SymbolNames.Display(Member) : KeyedMembers.Display(Member, Key);

    /// <summary>The member's name as the user wrote it, not the whole expression.</summary>
    public Location Location => OperationNames.NameOf(Syntax).GetLocation();
}
