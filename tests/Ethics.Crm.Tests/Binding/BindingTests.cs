using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>What a registered service runs for.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class BindingTests
{
    private static IDesk Desk(TestHost host) => host.Services.GetRequiredService<IDesk>();

    private static TestHost DeskHost() => Host(static all => all.AddSingleton<IDesk, Desk>());

    [Fact]
    public void Call_RunsForThePurposeOfTheClass_AndTheCallerKeepsItsOwn()
    {
        using var host = DeskHost();
        Assert.Equal("support", Desk(host).Answer());
        Assert.Equal("", Now.Purposes);
        using (PurposeScope.Enter("marketing"))
        {
            Assert.Equal("support", Desk(host).Answer());
            Assert.Equal("marketing", Now.Purposes);
        }
    }

    [Fact]
    public void MemberThatDeclaresItself_IsNotRunForTheClass()
    {
        using var host = DeskHost();
        Assert.Equal("billing", Desk(host).Bill());
    }

    [Fact]
    public void DefaultMemberOfTheInterface_IsTheInterfacesCode()
    {
        using var host = DeskHost();
        Assert.Equal("by default: ", Desk(host).Describe());
    }

    [Fact]
    public async Task Tasks_KeepThePurposeToTheirEnd()
    {
        using var host = DeskHost();
        var desk = Desk(host);
        var seen = new List<string>();
        Assert.Equal("support", await desk.AnswerAsync());
        Assert.Equal("support", await desk.AnswerSoonAsync());
        await desk.WaitAsync(seen);
        await desk.WaitSoonAsync(seen);
        Assert.Equal(["support", "support"], seen);
        Assert.Equal("", Now.Purposes);
    }

    [Fact]
    public async Task TaskOfAMethodThatTakesASpan_KeepsThePurpose_AndTheCallerHasItsOwnMeanwhile()
    {
        using var host = DeskHost();
        using (PurposeScope.Enter("marketing"))
        {
            var pending = Desk(host).ReadAsync("abc");
            Assert.Equal("marketing", Now.Purposes);
            Assert.Equal("3support", await pending);
            Assert.Equal("marketing", Now.Purposes);
        }
    }

    [Fact]
    public void Sequence_IsComputedForThePurpose_AndTheConsumerIsNot()
    {
        using var host = Host(static all => all.AddSingleton<Desk>().AddSingleton<IDesk>(static s => s.GetRequiredService<Desk>()), static o => o.LeaveUnbound<Desk>("only behind its interface"));
        var consumed = new List<string>();
        foreach (var line in Desk(host).Lines())
            consumed.Add(line + "/" + Now.Purposes);
        Assert.Equal(["support/", "support/"], consumed);
        Assert.Equal("closed:support", host.Services.GetRequiredService<Desk>().Set);
    }

    [Fact]
    public async Task AsyncSequence_IsComputedForThePurpose_AndTheConsumerIsNot()
    {
        using var host = DeskHost();
        var consumed = new List<string>();
        using (PurposeScope.Enter("billing"))
        {
            await foreach (var line in Desk(host).LinesAsync())
            {
                consumed.Add(line + "/" + Now.Purposes);
                await Task.Yield();
            }
        }

        Assert.Equal(["support/billing", "support/billing"], consumed);
        Assert.Equal(["support", "support"], await Desk(host).LinesLaterAsync());
        Assert.Equal(["support", "support"], await Desk(host).LinesOfAsync(1));
    }

    [Fact]
    public async Task AsyncSequence_IsCancelled()
    {
        using var host = DeskHost();
        using var cancelled = new CancellationTokenSource();
        await using var lines = Desk(host).LinesAsync(cancelled.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await lines.MoveNextAsync());
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await lines.MoveNextAsync());
    }

    [Fact]
    public void ReferencesGenericsPropertiesIndexersAndEvents_AreHandedThrough()
    {
        using var host = Host(static all => all.AddSingleton<Desk>().AddSingleton<IDesk>(static s => s.GetRequiredService<Desk>()), static o => o.LeaveUnbound<Desk>("only behind its interface"));
        var desk = Desk(host);
        Assert.Equal(7, desk.Echo(7, out var seen));
        Assert.Equal("support", seen);

        var number = 1;
        desk.Counter(ref number) = 5;
        Assert.Equal(5, number);

        Assert.Equal("support", desk.Name);
        desk.Name = "x";
        Assert.Equal("x:support", host.Services.GetRequiredService<Desk>().Set);
        Assert.Equal("4support", desk[4]);

        var heard = "";
        void Hear(string text) => heard = text;
        desk.Answered += Hear;
        desk.Answer();
        desk.Answered -= Hear;
        Assert.Equal("support", heard);
    }

    [Fact]
    public void ScopeThatTheServiceForgot_DoesNotReachTheCaller()
    {
        using var host = Host(static all => all.AddSingleton<INews, LeakyNews>());
        var news = host.Services.GetRequiredService<INews>();
        Assert.Equal("billing", news.Send());
        Assert.Equal("", Now.Purposes);
    }

    [Fact]
    public void ClassThatDeclaresNothing_IsLeftAsItIs_AndWorksForItsCaller()
    {
        using var host = Host(static all => all.AddSingleton<INews, PlainNews>());
        var news = host.Services.GetRequiredService<INews>();
        Assert.IsType<PlainNews>(news);
        using (PurposeScope.Enter("billing"))
            Assert.Equal("billing", news.Send());
    }

    [Fact]
    public void InterfaceThatDeclares_BindsWhateverImplementsIt()
    {
        using var host = Host(static all => all.AddSingleton<ICampaign, Campaign>());
        Assert.Equal("marketing", host.Services.GetRequiredService<ICampaign>().Run());

        var proxy = new Castle.DynamicProxy.ProxyGenerator().CreateInterfaceProxyWithoutTarget<ICampaign>(new Answering());
        using var other = Host(all => all.AddSingleton(proxy));
        Assert.Equal("marketing", other.Services.GetRequiredService<ICampaign>().Run());
    }

    [Fact]
    public void ClassThatDeclares_CountsMoreThanItsInterface()
    {
        using var host = Host(static all => all.AddSingleton<ICampaign, SupportCampaign>());
        Assert.Equal("support", host.Services.GetRequiredService<ICampaign>().Run());
    }

    private sealed class Answering : Castle.DynamicProxy.IInterceptor
    {
        public void Intercept(Castle.DynamicProxy.IInvocation invocation) => invocation.ReturnValue = Now.Purposes;
    }
}
