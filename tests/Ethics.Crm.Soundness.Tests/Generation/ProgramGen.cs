using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Model;
using Ethics.Crm.Soundness.Tests.Printing;
using FsCheck;
using FsCheck.Fluent;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Programs for FsCheck. Its generator decides, <see cref="ProgramDecoder"/> makes a program of the decisions.</summary>
internal static class ProgramGen
{
    private const int Size = 40;

    public static Gen<ProgramModel> Of(Repertoire repertoire) =>
        Gen.Sized(size => Gen.ArrayOf(Gen.Choose(0, int.MaxValue), 200 + size * 20)).Select(choices => ProgramDecoder.Decode(choices, repertoire)).Where(EndsSoon);

    /// <summary>The program of a number: the same for the same seed, whatever is generated before it.</summary>
    public static ProgramModel Program(ulong seed, int number, Repertoire repertoire) =>
        // The second half of FsCheck's state must be odd.
        Of(repertoire).Sample(1, new Rnd(seed * 0x9E3779B97F4A7C15 + (ulong)number, (ulong)number * 2 + 1), Size).Single();

    public static bool EndsSoon(ProgramModel program)
    {
        try
        {
            var printed = Printer.Print(program);
            return Inputs.Of(program).All(inputs => Interpreter.Run(program, printed, inputs).Steps < Interpreter.StepLimit);
        }
        catch (OutOfStepsException)
        {
            return false;
        }
    }
}
