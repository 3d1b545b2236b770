using Ethics.Crm.Abstractions.Tests.Fixtures;

namespace Ethics.Crm.Abstractions.Tests.Scopes;

/// <summary>Where a purpose goes further than the code that opened it. Each is a row of docs/limits.md, with the nearest code beside it that is safe.</summary>
public sealed class HoleTests
{
    private readonly Contact _contact = Contact.Sample();

    [Fact]
    public void Limit_SynchronousIterator_ShowsItsScopeToTheConsumerBetweenYields()
    {
        // Only the build can see it: an iterator has no context of its own.
        foreach (var _ in Emails())
            Assert.Equal(["support"], PurposeScope.Current);
        Assert.Empty(PurposeScope.Current);

        IEnumerable<string> Emails()
        {
            using (PurposeScope.Enter("support"))
                yield return _contact.Email;
        }
    }

    [Fact]
    public void Limit_SynchronousIteratorThatIsNeverDisposed_LeavesItsScopeOpen()
    {
        ExecutionContext.Run(ExecutionContext.Capture()!, _ =>
        {
            var emails = Emails().GetEnumerator();
            Assert.True(emails.MoveNext());
            Assert.Equal(["support"], PurposeScope.Current);
            emails.Dispose();
            Assert.Empty(PurposeScope.Current);
        }, null);

        IEnumerable<string> Emails()
        {
            using (PurposeScope.Enter("support"))
            {
                yield return "one";
                yield return "two";
            }
        }
    }

    [Fact]
    public void SynchronousIterator_WithAScopeAroundEachRead_ShowsNothing()
    {
        foreach (var _ in Emails())
            Assert.Empty(PurposeScope.Current);

        IEnumerable<string> Emails()
        {
            for (var i = 0; i < 3; i++)
                yield return PurposeScope.Run("support", () => _contact.Email);
        }
    }

    [Fact]
    public async Task AsyncIterator_LosesItsScopeAfterTheFirstYield()
    {
        Assert.Equal([null, Refusal.NoScope], await RefusalsOf("support"));
    }

    [Fact]
    public async Task Limit_AsyncIterator_RunsUnderItsConsumersPurposeAfterTheFirstYield()
    {
        using (PurposeScope.Enter("support"))
            Assert.Equal([Refusal.NotPermitted, null], await RefusalsOf("credit"));
        using (PurposeScope.Enter("credit"))
            Assert.Equal([null, Refusal.NotPermitted], await RefusalsOf("support"));
    }

    [Fact]
    public void Limit_ScopeForgottenByASynchronousHelper_LeaksToItsCaller()
    {
        // PurposeScope.Run cannot be left open.
        ExecutionContext.Run(ExecutionContext.Capture()!, _ =>
        {
            Helper();
            Assert.Equal(["support"], PurposeScope.Current);
        }, null);
        Assert.Empty(PurposeScope.Current);

        static void Helper() => PurposeScope.Enter("support");
    }

    [Fact]
    public void Limit_ScopeForgottenInAParallelBody_LeaksToLaterBodiesOfThatWorker_NotToTheCaller()
    {
        var seen = new List<string>();
        Parallel.ForEach(Enumerable.Range(0, 100).ToArray(), new ParallelOptions { MaxDegreeOfParallelism = 1 }, _ =>
        {
            seen.Add(string.Join(",", PurposeScope.Current));
            PurposeScope.Enter("support");
        });
        Assert.Equal("", seen[0]);
        Assert.Contains("support", seen);
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public async Task ScopeForgottenInATaskOrThread_EndsWithIt()
    {
        await Task.Run(() => { PurposeScope.Enter("support"); });
        var thread = new Thread(() => PurposeScope.Enter("support"));
        thread.Start();
        thread.Join();
        Assert.Empty(PurposeScope.Current);
        Assert.Empty(await Task.Run(() => PurposeScope.Current));
    }

    [Fact]
    public void Limit_InnerScopeClosedInAnotherFlow_KeepsTheOuterOneFromComingBackHere_AndReadsAreRefused()
    {
        // To this flow it looks like to a forgotten task that captured the inner scope, and that one must be refused.
        ExecutionContext.Run(ExecutionContext.Capture()!, _ =>
        {
            using var outer = PurposeScope.Enter("support");
            var inner = PurposeScope.Enter("billing");
            var thread = new Thread(inner.Dispose);
            thread.Start();
            thread.Join();
            Assert.Equal(Refusal.ClosedScope, Reads.Email(_contact));
            Assert.Empty(PurposeScope.Current);

            // Any scope that is opened and closed here brings it back.
            PurposeScope.Enter("billing").Dispose();
            Assert.Equal(["support"], PurposeScope.Current);
            Assert.Null(Reads.Email(_contact));
        }, null);
    }

    [Fact]
    public async Task InnerScopeClosedInTheFlowThatOpenedIt_BringsTheOuterOneBack_AlsoAfterAnAwait()
    {
        using (PurposeScope.Enter("support"))
        {
            using (PurposeScope.Enter("billing"))
                await Task.Yield();
            Assert.Null(Reads.Email(_contact));
        }
    }

    [Fact]
    public async Task AwaitResumedInlineByACompleter_KeepsItsOwnPurpose()
    {
        var source = new TaskCompletionSource();
        var waiting = Wait();
        using (PurposeScope.Enter("support"))
            source.SetResult();
        Assert.Equal(Refusal.NoScope, await waiting);

        async Task<Refusal?> Wait()
        {
            await source.Task.ConfigureAwait(false);
            return Reads.Email(_contact);
        }
    }

    private async Task<List<Refusal?>> RefusalsOf(string purpose)
    {
        var seen = new List<Refusal?>();
        await foreach (var refusal in Refusals())
            seen.Add(refusal);
        return seen;

        async IAsyncEnumerable<Refusal?> Refusals()
        {
            using var scope = PurposeScope.Enter(purpose);
            await Task.CompletedTask;
            yield return Reads.Email(_contact);
            yield return Reads.Email(_contact);
        }
    }
}
