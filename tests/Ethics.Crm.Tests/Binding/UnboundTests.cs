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
