namespace Ethics.Crm.Testing.Tests;

[Collection(OneAtATime.Name)]
public sealed class TestPurposesTests
{
    private readonly Contact _ada = new() { Id = 7, Email = "ada@mail" };

    [Fact]
    public async Task CodeWithoutScope_ReadsForWhatIsAssumed_OnEveryThread_AndIsRefusedAfterwards()
    {
        using (TestPurposes.Assume("support"))
        {
            Assert.Equal("Dear ada@mail", new Mailer().Greeting(_ada));
            Assert.Equal("Dear ada@mail", await new Mailer().GreetingAsync(_ada));
            var thread = "";
            var other = new Thread(() => thread = new Mailer().Greeting(_ada));
            other.UnsafeStart();
            other.Join();
            Assert.Equal("Dear ada@mail", thread);
        }

        PurposeAssert.Refuses(() => new Mailer().Greeting(_ada), Refusal.NoScope);
    }

    [Fact]
    public void WhatIsAssumed_IsHeldToThePolicy()
    {
        using (TestPurposes.Assume("billing"))
            PurposeAssert.Refuses(() => _ada.Email, Refusal.NotPermitted);
        using (TestPurposes.Assume("astrology"))
            PurposeAssert.Refuses(() => _ada.Email, Refusal.UnknownPurpose);
        using (TestPurposes.Assume("support", "billing"))
            PurposeAssert.Refuses(() => _ada.Email, Refusal.NotPermitted);
    }

    [Fact]
    public void ScopeOfTheCode_CountsAsEver_AndAClosedOneIsRefused()
    {
        using (TestPurposes.Assume("support"))
        {
            PurposeAssert.Refuses("billing", () => _ada.Email, Refusal.NotPermitted);
            ExecutionContext captured;
            using (PurposeScope.Enter("support"))
                captured = ExecutionContext.Capture()!;
            ExecutionContext.Run(captured, _ => PurposeAssert.Refuses(() => _ada.Email, Refusal.ClosedScope), null);
            Assert.Empty(PurposeScope.Current);
        }
    }

    [Fact]
    public void OfSeveral_TheLastThatHasNotEndedHolds_InWhateverOrderTheyEnd()
    {
        var first = TestPurposes.Assume("support");
        var second = TestPurposes.Assume("billing");
        PurposeAssert.Refuses(() => _ada.Email);

        first.Dispose();
        PurposeAssert.Refuses(() => _ada.Email, Refusal.NotPermitted);
        second.Dispose();
        second.Dispose();
        PurposeAssert.Refuses(() => _ada.Email, Refusal.NoScope);

        using (TestPurposes.Assume("support"))
        {
            using (TestPurposes.Assume("billing"))
            {
            }

            PurposeAssert.Permits(() => _ada.Email);
        }
    }

    /// <summary>Tests side by side, each with its own: none ends another's, a scope of the code counts under each, and in the end nothing is assumed.</summary>
    [Fact]
    public void SideBySide_EachEndsItsOwn_AndNothingIsLeft()
    {
        using (TestPurposes.Assume("support"))
        {
            Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
            {
                using (TestPurposes.Assume("support"))
                {
                    PurposeAssert.Permits(() => _ada.Email);
                    PurposeAssert.Refuses("billing", () => _ada.Email, Refusal.NotPermitted);
                }
            });
            PurposeAssert.Permits(() => _ada.Email);
        }

        PurposeAssert.Refuses(() => _ada.Email, Refusal.NoScope);
    }

    [Fact]
    public void NothingOrABlankOne_IsAnArgumentException_AndAssumesNothing()
    {
        Assert.Throws<ArgumentException>(() => TestPurposes.Assume());
        Assert.Throws<ArgumentException>(() => TestPurposes.Assume(" "));
        PurposeAssert.Refuses(() => _ada.Email, Refusal.NoScope);
    }

    [Fact]
    public void CallersArray_MayChange()
    {
        string[] purposes = ["support"];
        using (TestPurposes.Assume(purposes))
        {
            purposes[0] = "billing";
            PurposeAssert.Permits(() => _ada.Email);
        }
    }
}
