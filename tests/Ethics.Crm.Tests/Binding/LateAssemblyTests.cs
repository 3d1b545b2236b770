using System.Reflection;
using System.Reflection.Emit;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Binding;

/// <summary>What functions make, of assemblies that come later or cannot be read whole, and inside of other objects.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LateAssemblyTests
{
    /// <summary>What an assembly says is remembered for the process; which there are is not, nor what is still being made.</summary>
    [Fact]
    public void OfAnAssemblyThatIsLoaded_OrOfATypeThatIsMade_AfterAFirstStart_FailsTheNextStart_ByName()
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new("Growing"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Growing");
        var silent = module.DefineType("Growing.Silent", TypeAttributes.Public, typeof(object), [typeof(IGrowing)]).CreateType();
        using (Started(() => Activator.CreateInstance(silent)!))
        {
        }

        var growing = module.DefineType("Growing.Declaring", TypeAttributes.Public, typeof(object), [typeof(IGrowing)]);
        growing.SetCustomAttribute(new(typeof(ForPurposeAttribute).GetConstructor([typeof(string[])])!, [new[] { "support" }]));
        var declaring = growing.CreateType();
        Assert.StartsWith("'Growing.Declaring' declares purposes,", Assert.Throws<InvalidOperationException>(() => Started(() => Activator.CreateInstance(declaring)!)).Message, StringComparison.Ordinal);

        var loaded = ThirdAssembly.Load("ThirdAfterwards", typeof(IGrowing)).GetType("ThirdAfterwards.Declaring", throwOnError: true)!;
        Assert.StartsWith("'ThirdAfterwards.Declaring' declares purposes,", Assert.Throws<InvalidOperationException>(() => Started(() => Activator.CreateInstance(loaded)!)).Message, StringComparison.Ordinal);

        static TestHost Started(Func<object> make) => new(services: all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton(_ => (IGrowing)make());
        });
    }

    /// <summary>Annotations for tools stay behind where a program is built.</summary>
    [Fact]
    public void AssemblyWithAnAttributeOfOneThatIsNotThere_IsRegistered_AndStarts()
    {
        var silent = ThirdAssembly.Marked("ThirdMarked").GetType("ThirdMarked.Silent", throwOnError: true)!;
        using var early = BoundHost.Host(all => all.AddSingleton(typeof(IMarked), silent));
        using var late = new TestHost(services: all =>
        {
            all.AddEthicsCrm().AddPurposeBinding();
            all.AddSingleton(_ => (IMarked)Activator.CreateInstance(silent)!);
        });
        Assert.IsType(silent, early.Services.GetRequiredService<IMarked>());
        Assert.IsType(silent, late.Services.GetRequiredService<IMarked>());
    }

    /// <summary>The function gives another object, and what that holds it has put there itself.</summary>
    [Theory]
    [InlineData("decorator")]
    [InlineData("list")]
    [InlineData("function")]
    public void FalseNegative_OfAClassThatAFunctionPutsIntoAnotherObject_IsNotLookedAt(string holder)
    {
        using var host = BoundHost.Host(all => _ = holder switch
        {
            "decorator" => all.AddSingleton<ITwo>(static _ => new Around(new First())),
            "list" => all.AddSingleton<IReadOnlyList<ITwo>>(static _ => [new First()]),
            _ => all.AddSingleton<Func<ITwo>>(static _ => static () => new First()),
        });
        var first = holder switch
        {
            "decorator" => ((Around)host.Services.GetRequiredService<ITwo>()).Inner,
            "list" => host.Services.GetRequiredService<IReadOnlyList<ITwo>>()[0],
            _ => host.Services.GetRequiredService<Func<ITwo>>()(),
        };
        Assert.IsType<First>(first);
    }

    public interface IGrowing;

    public interface IMarked;

    public interface ITwo;

    [ForPurpose("support")]
    internal sealed class First : ITwo;

    private sealed class Around(ITwo inner) : ITwo
    {
        public ITwo Inner => inner;
    }
}
