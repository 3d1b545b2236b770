using System.Collections;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static Ethics.Crm.Tests.Binding.BoundHost;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Sequences without type, each part of whose enumerator computes, and what a background service does when it is told to stop.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class OldFormsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SequenceWithoutType_IsComputedForItsPurpose_InEachPart_AndTheConsumerIsNot(bool isSequence)
    {
        using var host = Host(static all => all.AddSingleton<IRows, Rows>());
        var rows = host.Services.GetRequiredService<IRows>();
        using var consumer = PurposeScope.Enter("fraud");
        var seen = new List<string>();
        var steps = isSequence ? rows.All(seen).GetEnumerator() : rows.Steps(seen);
        Assert.True(steps.MoveNext());
        Assert.Equal(("support", "fraud"), (steps.Current, Now.Purposes));
        steps.Reset();
        ((IDisposable)steps).Dispose();

        Assert.Equal(["next:support", "current:support", "again:support", "end:support"], seen);
        Assert.Equal("fraud", Now.Purposes);
    }

    [Fact]
    public async Task BackgroundServiceThatIsToldToStop_DoesSoForItsPurpose_AndTheHostDoesNot()
    {
        var seen = new List<string>();
        using var host = Host(all => all.AddLogging().AddSingleton(seen).AddHostedService<Saver>());
        var saver = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Single();
        await saver.StartAsync(CancellationToken.None);
        await saver.StopAsync(CancellationToken.None);

        Assert.Equal(["stop:support"], seen);
        Assert.Equal("", Now.Purposes);
    }

    [ForPurpose("support")]
    public interface IRows
    {
        IEnumerable All(List<string> seen);

        IEnumerator Steps(List<string> seen);
    }

    public sealed class Rows : IRows
    {
        public IEnumerable All(List<string> seen) => new Sequence(seen);

        public IEnumerator Steps(List<string> seen) => new Stepper(seen);

        private sealed class Sequence(List<string> seen) : IEnumerable
        {
            public IEnumerator GetEnumerator() => new Stepper(seen);
        }

        private sealed class Stepper(List<string> seen) : IEnumerator, IDisposable
        {
            public object Current
            {
                get
                {
                    seen.Add($"current:{Now.Purposes}");
                    return Now.Purposes;
                }
            }

            public bool MoveNext()
            {
                seen.Add($"next:{Now.Purposes}");
                return true;
            }

            public void Reset() => seen.Add($"again:{Now.Purposes}");

            public void Dispose() => seen.Add($"end:{Now.Purposes}");
        }
    }

    [ForPurpose("support")]
    public sealed class Saver(List<string> seen) : BackgroundService
    {
        public override async Task StopAsync(CancellationToken cancellationToken)
        {
            await base.StopAsync(cancellationToken);
            seen.Add($"stop:{Now.Purposes}");
        }

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }
}
