using Ethics.Crm.Policy.Json;

namespace Ethics.Crm.Policy.Extends;

/// <summary>One file of a chain, as it stands alone.</summary>
/// <param name="IsOverlay">Whether it extends another file, and so may only narrow.</param>
internal sealed record PolicyFile(PolicyNode Root, bool IsOverlay);
