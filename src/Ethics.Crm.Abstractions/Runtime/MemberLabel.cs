using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>What the code says of one declaration of a guarded member; the live policy has the last word. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberLabel(string member, string? category, string[]? collectedFor, string[] attributes)
{
    /// <summary>Full name, e.g. <c>Acme.Crm.Contact.Email</c>.</summary>
    public string Member { get; } = member;

    /// <summary>The category that an attribute names; null when none does.</summary>
    public string? Category { get; } = category;

    /// <summary>The purposes that an attribute names; null when none does.</summary>
    public IReadOnlyList<string>? CollectedFor { get; } = collectedFor;

    /// <summary>Full names of the other attribute classes on it and of their bases, which begin with <c>^</c>.</summary>
    public IReadOnlyList<string> Attributes { get; } = attributes;
}
