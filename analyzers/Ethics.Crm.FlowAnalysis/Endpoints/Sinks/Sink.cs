namespace Ethics.Crm.FlowAnalysis.Endpoints.Sinks;

/// <summary>What a value that is put somewhere is disclosed to.</summary>
internal enum SinkKind
{
    /// <summary>A recipient of the policy.</summary>
    Recipient,

    /// <summary>A log, the console, a trace, a metric or other telemetry.</summary>
    Log,

    /// <summary>The message of an exception.</summary>
    ExceptionMessage,
}

/// <summary>A place at which values leave the program, or are kept where nobody asks for purposes.</summary>
/// <param name="Name">The recipient's name in the policy; of a log what it is, as a message says it: "the console".</param>
internal sealed record Sink(SinkKind Kind, string Name)
{
    public static readonly Sink Exception = new(SinkKind.ExceptionMessage, "an exception message");

    public static readonly Sink Console = new(SinkKind.Log, "the console");

    /// <summary>Whether it keeps the object with all that lies in it, instead of its text.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it writes a collection out element by element, as loggers do.</summary>
    public bool IsListed { get; init; }
}
