namespace Ethics.Crm.SourceGenerators.Emission;

internal static class GeneratedMembers
{
    // Without version: a file that differs by the package's version alone would rebuild everything behind it.
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"Ethics.Crm.SourceGenerators\", null)]";

    /// <summary>For classes that nobody is to find who goes through an assembly for services: containers and their helpers pass these over.</summary>
    public const string CompilerGenerated = "[global::System.Runtime.CompilerServices.CompilerGenerated]";

    /// <summary>For members that neither a serializer, a debugger nor completion should show.</summary>
    public const string Hidden = GeneratedCode
        + " [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    public const string HiddenFromDebugger = "[global::System.Diagnostics.DebuggerBrowsable(global::System.Diagnostics.DebuggerBrowsableState.Never)]";
}
