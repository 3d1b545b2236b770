using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>How a service may be registered.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class RegistrationTests
{
    [Fact]
    public void Instance_Factory_AndClass_AreBound()
    {
        using var host = Host(static all => all.AddSingleton<INews>(new LeakyNews()).AddScoped<INews>(static _ => new LeakyNews()).AddTransient<INews, LeakyNews>());
        using var scope = host.Services.CreateScope();
        Assert.All(scope.ServiceProvider.GetServices<INews>(), static news => Assert.Equal("marketing", news.SendIn(static () => Now.Purposes)));
        Assert.Equal(3, scope.ServiceProvider.GetServices<INews>().Count());
    }

    [Fact]
    public void Order_AndThoseThatDeclareNothing_Stay()
    {
        using var host = Host(static all => all.AddSingleton<INews, PlainNews>().AddSingleton<INews, LeakyNews>().AddSingleton<INews, PlainNews>());
        Assert.Equal(["", "marketing", ""], host.Services.GetServices<INews>().Select(static news => news.SendIn(static () => Now.Purposes)));
    }

    [Fact]
    public void Lifetimes_Stay()
    {
        using var host = Host(static all => all.AddSingleton<IDesk, Desk>().AddScoped<IHolder, Holder>().AddTransient<INews, LeakyNews>());
        Assert.Same(host.Services.GetRequiredService<IDesk>(), host.Services.GetRequiredService<IDesk>());
        using var one = host.Services.CreateScope();
        using var two = host.Services.CreateScope();
        Assert.Same(one.ServiceProvider.GetRequiredService<IHolder>(), one.ServiceProvider.GetRequiredService<IHolder>());
        Assert.NotSame(one.ServiceProvider.GetRequiredService<IHolder>().Inner, two.ServiceProvider.GetRequiredService<IHolder>().Inner);
        Assert.NotSame(host.Services.GetRequiredService<INews>(), host.Services.GetRequiredService<INews>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatTheContainerMade_IsDisposedOfOnce(bool byFactory)
    {
        using var host = Host(all =>
        {
            if (byFactory)
                all.AddScoped<IHolder>(static _ => new Holder());
            else
                all.AddScoped<IHolder, Holder>();
        });
        Holder inner;
        using (var scope = host.Services.CreateScope())
            inner = (Holder)scope.ServiceProvider.GetRequiredService<IHolder>().Inner;
        Assert.Equal(1, inner.Disposed);
    }

    [Fact]
    public void InterfaceThatIsDisposable_IsDisposedOfByWhoeverAsks()
    {
        var ticket = new Ticket();
        using var host = Host(all => all.AddSingleton<ITicket>(ticket));
        host.Services.GetRequiredService<ITicket>().Dispose();
        Assert.Equal(1, ticket.Disposed);
    }

    [Fact]
    public void InstanceOfTheCaller_IsNotDisposedOf()
    {
        var holder = new Holder();
        using (Host(all => all.AddSingleton<IHolder>(holder)))
        {
        }

        Assert.Equal(0, holder.Disposed);
    }

    [Fact]
    public void KeyedServices_AreBound_AndKnowTheirKey()
    {
        using var host = Host(static all => all
            .AddKeyedSingleton<INews, LeakyNews>("a").AddKeyedSingleton<INews, PlainNews>("b").AddKeyedSingleton<IKeyed, Keyed>("k").AddKeyedTransient<IKeyed, Keyed>(KeyedService.AnyKey));
        Assert.Equal("marketing", host.Services.GetRequiredKeyedService<INews>("a").SendIn(static () => Now.Purposes));
        Assert.IsType<PlainNews>(host.Services.GetRequiredKeyedService<INews>("b"));
        Assert.Equal("k:support", host.Services.GetRequiredKeyedService<IKeyed>("k").Key());
        Assert.Equal("other:support", host.Services.GetRequiredKeyedService<IKeyed>("other").Key());
    }

    [Fact]
    public void OpenGenericService_IsBound_WithItsLifetime()
    {
        using var host = Host(static all => all.AddSingleton(typeof(IStore<>), typeof(Store<>)));
        var store = host.Services.GetRequiredService<IStore<string>>();
        Assert.Equal("String:billing", store.Keep("x"));
        Assert.Equal("Object:billing", host.Services.GetRequiredService<IStore<object>>().Keep("x"));
        Assert.Same(store, host.Services.GetRequiredService<IStore<string>>());
    }

    [Fact]
    public void OpenGenericServiceThatDeclaresNothing_IsLeft()
    {
        using var host = Host(static all => all.AddSingleton(typeof(IStore<>), typeof(PlainStore<>)));
        Assert.Equal("Int32:", host.Services.GetRequiredService<IStore<int>>().Keep(1));
    }

    [Fact]
    public void ClosedFormOfAGenericClass_IsBound()
    {
        using var host = Host(static all => all.AddScoped<IStore<string>, Store<string>>().AddSingleton<IStore<object>>(static _ => new Store<object>()));
        using var scope = host.Services.CreateScope();
        Assert.Equal("String:billing", scope.ServiceProvider.GetRequiredService<IStore<string>>().Keep("x"));
        Assert.Equal("Object:billing", scope.ServiceProvider.GetRequiredService<IStore<object>>().Keep("x"));
    }

    [Fact]
    public void DecoratorThatIsAlreadyThere_StaysOutside_AndInside()
    {
        using var host = Host(static all =>
        {
            all.AddSingleton<LeakyNews>();
            all.AddSingleton<INews>(static s => new Counting(s.GetRequiredService<LeakyNews>()));
        }, static o => o.LeaveUnbound<LeakyNews>("behind a decorator"));
        // The decorator declares nothing: it works for its caller, as the build says of it.
        Assert.IsType<Counting>(host.Services.GetRequiredService<INews>());
    }

    [Fact]
    public void CalledAgain_BindsWhatCameLater_AndNothingTwice()
    {
        using var host = Host(static all =>
        {
            all.AddSingleton<IDesk, Desk>();
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton<ITicket, Ticket>();
        });
        Assert.Equal("support", host.Services.GetRequiredService<ITicket>().Open());
        Assert.IsType<Desk>(((Runtime.IPurposeBound)host.Services.GetRequiredService<IDesk>()).Unbound);
    }

    [Fact]
    public void Limit_WorkThatIsDoneLater_RunsForWhoeverHasItDone()
    {
        using var host = Host(static all => all.AddSingleton<ILater, Later>());
        var later = host.Services.GetRequiredService<ILater>().Ask();
        Assert.Equal("", later());
        using (PurposeScope.Enter("billing"))
            Assert.Equal("billing", later());
    }

    [Fact]
    public void WhoeverAsksForAllKeyedServices_DoesNotGetWhatIsBehindADecorator()
    {
        using var host = Host(static all => all.AddSingleton<INews, LeakyNews>().AddKeyedSingleton<INews, PlainNews>("b"));
        Assert.IsType<PlainNews>(Assert.Single(host.Services.GetKeyedServices<INews>(KeyedService.AnyKey)));
    }

    [Fact]
    public void WhatAFactoryMadeForAnInterfaceThatDeclares_IsDisposedOf()
    {
        var made = new DisposableCampaign();
        using (var host = Host(all => all.AddSingleton<ICampaign>(_ => made)))
            host.Services.GetRequiredService<ICampaign>().Run();
        Assert.Equal(1, made.Disposed);
    }

    private sealed class DisposableCampaign : ICampaign, IDisposable
    {
        public int Disposed { get; private set; }

        public string Run() => Now.Purposes;

        public void Dispose() => Disposed++;
    }

    public interface ILater
    {
        Func<string> Ask();
    }

    [ForPurpose("support")]
    internal sealed class Later : ILater
    {
        public Func<string> Ask() => static () => Now.Purposes;
    }

    public interface IKeyed
    {
        string Key();
    }

    [ForPurpose("support")]
    internal sealed class Keyed([ServiceKey] string key) : IKeyed
    {
        public string Key() => key + ":" + Now.Purposes;
    }

    private sealed class Counting(INews inner) : INews
    {
        public string Send() => inner.Send();

        public string SendIn(Func<string> text) => inner.SendIn(text);
    }
}
