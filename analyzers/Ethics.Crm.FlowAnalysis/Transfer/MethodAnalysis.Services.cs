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

    private FlowValue Resolved(IInvocationOperation call, INamedTypeSymbol service, ITypeSymbol? type, FlowValue all, FlatSet<HeapObject> links)
    {
        var isSequence = call.TargetMethod.Name.EndsWith("Services", StringComparison.Ordinal) || InjectedClasses.ElementOf(type) is not null;
        solver.AsksContainer(method);
        var key = RegisteredClasses.KeyAmong(call);
        // Whatever else has a method of that name may hand out what it likes.
        var isContainer = ContainerCalls.IsAsking(call.TargetMethod);
        var classes = isContainer ? solver.Container.ClassesFor(service, key, isSequence) : null;
        var within = new FlowValue(all.Taints, links);
        var made = new MadeObject(call.Syntax, null) { Part = ServicePart, SeenAs = service, ResolvedAs = classes };
        var taints = Furnish(made, service, key, isSequence, within, isContainer ? MostInside : 0) ? FlatSet<Taint>.Empty : all.Taints;
        var one = new FlowValue(taints, all.Where(other => MayBeHandedOut(other, service, classes)).Objects.Add(made).Union(Serving(service, key)));
        if (!isSequence)
        {
            return one;
        }

        var sequence = new MadeObject(call.Syntax, null) { Part = "result", SeenAs = type };
        Write(sequence, Segment.Elements, one, false);
        return new FlowValue(FlatSet<Taint>.Empty, FlatSet<HeapObject>.Of(sequence));
    }

    /// <summary>
    /// What a container puts into what it hands out. Where all is known of that, an object for each member, and the services that are shared; else whatever the container may have.
    /// </summary>
    /// <returns>Whether all is known.</returns>
    private bool Furnish(MadeObject made, INamedTypeSymbol service, string? key, bool isSequence, FlowValue within, int depth)
    {
        var parts = PartsOf(service, key, isSequence, depth);
        if (parts is null)
        {
            Write(made, Segment.Unknown, within, false);
            return false;
        }

        foreach (var (member, parameter) in parts)
        {
            var segment = Segment.Of(member);
            var under = RegisteredClasses.KeyOf(parameter);
            if (parameter.Type is INamedTypeSymbol type && IsOurs(type) && PartsOf(type, under, false, depth - 1) is not null)
            {
                var inner = new MadeObject(made.Site, made.Call) { Part = made.Part + "/" + segment, SeenAs = type, ResolvedAs = solver.Container.ClassesFor(type, under, false) };
                Furnish(inner, type, under, false, within, depth - 1);
                Write(made, segment, new FlowValue(FlatSet<Taint>.Empty, FlatSet<HeapObject>.Of(inner).Union(Serving(type, under))), false);
            }
            else
            {
                Write(made, segment, within.And(new FlowValue(FlatSet<Taint>.Empty, Serving(parameter.Type, under))), false);
            }
        }

        return true;
    }

    /// <summary>How deep the services of services are told apart.</summary>
    private const int MostInside = 3;

    /// <summary>What the classes are made of that a container hands out, if it makes them itself, of each either one for all or one for each who asks. Null where any of that is not known.</summary>
    private IReadOnlyList<(ISymbol Member, IParameterSymbol Parameter)>? PartsOf(INamedTypeSymbol service, string? key, bool isSequence, int depth)
    {
        if (depth == 0 || solver.Container.ObjectsFor(service, key, isSequence) is not { } registered)
        {
            return null;
        }

        var all = new List<(ISymbol, IParameterSymbol)>();
        foreach (var (type, _, isMadeByContainer) in registered)
        {
            if (!isMadeByContainer || !(solver.IsTransient(type) || solver.Services.IsOne(type)) || solver.ServiceParts.Of(type) is not { } parts)
            {
                return null;
            }

            all.AddRange(parts);
        }

        return all;
    }

    /// <summary>Whether the container may have an object from here, and hand out that.</summary>
    private static bool MayBeHandedOut(HeapObject one, INamedTypeSymbol service, IReadOnlyList<INamedTypeSymbol>? classes)
        => classes is null
            ? Known.MayBe(TypeOf(one), service)
            : one is MadeObject { Type: { } type } && classes.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default);
}
