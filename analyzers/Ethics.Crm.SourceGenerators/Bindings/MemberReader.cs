using System.Collections.Immutable;
using Ethics.Crm.SourceGenerators.Emission;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>The members of an interface as a decorator writes them.</summary>
/// <param name="purposesOf">What the code behind a method or accessor works for; null where nothing is declared.</param>
internal sealed class MemberReader(Func<ISymbol, string[]?> purposesOf)
{
    public BoundMember Read(ISymbol member) => member switch
    {
        IMethodSymbol method => new(
            BoundMemberKind.Method, Identifiers.Escape(method.Name), TypeTexts.Of(method.ReturnType), Reference(method.RefKind),
            method.RefKind == RefKind.None ? ResultShapes.Of(method.ReturnType) : ResultShape.Plain,
            TypeTexts.Parameters(method.TypeParameters), Parameters(method.Parameters), method.Parameters.Any(IsSynchronous), IsUncallable(method), Accessors(("", method))),
        IPropertySymbol property => new(
            BoundMemberKind.Property, property.IsIndexer ? "this" : Identifiers.Escape(property.Name), TypeTexts.Of(property.Type), Reference(property.RefKind),
            property.RefKind == RefKind.None ? ResultShapes.OfSequence(property.Type) : ResultShape.Plain, "", Parameters(property.Parameters), IsSynchronous: true, IsUncallable(property),
            Accessors(("get", property.GetMethod), (property.SetMethod is { IsInitOnly: true } ? "init" : "set", property.SetMethod))),
        IEventSymbol happening => new(
            BoundMemberKind.Event, Identifiers.Escape(happening.Name), TypeTexts.Of(happening.Type), "", ResultShape.Plain, "", EquatableArray<BoundParameter>.Empty, IsSynchronous: true,
            IsUncallable(happening), Accessors(("add", happening.AddMethod), ("remove", happening.RemoveMethod))),
        _ => throw new InvalidOperationException($"An interface has no {member.Kind} to implement."),
    };

    private EquatableArray<BoundAccessor> Accessors(params (string Keyword, IMethodSymbol? Method)[] accessors) => accessors
        .Where(static accessor => accessor.Method is not null)
        .Select(accessor => new BoundAccessor(accessor.Keyword, purposesOf(accessor.Method!)?.ToEquatableArray()))
        .ToEquatableArray();

    private static EquatableArray<BoundParameter> Parameters(ImmutableArray<IParameterSymbol> parameters) => parameters
        .Select(static parameter => new BoundParameter(
            (IsScoped(parameter) ? "scoped " : "") + parameter.RefKind switch { RefKind.None => "", RefKind.Ref => "ref ", RefKind.Out => "out ", RefKind.In => "in ", _ => "ref readonly " },
            parameter.RefKind switch { RefKind.None => "", RefKind.Ref => "ref ", RefKind.Out => "out ", _ => "in " },
            TypeTexts.Of(parameter.Type), Identifiers.Escape(parameter.Name)))
        .ToEquatableArray();

    // An `out` parameter is scoped without saying so.
    private static bool IsScoped(IParameterSymbol parameter) => parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out;

    private static string Reference(RefKind kind) => kind switch { RefKind.None => "", RefKind.Ref => "ref ", _ => "ref readonly " };

    private static bool IsSynchronous(IParameterSymbol parameter) => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType;

    // `[Obsolete("…", error: true)]`: nobody calls it, nor may we.
    internal static bool IsUncallable(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "ObsoleteAttribute" } && attribute.ConstructorArguments is [_, { Value: true }]);
}
