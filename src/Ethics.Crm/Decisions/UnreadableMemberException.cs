namespace Ethics.Crm.Decisions;

/// <summary>What labels a member is not known, because a type could not be loaded. Never leaves the package.</summary>
internal sealed class UnreadableMemberException(Exception inner) : Exception("A member's type cannot be loaded.", inner)
{
    /// <summary>By type alone: what an application's static constructor says is not ours to pass on.</summary>
    public string Cause => (InnerException is TypeInitializationException { InnerException: { } thrown } ? thrown : InnerException!).GetType().Name;
}
