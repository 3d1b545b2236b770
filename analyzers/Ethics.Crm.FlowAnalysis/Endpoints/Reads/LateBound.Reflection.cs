using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>Calls of reflection: those that read or write a property or field, call its getter, make a function of that, or an expression that reads it.</summary>
internal static partial class LateBound
{
    // What BindingFlags says of a call of InvokeMember.
    private const int ReadsMember = 0x1400;

    /// <summary>Whether a call may read a property or field that reflection has found, by its name alone.</summary>
    public static bool MayBeReflected(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "GetValue" or "Invoke" or "InvokeMember" or "CreateDelegate" => OfReflection(call.TargetMethod.ContainingType) || call.TargetMethod.ContainingType.SpecialType == SpecialType.System_Delegate,
        "Property" or "Field" or "PropertyOrField" => IsExpression(call.TargetMethod.ContainingType),
        _ => false,
    };

    /// <summary>Whether a call reads a property or field that reflection has found.</summary>
    public static bool IsReflected(IInvocationOperation call) => MayBeReflected(call) && call.TargetMethod.Name switch
    {
        "GetValue" => call.TargetMethod.ContainingType.Name is "PropertyInfo" or "FieldInfo" or "PropertyDescriptor",
        "InvokeMember" => Reads(call),
        "Invoke" or "CreateDelegate" => Reflected(call) is not null,
        _ => NamedIn(call) is not null,
    };

    /// <summary>The member that such a call reads, with the type on which it was found. Null where only the run time knows it.</summary>
    public static (ISymbol Member, ITypeSymbol Type)? Reflected(IInvocationOperation call) => !MayBeReflected(call) ? null : call.TargetMethod.Name switch
    {
        "GetValue" => call.Instance is { } found ? Found(found) : null,
        "Invoke" => call.Instance is { } getter ? Getter(getter) : null,
        "CreateDelegate" => (call.Instance ?? Given(call, "method")) is { } getter ? Getter(getter) : null,
        "InvokeMember" => Reads(call) && call.Instance is { } on && Reflection(on) is { } type && NameIn(call) is { } name && Value(type, name) is { } member ? (member, type) : null,
        _ => Given(call, "expression") is { } on && DescribedType(on) is { } type && NamedIn(call) is { } given && Text(given) is { } name && Value(type, name) is { } member ? (member, type) : null,
    };

    /// <summary>Whether a call writes a property or field that reflection has found.</summary>
    public static bool IsWriting(IMethodSymbol target) => target is { Name: "SetValue", ContainingType: { Name: "PropertyInfo" or "FieldInfo" or "PropertyDescriptor" } type } && OfReflection(type);

    /// <summary>The member that such a call writes, with the type on which it was found. Null where only the run time knows it.</summary>
    public static (ISymbol Member, ITypeSymbol Type)? Written(IInvocationOperation call) => call.Instance is { } found ? Found(found) : null;

    /// <summary>The expression that stands for the object of which a member is read. Null where none does.</summary>
    public static IOperation? ObjectOf(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "InvokeMember" => Given(call, "target"),
        "GetValue" => call.Arguments.FirstOrDefault()?.Value,
        _ => null,
    };

    /// <summary>The type of the object in an expression that reads a member of it. Null where only the run time knows it.</summary>
    public static ITypeSymbol? DescribedIn(IInvocationOperation call) => NamedIn(call) is null ? null : Given(call, "expression") is { } on ? DescribedType(on) : null;

    /// <summary>The name by which a call of reflection finds what it reads, where it stands in the body.</summary>
    public static string? NameOf(IInvocationOperation call) => call.Instance is { } found && Finding(found) is { } finding ? NameIn(finding) : null;

    private static bool OfReflection(INamedTypeSymbol type)
        => type is { Name: "PropertyInfo" or "FieldInfo" or "MethodBase" or "MethodInfo" or "Type" or "PropertyDescriptor" or "RuntimeReflectionExtensions", ContainingNamespace: { Name: "Reflection" or "ComponentModel" or "System" } space } && (space.Name == "System" || space.ContainingNamespace.Name == "System");

    private static bool IsExpression(INamedTypeSymbol type) => type is { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } };

    private static IOperation? Given(IInvocationOperation call, string parameter) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    private static IOperation? NamedIn(IInvocationOperation call) => call.Arguments.Select(static argument => argument.Value).FirstOrDefault(static value => value.Type?.SpecialType == SpecialType.System_String);

    private static bool Reads(IInvocationOperation call) => Given(call, "invokeAttr") is not { ConstantValue: { HasValue: true, Value: int flags } } || (flags & ReadsMember) != 0;

    /// <summary>The type of what an expression stands for that code makes: that of a parameter, where it is named.</summary>
    private static ITypeSymbol? DescribedType(IOperation value) => Conversions.Through(value) switch
    {
        ILocalReferenceOperation { Local: var local } held when OnlyValueOf(local, held) is { } only => DescribedType(only),
        IInvocationOperation { TargetMethod: { Name: "Parameter" or "Variable", ContainingType: var type }, Arguments: [{ Value: var named }, ..] } when IsExpression(type) => Reflection(named),
        _ => null,
    };

    /// <summary>The property whose getter an expression stands for.</summary>
    private static (ISymbol, ITypeSymbol)? Getter(IOperation finding)
    {
        switch (Conversions.Through(finding))
        {
            case IConditionalAccessInstanceOperation asked when Asked(asked) is { } access:
                return Getter(access.Operation);
            case ILocalReferenceOperation { Local: var local } held when OnlyValueOf(local, held) is { } value:
                return Getter(value);
            case IConditionalAccessOperation access:
                return Getter(access.WhenNotNull);
            case IPropertyReferenceOperation { Property: { Name: "GetMethod", ContainingType: var type }, Instance: { } found } when OfReflection(type):
                return Found(found);
            case IInvocationOperation { TargetMethod: { Name: "GetGetMethod", ContainingType: var type }, Instance: { } found } when OfReflection(type):
                return Found(found);
            case IInvocationOperation { TargetMethod: { Name: "GetMethod" or "GetRuntimeMethod" or "GetDeclaredMethod" } target } call
                when OfReflection(target.ContainingType) && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } on && Reflection(on) is { } type && NameIn(call) is { } name && name.StartsWith("get_", StringComparison.Ordinal) && Value(type, name.Substring(4)) is { } member:
                return (member, type);
            default:
                return null;
        }
    }

    private static (ISymbol, ITypeSymbol)? Found(IOperation finding)
        => Finding(finding) switch
        {
            IInvocationOperation call when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } on && Described(on) is { } type && NameIn(call) is { } name && Value(type, name) is { } member => (member, type),
            IPropertyReferenceOperation { Instance: { } on, Arguments: [{ Value: var named }] } when Described(on) is { } type && Text(named) is { } name && Value(type, name) is { } member => (member, type),
            _ => null,
        };

    /// <summary>What finds a member by a name: <c>type.GetProperty("Email")</c>, or <c>TypeDescriptor.GetProperties(contact)["Email"]</c>. Null where an expression stands for something else.</summary>
    private static IOperation? Finding(IOperation finding)
    {
        switch (Conversions.Through(finding))
        {
            case IConditionalAccessInstanceOperation asked when Asked(asked) is { } access:
                return Finding(access.Operation);
            case IConditionalAccessOperation access:
                return Finding(access.WhenNotNull);
            case ILocalReferenceOperation { Local: var local } held when OnlyValueOf(local, held) is { } value:
                return Finding(value);
            case IInvocationOperation { TargetMethod.Name: "GetProperty" or "GetField" or "GetRuntimeProperty" or "GetRuntimeField" or "GetDeclaredProperty" or "GetDeclaredField" } call:
                return call;
            case IInvocationOperation { TargetMethod: { Name: "Find", ContainingType.Name: "PropertyDescriptorCollection" } } call:
                return call;
            case IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.Name: "PropertyDescriptorCollection" } } indexed:
                return indexed;
            default:
                return null;
        }
    }

    /// <summary>The type whose members are asked for: one that stands for a type, or the properties that a type descriptor has found.</summary>
    private static ITypeSymbol? Described(IOperation value) => Conversions.Through(value) switch
    {
        ILocalReferenceOperation { Local: var local } held when held.Type is { Name: "PropertyDescriptorCollection" } && OnlyValueOf(local, held) is { } only => Described(only),
        IInvocationOperation { TargetMethod: { Name: "GetProperties", ContainingType.Name: "TypeDescriptor" }, Arguments: [{ Value: var of }, ..] } => Reflection(of) ?? TypeOf(of),
        _ => Reflection(value),
    };

    /// <summary>The type that an expression of reflection stands for. Null where only the run time knows it.</summary>
    private static ITypeSymbol? Reflection(IOperation value) => Conversions.Through(value) switch
    {
        ITypeOfOperation named => named.TypeOperand,
        IInvocationOperation { TargetMethod.Name: nameof(GetType), Instance: { } instance, Arguments.IsEmpty: true } => TypeOf(instance),
        IInvocationOperation { TargetMethod.Name: "GetTypeInfo", Arguments: [{ Value: var of }] } => Reflection(of),
        ILocalReferenceOperation { Local: var local } held when OnlyValueOf(local, held) is { } only => Reflection(only),
        _ => null,
    };

    private static string? NameIn(IOperation finding)
        => (finding is IInvocationOperation call ? NamedIn(call) : (finding as IPropertyReferenceOperation)?.Arguments.FirstOrDefault()?.Value) is { } named ? Text(named) : null;

    /// <summary>A text that stands in the body, also in a variable with one value.</summary>
    private static string? Text(IOperation value) => Conversions.Through(value) switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        ILocalReferenceOperation { Local: var local } held when OnlyValueOf(local, held) is { } only => Text(only),
        _ => null,
    };
}
