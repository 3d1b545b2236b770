using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>What the code says of a property or field: one entry for its own declaration and each that it overrides or implements.</summary>
internal static class LabelShapeReader
{
    public static EquatableArray<LabelShape> Read(ISymbol member, Compilation compilation, CancellationToken cancellationToken)
    {
        var spoken = new SpokenLabels(new AttributeArguments(DeferredConstants.Instance, compilation));
        return DeclarationsOf.Member(member)
            .SelectMany(declaration => spoken.Sources(declaration, cancellationToken))
            .Select(source => new LabelShape(source.Member, source.Category, source.CollectedFor?.ToEquatableArray(), source.Attributes.ToEquatableArray()))
            .ToEquatableArray();
    }
}
