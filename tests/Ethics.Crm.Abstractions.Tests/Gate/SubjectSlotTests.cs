using Ethics.Crm.Abstractions.Tests.Fixtures;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Gate;

/// <summary>The slot in an object is a cache, no part of its value.</summary>
public sealed class SubjectSlotTests
{
    [Fact]
    public void RecordsWithAndWithoutBoundSlot_AreEqual()
    {
        var read = new Card(7, "text");
        using (PurposeScope.Enter("support"))
            _ = read.Guarded;
        Assert.Equal(new Card(7, "text"), read);
        Assert.Equal(new Card(7, "text").GetHashCode(), read.GetHashCode());
        Assert.NotEqual(new Card(8, "text"), read);
    }

    [Fact]
    public void RecordCopiedWith_IsItsOwnPerson()
    {
        using var scope = PurposeScope.Enter("support");
        var card = new Card(7, "text");
        _ = card.Guarded;
        Assert.Equal("text", (card with { Id = 8 }).Guarded);
    }

    [Fact]
    public void Slots_AreAlwaysEqual()
    {
        SubjectSlot<int> one = default;
        var bound = new SubjectSlot<int> { Bound = new ConsentSlot<int>(new FakeHost().Nobody, 7) };
        Assert.True(one.Equals(bound) && one.Equals((object)bound) && one == bound && !(one != bound));
        Assert.Equal(one.GetHashCode(), bound.GetHashCode());
        Assert.False(one.Equals(new SubjectSlot<long>()));
    }

    [Fact]
    public void SlotInAnObject_IsOneReference() => Assert.Equal(IntPtr.Size, System.Runtime.CompilerServices.Unsafe.SizeOf<SubjectSlot<(int, string?)>>());
}
