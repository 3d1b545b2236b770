using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Programs that go through an assembly for the classes of an interface, as mediators and their like do, find what our generator has written too.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ScanTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void HandlersThatAScanRegisters_AreBound_AndTheirDecoratorsAreNoHandlers(bool twice)
    {
        using var host = Host(all =>
        {
            Scan(all);
            all.AddEthicsCrm().AddPurposeBinding();
            if (twice)
                Scan(all);
        });
        var handlers = host.Services.GetServices<IScanned<int>>().ToList();
        Assert.Equal(twice ? 4 : 2, handlers.Count);
        Assert.Equal(["", "support"], handlers.Select(static one => one.Handle()).Distinct().Order(StringComparer.Ordinal));
        Assert.All(handlers, static one => Assert.Equal(one.Handle().Length > 0, one is IPurposeBound));
    }

    [Fact]
    public void OpenGenericHandlersThatAScanRegisters_AreBound()
    {
        using var host = Host(static all =>
        {
            foreach (var type in Found(typeof(IScannedOpen<>)).Where(static type => type.IsGenericTypeDefinition && !type.IsSubclassOf(typeof(object)) || type.BaseType == typeof(object)))
                all.AddTransient(typeof(IScannedOpen<>), type);
        });
        Assert.Equal("support", Assert.Single(host.Services.GetServices<IScannedOpen<string>>()).Handle());
    }

    /// <summary>Containers and scanners that pass over what compilers write pass over them by themselves.</summary>
    [Fact]
    public void Decorators_AreMarkedAsWrittenByACompiler()
    {
        var found = Found(typeof(IScanned<>)).Concat(Found(typeof(IScannedOpen<>))).Where(static type => type.Namespace == "Ethics.Crm.Runtime.Bound").ToList();
        Assert.NotEmpty(found);
        Assert.All(found, static type => Assert.True(type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)));
    }

    /// <summary>There is no class that both stands before a service and is none of it.</summary>
    [Fact]
    public void Limit_ScanThatMakesWhatItFinds_FindsDecorators_WhichItCannotMake()
    {
        var found = Found(typeof(IScanned<>)).Single(static type => type.Namespace == "Ethics.Crm.Runtime.Bound");
        Assert.Throws<MissingMethodException>(() => Activator.CreateInstance(found));
        Assert.False(found.IsVisible);
    }

    private static void Scan(IServiceCollection all)
    {
        foreach (var type in Found(typeof(IScanned<>)))
            all.AddTransient(type.GetInterfaces().Single(static one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IScanned<>)), type);
    }

    private static IEnumerable<Type> Found(Type service) => typeof(ScanTests).Assembly.GetTypes().Where(type =>
        type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == service));

    public interface IScanned<T>
    {
        string Handle();
    }

    public interface IScannedOpen<T>
    {
        string Handle();
    }

    [ForPurpose("support")]
    internal sealed class Handler : IScanned<int>
    {
        public string Handle() => Now.Purposes;
    }

    internal sealed class SilentHandler : IScanned<int>
    {
        public string Handle() => Now.Purposes;
    }
}

[ForPurpose("support")]
internal sealed class OpenHandler<T> : ScanTests.IScannedOpen<T>
{
    public string Handle() => Now.Purposes;
}
