using Ethics.Crm.SourceGenerators.Pipeline;

namespace Ethics.Crm.SourceGenerators.Constants;

/// <summary>The constants of one policy and the classes they are in.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Embedded">How the classes are hidden from assemblies that see our internals.</param>
internal sealed record PolicyConstants(string Namespace, EmbeddedMarker Embedded, EquatableArray<ConstantClass> Classes);

/// <param name="Summary">XML text, already escaped.</param>
internal sealed record ConstantClass(string Name, string Summary, EquatableArray<Constant> Constants);

/// <param name="Summary">XML text, already escaped.</param>
internal sealed record Constant(string Identifier, string Value, string Summary);

internal enum EmbeddedMarker
{
    /// <summary>The compiler reserves the name for itself.</summary>
    None,
    /// <summary>The attribute is already declared in source.</summary>
    Use,
    /// <summary>Declare the attribute, partial, as every other generator does.</summary>
    DeclareAndUse,
}
