using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>A method of the type that reads the key of the person, ids that are themselves guarded past their gate.</summary>
internal sealed class KeyEmitter(TypeDefinition type, Subject subject, GateTypes gate, MemberReads reads)
{
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
            reads.Emit(il, part);
        if (subject.Parts.Count > 1)
            il.Emit(OpCodes.Newobj, NewTuple((GenericInstanceType)KeyType));
        il.Emit(OpCodes.Ret);
        return method;
    }

    private MethodReference NewTuple(GenericInstanceType tuple)
    {
        var constructor = new MethodReference(".ctor", type.Module.TypeSystem.Void, tuple) { HasThis = true };
        foreach (var parameter in tuple.ElementType.GenericParameters)
            constructor.Parameters.Add(new(parameter));
        return constructor;
    }
}
