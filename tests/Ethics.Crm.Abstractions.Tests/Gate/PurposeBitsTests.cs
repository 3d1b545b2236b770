using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Gate;

public sealed class PurposeBitsTests
{
    [Fact]
    public void DeclaredAgain_KeepsItsBit()
    {
        PurposeBits.Declare(["bits-a", "bits-b"]);
        var (a, b) = (PurposeBits.MaskOf(["bits-a"]), PurposeBits.MaskOf(["bits-b"]));
        PurposeBits.Declare(["bits-b", "bits-c", "bits-a"]);
        Assert.Equal(a, PurposeBits.MaskOf(["bits-a"]));
        Assert.Equal(b, PurposeBits.MaskOf(["bits-b"]));
        Assert.Equal(a | b, PurposeBits.MaskOf(["bits-a", "bits-b"]));
    }

    [Fact]
    public void UnknownPurpose_GetsNoBitOfItsOwnByBeingEntered()
    {
        using (PurposeScope.Enter("bits-never-declared"))
        {
        }

        Assert.Equal(PurposeBits.NeverPermitted, PurposeBits.MaskOf(["bits-never-declared"]));
        Assert.Equal(0UL, PurposeBits.PermittedMaskOf(["bits-never-declared"]));
    }

    [Fact]
    public void NoPurpose_IsNeverTheEmptyMask() => Assert.Equal(PurposeBits.NeverPermitted, PurposeBits.MaskOf([]));

    [Fact]
    public void NoPermittedMask_HoldsTheBitThatIsNeverPermitted()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"bits-many-{i}").ToArray();
        PurposeBits.Declare(names);
        Assert.Equal(0UL, PurposeBits.PermittedMaskOf(names) & PurposeBits.NeverPermitted);
        Assert.NotEqual(0UL, PurposeBits.MaskOf(names) & PurposeBits.NeverPermitted);
    }
}
