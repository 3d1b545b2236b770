using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>For generated code: the service that the decorator of an open generic registration stands before, as the container makes it.</summary>
/// <typeparam name="TService">What it is registered as.</typeparam>
/// <typeparam name="TImplementation">Its class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BoundInner<TService, TImplementation>
{
    /// <summary>The service.</summary>
    public abstract object Value { get; }

    /// <summary>Whose decorator stands before it.</summary>
    public abstract BoundOwner Owner { get; }
}
