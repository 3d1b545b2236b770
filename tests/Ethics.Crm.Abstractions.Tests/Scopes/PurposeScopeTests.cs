using Ethics.Crm.Abstractions.Tests.Fixtures;

namespace Ethics.Crm.Abstractions.Tests.Scopes;

public sealed class PurposeScopeTests
{
    private readonly Contact _contact = Contact.Sample();

    [Fact]
    public void NoScope_CurrentIsEmptyAndReadIsRefused()
    {
        Assert.Empty(PurposeScope.Current);
        Assert.Equal(Refusal.NoScope, Reads.Email(_contact));
    }

    [Fact]
    public void OpenScope_ShowsItsPurposesInOrderAndOpensTheRead()
    {
        using var scope = PurposeScope.Enter("support", "billing");
        Assert.Equal(["support", "billing"], PurposeScope.Current);
        Assert.Null(Reads.Email(_contact));
    }

    [Theory]
    [InlineData("support", "billing")]
    [InlineData("support")]
    public void ArrayThatIsChangedAfterwards_ChangesNoScope(params string[] purposes)
    {
        string[] asked = [.. purposes];
        using (PurposeScope.Enter(asked))
            Unchanged();
        asked = [.. purposes];
        PurposeScope.Run(asked, Unchanged);

        void Unchanged()
        {
            Array.Fill(asked, "marketing");
            Assert.Equal(purposes, PurposeScope.Current);
            Assert.Null(Reads.Email(_contact));
        }
    }

    [Fact]
    public void NoPurpose_IsAnArgumentException()
    {
        Assert.Throws<ArgumentException>(() => PurposeScope.Enter());
        Assert.ThrowsAny<ArgumentException>(() => PurposeScope.Enter(null!));
        Assert.Empty(PurposeScope.Current);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void BlankPurpose_IsAnArgumentExceptionAndOpensNothing(string? purpose)
    {
        Assert.Throws<ArgumentException>(() => PurposeScope.Enter("support", purpose!));
        Assert.Throws<ArgumentException>(() => PurposeScope.Run(purpose!, () => { }));
        Assert.Throws<ArgumentException>(() => PurposeScope.Run(purpose!, () => 1));
        Assert.Empty(PurposeScope.Current);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void BlankPurposeAlone_IsAnArgumentExceptionAndOpensNothing(string? purpose)
    {
        Assert.Equal("purposes", Assert.Throws<ArgumentException>(() => PurposeScope.Enter([purpose!])).ParamName);
        Assert.Equal("purpose", Assert.Throws<ArgumentException>(() => PurposeScope.Run(purpose!, () => { })).ParamName);
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public void PurposeAloneAndInAnArray_OpenTheSame()
    {
        using (PurposeScope.Enter("marketing"))
        {
            Assert.Equal(["marketing"], PurposeScope.Current);
            Assert.NotNull(Reads.Email(_contact));
        }

        using (PurposeScope.Enter(["marketing"]))
        {
            Assert.Equal(["marketing"], PurposeScope.Current);
            Assert.NotNull(Reads.Email(_contact));
        }

        using (PurposeScope.Enter(["support"]))
            Assert.Null(Reads.Email(_contact));
        PurposeScope.Run("support", () => Assert.Null(Reads.Email(_contact)));
    }

    [Fact]
    public void PurposeThatNothingDeclares_OpensAScopeThatPermitsNothing()
    {
        using var scope = PurposeScope.Enter("never-declared-by-anybody");
        Assert.Equal(["never-declared-by-anybody"], PurposeScope.Current);
        Assert.Equal(Refusal.UnknownPurpose, Reads.Email(_contact));
    }

    [Fact]
    public void ArrayChangedAfterEnter_ChangesNothing()
    {
        string[] purposes = ["marketing"];
        using var scope = PurposeScope.Enter(purposes);
        purposes[0] = "support";
        Assert.Equal(["marketing"], PurposeScope.Current);
        Assert.Equal(Refusal.SubjectUnknown, Reads.Email(_contact));
    }

    [Fact]
    public void ListsHandedOut_CannotChangeTheScope()
    {
        using var scope = PurposeScope.Enter("marketing");
        Assert.IsNotType<string[]>(PurposeScope.Current);
        var refused = Reads.ViolationOf(() => _contact.Email)!;
        if (refused.Purposes is string[] array)
            array[0] = "support";
        Assert.Equal(["marketing"], PurposeScope.Current);
        Assert.Equal(Refusal.SubjectUnknown, Reads.Email(_contact));
    }

    [Fact]
    public void NestedScope_ReplacesTheOuterUntilItCloses()
    {
        using var outer = PurposeScope.Enter("support");
        using (PurposeScope.Enter("credit"))
            Assert.Equal(Refusal.NotPermitted, Reads.Email(_contact));
        Assert.Equal(["support"], PurposeScope.Current);
        Assert.Null(Reads.Email(_contact));
    }

    [Fact]
    public void OuterClosedFirst_InnerStaysUntilItClosesAndNothingComesBack()
    {
        var outer = PurposeScope.Enter("support");
        var inner = PurposeScope.Enter("billing");
        outer.Dispose();
        Assert.Equal(["billing"], PurposeScope.Current);
        Assert.Null(Reads.Email(_contact));

        inner.Dispose();
        Assert.Empty(PurposeScope.Current);
        Assert.Equal(Refusal.NoScope, Reads.Email(_contact));
    }

    [Fact]
    public void MiddleClosedFirst_InnermostGivesWayToTheNearestOpenAncestor()
    {
        using var outermost = PurposeScope.Enter("support");
        var middle = PurposeScope.Enter("billing");
        var innermost = PurposeScope.Enter("credit");
        middle.Dispose();
        Assert.Equal(["credit"], PurposeScope.Current);
        innermost.Dispose();
        Assert.Equal(["support"], PurposeScope.Current);
    }

    [Fact]
    public void DisposedTwice_DoesNotCloseWhatWasOpenedSince()
    {
        var first = PurposeScope.Enter("billing");
        first.Dispose();
        using var second = PurposeScope.Enter("support");
        first.Dispose();
        Assert.Equal(["support"], PurposeScope.Current);
        Assert.Null(Reads.Email(_contact));
    }

    [Fact]
    public void ManyOrdersOfClosing_NeverReopenAClosedScope()
    {
        var random = new Random(4711);
        for (var round = 0; round < 300; round++)
        {
            var scopes = Enumerable.Range(0, random.Next(1, 7)).Select(i => PurposeScope.Enter("p" + i)).ToList();
            var open = Enumerable.Range(0, scopes.Count).ToList();
            foreach (var closing in open.ToList().OrderBy(_ => random.Next()))
            {
                var innermost = open[^1];
                scopes[closing].Dispose();
                open.Remove(closing);
                var expected = closing == innermost ? open.LastOrDefault(-1) : innermost;
                Assert.Equal(expected < 0 ? [] : ["p" + expected], PurposeScope.Current);
            }
        }
    }
}
