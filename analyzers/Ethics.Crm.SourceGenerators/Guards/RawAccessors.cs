namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>The readers past the gate: an id that is itself guarded must not ask its own gate whom an object is about.</summary>
internal static class RawAccessors
{
    public static string NameOf(string property) => "__EthicsRaw" + property;
}
