using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ethics.Crm.Tests.Binding;

/// <summary>How a service may be registered.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class RegistrationTests
{
    private static TestHost Host(Action<IServiceCollection> services, Action<PurposeBindingOptions>? options = null) => new(services: all =>
    {
        services(all);
        all.AddEthicsCrm().AddPurposeBinding(options);
    });

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
    public void RegisteredAfterTheCall_FailsTheStart_ByName()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new TestHost(services: static all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton<IDesk, Desk>().TryAddSingleton<INews, PlainNews>();
        }));
        Assert.Equal(UnboundMessage(typeof(IDesk)), failure.Message);

        static string UnboundMessage(Type service) =>
            $"'{service}' was registered after AddPurposeBinding and declares purposes. Call AddPurposeBinding after the last registration; it may be called more than once.";
    }

    [Fact]
    public void ClassService_FailsTheStart_ByName_UnlessItIsLeft()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Host(static all => all.AddScoped<ClassService>()));
        Assert.StartsWith("'Ethics.Crm.Tests.Binding.ClassService' declares purposes and is registered as a class", failure.Message, StringComparison.Ordinal);

        using var host = Host(static all => all.AddScoped<ClassService>(), static o => o.LeaveUnbound<ClassService>("its callers open scopes"));
        using var scope = host.Services.CreateScope();
        Assert.Equal("", scope.ServiceProvider.GetRequiredService<ClassService>().Run());
    }

    [Fact]
    public void SecondCall_ForgetsNothing_ButMayLeaveAClass()
    {
        static void Twice(IServiceCollection all)
        {
            all.AddScoped<ClassService>();
            all.AddEthicsCrm().AddPurposeBinding();
        }

        Assert.Contains("ClassService", Assert.Throws<InvalidOperationException>(() => Host(Twice)).Message, StringComparison.Ordinal);
        using var host = Host(Twice, static o => o.LeaveUnbound<ClassService>("its callers open scopes"));
    }

    [Fact]
    public void PrivateClass_CannotBeBound_AndFailsTheStart_ByName()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Host(static all => all.AddSingleton<INews, Hidden>()));
        Assert.Contains("Hidden", failure.Message, StringComparison.Ordinal);
        Assert.Contains("has no decorator for it", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PrivateClassFromAFactory_FailsWhereItIsMade()
    {
        using var host = Host(static all => all.AddSingleton<INews>(static _ => new Hidden()));
        Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<INews>());
    }

    [Fact]
    public void LeaveUnbound_WantsAReason() => Assert.Throws<ArgumentException>(static () => new PurposeBindingOptions().LeaveUnbound<ClassService>(" "));

    [Fact]
    public void WithoutBinding_NothingIsRunForItsPurpose()
    {
        using var host = new TestHost(services: static all => all.AddSingleton<IDesk, Desk>());
        Assert.Equal("", host.Services.GetRequiredService<IDesk>().Answer());
    }

    /// <summary>A framework makes such services often; what each factory yields is not looked at.</summary>
    [Fact]
    public void FalseNegative_FactoryForAnInterfaceOfTheFramework_IsNotLookedAt()
    {
        using var host = Host(static all => all.AddSingleton<IFormatProvider>(static _ => new Format()));
        Assert.IsType<Format>(host.Services.GetRequiredService<IFormatProvider>());

        using var byClass = Host(static all => all.AddSingleton<IFormatProvider, Format>());
        Assert.Equal("support", byClass.Services.GetRequiredService<IFormatProvider>().GetFormat(typeof(int)));
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
    public void FalseNegative_LateFactory_IsNotLookedAt()
    {
        using var host = new TestHost(services: static all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton<INews>(static _ => new LeakyNews());
        });
        Assert.IsType<LeakyNews>(host.Services.GetRequiredService<INews>());
    }

    [Fact]
    public void FalseNegative_FactoryForAClass_IsNotLookedAt()
    {
        using var host = Host(static all => all.AddSingleton<Campaign>(static _ => new SupportCampaign()), static o => o.LeaveUnbound<Campaign>("its interface declares"));
        Assert.Equal("", host.Services.GetRequiredService<Campaign>().Run());
    }

    /// <summary>What is known of its interface or base is not what it declares.</summary>
    [Fact]
    public void ClassThatCannotBeNamed_IsNotBoundAsItsInterfaceIs()
    {
        Assert.Contains("PrivateCampaign", Assert.Throws<InvalidOperationException>(() => Host(static all => all.AddSingleton<ICampaign, PrivateCampaign>())).Message, StringComparison.Ordinal);
        Assert.Contains("PrivateDesk", Assert.Throws<InvalidOperationException>(() => Host(static all => all.AddSingleton<IDesk, PrivateDesk>())).Message, StringComparison.Ordinal);
        Assert.Contains("PrivateMember", Assert.Throws<InvalidOperationException>(() => Host(static all => all.AddSingleton<INews, PrivateMember>())).Message, StringComparison.Ordinal);
        using var quiet = Host(static all => all.AddSingleton<ICampaign, QuietCampaign>());
        Assert.Equal("marketing", quiet.Services.GetRequiredService<ICampaign>().Run());
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

    [ForPurpose("support")]
    private sealed class PrivateCampaign : ICampaign
    {
        public string Run() => Now.Purposes;
    }

    private sealed class QuietCampaign : ICampaign
    {
        public string Run() => Now.Purposes;
    }

    [ForPurpose("billing")]
    private sealed class PrivateDesk : Desk;

    private sealed class PrivateMember : INews
    {
        [ForPurpose("support")]
        public string Send() => "";

        public string SendIn(Func<string> text) => text();
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

    [ForPurpose("support")]
    internal sealed class Format : IFormatProvider
    {
        public object? GetFormat(Type? formatType) => Now.Purposes;
    }

    private interface IUnused;

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

    [ForPurpose("marketing")]
    private sealed class Hidden : INews, IUnused
    {
        public string Send() => "";

        public string SendIn(Func<string> text) => text();
    }
}
