using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>What a container tells of its classes, and cannot tell of functions.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class CircleTests
{
    [Fact]
    public void ServicesThatNeedEachOther_AreNamed_AndTheProcessLives()
    {
        using var host = Host(static all => all.AddTransient<IHen, Hen>().AddTransient<IEgg, Egg>());

        Assert.Contains("in a circle: ", Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<IHen>()).Message);
        var told = Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<IEgg>()).Message;
        Assert.Contains($"{typeof(IEgg)} → {typeof(IHen)} → {typeof(IEgg)}", told);
    }

    [Fact]
    public void FactoryThatAsksForItself_IsNamed_OneThatAsksForAnother_IsNot()
    {
        using var host = Host(static all => all.AddTransient<IHen>(static s => new Hen(s.GetRequiredService<IEgg>())).AddTransient<IEgg>(static s => new Fresh(s.GetRequiredService<Nest>())).AddTransient<Nest>());
        Assert.Equal("support", host.Services.GetRequiredService<IHen>().Purpose());

        using var circle = Host(static all => all.AddTransient<IEgg>(static s => s.GetRequiredService<IEgg>()));
        Assert.Contains($"{typeof(IEgg)} → {typeof(IEgg)}", Assert.Throws<InvalidOperationException>(() => circle.Services.GetRequiredService<IEgg>()).Message);
    }

    [Fact]
    public void TreeOfAFewOfOneKind_IsMade()
    {
        using var host = Host(static all => all.AddSingleton<Depth>().AddTransient<IEgg>(static s => s.GetRequiredService<Depth>().Left-- > 0 ? new Egg2(s.GetRequiredService<IEgg>()) : new Fresh(new Nest())));
        Assert.Equal("support", host.Services.GetRequiredService<IEgg>().Purpose());
    }

    [Fact]
    public void ContainerWithoutKeys_IsTold_WhatThatMeans()
    {
        IServiceCollection services = new ServiceCollection();
        services.AddTransient<IEgg, Fresh>().AddTransient<Nest>();
        services.AddEthicsCrm().AddPurposeBinding();
        var factory = services.Last(static one => one.ServiceType == typeof(IEgg) && !one.IsKeyedService).ImplementationFactory!;

        Assert.Contains("has no keyed services", Assert.Throws<InvalidOperationException>(() => factory(new Keyless())).Message);
        using var provider = services.BuildServiceProvider();
        Assert.IsAssignableFrom<IEgg>(factory(provider));
    }

    private sealed class Keyless : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}

[ForPurpose("support")]
internal interface IHen
{
    string Purpose();
}

[ForPurpose("support")]
internal interface IEgg
{
    string Purpose();
}

internal sealed class Hen(IEgg egg) : IHen
{
    public string Purpose() => Now.Purposes;

    public IEgg Egg => egg;
}

internal sealed class Egg(IHen hen) : IEgg
{
    public string Purpose() => Now.Purposes;

    public IHen Hen => hen;
}

internal sealed class Egg2(IEgg egg) : IEgg
{
    public string Purpose() => Now.Purposes;

    public IEgg Inner => egg;
}

internal sealed class Fresh(Nest nest) : IEgg
{
    public string Purpose() => Now.Purposes;

    public Nest Nest => nest;
}

internal sealed class Nest;

internal sealed class Depth
{
    public int Left { get; set; } = 5;
}
