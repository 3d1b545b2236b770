using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Bound services that are called while the flow of the context is suppressed, of which the build tells (ECRM1107).</summary>
[Collection(OneHostAtATime.Name)]
public sealed class SuppressedCallTests
{
    [Theory]
    [InlineData(false, "support>fraud")]
    [InlineData(true, "support>support")]
    public async Task Limit_CallUnderSuppressedFlow_LosesItsPurposeBehindItsFirstAwait_InsideATaskOfThePoolItKeepsIt(bool inATask, string expected)
    {
        using var host = BoundHost.Host(static all => all.AddSingleton<IWatch, Watch>());
        var watch = host.Services.GetRequiredService<IWatch>();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var over = new TaskCompletionSource();
        Task<string> seen;
        using (ExecutionContext.SuppressFlow())
            seen = inATask ? Task.Run(() => watch.UntilAsync(started, over.Task)) : watch.UntilAsync(started, over.Task);
        Assert.Equal("", Now.Purposes);
        await started.Task;

        // On a thread of the pool: where a test has a synchronisation context, what waits is not resumed at once.
        await Task.Run(() =>
        {
            using (PurposeScope.Enter("fraud"))
                over.SetResult();
        });

        Assert.Equal(expected, await seen);
        Assert.Equal("", Now.Purposes);
    }

    public interface IWatch
    {
        Task<string> UntilAsync(TaskCompletionSource started, Task over);
    }

    [ForPurpose("support")]
    internal sealed class Watch : IWatch
    {
        public async Task<string> UntilAsync(TaskCompletionSource started, Task over)
        {
            var first = Now.Purposes;
            started.SetResult();
            await over.ConfigureAwait(false);
            return first + ">" + Now.Purposes;
        }
    }
}
