using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Services as layered applications have them: an interface of their own above a generic one, and a class whose generic base does most of the work.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class GenericBaseTests
{
    [Fact]
    public void WhatABaseThatDeclaresNothingImplements_RunsForItsCaller_WhatTheClassItselfDoesForItsPurpose()
    {
        using var host = Host(static all => all.AddScoped<IThings, Things>());
        using var scope = host.Services.CreateScope();
        var things = scope.ServiceProvider.GetRequiredService<IThings>();

        Assert.Equal(("", "support", "support"), (things.Get(1), things.Own(), things.Changed()));
        using (PurposeScope.Enter("billing"))
            Assert.Equal(("billing", "support", "support"), (things.Get(1), things.Own(), things.Changed()));
    }

    /// <summary>Where a base declares, its members work for that, also in a service that declares something else.</summary>
    [Fact]
    public void WhatABaseThatDeclaresImplements_RunsForThat()
    {
        using var host = Host(static all => all.AddScoped<IStored, Stored>());
        using var scope = host.Services.CreateScope();

        Assert.Equal("fraud", scope.ServiceProvider.GetRequiredService<IStored>().Get(1));
    }

    public interface ICrud<T>
    {
        string Get(T id);

        string Changed();
    }

    [ForPurpose("support")]
    public interface IThings : ICrud<int>
    {
        string Own();
    }

    public class Crud<T> : ICrud<T>
    {
        public virtual string Get(T id) => Now.Purposes;

        public virtual string Changed() => Now.Purposes;
    }

    public sealed class Things : Crud<int>, IThings
    {
        public string Own() => Now.Purposes;

        public override string Changed() => Now.Purposes;
    }

    [ForPurpose("support")]
    public interface IStored : ICrud<int>;

    [ForPurpose("fraud")]
    public class Store<T> : Crud<T>
    {
        public override string Get(T id) => Now.Purposes;
    }

    public sealed class Stored : Store<int>, IStored;
}
