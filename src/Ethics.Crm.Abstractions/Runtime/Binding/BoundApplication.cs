namespace Ethics.Crm.Runtime;

/// <summary>The application whose services a collection of registrations describes, as soon as one has been built from it and started.</summary>
internal sealed class BoundApplication
{
    private readonly object _sync = new();
    private volatile GateHost? _host;
    private bool _isSeveral;

    /// <summary>Null while there is none, and from then on when two run at a time: an instance that was registered stands before both.</summary>
    public GateHost? Host => _host;

    public void Start(GateHost host)
    {
        lock (_sync)
        {
            _isSeveral |= _host is { IsRunning: true } other && !ReferenceEquals(other, host);
            _host = _isSeveral ? null : host;
        }
    }
}
