using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>What the code says of the age and the source of a guarded member's value. For generated code.</summary>
/// <param name="tellsAge">Whether a member is named that tells when the value was obtained.</param>
/// <param name="sources">Where it was obtained; empty when nothing is said.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberOrigin(bool tellsAge, params string[] sources)
{
    internal static readonly MemberOrigin Unsaid = new(false);

    /// <summary>Whether a purpose with a maximum age has to look at the object.</summary>
    public bool TellsAge { get; } = tellsAge;

    /// <summary>As the policy names them.</summary>
    public IReadOnlyList<string> Sources { get; } = sources;
}
