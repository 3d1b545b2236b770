using System.Diagnostics;
using Ethics.Crm.Decisions;
using Ethics.Crm.Telemetry;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Policies;

/// <summary>
/// Follows the policy and its bases while the program runs. A file that cannot be read leaves the last good policy in force.
/// Notifications make it quick; a look at the contents from time to time makes it certain, where volumes send none and links are exchanged far away.
/// </summary>
internal sealed partial class PolicyWatcher(CrmHost host, PolicyReading first, HostRegistry hosts, PolicyStatus status, PolicyNotifier notifier, Instruments instruments, ILogger logger) : IDisposable
{
    /// <summary>Editors write a file in several steps; one look after they have finished is enough.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a change that nothing announces can go unseen. A look reads a few small files.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly object _sync = new();
    private readonly object _reloading = new();
    private readonly string _path = host.PolicyPath;
    private PolicyReading _last = first;
    private IPolicyNotifications? _notifications;
    private ITimer? _look;
    private ITimer? _settled;
    private bool _disposed;

    /// <summary>For tests that let the files change in the middle.</summary>
    internal Func<string, PolicyReading> Read { get; init; } = PolicyReading.Of;

    public void Start()
    {
        lock (_sync)
        {
            _settled = host.Clock.CreateTimer(_ => Quietly(() => Reload()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            // Armed anew after each look: looks never overlap, and a clock that jumps brings one, not thousands.
            _look = host.Clock.CreateTimer(_ => Quietly(Look), null, Interval, Timeout.InfiniteTimeSpan);
            _notifications = notifier(Later);
            _notifications.Watch(_last.Places);
        }
    }

    /// <summary>Reads the files again now.</summary>
    /// <returns>False when another policy than that of the files is in force.</returns>
    public bool Reload()
    {
        lock (_reloading)
        {
            using var activity = Instruments.StartReload();
            var reading = Read(_path);
            lock (_sync)
            {
                if (_disposed)
                    return false;
                _last = reading;
                _notifications?.Watch(reading.Places);
            }

            if (reading.Table is null)
                return Keep(reading.Error!.Message, activity);

            var offer = hosts.Offer(host, reading);
            if (offer.IsOutdated)
            {
                // Somebody is writing: nothing is wrong, and what is in force stays until the files have settled.
                Later();
                return false;
            }

            if (!offer.IsInForce)
                return Keep(offer.Reason!, activity);
            status.Good();
            if (offer.Change is { } change)
            {
                instruments.Reloaded(activity, isTaken: true, opens: change.Opens.Count > 0);
                Tell(change);
            }

            return true;
        }
    }

    public void Dispose()
    {
        lock (_sync)
        {
            _disposed = true;
            _notifications?.Dispose();
            _look?.Dispose();
            _settled?.Dispose();
        }
    }

    private bool Keep(string reason, Activity? activity)
    {
        // A reason that stands already was told; what waits for another host is tried at every look.
        if (status.Bad(reason))
        {
            instruments.Reloaded(activity, isTaken: false, opens: false);
            Kept(logger, _path, reason);
        }

        return false;
    }

    private void Look()
    {
        PolicyReading last;
        lock (_sync)
            last = _last;
        try
        {
            // A policy that could be read and is not in force, or was not when it was last asked for: the reason may have gone.
            if (last.IsOutdated() || hosts.IsWaiting(host) || (last.Table is not null && status.Failure is not null))
                Later();
        }
        finally
        {
            lock (_sync)
            {
                if (!_disposed)
                    _look!.Change(Interval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Later()
    {
        lock (_sync)
        {
            if (!_disposed)
                _settled!.Change(Settle, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tell(PolicyDifference change)
    {
        if (change.Opens.Count > 0)
            Opened(logger, _path, Sentences(change.Opens), Sentences(change.Closes));
        else
            Reloaded(logger, _path, Sentences(change.Closes));
    }

    /// <summary>On a timer an exception ends the process; the last good policy is better than no process.</summary>
    private void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Perhaps the application's own logger: then it may throw again, and nothing can be told.
            try
            {
                if (status.Bad($"The policy could not be reloaded: {e.GetType().Name}."))
                    Failed(logger, _path, e);
            }
            catch (Exception again) when (again is not OutOfMemoryException)
            {
            }
        }
    }

    private static string Sentences(IReadOnlyList<string> sentences) => sentences.Count == 0 ? "nothing." : string.Join("; ", sentences) + ".";

    [LoggerMessage(1, LogLevel.Information, "The policy {File} was reloaded. It opens nothing. It closes: {Closed}")]
    private static partial void Reloaded(ILogger logger, string file, string closed);

    [LoggerMessage(2, LogLevel.Error, "The changed policy {File} was not taken; the last good one stays in force. {Errors}")]
    private static partial void Kept(ILogger logger, string file, string errors);

    [LoggerMessage(3, LogLevel.Error, "The policy {File} could not be reloaded; the last good one stays in force.")]
    private static partial void Failed(ILogger logger, string file, Exception error);

    [LoggerMessage(4, LogLevel.Warning, "The policy {File} was reloaded. It opens: {Opened} It closes: {Closed}")]
    private static partial void Opened(ILogger logger, string file, string opened, string closed);
}
