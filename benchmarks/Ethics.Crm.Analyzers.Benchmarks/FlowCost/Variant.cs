namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>One way to compile the program.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="IsLabelled">With purpose attributes; the assembly that has them is referenced.</param>
/// <param name="WithPackage">With our analyzers and generators beside those of the SDK.</param>
internal sealed record Variant(string Name, bool IsLabelled, bool WithPackage)
{
    public static readonly Variant Base = new("the SDK's analyzers", true, false);
    public static readonly Variant BaseAgain = new("the SDK's analyzers, once more", true, false);
    public static readonly Variant Ours = new("ours as well, every module labelled", true, true);
    public static readonly Variant Plain = new("no purpose data, the SDK's analyzers", false, false);
    public static readonly Variant Closed = new("no purpose data, ours as well: the gate is closed", false, true);

    public static readonly IReadOnlyList<Variant> All = [Base, BaseAgain, Ours, Plain, Closed];
}
