using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>How code in a woven type reads a member of its own, of a base or of an interface, past the gate where the member is guarded itself.</summary>
internal sealed class MemberReads(TypeDefinition type, IReadOnlyDictionary<PropertyDefinition, MethodDefinition> raws)
{
    private const string RawPrefix = "__EthicsRaw";

    private readonly ModuleDefinition _module = type.Module;

    /// <summary>Leaves the value on the stack.</summary>
    public void Emit(ILProcessor il, KeyPart part)
    {
        il.Emit(OpCodes.Ldarg_0);
        if (part.Member is FieldDefinition field)
        {
            il.Emit(OpCodes.Ldfld, part.Owner is GenericInstanceType ? new FieldReference(field.Name, _module.ImportReference(field.FieldType, part.Owner), _module.ImportReference(part.Owner, type)) : _module.ImportReference(field));
            return;
        }

        var property = (PropertyDefinition)part.Member;
        // A base lets its deriving types past the gate of its key, and of nothing else.
        var reader = new[] { raws.GetValueOrDefault(property), property.DeclaringType.Methods.FirstOrDefault(method => method.Name == RawPrefix + property.Name && !method.HasParameters) }
            .FirstOrDefault(raw => raw is not null && (raw.DeclaringType == type || !raw.IsPrivate)) ?? property.GetMethod;
        if (property.DeclaringType.IsInterface && type.IsValueType)
            il.Emit(OpCodes.Constrained, TypeArguments.Self(type));
        il.Emit(reader.IsVirtual && (!type.IsValueType || property.DeclaringType.IsInterface) ? OpCodes.Callvirt : OpCodes.Call, On(reader, part.Owner));
    }

    private MethodReference On(MethodDefinition reader, TypeReference owner) =>
        owner is not GenericInstanceType ? _module.ImportReference(reader)
        : new MethodReference(reader.Name, _module.ImportReference(reader.ReturnType, _module.ImportReference(reader)), _module.ImportReference(owner, type)) { HasThis = true };
}
