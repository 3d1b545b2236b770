using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>For generated code: a service that already runs for its purposes. It is not bound twice.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPurposeBound
{
    /// <summary>The service behind it.</summary>
    object Unbound { get; }
}
