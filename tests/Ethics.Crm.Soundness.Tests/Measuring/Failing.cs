namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>Programs in which the same thing went wrong: how many, and the first of them, because nobody looks at more and a run may have a hundred thousand.</summary>
internal sealed class Failing
{
    private const int Kept = 20;

    private readonly List<Specimen> first = [];

    public int Count { get; private set; }

    public IReadOnlyList<Specimen> First => first;

    public void Add(Specimen specimen)
    {
        Count++;
        if (first.Count < Kept)
            first.Add(specimen);
    }
}
