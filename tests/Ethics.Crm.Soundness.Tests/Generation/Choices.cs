namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Decisions that FsCheck made beforehand. When they run out, every further one is the first, which is the simplest.</summary>
internal sealed class Choices(int[] stream)
{
    private int position;

    /// <summary>A number from zero to below the bound.</summary>
    public int Below(int bound) => position < stream.Length ? stream[position++] % bound : 0;

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => Below(100) >= 100 - percent;

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];
}
