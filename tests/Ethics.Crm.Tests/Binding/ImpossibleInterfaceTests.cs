using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Services by an interface that no decorator can implement.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ImpossibleInterfaceTests
{
    /// <summary>A decorator has no code for a static member: what to do is said, and by the member's name.</summary>
    [Fact]
    public void InterfaceThatNoDecoratorCanImplement_FailsTheStart_ByItsMember_AnotherOfTheSameClassIsBound()
    {
        const string why = "because 'IMade.Kind' is static and has to come from the class itself; put what works for them into an interface without it, or open scopes in the code and say so with LeaveUnbound.";
        Assert.Equal($"'{typeof(Made)}' declares purposes and cannot be bound as '{typeof(IMade)}' {why}", Failure(static all => all.AddSingleton(typeof(IMade), typeof(Made))));
        Assert.Equal($"'{typeof(AlsoNews)}' declares purposes and cannot be bound as '{typeof(IMade)}' {why}", Failure(static all => all.AddSingleton(typeof(IMade), typeof(AlsoNews))));
        Assert.Equal($"'{typeof(AlsoNews)}' declares purposes and cannot be bound as '{typeof(IMade)}' {why}", Failure(static all => all.AddSingleton(typeof(IMade), new AlsoNews())));
        Assert.Equal($"'{typeof(OfDeclaring)}' declares purposes and cannot be bound as '{typeof(IDeclaringMade)}' {why.Replace("IMade", "IDeclaringMade", StringComparison.Ordinal)}", Failure(static all => all.AddSingleton(typeof(IDeclaringMade), typeof(OfDeclaring))));

        using var host = Host(static all => all.AddSingleton<INews, AlsoNews>());
        Assert.Equal("support", host.Services.GetRequiredService<INews>().Send());
        using var silent = Host(static all => all.AddSingleton(typeof(IMade), typeof(SilentlyMade)));

        static string Failure(Action<IServiceCollection> services) => Assert.Throws<InvalidOperationException>(() => Host(services)).Message;
    }

    public interface IMade
    {
        static abstract string Kind { get; }

        string Run();
    }

    [ForPurpose("support")]
    public interface IDeclaringMade
    {
        static abstract string Kind { get; }

        string Run();
    }

    [ForPurpose("support")]
    internal sealed class Made : IMade
    {
        public static string Kind => "";

        public string Run() => Now.Purposes;
    }

    internal sealed class SilentlyMade : IMade
    {
        public static string Kind => "";

        public string Run() => Now.Purposes;
    }

    [ForPurpose("support")]
    internal sealed class AlsoNews : IMade, INews
    {
        public static string Kind => "";

        public string Run() => Now.Purposes;

        public string Send() => Now.Purposes;

        public string SendIn(Func<string> text) => text();
    }

    internal sealed class OfDeclaring : IDeclaringMade
    {
        public static string Kind => "";

        public string Run() => Now.Purposes;
    }
}
