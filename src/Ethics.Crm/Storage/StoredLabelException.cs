namespace Ethics.Crm;

/// <summary>Something was stored with a label and would be read into a place that says less of it. Carries names only, never a value.</summary>
public sealed class StoredLabelException : InvalidOperationException
{
    /// <summary>Creates the refusal.</summary>
    /// <param name="member">The member as it was stored, by its full name.</param>
    /// <param name="reason">The refusal in words, with what to do.</param>
    public StoredLabelException(string member, string reason)
        : base(reason) => Member = member;

    /// <summary>The member as it was stored, by its full name.</summary>
    public string Member { get; }
}
