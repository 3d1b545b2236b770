using Ethics.Crm.Runtime;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Binding;

/// <summary>
/// A background service whose work runs for its purposes from its start to its end: one scope, opened before it starts and closed when it has stopped. It is a
/// <see cref="BackgroundService"/> itself, because a host looks at those to tell when one fails.
/// </summary>
internal class BoundBackgroundService(BackgroundService inner, string[] purposes, BoundOwner owner) : BackgroundService
{
    private PurposeScope? _scope;

    public override Task? ExecuteTask => inner.ExecuteTask;

    public static IHostedService Of(BackgroundService inner, IHostedLifecycleService? lifecycle, string[] purposes, BoundOwner owner) =>
        inner is IHostedLifecycleService && lifecycle is not null
            ? new WithLifecycle(inner, lifecycle, purposes, owner)
            : new BoundBackgroundService(inner, purposes, owner);

    // Asynchronous, so that the host's own flow does not keep the scope.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _scope = PurposeScope.EnterFixed(purposes, owner.Host);
        try
        {
            await inner.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _scope.Dispose();
            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            using (PurposeScope.EnterFixed(purposes, owner.Host))
                await inner.StopAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Work that has not stopped in time is not to go on reading.
            _scope?.Dispose();
        }
    }

    public override void Dispose()
    {
        _scope?.Dispose();
        if (owner.Disposes)
            inner.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    // The host calls StartAsync, which is ours.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;

    private sealed class WithLifecycle(BackgroundService inner, IHostedLifecycleService lifecycle, string[] purposes, BoundOwner owner)
        : BoundBackgroundService(inner, purposes, owner), IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => lifecycle.StartingAsync(cancellationToken);

        public Task StartedAsync(CancellationToken cancellationToken) => lifecycle.StartedAsync(cancellationToken);

        public Task StoppingAsync(CancellationToken cancellationToken) => lifecycle.StoppingAsync(cancellationToken);

        public Task StoppedAsync(CancellationToken cancellationToken) => lifecycle.StoppedAsync(cancellationToken);
    }
}
