namespace Ethics.Crm.Logging;

/// <summary>What a log gets of an exception that is about somebody: its text, where it comes from, and none of the objects that it holds.</summary>
internal sealed class RedactedException : Exception
{
    private readonly Exception _of;

    private RedactedException(Exception of)
        : base(null, Of(of.InnerException))
    {
        _of = of;
        HResult = of.HResult;
    }

    public override string Message => _of.Message;

    public override string? StackTrace => _of.StackTrace;

    public override string? HelpLink => _of.HelpLink;

    public override string? Source => _of.Source;

    /// <summary>The same where nothing has to be redacted. What it says of itself stays as it is: a text has no label.</summary>
    public static Exception? Of(Exception? exception) =>
        exception is null or RedactedException || ReferenceEquals(LoggedValues.Redacted(exception), exception) ? exception : new RedactedException(exception);

    /// <summary>With the name of its class, which this one stands for.</summary>
    public override string ToString() => _of.ToString();
}
