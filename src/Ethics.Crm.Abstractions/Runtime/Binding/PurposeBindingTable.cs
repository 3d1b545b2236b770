using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>For generated code: the classes and interfaces of one assembly that declare purposes, and how each is bound.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PurposeBindingTable
{
    /// <summary>Tells all of them.</summary>
    public abstract void Fill(PurposeBindings bindings);
}
