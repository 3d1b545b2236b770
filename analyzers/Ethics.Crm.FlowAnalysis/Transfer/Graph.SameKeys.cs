using System.Globalization;
using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// Keys of dictionaries that only the running program knows, and that are the same one wherever the method names them: what it is handed and nothing writes, a member of that which nobody can set, a text that is put
/// together of these.
/// </summary>
internal sealed partial class Graph
{
    /// <summary>What the key is called in one call of the method. Null where it may be another one each time.</summary>
    public string? SameKeyOf(IOperation key)
    {
        switch (key)
        {
            case IConversionOperation { OperatorMethod: null, IsTryCast: false } conversion when conversion.IsImplicit || conversion.Type?.SpecialType == SpecialType.System_Object:
                return SameKeyOf(conversion.Operand);
            case IFlowCaptureReferenceOperation capture when Targets.TryGetValue(capture.Id, out var captured) && captured.Count == 1:
                return SameKeyOf(captured[0]);
            case IParameterReferenceOperation or ILocalReferenceOperation or IPropertyReferenceOperation or IFieldReferenceOperation:
                return Transfer.Known.IsSimple(key.Type) ? SameOf(key) : null;
            case IInterpolatedStringOperation text:
                return SameTextOf(text);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return SamePartOf(sum.LeftOperand) is { } head && SamePartOf(sum.RightOperand) is { } tail ? head + "+" + tail : null;
            default:
                return null;
        }
    }

    private string? SameTextOf(IInterpolatedStringOperation text)
    {
        var all = "";
        foreach (var part in text.Parts)
        {
            var piece = part switch
            {
                IInterpolatedStringTextOperation { Text: var written } => SamePartOf(written),
                IInterpolationOperation { Alignment: null, FormatString: null } hole => SamePartOf(hole.Expression),
                _ => null,
            };
            if (piece is null)
            {
                return null;
            }

            all = all.Length == 0 ? piece : all + "+" + piece;
        }

        return all.Length == 0 ? null : all;
    }

    /// <summary>With its length, so that no two texts look alike.</summary>
    private string? SamePartOf(IOperation part) => Constant(part) is { HasValue: true, Value: var value } ? value is string text ? $"{text.Length}:{text.Replace("/", "\u2215")}" : null : SameKeyOf(part);

    /// <summary>A variable of the method that holds one thing from its first to its last line, or a member of that which nobody can set.</summary>
    private string? SameOf(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null, IsTryCast: false, IsImplicit: true } conversion:
                return SameOf(conversion.Operand);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return of.MethodKind == MethodKind.Constructor || of.ContainingType is not { IsReferenceType: true } ? null : "this";
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: var owner } parameter }:
                return IsOfWhole(owner) && !SettledLocals.IsWritten(parameter, body.OriginalOperation) ? parameter.Name : null;
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None, DeclaringSyntaxReferences: [var declared] } local }:
                return IsOfWhole(local.ContainingSymbol) && !SettledLocals.IsWritten(local, body.OriginalOperation) && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } declarator && IsOnce(declarator)
                    ? local.Name + "@" + declarator.SpanStart.ToString(CultureInfo.InvariantCulture) : null;
            case IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false, IsVirtual: false, IsAbstract: false, IsOverride: false, SetMethod: null or { IsInitOnly: true } } property } when IsPlain(property):
                return SameOf(instance) is { } whole ? whole + "." + property.Name : null;
            case IFieldReferenceOperation { Instance: { } instance, Field: { IsReadOnly: true, IsStatic: false } field }:
                return SameOf(instance) is { } around ? around + "." + field.Name : null;
            default:
                return null;
        }
    }

    private static readonly ConditionalWeakTable<IPropertySymbol, StrongBox<bool>> Plain = new();

    /// <summary>Whether a property hands out what it was made with, and nothing else: no accessor has a word of its own.</summary>
    private static bool IsPlain(IPropertySymbol property) => Plain.GetValue(
        property.OriginalDefinition,
        static one => new StrongBox<bool>(one.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } => accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }),
            _ => false,
        })).Value;

    /// <summary>Whether a variable belongs to the method as a whole. Those of its functions are others each time one runs.</summary>
    private bool IsOfWhole(ISymbol owner) => owner is IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) } method && !(method.MethodKind == MethodKind.Constructor && !SymbolEqualityComparer.Default.Equals(method, of));
}
