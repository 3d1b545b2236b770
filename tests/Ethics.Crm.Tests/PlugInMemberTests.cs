using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Ethics.Crm.Logging;
using Ethics.Crm.Tests.Fixtures;

namespace Ethics.Crm.Tests;

/// <summary>Decisions about members of assemblies that come, go, and are not whole.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class PlugInMemberTests
{
    // What is left where code cannot be read must not decide alone: the code may say less.
    private static readonly string Policy = TestHost.With("""  "fields": { "Broken.**": { "category": "contact.email", "collectedFor": ["support"] }, "Ethics.**.Failing.Email": { "category": "contact.email", "collectedFor": ["support"] } }""");

    [Theory]
    [InlineData("Broken.AttributeIsMissing.Email", "FileNotFoundException")]
    [InlineData("Broken.GuardIsMissing.Email", "FileNotFoundException")]
    [InlineData("Ethics.Crm.Tests.Fixtures.Unused.Failing.Email", "InvalidOperationException")]
    public void MemberWhoseTypeCannotBeLoaded_IsRefusedInWords(string member, string cause)
    {
        var context = PlugIn.Load("Broken", "support");
        using var host = new TestHost(Policy);

        var decision = host.Decisions.Decide(TestHost.Person(7), member, "support");

        Assert.False(decision.Allowed);
        Assert.Contains($"cannot be loaded ({cause})", decision.Reason);
        Assert.DoesNotContain("secret", decision.Reason);
        Assert.True(host.Decisions.Decide(TestHost.Person(7), "Broken.Whole.Email", "support").Allowed);
        context.Unload();
    }

    [Fact]
    public void Limit_TypeThatCannotBeLoadedAtAll_IsAsOneThatIsNotThere()
    {
        var context = PlugIn.Load("Baseless", "billing");
        using var host = new TestHost(TestHost.With("""  "fields": { "Baseless.BaseIsMissing.Email": { "category": "contact.email", "collectedFor": ["support"] } }"""));

        // The runtime says the same of it as of a type that was never there: the policy's entry is all there is.
        Assert.True(host.Decisions.Decide(TestHost.Person(7), "Baseless.BaseIsMissing.Email", "support").Allowed);
        Assert.False(host.Decisions.Decide(TestHost.Person(7), "Baseless.Whole.Email", "support").Allowed);
        context.Unload();
    }

    [Fact]
    public void TypeOfALaterAssembly_CountsToo()
    {
        var first = PlugIn.Load("Later", "support");
        using var host = new TestHost();
        Assert.True(host.Decisions.Decide(TestHost.Person(7), "Later.Whole.Email", "support").Allowed);

        var second = PlugIn.Load("Later", "billing");

        Assert.False(host.Decisions.Decide(TestHost.Person(7), "Later.Whole.Email", "support").Allowed);
        first.Unload();
        second.Unload();
    }

    [Fact]
    public void UnloadedPlugIn_IsNotHeldByWhatIsKnownOfItsMembers()
    {
        using var host = new TestHost();
        Gone(AskAndUnload(host));
    }

    /// <summary>Logged, bound and gone through: each finds out about the type once.</summary>
    [Fact]
    public void UnloadedPlugIn_IsNotHeldByWhatWasDoneWithItsObjects()
    {
        using var host = new TestHost();
        Gone(UseAndUnload());
    }

    private static void Gone(WeakReference plugIn)
    {
        for (var i = 0; i < 50 && plugIn.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(plugIn.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AskAndUnload(TestHost host)
    {
        var context = PlugIn.Load("Gone", "support");
        Assert.True(host.Decisions.Decide(TestHost.Person(7), "Gone.Whole.Email", "support").Allowed);
        context.Unload();
        return new WeakReference(context);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseAndUnload()
    {
        var context = PlugIn.Load("Used", "support");
        var type = context.Assemblies.Single().GetType("Used.Whole", throwOnError: true)!;
        var one = Activator.CreateInstance(type)!;
        type.GetField("Email")!.SetValue(one, "value");

        Assert.Equal("[Whole: redacted]", LoggedValues.Redacted(one));
        var asked = Expression.Parameter(type);
        var bound = (Bound<string>)typeof(Bound).GetMethod(nameof(Bound.From))!.MakeGenericMethod(type, typeof(string)).Invoke(null, [one, Expression.Lambda(Expression.Field(asked, "Email"), asked)])!;
        Assert.Equal("value", Reading.In("support", () => bound.OpenAsync().GetAwaiter().GetResult()));
        Assert.Equal("NotPermitted", Reading.In("billing", () => bound.OpenAsync().GetAwaiter().GetResult()));
        context.Unload();
        return new WeakReference(context);
    }
}
