using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Functions that are registered after the binding and make a class of an assembly that neither they nor their service lie in.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LateFactoryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OfAClassOfAThirdAssembly_FailsTheStart_ByName_UnlessItIsLeft(bool ofAnInterface)
    {
        var declaring = ThirdAssembly.Load("Third").GetType("Third.Declaring", throwOnError: true)!;

        var failure = Assert.Throws<InvalidOperationException>(() => Started(declaring, ofAnInterface));
        Assert.StartsWith($"'{declaring}' declares purposes, and the function that makes it for '{(ofAnInterface ? typeof(IThird) : typeof(object))}' is not bound.", failure.Message, StringComparison.Ordinal);

        using var left = Started(declaring, ofAnInterface, o => o.LeaveUnbound(declaring, "it opens scopes"));
        Assert.IsType(declaring, ofAnInterface ? left.Services.GetRequiredService<IThird>() : left.Services.GetRequiredService<object>());
    }

    [Fact]
    public void OfAClassOfAThirdAssembly_WhereOneMemberDeclares_FailsTheStart()
    {
        var declaring = ThirdAssembly.Load("ThirdMember", onAMember: true).GetType("ThirdMember.Declaring", throwOnError: true)!;
        Assert.Contains("ThirdMember.Declaring", Assert.Throws<InvalidOperationException>(() => Started(declaring, true)).Message, StringComparison.Ordinal);
    }

    /// <summary>Nothing has run of it yet, and the function that makes it is its first use.</summary>
    [Fact]
    public void OfAClassOfAnAssemblyThatIsNotLoadedYet_FailsTheStart_ByName()
    {
        var make = ThirdAssembly.Maker("ThirdUnloaded", out var isLoaded);
        Assert.False(isLoaded());
        var failure = Assert.Throws<InvalidOperationException>(() => new TestHost(services: all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton(make);
        }));
        Assert.StartsWith($"'ThirdUnloaded.Declaring' declares purposes, and the function that makes it for '{typeof(IBehind)}' is not bound.", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The nearest that is not told: the assembly has a class that declares, and the function makes another.</summary>
    [Fact]
    public void OfAClassThatDeclaresNothing_BesideOneThatDoes_Starts()
    {
        var silent = ThirdAssembly.Load("ThirdSilent").GetType("ThirdSilent.Silent", throwOnError: true)!;
        using var host = Started(silent, true);
        Assert.IsType(silent, host.Services.GetRequiredService<IThird>());
    }

    /// <summary>What is looked through at a start is not kept: a plug-in that is unloaded afterwards goes.</summary>
    [Fact]
    public void AssemblyThatIsUnloadedAfterTheStart_IsNotHeld()
    {
        var context = StartAndUnload(out var host);
        using (host)
        {
            for (var i = 0; i < 50 && context.IsAlive; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            Assert.False(context.IsAlive);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference StartAndUnload(out TestHost host)
        {
            var made = 0;
            var plugIn = ThirdAssembly.Load("ThirdGone");
            host = new TestHost(services: all =>
            {
                all.AddEthicsCrm().AddPurposeBinding();
                all.AddSingleton<IThird>(_ =>
                {
                    made++;
                    return new Silent();
                });
            });
            // A class of it might have come out.
            Assert.Equal(1, made);
            var context = AssemblyLoadContext.GetLoadContext(plugIn)!;
            context.Unload();
            return new WeakReference(context);
        }
    }

    /// <summary>That one of two is left says nothing of the other.</summary>
    [Fact]
    public void OfAClassBesideOneThatIsLeft_FailsTheStart_ByName()
    {
        Assert.Contains("+Second'", Failure(static o => o.LeaveUnbound<First>("it opens scopes"), static _ => new Second()), StringComparison.Ordinal);
        Assert.Contains("+First'", Failure(static o => o.LeaveUnbound<Second>("it opens scopes"), static _ => new First()), StringComparison.Ordinal);

        static string Failure(Action<PurposeBindingOptions> left, Func<IServiceProvider, ITwo> make) => Assert.Throws<InvalidOperationException>(() => new TestHost(services: all =>
        {
            all.AddEthicsCrm().AddPurposeBinding(left);
            all.AddSingleton(make);
        })).Message;
    }

    [Fact]
    public void OfAGenericClass_FailsTheStart_ByName_OneThatDeclaresNothing_DoesNot()
    {
        Assert.Contains("Store`1[System.String]'", Assert.Throws<InvalidOperationException>(() => Host(static _ => new Store<string>())).Message, StringComparison.Ordinal);
        using var host = Host(static _ => new PlainStore<string>());
        Assert.Equal("String:", host.Services.GetRequiredService<IStore<string>>().Keep("x"));

        static TestHost Host(Func<IServiceProvider, IStore<string>> make) => new(services: all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton(make);
        });
    }

    /// <summary>Of what stands for every key nobody asks for all, and of what a host runs nobody asks at all.</summary>
    [Fact]
    public void ForEveryKey_AndOfAHostedService_FailsTheStart_ByName_WhereItMakesWhatDeclares()
    {
        Assert.Contains("LeakyNews' declares purposes, and the function that makes it", Failure(static all => all.AddKeyedTransient<INews>(KeyedService.AnyKey, static (_, _) => new LeakyNews())), StringComparison.Ordinal);
        Assert.Contains("may make a '", Failure(static all => all.AddKeyedTransient<INews>(KeyedService.AnyKey, static (_, key) => (int)key! == 1 ? new LeakyNews() : new PlainNews())), StringComparison.Ordinal);
        Assert.Contains("Working' declares purposes, and the function that makes it", Failure(static all => all.AddHostedService(static _ => new Working())), StringComparison.Ordinal);

        var ended = 0;
        using var host = Late(all => all.AddKeyedTransient<ITicket>(KeyedService.AnyKey, (_, _) => new Ended(() => ended++)).AddHostedService(static _ => new Idling()));
        Assert.Equal(1, ended);

        static string Failure(Action<IServiceCollection> services) => Assert.Throws<InvalidOperationException>(() => Late(services)).Message;

        // As a host has it, whose services are all made here.
        static TestHost Late(Action<IServiceCollection> services) => new(services: all =>
        {
            all.AddLogging().AddEthicsCrm().AddPurposeBinding();
            services(all);
        });
    }

    /// <summary>The function is the framework's, the class is not.</summary>
    [Fact]
    public void TypedClientThatIsRegisteredLater_FailsTheStart_ByName_BeforeItIsBound()
    {
        Assert.Contains("LateFactoryTests+Sender' declares purposes, and the function that makes it", Assert.Throws<InvalidOperationException>(() => new TestHost(services: static all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddHttpClient<ISender, Sender>();
        })).Message, StringComparison.Ordinal);

        using var before = BoundHost.Host(static all => all.AddHttpClient<ISender, Sender>());
        Assert.Equal("support", before.Services.GetRequiredService<ISender>().Send());
        using var silent = new TestHost(services: static all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddHttpClient<ISender, SilentSender>();
        });
        Assert.Equal("", silent.Services.GetRequiredService<ISender>().Send());
    }

    /// <summary>Nothing of the program refers to it, and it is loaded when the function runs.</summary>
    [Fact]
    public void FalseNegative_OfAClassOfAPlugInThatTheFunctionLoads_IsNotLookedAt()
    {
        using var host = new TestHost(services: static all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton<ILater>(static _ => (ILater)Activator.CreateInstance(ThirdAssembly.Load("ThirdLater", typeof(ILater)).GetType("ThirdLater.Declaring", throwOnError: true)!)!);
        });
        Assert.Equal("ThirdLater.Declaring", host.Services.GetRequiredService<ILater>().GetType().FullName);
    }

    private static TestHost Started(Type made, bool ofAnInterface, Action<PurposeBindingOptions>? options = null) => new(services: all =>
    {
        all.AddEthicsCrm().AddPurposeBinding(options);
        if (ofAnInterface)
            all.AddSingleton<IThird>(_ => (IThird)Activator.CreateInstance(made)!);
        else
            all.AddSingleton<object>(_ => Activator.CreateInstance(made)!);
    });

    public interface IThird;

    public interface IPlugged;

    public interface IBehind;

    public interface ILater;

    private interface ITwo;

    private sealed class Silent : IThird;

    [ForPurpose("support")]
    internal sealed class Working : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    internal sealed class Idling : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    private sealed class Ended(Action end) : ITicket
    {
        public string Open() => "";

        public void Dispose() => end();
    }

    public interface ISender
    {
        string Send();
    }

    [ForPurpose("support")]
    internal sealed class Sender(HttpClient client) : ISender
    {
        public string Send() => client is null ? "" : Now.Purposes;
    }

    internal sealed class SilentSender(HttpClient client) : ISender
    {
        public string Send() => client is null ? "-" : Now.Purposes;
    }

    [ForPurpose("support")]
    private sealed class First : ITwo;

    [ForPurpose("billing")]
    private sealed class Second : ITwo;
}
