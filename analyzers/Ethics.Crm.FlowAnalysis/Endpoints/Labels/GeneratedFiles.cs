namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Names by which the rules know what our generators wrote.</summary>
internal static class GeneratedFiles
{
    /// <summary>How the name of a file with guarded properties, or with plain ones where guarding is off, ends.</summary>
    public const string Guards = ".Guards.g.cs";

    /// <summary>How the name of the file with the decorators of services ends.</summary>
    public const string Bindings = ".Bindings.g.cs";
}
