namespace Ethics.Crm.Policies;

/// <summary>Notifications of the folders in which the policy and its bases lie, or would lie. Best effort: where there are none, the look from time to time finds the change.</summary>
internal sealed class PolicyFolders(Action changed) : IPolicyNotifications
{
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);
    private volatile HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The caller makes sure that calls do not overlap.</summary>
    public void Watch(IEnumerable<string> places)
    {
        var all = places.ToList();
        _names = new HashSet<string>(all.Select(static p => Path.GetFileName(p)), StringComparer.OrdinalIgnoreCase);
        foreach (var folder in all.Select(static p => Path.GetDirectoryName(p)).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!_watchers.ContainsKey(folder) && TryWatch(folder) is { } watcher)
                _watchers.Add(folder, watcher);
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
            watcher.Dispose();
    }

    private FileSystemWatcher? TryWatch(string folder)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            if (!Directory.Exists(folder))
                return null;
            watcher = new FileSystemWatcher(folder)
            {
                NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size,
            };
            watcher.Changed += (_, e) => Told(e.Name);
            watcher.Created += (_, e) => Told(e.Name);
            watcher.Deleted += (_, e) => Told(e.Name);
            watcher.Renamed += (_, e) => Told(e.Name);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (PolicyFiles.IsOfAFile(e))
        {
            // Too many watches, or a file system that has none.
            watcher?.Dispose();
            return null;
        }
    }

    /// <summary>A folder may hold a log file that is written all the time: only our names count. Kubernetes exchanges a whole configuration by renaming the link "..data".</summary>
    internal bool Concerns(string? name) => name is not null && (_names.Contains(name) || name.StartsWith("..", StringComparison.Ordinal));

    private void Told(string? name)
    {
        if (Concerns(name))
            changed();
    }
}
