using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

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

    /// <summary>What a serialiser writes.</summary>
    Serializer,

    /// <summary>A member, parameter or result with a label of its own.</summary>
    Border,

    /// <summary>A member without label of what is stored, or is about a person.</summary>
    Storage,

    /// <summary>What code does that decides about people.</summary>
    Decision,
}

/// <summary>A place at which values leave the program, or are kept where nobody asks for purposes.</summary>
/// <param name="Name">The recipient's name in the policy; of a log what it is, as a message says it: "the console".</param>
internal sealed record Sink(SinkKind Kind, string Name)
{
    public static readonly Sink Exception = new(SinkKind.ExceptionMessage, "an exception message");

    public static readonly Sink Serializer = new(SinkKind.Serializer, "a serializer");

    public static readonly Sink Decision = new(SinkKind.Decision, "a decision");

    public static readonly Sink Console = new(SinkKind.Log, "the console");

    /// <summary>Whether it keeps the object with all that lies in it, instead of its text.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Of a border the labels behind it; else none.</summary>
    public ImmutableArray<DeclaredLabel> Labels { get; private init; } = ImmutableArray<DeclaredLabel>.Empty;

    /// <summary>Of what keeps values what tells it from others, in a form that no purpose has; else empty.</summary>
    public string Key { get; private init; } = "";

    /// <summary>What keeps the value behind a border or without label; null for other sinks.</summary>
    public ISymbol? Member { get; private init; }

    /// <summary>Whether values are kept there under a label, or without one, and do not leave the program.</summary>
    public bool IsKeeping => Kind is SinkKind.Border or SinkKind.Storage;

    public static Sink Border(string name, string key, ImmutableArray<DeclaredLabel> labels, ISymbol member) => new(SinkKind.Border, name) { Labels = labels, Key = "=" + key, Member = member };

    public static Sink Storage(string name, string key, ISymbol member) => new(SinkKind.Storage, name) { Key = "=" + key, Member = member };

    /// <summary>As it is known of code that is only there compiled.</summary>
    public static Sink Kept(SinkKind kind, string name, string key, ImmutableArray<DeclaredLabel> labels, ISymbol? member) => new(kind, name) { Labels = labels, Key = key, Member = member };

    /// <summary>Whether it writes a collection out element by element, as loggers do.</summary>
    public bool IsListed { get; init; }
}
