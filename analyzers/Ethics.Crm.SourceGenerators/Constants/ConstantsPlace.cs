using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Constants;

/// <summary>What the compilation already has where the constants would go.</summary>
/// <param name="TakenNames">Classes that cannot be emitted: a type or namespace of this project has their name, or a type stands where their namespace would.</param>
internal sealed record ConstantsPlace(EquatableArray<string> TakenNames, EmbeddedMarker Embedded)
{
    private const string EmbeddedAttribute = "Microsoft.CodeAnalysis.EmbeddedAttribute";

    // The last attribute that compilers before 4.14 may synthesise; where the framework has it, it has all of them.
    private const string LastSynthesisedAttribute = "System.Runtime.CompilerServices.RequiresLocationAttribute";

    private static readonly Version s_freelyDeclarable = new(4, 14);

    public static ConstantsPlace Inspect(Compilation compilation, ConstantsNamespace target)
    {
        if (target.Name is null)
            return new(EquatableArray<string>.Empty, EmbeddedMarker.None);

        var taken = ConstantNames.Classes.Where(name => target.FindTaker(compilation.Assembly, name) is not null).ToEquatableArray();
        return new(taken, FindMarker(compilation));
    }

    // Before 4.14 a declared EmbeddedAttribute is CS8336 as soon as the compiler has to embed any attribute of its own,
    // which it has on frameworks that lack them.
    private static EmbeddedMarker FindMarker(Compilation compilation)
    {
        if (compilation.Assembly.GetTypeByMetadataName(EmbeddedAttribute) is not null)
            return EmbeddedMarker.Use;
        return typeof(Compilation).Assembly.GetName().Version >= s_freelyDeclarable || compilation.GetTypeByMetadataName(LastSynthesisedAttribute) is not null
            ? EmbeddedMarker.DeclareAndUse
            : EmbeddedMarker.None;
    }
}
