using Ethics.Crm.Weaver.Labels;
using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>Moves what a getter does into a method past the gate, with its debugging symbols.</summary>
internal static class BodyMover
{
    // The name under which the run time and other guards look for the reader of a guarded id.
    private const string RawPrefix = "__EthicsRaw";

    public static MethodDefinition MoveGetter(PropertyDefinition property, GateTypes gate)
    {
        var type = property.DeclaringType;
        var getter = property.GetMethod;
        var body = getter.Body;
        var symbols = getter.DebugInformation;
        // Deriving types need the key too.
        var isKey = SubjectMarks.Spoken(property, SubjectReader.Id) is not null || SubjectMarks.Spoken(property, SubjectReader.Tenant) is not null;
        var access = isKey && type is { IsValueType: false, IsSealed: false } ? MethodAttributes.Family : MethodAttributes.Private;
        var raw = type.Add(RawPrefix + property.Name, access, property.PropertyType, gate);

        raw.Body.InitLocals = body.InitLocals;
        foreach (var variable in body.Variables)
            raw.Body.Variables.Add(variable);
        foreach (var instruction in body.Instructions)
            raw.Body.Instructions.Add(instruction);
        foreach (var handler in body.ExceptionHandlers)
            raw.Body.ExceptionHandlers.Add(handler);
        MoveIterator(getter, raw);

        var first = symbols.SequencePoints.FirstOrDefault(static point => !point.IsHidden);
        foreach (var point in symbols.SequencePoints)
            raw.DebugInformation.SequencePoints.Add(point);
        raw.DebugInformation.Scope = symbols.Scope;
        foreach (var custom in symbols.CustomDebugInformations)
            raw.DebugInformation.CustomDebugInformations.Add(custom);

        symbols.SequencePoints.Clear();
        symbols.CustomDebugInformations.Clear();
        symbols.Scope = null;
        getter.Body = new(getter);
        var start = Instruction.Create(OpCodes.Nop);
        getter.Body.Instructions.Add(start);
        if (first is not null)
        {
            // A refusal then names the line of the property, not only that of its reader.
            symbols.SequencePoints.Add(new(start, first.Document) { StartLine = first.StartLine, StartColumn = first.StartColumn, EndLine = first.EndLine, EndColumn = first.EndColumn });
        }

        return raw;
    }

    private static void MoveIterator(MethodDefinition getter, MethodDefinition raw)
    {
        foreach (var attribute in getter.CustomAttributes.Where(static one => one.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal)).ToList())
        {
            getter.CustomAttributes.Remove(attribute);
            raw.CustomAttributes.Add(attribute);
            if (attribute.ConstructorArguments is [{ Value: TypeReference machine }] && TypeFacts.Resolve(machine)?.Methods.FirstOrDefault(static one => one.Name == "MoveNext") is { DebugInformation: { } symbols })
                symbols.StateMachineKickOffMethod = raw;
        }
    }
}
