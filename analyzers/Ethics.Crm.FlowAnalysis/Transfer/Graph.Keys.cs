using System.Globalization;
using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Keys of dictionaries that are known when the program is compiled: texts, numbers, enums, and what is put together of these.</summary>
internal sealed partial class Graph
{
    // No text of a program begins so: a number under which something lies is no text.
    private const string Number = "\u2116";

    /// <summary>What tells the key apart from every other one. Null where it is not known.</summary>
    public string? KeyOf(IOperation key)
    {
        switch (key)
        {
            case ITupleOperation tuple:
                return Together(tuple.Elements);
            case IObjectCreationOperation { Initializer: null, Constructor: { } made } creation when IsEqualByParts(made):
                return Together(creation.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(static argument => argument.Value));
            case IConversionOperation { OperatorMethod: null, IsTryCast: false, Operand: ITupleOperation or IObjectCreationOperation } conversion:
                return KeyOf(conversion.Operand);
            case IFlowCaptureReferenceOperation capture when Targets.TryGetValue(capture.Id, out var captured) && captured is [ITupleOperation or IObjectCreationOperation]:
                return KeyOf(captured[0]);
            default:
                return Constant(key) is { HasValue: true, Value: { } value } ? Named(value) : IdentityOf(key);
        }
    }

    /// <summary>A key that equals nothing but itself: a type that is named, an object that a static member has kept since it was declared.</summary>
    private string? IdentityOf(IOperation key)
    {
        while (key is IConversionOperation { OperatorMethod: null, IsTryCast: false } conversion)
        {
            key = conversion.Operand;
        }

        switch (key)
        {
            case ITypeOfOperation { TypeOperand: INamedTypeSymbol { IsTupleType: false, ContainingAssembly: { } assembly } type } when !IsOfGeneric(type):
                return $"{Number}type {assembly.Name}:{SymbolNames.FullName(type)}";
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when IsIdentity(field):
                return $"{Number}object {SymbolNames.FullName(field)}";
            case IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null, IsIndexer: false } property } when IsIdentity(property):
                return $"{Number}object {SymbolNames.FullName(property)}";
            default:
                return null;
        }
    }

    /// <summary>Whether the member keeps an object of its own, of a class that says nothing of what equals it.</summary>
    private bool IsIdentity(ISymbol member)
    {
        if (IsOfGeneric(member.ContainingType) || settled.MadeAs(member) is not { IsRecord: false } made)
        {
            return false;
        }

        return !Comparers.SaysWhatEqualsIt(made);
    }

    private static bool IsOfGeneric(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
            {
                return true;
            }
        }

        return false;
    }

    private string? Together(IEnumerable<IOperation> parts)
    {
        var all = new List<string>();
        foreach (var part in parts)
        {
            if (KeyOf(part) is not { } text)
            {
                return null;
            }

            // With its length, so that no two look alike.
            all.Add($"{text.Length}:{text}");
        }

        return $"({string.Join(",", all)})";
    }

    private static string? Named(object value) => value switch
    {
        string text => text,
        char letter => Number + "'" + letter,
        bool isTrue => Number + (isTrue ? "+" : "-"),
        IFormattable number and (sbyte or byte or short or ushort or int or uint or long or ulong) => Number + number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static readonly ConditionalWeakTable<IMethodSymbol, StrongBox<bool>> ByParts = new();

    /// <summary>Whether the constructor makes a record that equals another one where both were made with the same, and in no other case.</summary>
    public static bool IsEqualByParts(IMethodSymbol constructor) => ByParts.GetValue(constructor.OriginalDefinition, static one => new StrongBox<bool>(IsOfParts(one))).Value;

    private static bool IsOfParts(IMethodSymbol constructor)
    {
        var type = constructor.ContainingType;
        return type is { IsRecord: true } && (type.IsValueType || (type.IsSealed && type.BaseType is { SpecialType: SpecialType.System_Object })) && constructor.Parameters.Length > 0
            && constructor.Parameters.All(parameter => IsOfRecord(parameter) && type.GetMembers(parameter.Name) is [IPropertySymbol { DeclaringSyntaxReferences: [var declared] }] && declared.GetSyntax() is ParameterSyntax)
            && type.GetMembers(WellKnownMemberNames.ObjectEquals).All(static member => member.IsImplicitlyDeclared)
            && type.GetMembers().Count(static member => member is IFieldSymbol { IsStatic: false }) == constructor.Parameters.Length;
    }

    private static bool IsOfRecord(IParameterSymbol parameter) => parameter.RefKind == RefKind.None && parameter.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax().Parent?.Parent is RecordDeclarationSyntax;

    /// <summary>A text that is put together of texts and whole numbers.</summary>
    private Optional<object?> Joined(IInterpolatedStringOperation text, bool isWritten)
    {
        var all = new System.Text.StringBuilder();
        foreach (var part in text.Parts)
        {
            var piece = part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string written } } => written,
                IInterpolationOperation { Alignment: null, FormatString: null } hole => TextOf(hole.Expression, isWritten),
                _ => null,
            };
            if (piece is null)
            {
                return default;
            }

            all.Append(piece);
        }

        return ConstantValues.Of(all.ToString());
    }

    /// <summary>What stands in a text for it, whatever the culture. Null where that is not known.</summary>
    private string? TextOf(IOperation operation, bool isWritten)
    {
        while (operation is IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Object } boxed)
        {
            operation = boxed.Operand;
        }

        return operation.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) && Constant(operation, isWritten) is { HasValue: true, Value: var value }
            ? value switch
            {
                null => "",
                string text => text,
                char letter => letter.ToString(),
                // How a sign is written, a culture says.
                IFormattable number when number.ToString(null, CultureInfo.InvariantCulture) is var digits && digits[0] != '-' => digits,
                _ => null,
            }
            : null;
    }
}
