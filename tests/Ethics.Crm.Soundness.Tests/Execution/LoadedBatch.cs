using System.Reflection;
using System.Runtime.Loader;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Model;
using Ethics.Crm.Soundness.Tests.Printing;
using Soundness;

namespace Ethics.Crm.Soundness.Tests.Execution;

/// <summary>Programs that can be run.</summary>
internal sealed class LoadedBatch(AssemblyLoadContext context, Assembly assembly) : IDisposable
{
    // What programs tell lies in static state.
    private static readonly Lock Running = new();

    private readonly HashSet<(string Program, Inputs Inputs)> executed = [];

    /// <summary>How many runs came to their end: each program with each input once, however often.</summary>
    public int Executed => executed.Count;

    /// <summary>Runs one program once. The static state of an instrumented one is made new for each run.</summary>
    public IReadOnlyList<Observation> Run(ProgramModel program, PrintedProgram printed, Inputs inputs)
    {
        lock (Running)
        {
            Given.Texts = inputs.Text;
            Given.Bits = inputs.Bit;
            Ledger.Begin();
            foreach (var type in program.Classes.Where(static type => type.Members.Any(static member => member.IsStatic)))
                Type(printed, type.Name).GetMethod(Instrumentation.Reset)?.Invoke(null, null);
            var run = Type(printed, program.Classes[^1].Name).GetMethod(ProgramModel.Entry) ?? throw new InvalidOperationException("No entry.");
            for (var call = 0; call < program.Calls; call++)
                (run.Invoke(null, null) as Task)?.GetAwaiter().GetResult();
            executed.Add((printed.Namespace, inputs));
            return Seen.Observations;
        }
    }

    public void Dispose() => context.Unload();

    private Type Type(PrintedProgram printed, string name) => assembly.GetType(printed.Namespace + "." + name) ?? throw new InvalidOperationException("No class " + name);
}
