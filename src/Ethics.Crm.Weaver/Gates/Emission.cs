using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>Short forms for what is emitted again and again.</summary>
internal static class Emission
{
    public static MethodDefinition Add(this TypeDefinition type, string name, MethodAttributes attributes, TypeReference result, GateTypes gate)
    {
        var method = new MethodDefinition(name, attributes | MethodAttributes.HideBySig, result);
        method.CustomAttributes.Add(new(gate.NewGenerated));
        type.Methods.Add(method);
        return method;
    }

    public static void Strings(this ILProcessor il, IReadOnlyList<string> values, TypeSystem types)
    {
        il.Emit(OpCodes.Ldc_I4, values.Count);
        il.Emit(OpCodes.Newarr, types.String);
        for (var i = 0; i < values.Count; i++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldstr, values[i]);
            il.Emit(OpCodes.Stelem_Ref);
        }
    }

    public static void Text(this ILProcessor il, string? value)
    {
        if (value is null)
            il.Emit(OpCodes.Ldnull);
        else
            il.Emit(OpCodes.Ldstr, value);
    }

    /// <summary>The field as code inside a type, or inside the one that is nested in it, names it.</summary>
    public static FieldReference On(this FieldDefinition field, TypeReference owner) => owner is GenericInstanceType ? new FieldReference(field.Name, field.FieldType, owner) : field;

    public static MethodReference On(this MethodDefinition method, TypeReference owner)
    {
        if (owner is not GenericInstanceType)
            return method;
        var made = new MethodReference(method.Name, method.ReturnType, owner) { HasThis = method.HasThis };
        foreach (var parameter in method.Parameters)
            made.Parameters.Add(new(parameter.ParameterType));
        return made;
    }
}
