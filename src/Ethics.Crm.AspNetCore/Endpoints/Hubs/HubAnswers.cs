namespace Ethics.Crm.AspNetCore.Endpoints.Hubs;

/// <summary>
/// What the answer of the running invocation is written for. SignalR serialises what a method returned after every filter has; all that a filter can leave there is a value
/// that flows. It opens nothing: work that captured it reads no more than without.
/// </summary>
internal static class HubAnswers
{
    private static readonly AsyncLocal<string[]?> Flow = new();

    /// <summary>Null outside of an invocation, and in one without purpose.</summary>
    public static string[]? Purposes
    {
        get => Flow.Value;
        set
        {
            if (!ReferenceEquals(Flow.Value, value))
                Flow.Value = value;
        }
    }
}
