using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>What one run of a program is given.</summary>
/// <param name="Bits">The bits that nobody knows before.</param>
/// <param name="Varied">The labelled member that has another first content than in the other runs, or null.</param>
internal sealed record Inputs(int Bits, string? Varied)
{
    public const int BitCount = 2;

    public bool Bit(int number) => (Bits >> number & 1) == 1;

    /// <summary>A text that no other member has. The varied one differs in length, and in whether its length is even.</summary>
    public string Text(string member) => member == Varied ? $"[{member}]*" : $"[{member}]";

    /// <summary>Every value of the bits that the program looks at; and with one of them, each labelled member varied.</summary>
    public static IEnumerable<Inputs> Of(ProgramModel program)
    {
        var used = program.Expressions().OfType<Choice>().Select(static choice => choice.Condition)
            .Concat(program.Statements().OfType<If>().Select(static branch => branch.Condition))
            .Concat(program.Statements().OfType<Try>().Select(static attempt => attempt.Filter))
            .OfType<Bit>().Aggregate(0, static (bits, bit) => bits | 1 << bit.Number);
        for (var bits = 0; bits < 1 << BitCount; bits++)
        {
            if ((bits & ~used) == 0)
                yield return new(bits, null);
        }

        foreach (var source in program.Sources)
            yield return new(used, source);
    }
}
