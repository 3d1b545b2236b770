using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>What declares a purpose and is not bound: that it fails the start by name, where it is left on purpose, and what nobody looks at.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class UnboundTests
{
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

    /// <summary>A framework makes such services often; those that a function of the program makes are looked at.</summary>
    [Fact]
    public void FactoryForAnInterfaceOfTheFramework_FailsTheStart_ByName_WhereItMakesWhatDeclares()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Host(static all => all.AddSingleton<IFormatProvider>(static _ => new Format())));
        Assert.Equal(MadeUnbound(typeof(IFormatProvider), typeof(Format)), failure.Message);

        using var other = Host(static all => all.AddSingleton<IFormatProvider>(static _ => System.Globalization.CultureInfo.InvariantCulture));
        using var left = Host(static all => all.AddSingleton<IFormatProvider>(static _ => new Format()), static o => o.LeaveUnbound<Format>("it asks by itself"));
        Assert.IsType<Format>(left.Services.GetRequiredService<IFormatProvider>());
        using var byClass = Host(static all => all.AddSingleton<IFormatProvider, Format>());
        Assert.Equal("support", byClass.Services.GetRequiredService<IFormatProvider>().GetFormat(typeof(int)));
    }

    [Theory]
    [InlineData("singleton")]
    [InlineData("scoped")]
    [InlineData("transient")]
    [InlineData("keyed")]
    [InlineData("private")]
    [InlineData("second")]
    public void LateFactory_FailsTheStart_ByName_WhereItMakesWhatDeclares(string how)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new TestHost(services: all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            _ = how switch
            {
                "scoped" => all.AddScoped<INews>(static _ => new LeakyNews()),
                "transient" => all.AddTransient<INews>(static _ => new LeakyNews()),
                "keyed" => all.AddKeyedSingleton<INews>("k", static (_, _) => new LeakyNews()),
                "private" => all.AddSingleton<INews>(static _ => new Hidden()),
                "second" => all.AddSingleton<INews>(static _ => new LeakyNews()).AddSingleton<INews>(static _ => new QuietNews()),
                _ => all.AddSingleton<INews>(static _ => new LeakyNews()),
            };
        }));
        Assert.Equal(MadeUnbound(typeof(INews), how == "private" ? typeof(Hidden) : typeof(LeakyNews)), failure.Message);
    }

    [Fact]
    public void LateFactory_OfWhatDeclaresNothing_OrIsLeft_OrIsBoundAgain_Starts()
    {
        using var quiet = new TestHost(services: static all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton<INews>(static _ => new QuietNews());
        });
        using var left = new TestHost(services: static all =>
        {
            all.AddEthicsCrm().AddPurposeBinding(static o => o.LeaveUnbound<LeakyNews>("it opens scopes"));
            all.AddSingleton<INews>(static _ => new LeakyNews());
        });
        Assert.IsType<LeakyNews>(left.Services.GetRequiredService<INews>());
        using var again = new TestHost(services: static all =>
        {
            var crm = all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton<INews>(static _ => new LeakyNews());
            crm.AddPurposeBinding();
        });
        Assert.IsNotType<LeakyNews>(again.Services.GetRequiredService<INews>());
    }

    /// <summary>Nothing is made to be looked at where no class that declares can come out.</summary>
    [Fact]
    public void LateFactory_OfWhatNoClassDeclares_IsNotMadeAtTheStart()
    {
        var made = 0;
        using var host = new TestHost(services: all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton<IUndeclared>(_ =>
            {
                made++;
                return new Undeclared();
            });
        });
        Assert.Equal(0, made);
    }

    [Fact]
    public void LateFactoryThatFails_FailsTheStart_WithoutTheWordsOfTheException()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new TestHost(services: static all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton<INews>(static _ => throw new NotSupportedException("value@example.org"));
        }));
        Assert.StartsWith($"'{typeof(INews)}' is made by a function that is not bound and may make a '", failure.Message, StringComparison.Ordinal);
        Assert.Contains("it failed (System.NotSupportedException)", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FactoryForAClass_FailsTheStart_ByName_WhereItMakesWhatDeclares()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Host(static all => all.AddSingleton<object>(static _ => new LeakyNews())));
        Assert.Equal(MadeUnbound(typeof(object), typeof(LeakyNews)), failure.Message);

        using var host = Host(static all => all.AddSingleton<Campaign>(static _ => new SupportCampaign()), static o => o.LeaveUnbound<Campaign>("its interface declares"));
        Assert.Equal("", host.Services.GetRequiredService<Campaign>().Run());
    }

    private static string MadeUnbound(Type service, Type type) =>
        $"'{type}' declares purposes, and the function that makes it for '{service}' is not bound. Register it by an interface of the program before AddPurposeBinding (which may be called more than once), or open scopes in its code and say so with LeaveUnbound.";

    private interface IUndeclared;

    private sealed class Undeclared : IUndeclared;

    private sealed class QuietNews : INews
    {
        public string Send() => "";

        public string SendIn(Func<string> text) => text();
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

    /// <summary>What an interface declares holds for the class whatever it is registered as; generated code can name neither of the two here.</summary>
    [Fact]
    public void PrivateClass_OfAnInterfaceThatDeclares_FailsTheStart_ByName_RegisteredAsThatOrAsAnother()
    {
        Assert.Contains("+OfPrivate'", Failure(static all => all.AddSingleton<IPrivate, OfPrivate>()), StringComparison.Ordinal);
        Assert.Contains("+OfPrivate'", Failure(static all => all.AddSingleton<IUnused, OfPrivate>()), StringComparison.Ordinal);
        Assert.Contains("+OfPrivate'", Failure(static all => all.AddSingleton<IUnused>(new OfPrivate())), StringComparison.Ordinal);
        Assert.Contains("+BesideCampaign'", Failure(static all => all.AddSingleton<INews, BesideCampaign>()), StringComparison.Ordinal);
        using var made = Host(static all => all.AddSingleton<IUnused>(static _ => new OfPrivate()));
        Assert.Contains("+OfPrivate'", Assert.Throws<InvalidOperationException>(() => made.Services.GetRequiredService<IUnused>()).Message, StringComparison.Ordinal);

        using var left = Host(static all => all.AddSingleton<IUnused, OfPrivate>(), static o => o.LeaveUnbound<OfPrivate>("its callers open scopes"));
        using var silent = Host(static all => all.AddSingleton<INews, QuietNews>().AddSingleton<IUndeclared, Undeclared>());
        using var bound = Host(static all => all.AddSingleton<ICampaign, BesideCampaign>());
        Assert.Equal("marketing", bound.Services.GetRequiredService<ICampaign>().Run());

        static string Failure(Action<IServiceCollection> services) => Assert.Throws<InvalidOperationException>(() => Host(services)).Message;
    }

    [ForPurpose("support")]
    private interface IPrivate;

    private sealed class OfPrivate : IPrivate, IUnused;

    private sealed class BesideCampaign : ICampaign, INews
    {
        public string Run() => Now.Purposes;

        public string Send() => Now.Purposes;

        public string SendIn(Func<string> text) => text();
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

    [ForPurpose("support")]
    internal sealed class Format : IFormatProvider
    {
        public object? GetFormat(Type? formatType) => Now.Purposes;
    }

    private interface IUnused;

    [ForPurpose("marketing")]
    private sealed class Hidden : INews, IUnused
    {
        public string Send() => "";

        public string SendIn(Func<string> text) => text();
    }
}
