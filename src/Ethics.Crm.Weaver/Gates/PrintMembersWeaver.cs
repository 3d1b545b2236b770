using Ethics.Crm.Weaver.Labels;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>What the compiler prints of a record names guarded members without reading them: a record in a log message would else throw, or tell. One that a person wrote is left as it is.</summary>
internal static class PrintMembersWeaver
{
    private const string Unread = "(guarded)";

    public static void Weave(WovenType woven)
    {
        if (woven.Type.Methods.FirstOrDefault(static method => method is { Name: "PrintMembers", Parameters.Count: 1, HasBody: true }) is not { } print || !TypeFacts.IsWrittenByTheCompiler(print))
            return;

        var getters = woven.Properties.Select(static one => one.Property.GetMethod.Name).ToHashSet(StringComparer.Ordinal);
        print.Body.SimplifyMacros();
        var il = print.Body.GetILProcessor();
        foreach (var read in print.Body.Instructions.Where(instruction => Reads(instruction, woven.Type, getters)).ToList())
            Replace(il, read);
        print.Body.OptimizeMacros();
    }

    private static bool Reads(Instruction instruction, TypeDefinition type, HashSet<string> getters) =>
        (instruction.OpCode == OpCodes.Call || instruction.OpCode == OpCodes.Callvirt)
        && instruction.Operand is MethodReference method && getters.Contains(method.Name) && method.DeclaringType.GetElementType().FullName == type.FullName;

    /// <summary>The object is on the stack; its place takes the text, and what made text of the value goes.</summary>
    private static void Replace(ILProcessor il, Instruction read)
    {
        var next = read.Next;
        // `box T` of a value; or its text: a local, its address, `constrained.` and the call.
        if (next.OpCode == OpCodes.Box)
            il.Remove(next);
        else if (next.OpCode == OpCodes.Stloc && next.Next.OpCode == OpCodes.Ldloca && next.Next.Next.OpCode == OpCodes.Constrained)
        {
            for (var i = 0; i < 4; i++)
                il.Remove(read.Next);
        }

        il.InsertBefore(read, il.Create(OpCodes.Pop));
        read.OpCode = OpCodes.Ldstr;
        read.Operand = Unread;
    }
}
