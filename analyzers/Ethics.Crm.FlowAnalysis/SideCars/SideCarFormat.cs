using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>The names in a side-car. Short ones inside of what is said of a method, of which there are thousands.</summary>
internal static class SideCarFormat
{
    /// <summary>Of what is written here. A file of any other version is not read, and that is told.</summary>
    public const int Version = 1;

    /// <summary>Stands in for a method of which the library's own build could not find out what it does.</summary>
    public const int NotKnown = -1;

    public const string Mark = "ethics.crm.summaries";
    public const string Assembly = "assembly";
    public const string AssemblyVersion = "version";
    public const string Strings = "strings";
    public const string Types = "types";
    public const string Origins = "origins";
    public const string Reads = "reads";
    public const string Entries = "entries";
    public const string Members = "members";
    public const string Dispatched = "dispatched";

    public const string Result = "r";
    public const string Outs = "o";
    public const string Thrown = "x";
    public const string Heap = "h";
    public const string Passed = "p";
    public const string Arrivals = "a";
    public const string Objects = "m";
    public const string Places = "n";
    public const string References = "v";
    public const string HelperReads = "q";
    public const string HelperArrivals = "u";
    public const string Flags = "f";

    /// <summary>How an input is written: as one number with what is meant of it.</summary>
    public const int Modes = 3;
    public const int Both = 0;
    public const int OnlyLabels = 1;
    public const int OnlyObject = 2;

    [Flags]
    public enum Traits
    {
        None = 0,
        Lazy = 1,
        KeepsReferences = 2,
        Shares = 4,

        /// <summary>Something that is read in it, or for whoever calls it, comes to its callers.</summary>
        Reads = 8,

        /// <summary>It calls members of what it is handed that its callers may implement.</summary>
        Asks = 16,
    }

    /// <summary>Under what a method stands in the file: its class, the one around it for what an extension block declares, and its own part of the identifier. Null for one that has none.</summary>
    public static (string Type, string Name)? NameOf(IMethodSymbol method)
    {
        var type = SymbolNames.IsExtensionBlock(method.ContainingType) ? method.ContainingType.ContainingType : method.ContainingType;
        return DocumentationCommentId.CreateDeclarationId(type) is { } around && DocumentationCommentId.CreateDeclarationId(method) is { } id && id.Length > around.Length ? (around.Substring(2), id.Substring(around.Length + 1)) : null;
    }
}
