namespace Ethics.Crm.Testing;

/// <summary>An assertion of this package failed. Test frameworks count any exception as a failure, so this one belongs to none of them.</summary>
public sealed class PurposeAssertionException : Exception
{
    internal PurposeAssertionException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
