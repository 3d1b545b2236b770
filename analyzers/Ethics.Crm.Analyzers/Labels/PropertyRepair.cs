namespace Ethics.Crm.Analyzers.Labels;

/// <summary>What a fix can do about a property that is not intercepted; its name travels in the finding's properties.</summary>
internal enum PropertyRepair
{
    None,

    /// <summary>Partial, it would be guarded.</summary>
    Guard,

    /// <summary>It is partial for a guard that the project switched off: an auto-property does the same.</summary>
    Unguard,
}
