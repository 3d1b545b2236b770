using Ethics.Crm.Decisions;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Policies;

/// <summary>Follows the policy file while the program runs. A file that cannot be read leaves the last good policy in force.</summary>
internal sealed partial class PolicyWatcher(string path, HostRegistry hosts, ILogger logger, TimeProvider clock) : IDisposable
{
    // Editors write a file in several steps; one look after they have finished is enough.
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(200);

    private readonly object _sync = new();
    private FileSystemWatcher? _watcher;
    private ITimer? _timer;

    public void Start()
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            // Bases lie beside the policy: every JSON file of the folder is looked at.
            _watcher = new FileSystemWatcher(folder, "*.json") { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size };
            _watcher.Changed += (_, _) => Later();
            _watcher.Created += (_, _) => Later();
            _watcher.Renamed += (_, _) => Later();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException or ArgumentException)
        {
            NotWatched(logger, path, e.Message);
        }
    }

    /// <summary>Reads the file again now.</summary>
    /// <returns>False when the last good policy stays.</returns>
    public bool Reload()
    {
        try
        {
            var table = PolicyFiles.Load(path);
            if (hosts.LiveIdentity == table.Identity)
                return true;
            hosts.Replace(table);
            Reloaded(logger, path);
            return true;
        }
        catch (PolicyLoadException e)
        {
            Kept(logger, path, e.Message);
            return false;
        }
    }

    public void Dispose()
    {
        lock (_sync)
        {
            _watcher?.Dispose();
            _timer?.Dispose();
            _watcher = null;
        }
    }

    private void Later()
    {
        lock (_sync)
        {
            if (_watcher is null)
                return;
            _timer ??= clock.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(Settle, Timeout.InfiniteTimeSpan);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The policy {File} was reloaded.")]
    private static partial void Reloaded(ILogger logger, string file);

    [LoggerMessage(2, LogLevel.Error, "The changed policy {File} was not taken; the last good one stays in force. {Errors}")]
    private static partial void Kept(ILogger logger, string file, string errors);

    [LoggerMessage(3, LogLevel.Warning, "The policy {File} cannot be watched ({Error}); changes take effect at the next start.")]
    private static partial void NotWatched(ILogger logger, string file, string error);
}
