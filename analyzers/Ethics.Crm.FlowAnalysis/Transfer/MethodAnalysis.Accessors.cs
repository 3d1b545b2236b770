using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Properties whose accessors somebody wrote, and those of which an override or a class behind an interface decides: one may keep what another one computes.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Whether another accessor than this one may run.</summary>
    private static bool IsOpen(IMethodSymbol accessor) => accessor.IsAbstract || accessor.IsVirtual || accessor.IsOverride;

    private static bool IsVirtual(IPropertyReferenceOperation property) => property.Instance is { Syntax: not BaseExpressionSyntax } && IsOpen((property.Property.GetMethod ?? property.Property.SetMethod)!);

    /// <summary>What is read, whichever accessor runs.</summary>
    private FlowValue Got(IPropertyReferenceOperation property, IMethodSymbol getter)
    {
        if (IsFromElsewhere(getter) || property.Instance is null || !IsVirtual(property))
        {
            return solver.HasBody(getter) || getter.IsAbstract ? CallOf(property, getter, property.Instance, property.Arguments) : Kept(property, Whole(property.Instance!), [getter]);
        }

        var owner = Whole(property.Instance);
        var targets = Targets(getter, property, owner);
        var kept = Kept(property, owner, targets);
        return targets.Any(solver.HasBody) ? kept.And(CallOf(property, getter, property.Instance, property.Arguments)) : kept;
    }

    /// <summary>What lies in an object where the accessors do nothing but keep it.</summary>
    private FlowValue Kept(IPropertyReferenceOperation property, FlowValue owner, IReadOnlyList<IMethodSymbol> targets)
        => Segments(property, targets).Aggregate(FlowValue.None, (all, segment) => all.And(store.Read(owner, segment)));

    /// <summary>Puts a value into a property of an object, whichever accessor runs.</summary>
    private void Set(IPropertyReferenceOperation property, IMethodSymbol setter, FlowValue owner, FlowValue value)
    {
        var targets = IsVirtual(property) ? Targets(setter, property, owner) : [setter];
        var bodies = targets.Select(static one => one.PartialImplementationPart ?? one).Where(solver.HasBody).ToArray();
        Cross(property, targets, value);
        if (bodies.Length > 0)
        {
            ApplyAll(property, setter, bodies, owner, [.. property.Arguments.Select(argument => Evaluate(argument.Value)), value], property.Arguments.Select(static argument => new GivenArgument(argument.Parameter, argument.Value)).ToArray(), []);
        }

        var segments = Segments(property, targets);
        foreach (var segment in segments)
        {
            if (segments.Count == 1 && bodies.Length == 0)
            {
                Put(owner, segment, value);
            }
            else
            {
                PutWeakly(owner, segment, value);
            }
        }
    }

    private IReadOnlyList<IMethodSymbol> Targets(IMethodSymbol accessor, IPropertyReferenceOperation property, FlowValue owner)
        => solver.Targets.Of(accessor, true, graph.Known.TypesOf(owner), Through(property.Instance!).Type, owner);

    /// <summary>Under which names what is kept lies. Where nobody is known who does, under the name of the property itself.</summary>
    private IReadOnlyList<string> Segments(IPropertyReferenceOperation property, IReadOnlyList<IMethodSymbol> targets)
    {
        var kept = targets.Where(target => !target.IsAbstract && !solver.HasBody(target)).ToArray();
        return kept.Length == 0 && targets.Any(solver.HasBody)
            ? []
            : kept.Select(static target => target.AssociatedSymbol).OfType<IPropertySymbol>().DefaultIfEmpty(property.Property).Select(Segment.Of).Distinct(StringComparer.Ordinal).ToArray();
    }
}
