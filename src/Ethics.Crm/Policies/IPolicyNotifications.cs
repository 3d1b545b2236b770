namespace Ethics.Crm.Policies;

/// <summary>Says at once that something happened where policies lie. Best effort; ends when disposed.</summary>
internal interface IPolicyNotifications : IDisposable
{
    /// <summary>Adds places to those that are watched. The caller makes sure that calls do not overlap.</summary>
    void Watch(IEnumerable<string> places);
}

/// <summary>Makes the notifications of one watcher; a service, because a test with a clock of its own cannot use those of the file system, which come when they like.</summary>
internal delegate IPolicyNotifications PolicyNotifier(Action changed);
