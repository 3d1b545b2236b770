using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Forms of members that are seldom seen, from a caller that works for something else and keeps it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class UnusualMemberTests
{
    private static async Task As(string caller, Func<IUnusual, Task> use)
    {
        using var host = Host(static all => all.AddSingleton<IUnusual, Unusual>());
        using (PurposeScope.Enter(caller))
        {
            await use(host.Services.GetRequiredService<IUnusual>());
            Assert.Equal(caller, Now.Purposes);
        }

        Assert.Equal("", Now.Purposes);
    }

    [Fact]
    public Task ReferencesThatAreHandedOut_AreTheServicesOwn() => As("fraud", static service =>
    {
        service[1] = 7;
        Assert.Equal("at:support", service.Last);
        ref var count = ref service[1];
        Assert.Equal(7, count);
        ref readonly var last = ref service.Last;
        Assert.Equal("made", service.Made<int, List<int>>(1, ref count) is not null ? "made" : "");
        Assert.Equal(("made:support", 8), (last, service[1]));
        return Task.CompletedTask;
    });

    [Fact]
    public Task SpansOfArguments_AreHandedOn_AlsoToWhatGoesOnLater() => As("fraud", static async service =>
    {
        Assert.Equal("ab:support", service.Joined("a", "b"));
        var task = service.JoinedAsync("c", "d");
        Assert.Equal("fraud", Now.Purposes);
        Assert.Equal("cd:support", await task);
    });

    [Fact]
    public Task Listeners_AreAddedAndTakenAway_ForItsPurpose() => As("fraud", static service =>
    {
        static void Hear(string text) => Assert.Fail(text);
        service.Heard += Hear;
        Assert.Equal("added:support", service.Last);
        service.Heard -= Hear;
        Assert.Equal("removed:support", service.Last);
        return Task.CompletedTask;
    });

    [Fact]
    public Task DefaultMembers_ArePassedBy_WhereTheClassOrANearerInterfaceSaysOtherwise() => As("fraud", static service =>
    {
        Assert.Equal("own:support", service.Overridden());
        Assert.Equal("nearer:billing", service.Kept());
        return Task.CompletedTask;
    });

    [Fact]
    public Task EnumeratorsByThemselves_StepForItsPurpose() => As("fraud", static async service =>
    {
        using var steps = service.Steps();
        Assert.True(steps.MoveNext());
        Assert.Equal(("support", "fraud"), (steps.Current, Now.Purposes));
        await using var later = service.StepsAsync();
        Assert.True(await later.MoveNextAsync());
        Assert.Equal(("support", "fraud"), (later.Current, Now.Purposes));
    });

    /// <summary>By the token of the call, of the enumeration, and by a consumer that fails: each time the rest of it runs for its purpose, once.</summary>
    [Theory]
    [InlineData("call")]
    [InlineData("enumeration")]
    [InlineData("failure")]
    [InlineData("break")]
    public Task AsyncSequenceThatIsEndedFromOutside_EndsForItsPurpose(string how) => As("fraud", async service =>
    {
        var seen = new List<string>();
        using var stop = new CancellationTokenSource();
        var lines = service.Lines(how == "call" ? stop.Token : CancellationToken.None, seen);
        var failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (var line in lines.WithCancellation(how == "enumeration" ? stop.Token : CancellationToken.None))
            {
                Assert.Equal(("support", "fraud"), (line, Now.Purposes));
                if (how == "break")
                    break;
                if (how == "failure")
                    throw new InvalidOperationException();
                await stop.CancelAsync();
            }
        });
        Assert.Equal(how switch { "break" => null, "failure" => typeof(InvalidOperationException), _ => typeof(TaskCanceledException) }, failure?.GetType());
        Assert.Equal(["end:support"], seen);
    });

    [Fact]
    public Task AsyncSequenceThatComesLater_IsComputedForItsPurpose() => As("fraud", static async service =>
    {
        await foreach (var line in await service.LinesLaterAsync())
        {
            Assert.Equal(("support", "fraud"), (line, Now.Purposes));
            break;
        }
    });

    /// <summary>The container disposes of the class that it made, and of the decorator, because whoever asked for the service might.</summary>
    [Fact]
    public async Task AsynchronousDisposalOfAScope_WhereTheInterfaceHasIt_ReachesTheServiceByItsDecorator_AndPastIt()
    {
        using var host = Host(static all => all.AddScoped<IScoped, ScopedUnusual>());
        List<string> seen;
        await using (var scope = host.Services.CreateAsyncScope())
            seen = scope.ServiceProvider.GetRequiredService<IScoped>().Seen;
        Assert.Equal(["end:support", "end:"], seen);
    }

    [Fact]
    public void EnumeratorThatStartsAgain_DoesSoForItsPurpose()
    {
        using var host = Host(static all => all.AddSingleton<IResets, Resetting>());
        var steps = host.Services.GetRequiredService<IResets>().Steps();
        using (PurposeScope.Enter("fraud"))
            steps.Reset();
        Assert.Equal("reset:support", steps.Current);
    }

    /// <summary>What cannot be told from others is not left to its caller.</summary>
    [Fact]
    public void OpenGenericServiceWithAKey_FailsTheStart_ByName_ItsClosedFormIsBound()
    {
        Assert.Contains("an open generic registration with a key cannot be told from others", Assert.Throws<InvalidOperationException>(() => Host(static all => all.AddKeyedSingleton(typeof(IStore<>), "k", typeof(Store<>)))).Message, StringComparison.Ordinal);
        using var host = Host(static all => all.AddKeyedScoped<IStore<string>, Store<string>>("k").AddKeyedScoped(typeof(IStore<>), "plain", typeof(PlainStore<>)));
        using var scope = host.Services.CreateScope();
        Assert.Equal("String:billing", scope.ServiceProvider.GetRequiredKeyedService<IStore<string>>("k").Keep("x"));
        Assert.Equal("Int32:", scope.ServiceProvider.GetRequiredKeyedService<IStore<int>>("plain").Keep(1));
    }
}
