using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>What a call runs for, and what its caller works for again afterwards, however the service came to stand there.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class AroundCallTests
{
    /// <summary>From code without purpose and from code for another one; the words <c>caller</c> stand for whatever the caller works for.</summary>
    private static void Runs(string expected, Func<string> call)
    {
        foreach (var caller in new[] { "", "fraud" })
        {
            using (caller.Length == 0 ? null : PurposeScope.Enter(caller))
            {
                Assert.Equal(expected.Replace("caller", caller, StringComparison.Ordinal), call());
                Assert.Equal(caller, Now.Purposes);
            }

            Assert.Equal("", Now.Purposes);
        }
    }

    [Fact]
    public void ReferenceParametersAndResults_AreFilledInTheScope_WhichEndsWithTheCall()
    {
        using var host = Host(static all => all.AddSingleton<IDesk, Desk>());
        var desk = host.Services.GetRequiredService<IDesk>();

        Runs("support", () => desk.Echo(7, out var seen) == 7 ? seen : "lost");
        Runs("support", () =>
        {
            var number = 1;
            desk.Counter(ref number) = 5;
            Assert.Equal(5, number);
            return ((Desk)((Runtime.IPurposeBound)desk).Unbound).Set;
        });
    }

    [Fact]
    public void Exception_EndsTheScopeToo()
    {
        using var host = Host(static all => all.AddSingleton<INews, LeakyNews>());
        var news = host.Services.GetRequiredService<INews>();

        Runs("marketing", () => Assert.Throws<InvalidOperationException>(() => news.SendIn(static () => throw new InvalidOperationException(Now.Purposes))).Message);
    }

    [Fact]
    public void DefaultMember_RunsForWhatItDeclares_ElseForItsCaller_UnlessTheClassHasItsOwn()
    {
        using var host = Host(static all => all.AddSingleton<IGreets, Greeter>().AddSingleton<IGreetsToo, OwnGreeter>());
        var greets = host.Services.GetRequiredService<IGreets>();

        Runs("billing", greets.Declared);
        Runs("caller", greets.Silent);
        Runs("support", greets.Own);
        // It calls the service itself, not what stands before it: all of it is the interface's code.
        Runs("caller/caller", greets.CallsBack);
        Runs("support", host.Services.GetRequiredService<IGreetsToo>().Silent);
    }

    [Fact]
    public void DecoratorOfTheApplication_WorksForItsCaller_AndWhatItHasInsideForItsOwn()
    {
        using var host = Host(static all => all
            .AddKeyedSingleton<INews, LeakyNews>("inside")
            .AddSingleton<INews>(static s => new Telling(s.GetRequiredKeyedService<INews>("inside"))));

        Runs("caller>marketing>caller", () => host.Services.GetRequiredService<INews>().SendIn(static () => Now.Purposes));
    }

    [Fact]
    public void DecoratorThatDeclares_WorksForIt_AndWhatItHasInsideForItsOwn()
    {
        using var host = Host(static all => all
            .AddKeyedSingleton<INews, LeakyNews>("inside")
            .AddSingleton<INews>(static s => new DeclaringTelling(s.GetRequiredKeyedService<INews>("inside"))));

        Runs("billing>marketing>billing", () => host.Services.GetRequiredService<INews>().SendIn(static () => Now.Purposes));
    }

    /// <summary>As the usual libraries decorate: the registration is replaced by a function that makes the decorator around what was registered.</summary>
    [Theory]
    [InlineData(false, "caller>caller>caller")]
    [InlineData(true, "caller>marketing>caller")]
    public void DecorationOfARegistration_BeforeBindingHidesTheClass_BehindItDoesNot(bool behind, string expected)
    {
        using var host = new TestHost(services: all =>
        {
            all.AddSingleton<INews, LeakyNews>();
            if (behind)
                all.AddEthicsCrm().AddPurposeBinding();
            Decorate(all);
            if (!behind)
                all.AddEthicsCrm().AddPurposeBinding();
        });

        Runs(expected, () => host.Services.GetRequiredService<INews>().SendIn(static () => Now.Purposes));
    }

    [Fact]
    public void RegistrationsThatCameLater_AreBoundByTheNextCall_AlsoInPlaceOfOthers()
    {
        using var host = new TestHost(services: static all =>
        {
            all.AddSingleton<ICampaign, Campaign>().AddScoped<INews, PlainNews>();
            var crm = all.AddEthicsCrm().AddPurposeBinding();
            all.Replace(ServiceDescriptor.Scoped<INews, LeakyNews>());
            all.TryAddSingleton<ICampaign, SupportCampaign>();
            all.AddKeyedTransient<INews, LeakyNews>(KeyedService.AnyKey);
            crm.AddPurposeBinding();
        });
        using var scope = host.Services.CreateScope();

        Runs("marketing", () => scope.ServiceProvider.GetRequiredService<INews>().SendIn(static () => Now.Purposes));
        Runs("marketing", () => scope.ServiceProvider.GetRequiredKeyedService<INews>("any").SendIn(static () => Now.Purposes));
        Runs("marketing", () => host.Services.GetRequiredService<ICampaign>().Run());
    }

    [Fact]
    public void OpenGenericKeyedAndFactoryMade_EndTheirScopesToo()
    {
        using var host = Host(static all => all
            .AddScoped(typeof(IStore<>), typeof(Store<>)).AddKeyedScoped<IStore<string>>("made", static (_, _) => new Store<string>()).AddTransient<ITicket>(static _ => new Ticket()));
        using var scope = host.Services.CreateScope();

        Runs("String:billing", () => scope.ServiceProvider.GetRequiredService<IStore<string>>().Keep("x"));
        Runs("String:billing", () => scope.ServiceProvider.GetRequiredKeyedService<IStore<string>>("made").Keep("x"));
        Runs("support", () => scope.ServiceProvider.GetRequiredService<ITicket>().Open());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task EachIsDisposedOfOnce_ForNothingByTheContainer_ForItsPurposeByItsDecorator(bool asynchronously)
    {
        using var host = Host(static all => all.AddScoped<IEnding, Ending>().AddKeyedScoped<IEnding>("made", static (_, _) => new Ending()).AddKeyedScoped<IEnding, Ending>("class"));
        var scope = host.Services.CreateAsyncScope();
        IEnding[] all = [scope.ServiceProvider.GetRequiredService<IEnding>(), scope.ServiceProvider.GetRequiredKeyedService<IEnding>("made"), scope.ServiceProvider.GetRequiredKeyedService<IEnding>("class")];
        var seen = all.Select(static one => one.Seen()).ToList();
        Assert.All(seen, static one => Assert.Equal(["support"], one));

        if (asynchronously)
            await scope.DisposeAsync();
        else
            scope.Dispose();

        // What the container made, it disposes of past the decorator; what a function made, or a class under a key, is its decorator's.
        Assert.Equal(["end:", "end:support", "end:support"], seen.Select(static one => one[1]));
        Assert.All(seen, static one => Assert.Equal(2, one.Count));
        Assert.Equal("", Now.Purposes);
    }

    [Fact]
    public async Task AsyncSequenceThatItsConsumerLeaves_IsEndedForItsPurpose_AndTheConsumerKeepsItsOwn()
    {
        using var host = Host(static all => all.AddSingleton<ILong, Long>());
        var service = host.Services.GetRequiredService<ILong>();
        var seen = new List<string>();

        using (PurposeScope.Enter("fraud"))
        {
            await foreach (var line in service.Lines(seen))
            {
                Assert.Equal(("support", "fraud"), (line, Now.Purposes));
                break;
            }

            Assert.Equal("fraud", Now.Purposes);
        }

        Assert.Equal(["end:support"], seen);
        Assert.Equal("", Now.Purposes);
    }

    private static void Decorate(IServiceCollection all)
    {
        var at = all.IndexOf(all.Last(static one => one.ServiceType == typeof(INews) && !one.IsKeyedService));
        var before = all[at];
        all[at] = ServiceDescriptor.Describe(typeof(INews), s => new Telling((INews)(before.ImplementationFactory?.Invoke(s) ?? ActivatorUtilities.CreateInstance(s, before.ImplementationType!))), before.Lifetime);
    }

    /// <summary>Tells what it and what it has inside work for.</summary>
    internal class Telling(INews inner) : INews
    {
        public string Send() => inner.Send();

        public string SendIn(Func<string> text) => Now.Purposes + ">" + inner.SendIn(text) + ">" + Now.Purposes;
    }

    [ForPurpose("billing")]
    internal sealed class DeclaringTelling(INews inner) : Telling(inner), INews
    {
        public new string Send() => base.Send();

        public new string SendIn(Func<string> text) => base.SendIn(text);
    }

    public interface IGreets
    {
        [ForPurpose("billing")]
        string Declared() => Now.Purposes;

        string Silent() => Now.Purposes;

        string CallsBack() => Now.Purposes + "/" + Own();

        string Own();
    }

    [ForPurpose("support")]
    internal sealed class Greeter : IGreets
    {
        public string Own() => Now.Purposes;
    }

    public interface IGreetsToo
    {
        string Silent() => "default " + Now.Purposes;
    }

    [ForPurpose("support")]
    internal sealed class OwnGreeter : IGreetsToo
    {
        public string Silent() => Now.Purposes;
    }

    public interface IEnding
    {
        List<string> Seen();
    }

    [ForPurpose("support")]
    internal sealed class Ending : IEnding, IDisposable, IAsyncDisposable
    {
        private readonly List<string> _seen = [];

        public List<string> Seen()
        {
            _seen.Add(Now.Purposes);
            return _seen;
        }

        public void Dispose() => _seen.Add("end:" + Now.Purposes);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }

    public interface ILong
    {
        IAsyncEnumerable<string> Lines(List<string> seen);
    }

    [ForPurpose("support")]
    internal sealed class Long : ILong
    {
        public async IAsyncEnumerable<string> Lines(List<string> seen)
        {
            try
            {
                while (true)
                {
                    await Task.Yield();
                    yield return Now.Purposes;
                }
            }
            finally
            {
                seen.Add("end:" + Now.Purposes);
            }
        }
    }
}
