using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Solver;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What a container hands out where a method asks it for a service.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>The type of the program that a container is asked for, or all of which; null where something else is called.</summary>
    private INamedTypeSymbol? AskedFor(IInvocationOperation call, ITypeSymbol? type)
    {
        if (call.TargetMethod.Name is not ("GetService" or "GetRequiredService" or "GetKeyedService" or "GetRequiredKeyedService" or "GetServices" or "GetKeyedServices"))
        {
            return null;
        }

        type = call.TargetMethod.IsGenericMethod
            ? InjectedClasses.ElementOf(type) ?? type
            : call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
        return type is INamedTypeSymbol service && IsOurs(service) ? service : null;
    }

    private FlowValue HandedOut(IInvocationOperation call, INamedTypeSymbol service, ITypeSymbol? type, FlowValue all, FlatSet<HeapObject> links)
    {
        var isSequence = call.TargetMethod.Name.EndsWith("Services", StringComparison.Ordinal) || InjectedClasses.ElementOf(type) is not null;
        var classes = solver.Container.ClassesFor(service, HandedOutClasses.KeyAmong(call), isSequence);
        var within = new FlowValue(all.Taints, links);
        var made = new MadeObject(call.Syntax, null) { Part = ServicePart, SeenAs = service, HandedOut = classes };
        Write(made, Segment.Unknown, within, false);
        var one = new FlowValue(all.Taints, all.Where(other => MayBeHandedOut(other, service, classes)).Objects.Add(made).Union(Serving(service)));
        if (!isSequence)
        {
            return one;
        }

        var sequence = new MadeObject(call.Syntax, null) { Part = "result", SeenAs = type };
        Write(sequence, Segment.Elements, one, false);
        return new FlowValue(FlatSet<Taint>.Empty, FlatSet<HeapObject>.Of(sequence));
    }

    /// <summary>Whether the container may have an object from here, and hand out that.</summary>
    private static bool MayBeHandedOut(HeapObject one, INamedTypeSymbol service, IReadOnlyList<INamedTypeSymbol>? classes)
        => classes is null
            ? Known.MayBe((one as MadeObject)?.Type ?? (one as MadeObject)?.SeenAs, service)
            : one is MadeObject { Type: { } type } && classes.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default);
}
