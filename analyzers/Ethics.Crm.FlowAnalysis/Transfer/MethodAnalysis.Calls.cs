using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Calls: by the summary of the method that is called, else by what holds for code that nobody knows.</summary>
internal sealed partial class MethodAnalysis
{
    // What `with` calls on a record class.
    private const string CloneOfARecord = "<Clone>$";

    private FlowValue Call(IInvocationOperation call)
    {
        var target = call.TargetMethod;
        if (target.Name == CloneOfARecord && call.Instance is { } original)
        {
            return Cloned(call, target, Evaluate(original), original.Type);
        }

        if (target is { Name: nameof(MemberwiseClone), ContainingType.SpecialType: SpecialType.System_Object } && CopyOfThis(call) is { } copied)
        {
            return copied;
        }

        if (target.MethodKind == MethodKind.LocalFunction)
        {
            Learn(target);
        }

        if (UnsafeAccessors.MayBe(target) && Accessing(call) is { } accessed)
        {
            return accessed;
        }

        var before = store;
        var result = CallOf(call, target, call.Instance, call.Arguments);
        if (Anonymizers.Is(purposes, target))
        {
            return Anonymised(result, before);
        }

        if (Labelled(call) is { } labelled)
        {
            return labelled;
        }

        if (LateBound.IsReflected(call))
        {
            TellReflected(call);
        }

        return InHand(call, Yielded(call, result));
    }

    private FlowValue CallOf(IOperation operation, IMethodSymbol target, IOperation? instance, IReadOnlyList<IOperation> given)
    {
        var arguments = given.Count == 0 ? [] : new GivenArgument[given.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = given[i] is IArgumentOperation argument ? new(argument.Parameter, argument.Value) : new(null, given[i]);
        }

        return CallWith(operation, target, instance, arguments);
    }

    private FlowValue CallWith(IOperation operation, IMethodSymbol target, IOperation? instance, GivenArgument[] arguments)
    {
        if (ExtensionBlocks.MemberOf(target) is { } member)
        {
            var extended = member.IsStatic ? 0 : 1;
            var shifted = arguments.Where(argument => extended == 0 || argument.Parameter?.Ordinal > 0).Select(argument => new GivenArgument(argument.Parameter is { } one ? member.Parameters[one.Ordinal - extended] : null, argument.Value)).ToArray();
            return CallWith(operation, member, member.IsStatic ? null : arguments.First(static argument => argument.Parameter?.Ordinal == 0).Value, shifted);
        }

        var owner = instance is null ? FlowValue.None : IsCopiedForACall(instance, target) ? Copy(instance, Evaluate(instance), instance.Type) : Whole(instance);
        var values = arguments.Length == 0 ? [] : new FlowValue[arguments.Length];
        var byParameter = target.Parameters.Length == 0 ? [] : new FlowValue[target.Parameters.Length];
        for (var i = 0; i < byParameter.Length; i++)
        {
            byParameter[i] = FlowValue.None;
        }

        var call = new Outlet(target, instance, owner, arguments);
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Parameter switch
            {
                { RefKind: RefKind.Out } => FlowValue.None,
                { RefKind: RefKind.Ref } => Whole(arguments[i].Value),
                _ => Evaluate(arguments[i].Value),
            };
            if (arguments[i].Parameter is { RefKind: RefKind.None })
            {
                values[i] = Copied(arguments[i].Value, values[i]);
            }

            var ordinal = arguments[i].Parameter?.Ordinal ?? i;
            if (ordinal < byParameter.Length)
            {
                byParameter[ordinal] = values[i];
            }

            Disclose(call, arguments[i].Value, arguments[i].Parameter, values[i], i);
            HandIn(target, arguments[i].Parameter ?? (ordinal < target.Parameters.Length ? target.Parameters[ordinal] : null), instance?.Type, arguments[i].Value, values[i]);
        }

        CrossInto(target, instance, owner, arguments, values);
        Ask(owner);
        foreach (var value in values)
        {
            Ask(value);
        }

        if (target.MethodKind == MethodKind.LocalFunction)
        {
            return Apply(operation, target, owner, byParameter, arguments);
        }

        var isVirtual = operation is not IInvocationOperation { IsVirtual: false } && instance?.Syntax is not BaseExpressionSyntax;
        var targets = Bodies(operation, target, isVirtual, owner, instance);
        if (targets.Length > 0)
        {
            var before = store;
            var known = ApplyAll(operation, target, targets, owner, byParameter, arguments, values).And(Open(target, isVirtual, owner, byParameter));
            if (!IsFromElsewhere(target) || owner.Objects.All(one => IsOurs((one as MadeObject)?.Type)) || IsOurs(Through(instance!).Type))
            {
                return known;
            }

            // What the framework has of it may run as well.
            var after = store;
            store = before;
            HandFunctions(operation.Syntax, arguments, values);
            known = known.And(Library(operation, target, owner, values, arguments) ?? Unknown(operation, target, owner, values, arguments));
            store = store.Join(after);
            return known;
        }

        if (IsOnlyOpen(target, isVirtual, owner))
        {
            HandFunctions(operation.Syntax, arguments, values);
            return Open(target, isVirtual, owner, byParameter);
        }

        Serialize(target, arguments, values);
        Deserialize(operation, target, ref owner, values);
        HandFunctions(operation.Syntax, arguments, values);
        return target.MethodKind == MethodKind.DelegateInvoke
            ? Invoked(operation, target, owner, values, arguments)
            : SharedPart(operation, owner, values, Deferred(operation, target, owner, values, arguments) ?? Library(operation, target, owner, values, arguments) ?? Unknown(operation, target, owner, values, arguments)).And(Open(target, isVirtual, owner, byParameter));
    }

    /// <summary>A method that may change its struct is called on a copy where the struct itself must not change.</summary>
    private bool IsCopiedForACall(IOperation instance, IMethodSymbol target)
        => target is { IsStatic: false, IsReadOnly: false, ContainingType: { TypeKind: TypeKind.Struct, IsReadOnly: false } } && instance switch
        {
            IParameterReferenceOperation { Parameter.RefKind: RefKind.In or (RefKind)4 } => true,
            ILocalReferenceOperation { Local.RefKind: RefKind.RefReadOnly } => true,
            IFieldReferenceOperation { Field: { IsReadOnly: true, ContainingType: var type } } => !((method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || method.IsInitOnly) && SymbolEqualityComparer.Default.Equals(method.ContainingType, type.OriginalDefinition)),
            _ => false,
        };

    /// <summary>What a call may run, as far as this compilation has it.</summary>
    private IMethodSymbol[] Bodies(IOperation operation, IMethodSymbol target, bool isVirtual, FlowValue owner, IOperation? instance)
    {
        var targets = target.IsStatic && CallTargets.AskedOf(operation) is { } type ? solver.Targets.Of(target, true, graph.Known.TypesOf(type), null, FlowValue.None) : solver.Targets.Of(target, isVirtual && instance is not null, graph.Known.TypesOf(owner) is { IsDefaultOrEmpty: false } known ? known : MadeAs(instance, target), instance is null ? null : Through(instance).Type, owner);
        if (targets.Count == 1)
        {
            var only = targets[0].PartialImplementationPart ?? targets[0];
            return solver.HasBody(only) ? [only] : [];
        }

        return targets.Select(static one => one.PartialImplementationPart ?? one).Where(solver.HasBody).ToArray();
    }

    /// <summary>Of which class the object is that a member has kept since it was declared; default where that is not known.</summary>
    private ImmutableArray<ITypeSymbol> MadeAs(IOperation? instance, IMethodSymbol target)
        => instance is not null && CallTargets.IsOverridable(target) && Through(instance) is IMemberReferenceOperation { Member: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null, IsIndexer: false } } kept && solver.Settled.MadeAs(kept.Member.OriginalDefinition) is { } type
            ? ImmutableArray.Create(type) : default;

    /// <summary>Whichever of them runs.</summary>
    private FlowValue ApplyAll(
        IOperation operation, IMethodSymbol called, IReadOnlyList<IMethodSymbol> targets, FlowValue owner, FlowValue[] given, IReadOnlyList<GivenArgument> arguments, FlowValue[] values)
    {
        var before = store;
        Store? after = null;
        var result = FlowValue.None;
        foreach (var target in targets)
        {
            store = before;
            if (!SymbolEqualityComparer.Default.Equals(target, called.OriginalDefinition))
            {
                for (var i = 0; i < values.Length; i++)
                {
                    // What the called one says of its parameter has been judged, and holds for all of them.
                    var parameter = arguments[i].Parameter is { } known && known.Ordinal < target.Parameters.Length ? target.Parameters[known.Ordinal] : null;
                    if (!IsLabelled(arguments[i].Parameter) && !IsFunction(parameter?.Type) && !Cross(parameter, null, arguments[i].Value, values[i]))
                    {
                        HandOver(arguments[i].Value.Syntax, values[i], target);
                    }
                }
            }

            var around = askedClasses;
            askedClasses = ClassesAsked(called, target, given);
            result = result.And(Apply(operation, target, owner, given, arguments));
            askedClasses = around;
            after = after is null ? store : after.Join(store);
        }

        store = after ?? before;
        return result;
    }

    private bool IsLabelled(IParameterSymbol? parameter) => parameter is not null && !purposes.Labels.Of(parameter.OriginalDefinition, cancellationToken).IsEmpty;
}
