namespace PurposeBench.Peers;

/// <summary>Another analyzer, which is told about each case in its own words.</summary>
internal interface IPeer
{
    string Name { get; }

    /// <summary>How it was set up, for a reader of the results.</summary>
    string Setup { get; }

    /// <summary>What its configuration is written in.</summary>
    string Language { get; }

    /// <returns>Why it has no words for the case; null when it can be asked.</returns>
    string? CannotExpress(CaseFlow flow);

    /// <summary>What it is told about the case, as its own documentation has it written.</summary>
    /// <param name="depth">How long chains of calls are followed.</param>
    string Configuration(CaseFlow flow, int depth);

    PeerAnswer Ask(CaseFlow flow);
}
