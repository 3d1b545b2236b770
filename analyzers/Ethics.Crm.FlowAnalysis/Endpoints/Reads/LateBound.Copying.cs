using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>Members that reflection reads and writes at once, without naming one.</summary>
internal static partial class LateBound
{
    /// <summary>The object of which a member is read that such a call puts into a member of another one. Null where it puts something else there.</summary>
    /// <param name="call">One that writes a property or field that reflection has found.</param>
    public static IOperation? CopiedFrom(IInvocationOperation call) => call.Arguments.Length > 1 ? ReadOf(call.Arguments[1].Value) : null;

    private static IOperation? ReadOf(IOperation value) => Conversions.Through(value) switch
    {
        IConditionalAccessOperation access => ReadOf(access.WhenNotNull),
        IInvocationOperation { TargetMethod.Name: "GetValue" } read when IsReflected(read) && ObjectOf(read) is { } on && Conversions.Through(on) is ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IFieldReferenceOperation => on,
        ILocalReferenceOperation { Local: var local } held when OnlyValueOf(local, held) is { } only => ReadOf(only),
        _ => null,
    };
}
