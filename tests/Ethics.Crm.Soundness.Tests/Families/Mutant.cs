using System.Reflection;
using System.Runtime.Loader;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Soundness.Tests.Judging;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Soundness.Tests.Families;

/// <summary>
/// The rules with a flow engine of which a family is switched off. It is switched off in a copy of the engine's assembly, so that the engine itself needs no switch, which
/// would cost something in every build and could be left on.
/// </summary>
internal sealed class Mutant : AssemblyLoadContext, IDisposable
{
    private const string Engine = "Ethics.Crm.FlowAnalysis";

    private static readonly string Rules = typeof(PurposeAnalyzer).Assembly.Location;

    private readonly byte[] engine;
    private IProgramAnalyzer? analyzer;

    private Mutant(byte[] engine)
        : base(isCollectible: true) => this.engine = engine;

    /// <param name="off">What is switched off; null for nothing, so that the copy alone changes nothing.</param>
    public static Mutant Without(Family? off)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(Path.GetDirectoryName(Rules)!, Engine + ".dll"));
        foreach (var part in off?.Parts ?? [])
            SwitchOff(module, part);
        using var image = new MemoryStream();
        module.Write(image);
        return new(image.ToArray());
    }

    public IProgramAnalyzer Analyzer => analyzer ??= Judging.Rules.In(LoadFromAssemblyPath(Rules));

    public void Dispose() => Unload();

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == Engine ? LoadFromStream(new MemoryStream(engine)) : null;

    private static void SwitchOff(ModuleDefinition module, string part)
    {
        var (type, names) = part.Split('.', 2) is [var first, var second] ? (first, second.Split(':')) : throw new ArgumentException(part);
        var methods = module.Types.Where(one => one.Name == type).SelectMany(static one => one.Methods).Where(method => method.Name == names[0] && method.HasBody).ToList();
        if (methods.Count == 0)
            throw new ArgumentException($"The engine has no {part} any more.");
        foreach (var method in methods)
        {
            if (names is [_, var called])
                SwitchOffCalls(method, called);
            else
                method.Body = Empty(method);
        }
    }

    private static void SwitchOffCalls(MethodDefinition method, string called)
    {
        var il = method.Body.GetILProcessor();
        var calls = method.Body.Instructions.Where(instruction => instruction.Operand is MethodReference reference && reference.Name == called).ToList();
        if (calls.Count == 0)
            throw new ArgumentException($"{method.Name} does not call {called} any more.");
        foreach (var call in calls)
        {
            var reference = (MethodReference)call.Operand;
            // Jumps may lead to the call, and have to find the same there.
            call.OpCode = OpCodes.Nop;
            var last = call;
            for (var i = reference.Parameters.Count + (reference.HasThis ? 1 : 0); i > 0; i--)
                Then(il.Create(OpCodes.Pop));
            foreach (var instruction in Nothing(method, reference.ReturnType))
                Then(instruction);

            void Then(Instruction instruction)
            {
                il.InsertAfter(last, instruction);
                last = instruction;
            }
        }
    }

    private static Mono.Cecil.Cil.MethodBody Empty(MethodDefinition method)
    {
        var body = new Mono.Cecil.Cil.MethodBody(method);
        var il = body.GetILProcessor();
        foreach (var instruction in Nothing(method, method.ReturnType))
            il.Append(instruction);
        il.Append(il.Create(OpCodes.Ret));
        return body;
    }

    /// <summary>Loads what tells nothing.</summary>
    private static Instruction[] Nothing(MethodDefinition method, TypeReference type)
    {
        var module = method.Module;
        switch (type)
        {
            case { FullName: "System.Void" }:
                return [];
            // What it is given and would hand back with something more, where there is such a thing.
            case { Name: "Store" } when method.Parameters.FirstOrDefault(parameter => parameter.ParameterType.FullName == type.FullName) is { } given:
                return [Instruction.Create(OpCodes.Ldarg, given)];
            case { Name: "FlowValue" }:
                return [Static("FlowValue", "None")];
            case { Name: "Store" }:
                return [Static("Store", "Empty")];
            case GenericInstanceType { Namespace: "System.Collections.Generic", GenericArguments: [var element] }:
                return [Instruction.Create(OpCodes.Ldc_I4_0), Instruction.Create(OpCodes.Newarr, element)];
        }

        // The same property of what has nothing in it; its own, because the property itself is what is switched off.
        if (method.DeclaringType.Name == "MethodSummary")
            return [Static("MethodSummary", "Nothing"), Instruction.Create(OpCodes.Ldfld, method.DeclaringType.Fields.First(field => field.Name == $"<{method.Name["get_".Length..]}>k__BackingField"))];
        return [Static("Store", "Empty"), Instruction.Create(OpCodes.Call, module.Types.First(static one => one.Name == "Store").Methods.First(property => property.Name == method.Name))];

        Instruction Static(string holder, string field) => Instruction.Create(OpCodes.Ldsfld, module.Types.First(one => one.Name == holder).Fields.First(one => one.Name == field));
    }
}
