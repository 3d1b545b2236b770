using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>A method that tells when a value was obtained, as the generator writes it: asked where the answer counts, never by itself, and null when it fails.</summary>
internal sealed class TimeEmitter(TypeDefinition type, GateTypes gate, MemberReads reads)
{
    /// <param name="member">The guard of the property.</param>
    public MethodDefinition Emit(PropertyDefinition property, KeyPart? time, FieldReference member)
    {
        var method = type.Add("__ethicsWovenCollectedAt" + property.Name, MethodAttributes.Private, type.Module.TypeSystem.Object, gate);
        var il = method.Body.GetILProcessor();
        if (time is null)
        {
            il.Emit(OpCodes.Ldnull);
            il.Emit(OpCodes.Ret);
            return method;
        }

        method.Body.InitLocals = true;
        method.Body.Variables.Add(new(type.Module.TypeSystem.Object));
        var end = il.Create(OpCodes.Ldloc_0);
        var memory = il.Create(OpCodes.Pop);
        var failed = il.Create(OpCodes.Pop);
        var ends = il.Create(OpCodes.Call, gate.EndsTime);
        il.Emit(OpCodes.Ldsfld, member);
        il.Emit(OpCodes.Call, gate.BeginsTime);
        il.Emit(OpCodes.Brfalse, end);
        var first = il.Create(OpCodes.Nop);
        il.Append(first);
        reads.Emit(il, time);
        il.Emit(OpCodes.Box, type.Module.ImportReference(time.Type, type));
        il.Emit(OpCodes.Stloc_0);
        il.Emit(OpCodes.Leave, end);
        il.Append(memory);
        il.Emit(OpCodes.Rethrow);
        il.Append(failed);
        il.Emit(OpCodes.Leave, end);
        il.Append(ends);
        il.Emit(OpCodes.Endfinally);
        il.Append(end);
        il.Emit(OpCodes.Ret);

        method.Body.ExceptionHandlers.Add(new(ExceptionHandlerType.Catch) { TryStart = first, TryEnd = memory, HandlerStart = memory, HandlerEnd = failed, CatchType = gate.Core("OutOfMemoryException") });
        method.Body.ExceptionHandlers.Add(new(ExceptionHandlerType.Catch) { TryStart = first, TryEnd = memory, HandlerStart = failed, HandlerEnd = ends, CatchType = gate.Core("Exception") });
        method.Body.ExceptionHandlers.Add(new(ExceptionHandlerType.Finally) { TryStart = first, TryEnd = ends, HandlerStart = ends, HandlerEnd = end });
        return method;
    }
}
