using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What operators make of constants, as the compiler holds them: an enum by its number. No value where it is not certain.</summary>
internal static class ConstantValues
{
    /// <summary>Beyond these a fraction does not hold every whole number.</summary>
    private const long ExactInSingle = 1L << 24;

    private const long ExactInDouble = 1L << 53;

    public static Optional<object?> Of(object? value) => new(value);

    /// <summary>The same value in another type. A number that does not fit would be another one.</summary>
    public static Optional<object?> As(object? value, ITypeSymbol? type)
    {
        if (value is null)
        {
            return type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } ? Of(null) : default;
        }

        var kind = KindOf(type);
        if (value is bool or string)
        {
            // A text keeps its value under any other name; what is boxed is told apart by its type.
            return (value is bool && kind == SpecialType.System_Boolean) || (value is string && type is { IsReferenceType: true }) ? Of(value) : default;
        }

        if (Whole(value) is { } number)
        {
            return Number(number, kind);
        }

        return (value, kind) switch
        {
            (double, SpecialType.System_Double) or (float, SpecialType.System_Single) => Of(value),
            (float narrow, SpecialType.System_Double) => Of((double)narrow),
            _ => default,
        };
    }

    /// <summary>What a type holds before anything is put into it.</summary>
    public static Optional<object?> DefaultOf(ITypeSymbol? type) => KindOf(type) switch
    {
        _ when type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => Of(null),
        SpecialType.System_Boolean => Of(false),
        SpecialType.None => default,
        var kind => Number(0, kind),
    };

    /// <summary>Whether a comparison is true. A comparison with nothing is false, but that of nothing with nothing.</summary>
    public static Optional<object?> Compare(BinaryOperatorKind kind, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return kind switch
            {
                BinaryOperatorKind.Equals => Of(left is null && right is null),
                BinaryOperatorKind.NotEquals => Of(left is not null || right is not null),
                _ => Of(false),
            };
        }

        return (left, right) switch
        {
            (bool one, bool other) => Equality(kind, one == other),
            (string one, string other) => Equality(kind, string.Equals(one, other, StringComparison.Ordinal)),
            (double one, double other) => Ordered(kind, one < other, one > other, one == other),
            (float one, float other) => Ordered(kind, one < other, one > other, one == other),
            (decimal one, decimal other) => Ordered(kind, one < other, one > other, one == other),
            _ when left.GetType() == right.GetType() && Whole(left) is { } one && Whole(right) is { } other => Ordered(kind, one < other, one > other, one == other),
            _ => default,
        };
    }

    /// <summary>What two values have in common, or together.</summary>
    public static Optional<object?> Combine(BinaryOperatorKind kind, object? left, object? right)
    {
        if (left is bool one && right is bool other)
        {
            return kind switch
            {
                BinaryOperatorKind.And => Of(one & other),
                BinaryOperatorKind.Or => Of(one | other),
                BinaryOperatorKind.ExclusiveOr => Of(one ^ other),
                _ => default,
            };
        }

        if (left is null || right is null || left.GetType() != right.GetType() || Bits(left) is not { } these || Bits(right) is not { } those)
        {
            return default;
        }

        var bits = kind switch
        {
            BinaryOperatorKind.And => these & those,
            BinaryOperatorKind.Or => these | those,
            _ => these ^ those,
        };
        return Of(left switch
        {
            sbyte => unchecked((sbyte)bits),
            byte => unchecked((byte)bits),
            short => unchecked((short)bits),
            ushort => unchecked((ushort)bits),
            int => unchecked((int)bits),
            uint => unchecked((uint)bits),
            ulong => unchecked((ulong)bits),
            _ => (object)bits,
        });
    }

    /// <summary>What is left of a calculation with whole numbers. One that does not fit its type may have been cut, and nothing is known of it.</summary>
    public static Optional<object?> Calculate(BinaryOperatorKind kind, object? left, object? right, ITypeSymbol? type)
    {
        if (KindOf(type) is not (SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64) || left is null || right is null || Whole(left) is not { } one || Whole(right) is not { } other
            || (other == 0 && kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder) || (kind == BinaryOperatorKind.Multiply && KindOf(type) == SpecialType.System_Int64))
        {
            return default;
        }

        return Number(
            kind switch
            {
                BinaryOperatorKind.Add => one + other,
                BinaryOperatorKind.Subtract => one - other,
                BinaryOperatorKind.Multiply => one * other,
                BinaryOperatorKind.Divide => decimal.Truncate(one / other),
                _ => one % other,
            },
            KindOf(type));
    }

    private static Optional<object?> Equality(BinaryOperatorKind kind, bool areEqual) => kind switch
    {
        BinaryOperatorKind.Equals => Of(areEqual),
        BinaryOperatorKind.NotEquals => Of(!areEqual),
        _ => default,
    };

    private static Optional<object?> Ordered(BinaryOperatorKind kind, bool isLess, bool isGreater, bool areEqual) => kind switch
    {
        BinaryOperatorKind.LessThan => Of(isLess),
        BinaryOperatorKind.LessThanOrEqual => Of(isLess || areEqual),
        BinaryOperatorKind.GreaterThan => Of(isGreater),
        BinaryOperatorKind.GreaterThanOrEqual => Of(isGreater || areEqual),
        _ => Equality(kind, areEqual),
    };

    /// <summary>The kind of number behind an enum, and behind what may be null.</summary>
    private static SpecialType KindOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
        {
            type = inner;
        }

        return (type is INamedTypeSymbol { EnumUnderlyingType: { } number } ? number : type)?.SpecialType ?? SpecialType.None;
    }

    private static decimal? Whole(object value) => value switch
    {
        char letter => letter,
        sbyte number => number,
        byte number => number,
        short number => number,
        ushort number => number,
        int number => number,
        uint number => number,
        long number => number,
        ulong number => number,
        _ => null,
    };

    private static long? Bits(object value) => value switch
    {
        ulong number => unchecked((long)number),
        _ when Whole(value) is { } number => (long)number,
        _ => null,
    };

    private static Optional<object?> Number(decimal number, SpecialType kind) => kind switch
    {
        SpecialType.System_Char when number is >= char.MinValue and <= char.MaxValue => Of((char)number),
        SpecialType.System_SByte when number is >= sbyte.MinValue and <= sbyte.MaxValue => Of((sbyte)number),
        SpecialType.System_Byte when number is >= byte.MinValue and <= byte.MaxValue => Of((byte)number),
        SpecialType.System_Int16 when number is >= short.MinValue and <= short.MaxValue => Of((short)number),
        SpecialType.System_UInt16 when number is >= ushort.MinValue and <= ushort.MaxValue => Of((ushort)number),
        SpecialType.System_Int32 when number is >= int.MinValue and <= int.MaxValue => Of((int)number),
        SpecialType.System_UInt32 when number is >= uint.MinValue and <= uint.MaxValue => Of((uint)number),
        SpecialType.System_Int64 when number is >= long.MinValue and <= long.MaxValue => Of((long)number),
        SpecialType.System_UInt64 when number is >= ulong.MinValue and <= ulong.MaxValue => Of((ulong)number),
        SpecialType.System_Decimal => Of(number),
        SpecialType.System_Single when Math.Abs(number) <= ExactInSingle => Of((float)number),
        SpecialType.System_Double when Math.Abs(number) <= ExactInDouble => Of((double)number),
        _ => default,
    };
}
