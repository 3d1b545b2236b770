using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Model;
using Ethics.Crm.Soundness.Tests.Printing;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>A program with what the interpreter says about each of its runs and, once it has been executed, what they showed.</summary>
internal sealed record Specimen(int Number, ProgramModel Model, PrintedProgram Printed, ImmutableArray<Inputs> Inputs, ImmutableArray<Interpretation.Interpretation> Said)
{
    /// <summary>What each run of the instrumented program showed.</summary>
    public ImmutableArray<IReadOnlyList<Observation>> Shown { get; init; } = [];

    /// <summary>The construct that the interpreter was not to know, where a fault of it is planted.</summary>
    public Construct? Off { get; private init; }

    public static Specimen Of(ProgramModel program, int number = 0, Construct? off = null)
    {
        var printed = Printer.Print(program, "P" + number);
        ImmutableArray<Inputs> inputs = [.. Interpretation.Inputs.Of(program)];
        return new(number, program, printed, inputs, [.. inputs.Select(given => Interpreter.Run(program, printed, given, off))]) { Off = off };
    }

    public static Specimen Generate(Settings settings, int number, Construct? off = null) => Of(ProgramGen.Program(settings.Seed, number, settings.Repertoire), number, off);

    /// <summary>Another program, with all that is said about it.</summary>
    public Specimen With(ProgramModel program) => Of(program, Number, Off);
}
