using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>The types of members, by the names of the parts of objects that they are: asked where dynamic code has an object in hand that somebody else made.</summary>
internal sealed partial class FlowSolver
{
    private readonly Dictionary<string, ITypeSymbol?> typesOfParts = new(StringComparer.Ordinal);

    /// <summary>The type as which this compilation declares a field or property. Null for any other part.</summary>
    public ITypeSymbol? TypeOfPart(string segment)
    {
        if (!Segment.IsMember(segment))
        {
            return null;
        }

        if (!typesOfParts.TryGetValue(segment, out var type))
        {
            var name = segment.Substring(segment.LastIndexOf('.') + 1);
            var member = name.Length == 0 ? null : index.NamedDynamically(name).FirstOrDefault(one => one is IFieldSymbol or IPropertySymbol && Segment.Of(one) == segment);
            typesOfParts.Add(segment, type = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type);
        }

        return type;
    }
}
