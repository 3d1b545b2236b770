using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>A class that asks the container for nothing and leaves it nothing to dispose of is not registered a second time; every other one is.</summary>
public sealed class PlainClassTests
{
    [Theory]
    [InlineData(typeof(Plain), false)]
    [InlineData(typeof(WithHelper), true)]
    [InlineData(typeof(WithTwoConstructors), true)]
    [InlineData(typeof(WithDispose), true)]
    [InlineData(typeof(WithDisposeAsync), true)]
    [InlineData(typeof(WithHiddenConstructor), false)]
    [InlineData(typeof(WithRequired), true)]
    [InlineData(typeof(Derived), false)]
    public void OnlyWhatTheContainerHasToKnow_IsRegisteredUnderAKey(Type implementation, bool isKeyed)
    {
        var all = new ServiceCollection().AddLogging().AddTransient<Helper>();
        all.Add(new(typeof(IWork), implementation, ServiceLifetime.Scoped));
        all.AddEthicsCrm().AddPurposeBinding();

        Assert.Equal(isKeyed, all.Any(one => one.IsKeyedService && one.ServiceType == implementation));
    }

    [Theory]
    [InlineData(typeof(Plain))]
    [InlineData(typeof(WithHelper))]
    [InlineData(typeof(WithTwoConstructors))]
    [InlineData(typeof(WithHiddenConstructor))]
    [InlineData(typeof(WithRequired))]
    [InlineData(typeof(Derived))]
    public void Each_RunsForItsPurpose_OncePerScope(Type implementation)
    {
        using var host = Host(all =>
        {
            all.AddTransient<Helper>();
            all.Add(new(typeof(IWork), implementation, ServiceLifetime.Scoped));
        });
        using var one = host.Services.CreateScope();
        using var two = host.Services.CreateScope();

        var work = one.ServiceProvider.GetRequiredService<IWork>();
        Assert.Equal("support", work.Run());
        Assert.Same(work, one.ServiceProvider.GetRequiredService<IWork>());
        Assert.NotEqual(work.Number, two.ServiceProvider.GetRequiredService<IWork>().Number);
    }

    [Fact]
    public void WhatAConstructorThrows_ComesAsItIs()
    {
        using var host = Host(static all => all.AddTransient<IWork, Failing>());
        var thrown = Assert.Throws<TimeoutException>(() => host.Services.GetRequiredService<IWork>());
        Assert.Contains(nameof(Failing), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MadeByAFunction_DisposableOnlyLater_IsDisposedOfOnce()
    {
        var made = new Later();
        using (var host = Host(all => all.AddScoped<ILater>(_ => made)))
        {
            await using var scope = host.Services.CreateAsyncScope();
            Assert.Equal("support", scope.ServiceProvider.GetRequiredService<ILater>().Run());
            Assert.Equal(0, made.Disposed);
        }

        Assert.Equal(1, made.Disposed);
    }

    /// <summary>As the container does, in place of leaving it open in silence.</summary>
    [Fact]
    public async Task MadeByAFunction_DisposableOnlyLater_FailsWhereItIsNotAwaited()
    {
        var made = new Later();
        using var host = Host(all => all.AddScoped<ILater>(_ => made));
        var scope = host.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<ILater>().Run();

        Assert.Contains("DisposeAsync", Assert.Throws<InvalidOperationException>(scope.Dispose).Message, StringComparison.Ordinal);
        await made.DisposeAsync();
    }

    [Fact]
    public async Task MadeByTheContainer_DisposableOnlyLater_IsDisposedOfOnce()
    {
        using var host = Host(static all => all.AddScoped<ILater, Later>());
        var scope = host.Services.CreateAsyncScope();
        var made = (Later)scope.ServiceProvider.GetRequiredService<ILater>().Self;
        await scope.DisposeAsync();
        Assert.Equal(1, made.Disposed);
    }

    public interface IWork
    {
        Guid Number { get; }

        string Run();
    }

    /// <summary>Declares the purpose itself, for whatever implements it.</summary>
    [ForPurpose("support")]
    public interface ILater
    {
        object Self { get; }

        string Run();
    }

    internal sealed class Helper;

    [ForPurpose("support")]
    internal class Plain : IWork
    {
        public Guid Number { get; } = Guid.NewGuid();

        public string Run() => Now.Purposes;
    }

    [ForPurpose("support")]
    internal sealed class WithHelper(Helper helper) : IWork
    {
        public Guid Number { get; } = helper is null ? Guid.Empty : Guid.NewGuid();

        public string Run() => Now.Purposes;
    }

    [ForPurpose("support")]
    internal sealed class WithTwoConstructors : IWork
    {
        public WithTwoConstructors()
        {
        }

        public WithTwoConstructors(Helper helper) => Number = helper is null ? Guid.Empty : Guid.NewGuid();

        public Guid Number { get; }

        public string Run() => Now.Purposes;
    }

    [ForPurpose("support")]
    internal sealed class WithHiddenConstructor : IWork
    {
        public WithHiddenConstructor()
        {
        }

        internal WithHiddenConstructor(Guid number) => Number = number;

        public Guid Number { get; } = Guid.NewGuid();

        public string Run() => Now.Purposes;
    }

    /// <summary>No code can make it without a word; a container can.</summary>
    [ForPurpose("support")]
    internal sealed class WithRequired : IWork
    {
        public required string? Title { get; init; }

        public Guid Number { get; } = Guid.NewGuid();

        public string Run() => Now.Purposes;
    }

    /// <summary>Declares what its base declares, and is as plain.</summary>
    internal sealed class Derived : Plain;

    internal sealed class WithDispose : Plain, IDisposable
    {
        public void Dispose()
        {
        }
    }

    internal sealed class WithDisposeAsync : Plain, IAsyncDisposable
    {
        public ValueTask DisposeAsync() => default;
    }

    [ForPurpose("support")]
    internal sealed class Failing : IWork
    {
        public Failing() => throw new TimeoutException("the constructor took too long");

        public Guid Number => Guid.Empty;

        public string Run() => Now.Purposes;
    }

    internal sealed class Later : ILater, IAsyncDisposable
    {
        public int Disposed { get; private set; }

        public object Self => this;

        public string Run() => Now.Purposes;

        public ValueTask DisposeAsync()
        {
            Disposed++;
            return default;
        }
    }
}
