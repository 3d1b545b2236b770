using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Members that are written, or called, by way of something else: an unsafe accessor, reflection, dynamic code.</summary>
internal sealed partial class MethodAnalysis
{
    private const string NotNamed = "a member that is not named there";

    /// <summary>What an unsafe accessor does: what is done with the member to which it comes. Null where that is not known.</summary>
    private FlowValue? Accessing(IInvocationOperation call)
    {
        if (UnsafeAccessors.Reached(call.TargetMethod) is not { } member || member is IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            return null;
        }

        var given = call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(static argument => argument.Value).ToArray();
        if (Labelled(call) is { } labelled)
        {
            foreach (var argument in given)
            {
                Evaluate(argument);
            }

            return labelled;
        }

        var owner = given.Length == 0 ? FlowValue.None : Evaluate(given[0]);
        switch (member)
        {
            case IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } when given.Length == 2:
                PutLate(call, given[1], property, owner, Evaluate(given[1]));
                return FlowValue.None;
            case IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { IsStatic: false } property }:
                return InHand(call, ReadPart(call, property, owner));
            case IFieldSymbol { IsStatic: false } field:
                return InHand(call, store.Read(owner, Segment.Of(field)));
            case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when method.Parameters.Length == given.Length - 1:
                return Anonymizers.Is(purposes, method) ? AccessedBy(call, method, given).Unlabelled() : InHand(call, Yielded(call, AccessedBy(call, method, given)));
            default:
                return null;
        }
    }

    private FlowValue AccessedBy(IInvocationOperation call, IMethodSymbol method, IOperation[] given)
        => CallWith(call, method, method.IsStatic ? null : given[0], given.Skip(1).Select((value, place) => new GivenArgument(method.Parameters[place], value)).ToArray());

    private static bool IsStaticByAccessor(IOperation target)
        => target is IInvocationOperation { TargetMethod: var accessor } && UnsafeAccessors.MayBe(accessor) && UnsafeAccessors.Reached(accessor) is IFieldSymbol { IsStatic: true };

    /// <summary>What a property without label holds, or yields.</summary>
    private FlowValue ReadPart(IOperation operation, ISymbol member, FlowValue owner)
        => member is IPropertySymbol { GetMethod: { } getter } && solver.HasBody(getter) ? ApplyAll(operation, getter, [getter], owner, [], [], []) : store.Read(owner, Segment.Of(member));

    /// <summary>A value is put into a member that the text does not name as one.</summary>
    /// <param name="given">What stands for the value.</param>
    /// <param name="replaces">Whether it is the only object that may be meant.</param>
    private void PutLate(IOperation operation, IOperation given, ISymbol member, FlowValue owner, FlowValue value, bool replaces = true)
    {
        var setter = member is IPropertySymbol { SetMethod: { } one } && solver.HasBody(one) ? one : null;
        if (!value.IsNone && purposes.Borders.Of(member, null, cancellationToken) is { } border)
        {
            Cross(border, given.Syntax, given.Type, value);
            value = border.Kind == SinkKind.Storage ? Stored(value, border) : setter is not null ? Crossed(value, border, setter) : FlowValue.None;
        }

        if (member.IsStatic)
        {
            Lose(given.Syntax, store.Deep(value), NotNamed);
        }
        else if (setter is not null && !(member is IPropertySymbol property && IsAutomatic(property)))
        {
            ApplyAll(operation, setter, [setter], owner, [value], [], []);
        }
        else if (replaces)
        {
            Put(owner, Segment.Of(member), value);
        }
        else
        {
            PutWeakly(owner, Segment.Of(member), value);
        }
    }

    /// <summary>Reflection writes a member, or reads one without label. Null for any other call, and for a read of which only the run time knows the member.</summary>
    private FlowValue? FoundMember(IInvocationOperation call, IMethodSymbol target, FlowValue[] values)
    {
        if (LateBound.IsWriting(target) && values.Length >= 2)
        {
            var (on, value) = (values[0], values[1]);
            if (bodies.OperationAt(call.Syntax, cancellationToken) is IInvocationOperation whole && LateBound.Written(whole) is { } written)
            {
                PutLate(call, call.Arguments[1].Value, written.Member, on, value);
            }
            else
            {
                CopyMembers(call, on);
                Lose(call.Arguments[1].Value.Syntax, store.Deep(value), "a member that only the running program knows");
            }

            return FlowValue.None;
        }

        if (target.Name != "GetValue" || !LateBound.MayBeReflected(call) || values.Length == 0 || bodies.OperationAt(call.Syntax, cancellationToken) is not IInvocationOperation read || LateBound.Reflected(read) is not { } found)
        {
            return null;
        }

        return purposes.Labels.Of(found.Member, cancellationToken).IsEmpty && !values[0].Objects.IsEmpty && !found.Member.IsStatic ? ReadPart(call, found.Member, values[0]).With(values[0].Taints) : null;
    }
}
