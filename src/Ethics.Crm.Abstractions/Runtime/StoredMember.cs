namespace Ethics.Crm.Runtime;

/// <summary>The member that is moved: by its guard, or by its full name where the trimmer has taken the name of the guard. One that is not guarded is no guarded member's name.</summary>
internal sealed class StoredMember(GuardedMember? guard, string fullName)
{
    public bool Is(GuardedMember member)
    {
        if (guard is not null)
            return ReferenceEquals(guard, member);
        foreach (var label in member.Labels)
        {
            if (label.Member == fullName)
                return true;
        }

        return false;
    }
}
