using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>For generated code: whose decorator it is. Where several applications run in one process, each of them has its own people.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BoundOwner
{
    private readonly BoundApplication _application;

    internal BoundOwner(BoundApplication application, bool disposes)
    {
        _application = application;
        Disposes = disposes;
    }

    /// <summary>Whether the decorator disposes of its service, because nobody else does.</summary>
    public bool Disposes { get; }

    /// <summary>Null before the application has started, and where it cannot be told from another one.</summary>
    internal GateHost? Host => _application.Host;
}
