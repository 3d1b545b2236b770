namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Ways to go on, some likelier than others.</summary>
internal sealed class Options<T>
{
    private readonly List<(int Weight, Func<T> Make)> ways = [];

    public bool IsEmpty => ways.Count == 0;

    public void Add(int weight, Func<T> make) => ways.Add((weight, make));

    public void AddIf(bool possible, int weight, Func<T> make)
    {
        if (possible)
            ways.Add((weight, make));
    }

    public T Pick(Choices choices)
    {
        var at = choices.Below(ways.Sum(static way => way.Weight));
        foreach (var (weight, make) in ways)
        {
            at -= weight;
            if (at < 0)
                return make();
        }

        throw new InvalidOperationException("No way to go on.");
    }
}
