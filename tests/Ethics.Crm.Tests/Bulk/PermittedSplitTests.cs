using Ethics.Crm.Bulk;

namespace Ethics.Crm.Tests.Bulk;

/// <summary>The two lists of a split, which lie in pieces.</summary>
public sealed class PermittedSplitTests
{
    [Theory]
    [InlineData("")]
    [InlineData("p")]
    [InlineData("a")]
    [InlineData("ppp")]
    [InlineData("aaa")]
    [InlineData("papbpapcaab")]
    [InlineData("abcabcpppcba")]
    public void BothLists_KeepTheOrder_AndEachItsReason(string answers)
    {
        var sorted = new SortedItems<string>(answers.Length);
        var reasons = answers.Distinct().ToDictionary(static one => one, static one => new PurposeDecision(false, one.ToString(), null));
        for (var i = 0; i < answers.Length; i++)
        {
            var item = answers[i].ToString() + i;
            if (answers[i] == 'p')
                sorted.Permit(item);
            else
                sorted.Refuse(item, reasons[answers[i]]);
        }

        var split = new PermittedSplit<string>(sorted);

        var all = answers.Select(static (answer, i) => (answer, Item: answer.ToString() + i)).ToList();
        Assert.Equal(all.Where(static one => one.answer == 'p').Select(static one => one.Item), split.Permitted);
        Assert.Equal(all.Where(static one => one.answer != 'p').Select(one => (one.Item, one.answer.ToString())), split.Refused.Select(static one => (one.Item, one.Decision.Reason)));
        Assert.Equal(all.Where(static one => one.answer == 'p').Select(static one => one.Item), split.Permitted.ToList());
        for (var i = 0; i < split.Refused.Count; i++)
            Assert.Equal((split.Refused.ElementAt(i).Item, split.Refused.ElementAt(i).Decision), (split.Refused[i].Item, split.Refused[i].Decision));
        Assert.Throws<ArgumentOutOfRangeException>(() => split.Permitted[split.Permitted.Count]);
        Assert.Throws<ArgumentOutOfRangeException>(() => split.Permitted[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => split.Refused[split.Refused.Count]);
        Assert.Throws<ArgumentOutOfRangeException>(() => split.Refused[-1]);
    }

    /// <summary>Around the length of a piece, and whatever was expected.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(8192)]
    [InlineData(10000)]
    public void ListsOfAnyLength_HoldEachElementOnce(int count)
    {
        var sorted = new SortedItems<int>(count);
        var (odd, even) = (new PurposeDecision(false, "odd", null), new PurposeDecision(false, "even", null));
        for (var i = 0; i < count; i++)
        {
            if (i % 3 == 0)
                sorted.Permit(i);
            else
                sorted.Refuse(i, i % 2 == 0 ? even : odd);
        }

        var split = new PermittedSplit<int>(sorted);

        Assert.Equal(Enumerable.Range(0, count).Where(static i => i % 3 == 0), split.Permitted);
        Assert.Equal(split.Permitted, split.Permitted.ToArray());
        Assert.Equal(split.Permitted, Enumerable.Range(0, split.Permitted.Count).Select(i => split.Permitted[i]));
        Assert.Equal(Enumerable.Range(0, count).Where(static i => i % 3 != 0).Select(i => (i, i % 2 == 0 ? even : odd)), split.Refused.Select(static one => (one.Item, one.Decision)));
        Assert.Equal(split.Refused.Select(static one => one.Item), Enumerable.Range(0, split.Refused.Count).Select(i => split.Refused[i].Item));
        Assert.Equal(count, split.Permitted.Count + split.Refused.Count);
    }

    [Fact]
    public void Lists_CannotBeChanged_AndTellTheirLengthAndPlaces()
    {
        var sorted = new SortedItems<string>(3);
        sorted.Permit("one");
        sorted.Refuse("two", new PurposeDecision(false, "no", null));
        sorted.Permit("three");
        var split = new PermittedSplit<string>(sorted);
        var permitted = Assert.IsAssignableFrom<IList<string>>(split.Permitted);

        Assert.True(permitted.IsReadOnly);
        Assert.Equal((0, 1, -1), (permitted.IndexOf("one"), permitted.IndexOf("three"), permitted.IndexOf("two")));
        Assert.True(permitted.Contains("one"));
        Assert.False(permitted.Contains("two"));
        Assert.Equal("three", permitted[1]);
        Assert.True(split.Refused.TryGetNonEnumeratedCount(out var refused) && refused == 1);
        Assert.Equal("two", split.Refused.ToArray()[0].Item);
        Assert.Throws<NotSupportedException>(() => permitted.Add("three"));
        Assert.Throws<NotSupportedException>(() => permitted[0] = "three");
        Assert.Throws<NotSupportedException>(() => permitted.Insert(0, "three"));
        Assert.Throws<NotSupportedException>(() => permitted.RemoveAt(0));
        Assert.Throws<NotSupportedException>(() => permitted.Remove("one"));
        Assert.Throws<NotSupportedException>(permitted.Clear);
    }

    [Fact]
    public void WhoeverIsNotThere_IsNoRefusedItem() => Assert.Null(new PermittedSplit<string>(new SortedItems<string>(0)).Refused.FirstOrDefault());
}
