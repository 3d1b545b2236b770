using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>A method of the type that reads the key of the person, ids that are themselves guarded past their gate.</summary>
internal sealed class KeyEmitter(TypeDefinition type, Subject subject, GateTypes gate, IReadOnlyDictionary<PropertyDefinition, MethodDefinition> raws)
{
    private const string RawPrefix = "__EthicsRaw";

    private readonly ModuleDefinition _module = type.Module;

    public TypeReference KeyType { get; } = subject.Parts switch
    {
        [] => gate.NoSubject,
        [var one] => type.Module.ImportReference(one.Type, type),
        var several => gate.Tuple([.. several.Select(part => type.Module.ImportReference(part.Type, type))]),
    };

    public MethodDefinition Emit()
    {
        var method = type.Add("__ethicsWovenKey", MethodAttributes.Private, KeyType, gate);
        method.ImplAttributes |= MethodImplAttributes.AggressiveInlining;
        var il = method.Body.GetILProcessor();
        if (subject.Parts.Count == 0)
        {
            method.Body.InitLocals = true;
            method.Body.Variables.Add(new(KeyType));
            il.Emit(OpCodes.Ldloc_0);
            il.Emit(OpCodes.Ret);
            return method;
        }

        foreach (var part in subject.Parts)
            EmitRead(il, part);
        if (subject.Parts.Count > 1)
            il.Emit(OpCodes.Newobj, NewTuple((GenericInstanceType)KeyType));
        il.Emit(OpCodes.Ret);
        return method;
    }

    private void EmitRead(ILProcessor il, KeyPart part)
    {
        il.Emit(OpCodes.Ldarg_0);
        if (part.Member is FieldDefinition field)
        {
            il.Emit(OpCodes.Ldfld, part.Owner is GenericInstanceType ? new FieldReference(field.Name, _module.ImportReference(field.FieldType, part.Owner), _module.ImportReference(part.Owner, type)) : _module.ImportReference(field));
            return;
        }

        var property = (PropertyDefinition)part.Member;
        var reader = raws.GetValueOrDefault(property)
            ?? property.DeclaringType.Methods.FirstOrDefault(method => method.Name == RawPrefix + property.Name && !method.HasParameters)
            ?? property.GetMethod;
        if (property.DeclaringType.IsInterface && type.IsValueType)
            il.Emit(OpCodes.Constrained, TypeArguments.Self(type));
        il.Emit(reader.IsVirtual && (!type.IsValueType || property.DeclaringType.IsInterface) ? OpCodes.Callvirt : OpCodes.Call, On(reader, part.Owner));
    }

    private MethodReference On(MethodDefinition reader, TypeReference owner) =>
        owner is not GenericInstanceType ? _module.ImportReference(reader)
        : new MethodReference(reader.Name, _module.ImportReference(reader.ReturnType, _module.ImportReference(reader)), _module.ImportReference(owner, type)) { HasThis = true };

    private MethodReference NewTuple(GenericInstanceType tuple)
    {
        var constructor = new MethodReference(".ctor", _module.TypeSystem.Void, tuple) { HasThis = true };
        foreach (var parameter in tuple.ElementType.GenericParameters)
            constructor.Parameters.Add(new(parameter));
        return constructor;
    }
}
