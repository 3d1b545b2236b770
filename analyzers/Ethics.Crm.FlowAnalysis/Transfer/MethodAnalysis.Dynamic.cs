using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Code that the run time binds: to the members of the objects that are seen to come there; of others to whatever has the name, and that is told.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>A property or field that dynamic code reads.</summary>
    private FlowValue DynamicMember(IDynamicMemberReferenceOperation named)
    {
        var owner = named.Instance is { } instance ? Evaluate(instance) : FlowValue.None;
        if (Labelled(named) is { } labelled)
        {
            return labelled;
        }

        var value = FlowValue.Of(owner.Taints);
        var isWholeKnown = !owner.Objects.IsEmpty;
        foreach (var one in owner.Objects)
        {
            if (IsRecordOfNames(one))
            {
                value = value.And(store.Read(FlowValue.Of(one), Segment.At(named.MemberName)));
            }
            else if (KnownTypeOf(one) is { } type && MembersByName.Of(type, named.MemberName) is { } member)
            {
                value = value.And(ReadLate(named, member, one));
            }
            else if (Answering(one, "TryGetMember") is { } asked)
            {
                value = value.And(Answer(named, asked, one, [FlowValue.None, FlowValue.None]));
            }
            else
            {
                isWholeKnown = false;
                value = value.And(one is InputObject && Answering(one, "TryGetMember") is null ? store.Read(one, Segment.At(named.MemberName)) : FlowValue.Of(one).With(store.Deep(FlowValue.Of(one)).Taints));
            }
        }

        if (!isWholeKnown && !LateBound.IsCalled(named))
        {
            TellLate(named);
        }

        return InHand(named, value);
    }

    /// <summary>A method that dynamic code calls.</summary>
    private FlowValue DynamicCall(IDynamicInvocationOperation call, IDynamicMemberReferenceOperation named)
    {
        var (methods, isWholeKnown) = DynamicMethods(named, call.Arguments.Length);
        if (named.Instance is { } maybeList)
        {
            Loosen(Evaluate(maybeList).Where(one => one is InputObject || store.Heap.ContainsKey((one, Segment.Last))));
        }

        var result = isWholeKnown ? FlowValue.None : AnsweredOrDynamic(call, named);
        foreach (var called in methods)
        {
            var told = CallWith(call, called, called.IsStatic ? null : named.Instance, ArgumentsOf(call, called));
            result = result.And(purposes.Labels.Of(called, cancellationToken).IsEmpty ? Anonymizers.Is(purposes, called) ? told.Unlabelled() : told : ReadLate(call, called));
        }

        return InHand(call, result);
    }

    /// <summary>Each argument with the parameter that takes it: by its name where it has one. Those that the run time gathers have none.</summary>
    private static GivenArgument[] ArgumentsOf(IDynamicInvocationOperation call, IMethodSymbol called)
    {
        var arguments = new GivenArgument[call.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = call.GetArgumentName(i) is { } name ? called.Parameters.FirstOrDefault(one => one.Name == name) : i < called.Parameters.Length ? called.Parameters[i] : null;
            arguments[i] = new(parameter is { IsParams: true } ? null : parameter, call.Arguments[i]);
        }

        return arguments;
    }

    /// <summary>What may run, and whether nothing else does.</summary>
    private (IReadOnlyList<IMethodSymbol> Methods, bool IsWholeKnown) DynamicMethods(IDynamicMemberReferenceOperation named, int arguments)
    {
        var all = solver.NamedDynamically(named.MemberName).OfType<IMethodSymbol>().Where(method => Takes(method, arguments)).ToArray();
        if (named.Instance is not { } instance)
        {
            var own = named.ContainingType is { } type ? all.Where(method => TypeHierarchy.IsBeneath(type, method.ContainingType)).ToArray() : all;
            return (own, named.ContainingType is not null && own.Length > 0);
        }

        if (LateBound.TypeOf(instance) is { } seen)
        {
            var own = all.Where(method => !method.IsStatic && (TypeHierarchy.IsBeneath(seen, method.ContainingType) || TypeHierarchy.IsA(seen, method.ContainingType))).ToArray();
            return (own, own.Length > 0);
        }

        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var owner = Evaluate(instance);
        var isWholeKnown = !owner.Objects.IsEmpty;
        foreach (var one in owner.Objects)
        {
            var mine = KnownTypeOf(one) is { } type ? all.Where(method => !method.IsStatic && TypeHierarchy.IsBeneath(type, method.ContainingType)).ToArray() : null;
            isWholeKnown &= mine is { Length: > 0 };
            found.UnionWith(mine ?? all.Where(static method => !method.IsStatic));
        }

        return owner.Objects.IsEmpty ? (all.Where(static method => !method.IsStatic).ToArray(), false) : (all.Where(found.Contains).ToArray(), isWholeKnown);
    }

    private static bool Takes(IMethodSymbol method, int arguments)
        => method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
            && (method.Parameters.Length == arguments || (arguments < method.Parameters.Length ? method.Parameters[arguments].IsOptional || method.Parameters[arguments].IsParams : method.Parameters is [.., { IsParams: true }]));

    /// <summary>What a member yields that the run time finds on an object: its label where it has one, and then the code here has read it.</summary>
    private FlowValue ReadLate(IOperation named, ISymbol member, HeapObject on)
        => !purposes.Labels.Of(member, cancellationToken).IsEmpty ? ReadLate(named, member)
            : member is IPropertySymbol { GetMethod: { } getter } && solver.HasBody(getter) ? ApplyAll(named, getter, [getter], FlowValue.Of(on), [], [], [])
            : store.Read(FlowValue.Of(on), Segment.Of(member));

    private FlowValue ReadLate(IOperation named, ISymbol member)
    {
        if (bodies.OperationAt(named.Syntax, cancellationToken) is not { } whole || !MemberReads.IsRead(whole))
        {
            return FlowValue.None;
        }

        var code = PurposesAt(named.Syntax);
        var read = Source(new LabelledRead(new MemberRead(member, whole, named.Syntax), purposes.Labels.Of(member, cancellationToken)), code);

        // No rule about direct reads sees this one.
        return code.IsUndeclared ? FlowValue.Of([read]) : InHandNow(named, FlowValue.Of([read with { Arrived = PurposeNames.None }]));
    }

    /// <summary>Something labelled has the name, and nobody knows whether it is meant.</summary>
    private void TellLate(IDynamicMemberReferenceOperation named)
    {
        if (bodies.OperationAt(named.Syntax, cancellationToken) is not { } whole || !MemberReads.IsRead(whole))
        {
            return;
        }

        foreach (var member in solver.NamedDynamically(named.MemberName))
        {
            if (!purposes.Labels.Of(member, cancellationToken).IsEmpty)
            {
                solver.Lost(method, new LostValue(named.Syntax, SymbolNames.Display(member), LostValue.PerhapsRead));
            }
        }
    }

    /// <summary>The type that an object has, or is at least of. Null where that is not known.</summary>
    private static ITypeSymbol? KnownTypeOf(HeapObject one) => one switch
    {
        MadeObject { Type: { } type } => type,
        MadeObject { SeenAs: { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type } => type,
        InputObject { Path.Text.Length: 0, Input: IParameterSymbol { Type: { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } type } } => type,
        _ => null,
    };

    /// <summary>An object whose members are the entries of a dictionary.</summary>
    private bool IsRecordOfNames(HeapObject one) => (KnownTypeOf(one) ?? (one is InputObject { Path.Segments: [.., var member] } ? solver.TypeOfPart(member) : null)) is { Name: "ExpandoObject", ContainingNamespace.Name: "Dynamic" };

    /// <summary>Dynamic code puts a value into a member.</summary>
    private void AssignDynamic(IDynamicMemberReferenceOperation named, FlowValue value)
    {
        var owner = named.Instance is { } instance ? Evaluate(instance) : FlowValue.None;
        var isWholeKnown = !owner.Objects.IsEmpty;
        var isOnly = owner.Objects.Count == 1;
        foreach (var one in owner.Objects)
        {
            if (IsRecordOfNames(one))
            {
                Put(one, Segment.At(named.MemberName), value, isOnly);

                // It is a dictionary as well.
                Write(one, Segment.Keys, FlowValue.None, false);
            }
            else if (Answering(one, "TrySetMember") is { } asked && (KnownTypeOf(one) is not { } own || MembersByName.Of(own, named.MemberName) is null))
            {
                Answer(named, asked, one, [FlowValue.None, value]);
            }
            else if (KnownTypeOf(one) is { } type && MembersByName.Of(type, named.MemberName) is { } member and (IFieldSymbol or IPropertySymbol { SetMethod: not null }))
            {
                PutLate(named, named, member, FlowValue.Of(one), value, isOnly);
            }
            else
            {
                isWholeKnown = false;
                if (one is InputObject)
                {
                    // Whoever hands it in knows what it is.
                    Write(one, Segment.At(named.MemberName), value, false);
                }
            }
        }

        if (!isWholeKnown)
        {
            Lose(named.Syntax, store.Deep(value), "dynamic code");
        }
    }

    private void Put(HeapObject one, string segment, FlowValue value, bool isOnly)
    {
        if (isOnly)
        {
            Put(FlowValue.Of(one), segment, value);
        }
        else
        {
            PutWeakly(FlowValue.Of(one), segment, value);
        }
    }
}
