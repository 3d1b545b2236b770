using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Ethics.Crm.Runtime;

/// <summary>For generated code: where the assembly lists its classes that declare purposes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PurposeBindingsAttribute : Attribute
{
    /// <param name="table">A <see cref="PurposeBindingTable"/> with a constructor without parameters.</param>
    public PurposeBindingsAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type table) => Table = table;

    /// <summary>The type of the list.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    public Type Table { get; }
}
